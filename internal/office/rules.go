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

// RuleTrial is what the change of a rule would do before it is recorded.
type RuleTrial struct {
	Trial
	Stay int // how many cases keep the term they have: they were received before the first day of the change
}

// TryRule says what the change of a rule would do, and writes nothing. It refuses what ChangeRule refuses, but for the
// reason, which may still be to come.
func (o *Office) TryRule(x domain.RuleChange) (t RuleTrial, err error) {
	a, all, err := o.aside()
	if err != nil {
		return t, err
	}
	set, err := ruleSet(a, x, "–")
	if err != nil {
		return t, err
	}
	if t.Trial, err = o.try(a, a.Office.WithRules(set), all); err != nil {
		return t, err
	}
	for _, e := range all {
		if x.Stays(a.Office, e) && !a.Office.NamedIn(a.User, *e) {
			t.Stay++
		}
	}
	return t, nil
}
