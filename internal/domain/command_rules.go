package domain

import (
	"math"
	"slices"

	"harta/internal/calendar"
)

const setRules Action = "set_rules"

// SetRules replaces the deadline rules. A rule is never taken away, because stored terms name it: it ends on a day.
// Changed rules get the next revision, and who changes one of the law says why.
func (a Acting) SetRules(e RulesSet) (RulesSet, error) {
	if err := a.MayOffice(e); err != nil {
		return RulesSet{}, err
	}
	e.Rules = slices.Clone(e.Rules)
	changed, law := 0, false
	for i := range e.Rules {
		r := &e.Rules[i]
		if err := first(soundRule(*r), a.countable(*r)); err != nil {
			return RulesSet{}, err
		}
		was, known := a.Office.Rules.ByID(r.ID)
		if r.Revision = was.Revision; !known || !r.same(was) {
			r.Revision++
			changed++
			law = law || r.Law || was.Law
		}
	}
	if err := first(a.allStay(e.Rules), atOnce(e.Rules)); err != nil {
		return RulesSet{}, err
	}
	switch {
	case changed == 0:
		return RulesSet{}, Refuse(string(setRules), NothingChanged)
	case law:
		return e, filled(setRules, "reason", e.Reason, MaxText)
	}
	return e, nil
}

// allStay refuses rules among which one is missing that stored terms may name.
func (a Acting) allStay(rules Rules) error {
	for _, was := range a.Office.Rules {
		if _, stays := rules.ByID(was.ID); !stays {
			return Refuse(string(setRules), RuleInUse).On("rule").With("source", was.Source)
		}
	}
	return nil
}

// soundRule refuses a rule of which nobody knows for what it holds, or why.
func soundRule(r DeadlineRule) error {
	op := string(setRules)
	for _, k := range r.Kinds {
		if !k.Known() {
			return Refuse(op, UnknownValue).On("kind").With("value", string(k))
		}
	}
	task := r.Clock != LegalClock && r.Clock != CharterClock // a term of a task holds for every kind
	if r.ID == "" || r.Clock == "" || task != (len(r.Kinds) == 0) {
		return Refuse(op, UnknownValue).On("clock").With("value", string(r.Clock))
	}
	if !r.Until.IsZero() && r.Until < r.From {
		return Refuse(op, NotLater).On("until").With("due", r.From)
	}
	return first(filled(setRules, "source", r.Source, MaxLine), short(setRules, "source", r.MaxFrom, MaxLine))
}

// countable refuses a rule that no term can be counted by.
func (a Acting) countable(r DeadlineRule) error {
	d, err := r.Deadline(a.Office.Calendar(), a.Today())
	if err != nil || d.Due < d.Start {
		return Refuse(string(setRules), FieldMissing).On("term").With("field", "term")
	}
	if r.Max.N == 0 {
		return nil
	}
	if latest, err := r.Latest(a.Office.Calendar(), a.Today()); err != nil || latest < d.Due {
		return Refuse(string(setRules), MaxShorter).On("max").With("due", d.Due)
	}
	return nil
}

// atOnce refuses two rules of one clock that hold for the same submission, and two of one name.
func atOnce(rules []DeadlineRule) error {
	for i, r := range rules {
		for _, other := range rules[:i] {
			if r.ID == other.ID || r.Clock == other.Clock && r.meets(other) {
				return Refuse(string(setRules), RulesOverlap).On("from").With("clock", r.Clock)
			}
		}
	}
	return nil
}

// meets tells whether a submission can fall under both rules.
func (r DeadlineRule) meets(other DeadlineRule) bool {
	end := func(x DeadlineRule) calendar.Date {
		if x.Until.IsZero() {
			return math.MaxInt32
		}
		return x.Until
	}
	if r.From > end(other) || other.From > end(r) {
		return false
	}
	return len(r.Kinds) == 0 || slices.ContainsFunc(r.Kinds, func(k Kind) bool { return slices.Contains(other.Kinds, k) })
}

// same tells whether two rules say the same, whatever their revision.
func (r DeadlineRule) same(x DeadlineRule) bool {
	return r.ID == x.ID && slices.Equal(r.Kinds, x.Kinds) && r.Clock == x.Clock && r.Term == x.Term && r.Max == x.Max &&
		r.Source == x.Source && r.MaxFrom == x.MaxFrom && r.Law == x.Law && r.From == x.From && r.Until == x.Until
}
