package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Counted is a term counted for a day, with the last day that an extension may reach.
type Counted struct {
	Rule DeadlineRule // zero when somebody only tries a term
	Deadline
	Latest calendar.Date // zero = it cannot be extended
}

// KindTerms are the terms of a kind; of no kind those of the tasks.
type KindTerms struct {
	Kind  Kind
	Terms []Counted // legal, charter
}

// Of gives the term of a clock.
func (k KindTerms) Of(c Clock) (Counted, bool) {
	return find(k.Terms, func(t *Counted) bool { return t.Clock == c })
}

// TermsOf counts the terms of one kind for a day of receipt.
func (o *Office) TermsOf(k Kind, received calendar.Date) (KindTerms, error) {
	return o.terms(k, o.Rules.Of(k, received), received)
}

// Compare counts the terms of every kind for a day, and after them those of the tasks, which begin on a day of their
// own. A kind without a term is left out.
func (o *Office) Compare(start calendar.Date) ([]KindTerms, error) {
	var all []KindTerms
	for _, k := range Kinds() {
		terms, err := o.TermsOf(k, start)
		if err != nil {
			return nil, err
		}
		if len(terms.Terms) > 0 {
			all = append(all, terms)
		}
	}
	tasks, err := o.terms("", slices.DeleteFunc(slices.Clone(o.Rules), func(r DeadlineRule) bool {
		return len(r.Kinds) > 0 || !r.holdsOn(start)
	}), start)
	if err == nil && len(tasks.Terms) > 0 {
		all = append(all, tasks)
	}
	return all, err
}

func (o *Office) terms(k Kind, rules []DeadlineRule, start calendar.Date) (KindTerms, error) {
	all := KindTerms{Kind: k}
	for _, r := range rules {
		d, err := r.Deadline(o.Calendar(), start)
		if err != nil {
			return KindTerms{}, err
		}
		t := Counted{Rule: r, Deadline: d}
		if r.Max.N > 0 {
			if t.Latest, err = r.Latest(o.Calendar(), start); err != nil {
				return KindTerms{}, err
			}
		}
		all.Terms = append(all.Terms, t)
	}
	return all, nil
}

// Trial counts a term that somebody tries out.
func (o *Office) Trial(start calendar.Date, t calendar.Term) (Counted, error) {
	d, err := DeadlineRule{Term: t}.Deadline(o.Calendar(), start)
	return Counted{Deadline: d}, err
}

// Between says how far a day lies after another: as days, and as working days.
func (o *Office) Between(start, end calendar.Date) (days, working int) {
	return int(end - start), o.Calendar().WorkingDaysBetween(start, end)
}
