package domain

import (
	"slices"
	"strconv"
	"strings"

	"harta/internal/calendar"
)

// RuleChange is what a deadline rule is to say for what is received from a day on.
type RuleChange struct {
	Rule    RuleID
	Term    calendar.Term
	Max     calendar.Term // longest total term with an extension; zero N = cannot be extended
	Source  string
	MaxFrom string
	From    calendar.Date // zero = the day from which the rule holds already
}

// Changed gives the rules with one of them changed. From a later day than its own on it goes on as another rule, and for
// what was received before it stays as it was; without a day the rule itself is corrected, for all that it holds for.
func (rs Rules) Changed(x RuleChange) (Rules, error) {
	op := string(setRules)
	i := slices.IndexFunc(rs, func(r DeadlineRule) bool { return r.ID == x.Rule })
	if i < 0 {
		return nil, Refuse(op, UnknownValue).On("rule").With("value", string(x.Rule))
	}
	was := rs[i]
	fresh := was
	fresh.Term, fresh.Max, fresh.Source, fresh.MaxFrom = x.Term, x.Max, x.Source, x.MaxFrom
	fresh.Max.Extended = fresh.Max.N > 0
	if x.Max.N == 0 {
		fresh.Max, fresh.MaxFrom = calendar.Term{}, ""
	}
	switch {
	case fresh.same(was):
		return nil, Refuse(op, NothingChanged)
	case !x.From.IsZero() && x.From < was.From:
		return nil, Refuse(op, RuleBefore).On("from").With("from", was.From)
	case !was.Until.IsZero() && x.From > was.Until:
		return nil, Refuse(op, RuleOver).On("from").With("until", was.Until)
	}
	rs = slices.Clone(rs)
	if x.From.IsZero() || x.From == was.From {
		rs[i] = fresh
		return rs, nil
	}
	rs[i].Until = x.From.AddDays(-1)
	fresh.ID, fresh.From, fresh.Revision = rs.nextID(was.ID), x.From, 0
	return slices.Insert(rs, i+1, fresh), nil
}

// nextID names the rule that goes on where another ends, such as signal.legal.2 after signal.legal.
func (rs Rules) nextID(id RuleID) RuleID {
	name := string(id)
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		if _, err := strconv.Atoi(name[i+1:]); err == nil {
			name = name[:i]
		}
	}
	for n := 2; ; n++ {
		next := RuleID(name + "." + strconv.Itoa(n))
		if _, taken := rs.ByID(next); !taken {
			return next
		}
	}
}

// Stays tells whether a case keeps a term that the changed rule would give otherwise: it runs from a day before the first
// one of the change.
func (x RuleChange) Stays(o *Office, e *Entry) bool {
	if x.From.IsZero() {
		return false
	}
	old := func(d Deadline) bool { return d.Rule == x.Rule && d.Start < x.From && d.Term != x.Term }
	return running(e.State, e.AnsweredOn) && slices.ContainsFunc(e.Deadlines, old) || slices.ContainsFunc(o.TaskTerms(*e), old)
}

// WithRules gives the office as it would be with other rules.
func (o *Office) WithRules(e RulesSet) *Office {
	other := *o
	other.Rules = e.Rules
	return &other
}
