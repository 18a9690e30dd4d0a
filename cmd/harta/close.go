package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

func newCloseCommand(a *app) *cobra.Command {
	var unit string
	e := domain.CaseClosed{}
	cmd := a.onCaseCommand("close", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		if unit != "" {
			now := o.Settings()
			var err error
			if e.LateUnit, err = departmentNamed(&now, "late-department", unit); err != nil {
				return err
			}
		}
		return o.CloseCase(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.text(&e.Note, "note", "file_note")
	opts.text(&e.LateReason, "late-reason", "lateness")
	opts.text(&unit, "late-department", "late_department")
	return cmd
}

func newReopenCommand(a *app) *cobra.Command {
	var ground string
	var e domain.CaseReopened
	cmd := a.onCaseCommand("reopen", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		e.Ground = domain.ReopenGround(ground)
		return o.Reopen(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.text(&e.Reason, "reason", "reason")
	opts.oneOf(&ground, "ground", "reopen_ground", values(domain.ReopenGrounds()...))
	opts.date(&e.Due, "due", "internal_due")
	return cmd
}

func newAnnulCommand(a *app) *cobra.Command {
	return a.reasonedCommand("annul", func(o *office.Office, id domain.CaseID, reason string) error {
		return o.Annul(office.Command{}, id, reason)
	})
}
