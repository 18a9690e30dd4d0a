package main

import (
	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

func newRulesCommand(a *app) *cobra.Command {
	var asJSON bool
	cmd := a.command("rules", exactly(0), func([]string) error {
		return a.with(reading, func(o *office.Office) error {
			now := o.Settings()
			if asJSON {
				return a.rulesJSON(now.Rules)
			}
			return a.rulesText(now.Rules)
		})
	})
	a.options(cmd).yes(&asJSON, "json", "json")
	cmd.AddCommand(newRulesSetCommand(a))
	return cmd
}

// rulesText lists the deadline rules, each under its name.
func (a *app) rulesText(rules domain.Rules) error {
	var rows [][]string
	for _, r := range rules {
		most, owner := "", a.say.T("rules.own")
		if r.Max.N > 0 {
			most = a.say.T("console.rules.max", "term", r.Max)
		}
		if r.Law {
			owner = a.say.T("rules.law")
		}
		rows = append(rows, []string{
			string(r.ID), a.say.Clock(r.Clock), a.say.Term(r.Term), most, a.say.Source(r.Source), owner, a.ruleDays(r),
		})
	}
	return a.rows(rows)
}

// ruleDays says for what was received when a rule holds; nothing when always.
func (a *app) ruleDays(r domain.DeadlineRule) string {
	switch {
	case r.From.IsZero() && r.Until.IsZero():
		return ""
	case r.Until.IsZero():
		return a.say.T("rules.from", "from", r.From)
	case r.From.IsZero():
		return a.say.T("rules.until", "until", r.Until)
	default:
		return a.say.T("rules.between", "from", r.From, "until", r.Until)
	}
}

// rulesJSON tells the same to programs.
func (a *app) rulesJSON(rules domain.Rules) error {
	type ruleJSON struct {
		ID       string   `json:"id"`
		Clock    string   `json:"clock"`
		Kinds    []string `json:"kinds"`
		Term     string   `json:"term"`
		Max      string   `json:"max,omitempty"`
		Source   string   `json:"source"`
		Law      bool     `json:"law"`
		From     string   `json:"from,omitempty"`
		Until    string   `json:"until,omitempty"`
		Revision int      `json:"revision"`
	}
	out := []ruleJSON{}
	for _, r := range rules {
		most := ""
		if r.Max.N > 0 {
			most = r.Max.String()
		}
		kinds := append([]string{}, values(r.Kinds...)...)
		out = append(out, ruleJSON{
			string(r.ID), string(r.Clock), kinds, r.Term.String(), most, a.say.Source(r.Source), r.Law, r.From.String(), r.Until.String(), r.Revision,
		})
	}
	return a.json(out)
}

// ruleEdit is what rules set is told; what is not given stays as it is.
type ruleEdit struct {
	term, most, source, reason string
	from                       calendar.Date
	dry                        bool
}

// noExtension takes the extension away from a rule.
const noExtension = "none"

func newRulesSetCommand(a *app) *cobra.Command {
	var x ruleEdit
	cmd := a.command("rules.set", exactly(1), func(args []string) error {
		mode := writing
		if x.dry {
			mode = reading
		}
		return a.with(mode, func(o *office.Office) error { return a.changeRule(o, args[0], x) })
	})
	o := a.options(cmd)
	o.text(&x.term, "term", "rule_term")
	o.text(&x.most, "max", "rule_max")
	o.text(&x.source, "source", "rule_source")
	o.date(&x.from, "from", "rule_from")
	o.text(&x.reason, "reason", "reason")
	o.yes(&x.dry, "dry-run", "dry_run")
	return cmd
}

// changeRule says which terms of open cases move, and how many cases keep theirs, and then records the change.
func (a *app) changeRule(o *office.Office, id string, x ruleEdit) error {
	now := o.Settings()
	change, err := x.change(now.Rules, id)
	if err != nil {
		return err
	}
	trial, err := o.TryRule(change)
	if err != nil {
		return err
	}
	end := a.say.T("console.calendar.dry")
	if !x.dry {
		if err := o.ChangeRule(change, x.reason); err != nil {
			return err
		}
		end = a.say.T("console.rules.done", "term", change.Term)
	}
	if err := a.moveRows(trial.Trial); err != nil {
		return err
	}
	lines := a.trialLines(trial.Trial)
	if trial.Stay > 0 {
		lines = append(lines, a.say.T("rules.stay", "n", trial.Stay))
	}
	return a.lines(append(lines, end)...)
}

// change is what was typed, with the rest as the rule has it.
func (x ruleEdit) change(rules domain.Rules, id string) (domain.RuleChange, error) {
	r, known := rules.ByID(domain.RuleID(id))
	if !known {
		var names []string
		for _, r := range rules {
			names = append(names, string(r.ID))
		}
		return domain.RuleChange{}, &unknownError{"", id, names}
	}
	e := domain.RuleChange{Rule: r.ID, Term: r.Term, Max: r.Max, Source: r.Source, MaxFrom: r.MaxFrom, From: x.from}
	var err error
	if x.term != "" {
		if e.Term, err = typedTerm(x.term); err != nil {
			return e, err
		}
	}
	switch {
	case x.most == noExtension:
		e.Max = calendar.Term{}
	case x.most != "":
		if e.Max, err = typedTerm(x.most); err != nil {
			return e, err
		}
	}
	if x.source != "" {
		e.Source = x.source
	}
	if e.MaxFrom == "" || e.MaxFrom == r.Source {
		e.MaxFrom = e.Source
	}
	return e, nil
}

func typedTerm(typed string) (calendar.Term, error) {
	t, err := calendar.ParseTerm(typed)
	if err != nil {
		return t, &usageError{key: "console.usage.term", args: []any{"value", typed}}
	}
	t.Extended = false
	return t, nil
}
