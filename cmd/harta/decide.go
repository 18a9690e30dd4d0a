package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

func newDecideCommand(a *app) *cobra.Command {
	var outcome string
	var measures []string
	e := domain.CaseDecided{}
	cmd := a.onCaseCommand("decide", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e.Outcome = domain.Outcome(outcome)
		now := o.Settings()
		for _, typed := range measures {
			m, err := parseMeasure(&now, typed)
			if err != nil {
				return err
			}
			e.Measures = append(e.Measures, m)
		}
		return o.Decide(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.oneOf(&outcome, "outcome", "outcome", outcomes())
	opts.text(&e.Findings, "findings", "findings")
	opts.list(&measures, "measure", "measure")
	opts.date(&e.On, "on", "on")
	opts.text(&e.Nothing, "nothing", "nothing")
	opts.yes(&e.Apology, "apology", "apology")
	opts.yes(&e.Crime, "crime", "crime")
	return cmd
}

// outcomes lists the decisions on the merits; the others follow from an admissibility decision.
func outcomes() []string {
	return values(slices.DeleteFunc(domain.Outcomes(), domain.Outcome.Refuses)...)
}

// parseMeasure reads „text | department | day“; only the text is needed.
func parseMeasure(now *domain.Office, typed string) (m domain.Measure, err error) {
	parts := append(strings.Split(typed, "|"), "", "")
	m.Text = strings.TrimSpace(parts[0])
	if name := strings.TrimSpace(parts[1]); name != "" {
		if m.Department, err = departmentNamed(now, "measure", name); err != nil {
			return m, err
		}
	}
	if day := strings.TrimSpace(parts[2]); day != "" {
		if m.Due, err = parseDay(day); err != nil {
			return m, &usageError{key: "console.usage.date", args: []any{"value", day}}
		}
	}
	return m, nil
}

func newExecuteCommand(a *app) *cobra.Command {
	e := domain.CaseExecuted{On: a.today()}
	cmd := a.onCaseCommand("execute", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		return o.Execute(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.date(&e.On, "on", "on")
	opts.text(&e.Evidence, "evidence", "evidence")
	return cmd
}
