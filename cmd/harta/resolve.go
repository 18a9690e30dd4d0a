package main

import (
	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

func newAdmitCommand(a *app) *cobra.Command {
	var ground, reason, body, into string
	var danger domain.Danger
	cmd := a.onCaseCommand("admit", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e := domain.AdmissibilityDecided{Ground: domain.Ground(ground), Reason: reason, Body: body, Danger: danger}
		if into != "" {
			old, err := a.find(o, into)
			if err != nil {
				return err
			}
			e.Into = old.Case
		}
		_, err := o.Admit(office.Command{}, id, e)
		return err
	})
	opts := a.options(cmd)
	opts.oneOf(&ground, "ground", "ground", grounds())
	opts.text(&reason, "reason", "reason")
	opts.text(&body, "body", "body")
	opts.text(&into, "into", "into")
	opts.text(&danger.Reason, "danger", "danger")
	opts.oneOf(&danger.Category, "danger-kind", "danger_kind", dangerKinds())
	opts.text(&danger.Told, "danger-told", "danger_told")
	return cmd
}

// grounds lists what admissibility is decided on.
func grounds() []string {
	var all []string
	for _, r := range domain.GroundRules() {
		all = append(all, string(r.Ground))
	}
	return all
}

func newResolveCommand(a *app) *cobra.Command {
	var department, lead, text string
	var others []string
	var due calendar.Date
	cmd := a.onCaseCommand("resolve", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		now := o.Settings()
		e := domain.CaseResolved{Text: text, Due: due}
		var err error
		if e.Department, err = departmentNamed(&now, "department", department); err != nil {
			return err
		}
		if e.Lead, err = userNamed(o, "lead", lead); err != nil {
			return err
		}
		if e.Others, err = usersNamed(o, others); err != nil {
			return err
		}
		return o.Resolve(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.text(&department, "department", "department")
	opts.text(&lead, "lead", "lead")
	opts.list(&others, "other", "other")
	opts.text(&text, "text", "resolution")
	opts.date(&due, "due", "internal_due")
	return cmd
}

func newAcceptCommand(a *app) *cobra.Command {
	return a.onCaseCommand("accept", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		return o.Accept(office.Command{}, id)
	})
}
