package office

import "harta/internal/domain"

// SetRules replaces the deadline rules; who changes one of the law says why.
func (o *Office) SetRules(e domain.RulesSet) error {
	return o.aboutOffice(func(a domain.Acting) (domain.Event, error) { return a.SetRules(e) })
}

// ChangeRule lets one deadline rule say something else for what is received from a day on.
func (o *Office) ChangeRule(x domain.RuleChange, reason string) error {
	return o.aboutOffice(func(a domain.Acting) (domain.Event, error) { return ruleSet(a, x, reason) })
}

func ruleSet(a domain.Acting, x domain.RuleChange, reason string) (domain.RulesSet, error) {
	if err := a.MayOffice(domain.RulesSet{}); err != nil {
		return domain.RulesSet{}, err
	}
	rules, err := a.Office.Rules.Changed(x)
	if err != nil {
		return domain.RulesSet{}, err
	}
	return a.SetRules(domain.RulesSet{Rules: rules, Reason: reason})
}

// RuleTrial says what the change of a rule would leave as it is.
type RuleTrial struct {
	Keep int // open cases from its first day on that keep the term they have
}

// TryRule counts the open cases that keep their term although the changed rule would give them another, and writes
// nothing: a term that was told is not taken back.
func (o *Office) TryRule(x domain.RuleChange) (t RuleTrial, err error) {
	o.mu.Lock()
	if o.keys == nil {
		o.mu.Unlock()
		return t, ErrClosed
	}
	all, a := o.book.register.all(), o.acting()
	now := *a.Office
	o.mu.Unlock()
	for _, e := range all {
		if x.Keeps(now.Rules, e) && !now.NamedIn(a.User, *e) {
			t.Keep++
		}
	}
	return t, nil
}
