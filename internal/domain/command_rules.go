package domain

import (
	"cmp"
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
		was, known := a.Office.Rules.ByID(r.ID)
		if err := a.soundRule(*r); err != nil {
			return RulesSet{}, err
		}
		if r.Revision = was.Revision; !known || !r.same(was) {
			r.Revision++
			changed++
			law = law || r.Law || was.Law
		}
	}
	for _, was := range a.Office.Rules {
		if _, stays := Rules(e.Rules).ByID(was.ID); !stays {
			return RulesSet{}, Refuse(string(setRules), RuleInUse).On("rule").With("source", was.Source)
		}
	}
	if err := atOnce(e.Rules); err != nil {
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

// soundRule refuses a rule that no term can be counted by.
func (a Acting) soundRule(r DeadlineRule) error {
	op := string(setRules)
	for _, k := range r.Kinds {
		if !k.Known() {
			return Refuse(op, UnknownValue).On("kind").With("value", string(k))
		}
	}
	if task := r.Clock != LegalClock && r.Clock != CharterClock; r.ID == "" || r.Clock == "" || task != (len(r.Kinds) == 0) {
		return Refuse(op, UnknownValue).On("clock").With("value", string(r.Clock))
	}
	if err := filled(setRules, "source", r.Source, MaxLine); err != nil {
		return err
	}
	d, err := r.Deadline(a.Office.Calendar(), a.Today())
	if err != nil || d.Due < d.Start {
		return Refuse(op, FieldMissing).On("term").With("field", "term")
	}
	if !r.Until.IsZero() && r.Until < r.From {
		return Refuse(op, NotLater).On("until").With("due", r.From)
	}
	if r.Max.N == 0 {
		return nil
	}
	if latest, err := r.Latest(a.Office.Calendar(), a.Today()); err != nil || latest < d.Due {
		return Refuse(op, NotLater).On("max").With("due", d.Due)
	}
	return filled(setRules, "source", cmp.Or(r.MaxFrom, r.Source), MaxLine)
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
