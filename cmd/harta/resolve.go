package main

import (
	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

func newResolveCommand(a *app) *cobra.Command {
	var department, lead, text, ground, reason string
	var accept bool
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
		return o.Assign(office.Command{}, id, domain.Assignment{
			Admission: domain.AdmissibilityDecided{Ground: domain.Ground(ground), Reason: reason}, Resolution: e, Accepted: accept,
		})
	})
	opts := a.options(cmd)
	opts.text(&department, "department", "department")
	opts.text(&lead, "lead", "lead")
	opts.list(&others, "other", "other")
	opts.text(&text, "text", "resolution")
	opts.date(&due, "due", "internal_due")
	opts.oneOf(&ground, "ground", "ground_too", grounds())
	opts.text(&reason, "reason", "reason")
	opts.yes(&accept, "accept", "accept")
	return cmd
}

func newAcceptCommand(a *app) *cobra.Command {
	return a.onCaseCommand("accept", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		return o.Accept(office.Command{}, id)
	})
}
