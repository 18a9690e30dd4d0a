package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// offerHandover says with what the paper is handed over, after a step that sealed it.
func (a *app) offerHandover(o *office.Office, id domain.CaseID) error {
	file, err := o.Case(id, office.Again)
	if err != nil {
		return err
	}
	if h, ok := file.Case.Handover(); ok {
		return a.done("console.handover.next", "number", h.Number.Short())
	}
	return nil
}

// newHandoverCommand makes the command that prints with what a sealed paper is handed over.
func newHandoverCommand(a *app) *cobra.Command {
	var out string
	cmd := a.command("handover", exactly(1), func(args []string) error {
		if err := required("out", out); err != nil {
			return err
		}
		return a.with(looking, func(o *office.Office) error {
			e, err := a.find(o, args[0])
			if err != nil {
				return err
			}
			pdf, err := a.desk.Handover(e.Case)
			if err != nil {
				return err
			}
			return a.savePDF(pdf, out, "console.handover.done")
		})
	})
	a.options(cmd).text(&out, "out", "out_protocol")
	return cmd
}
