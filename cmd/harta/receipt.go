package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// newReceiptCommand makes the command that prints the slip of a case again.
func newReceiptCommand(a *app) *cobra.Command {
	var out string
	cmd := a.command("receipt", exactly(1), func(args []string) error {
		if err := required("out", out); err != nil {
			return err
		}
		return a.with(looking, func(o *office.Office) error {
			e, err := a.find(o, args[0])
			if err != nil {
				return err
			}
			pdf, err := a.desk.Receipt(e.Case)
			if err != nil {
				return err
			}
			if err := a.desk.SaveCopy(out, pdf); err != nil {
				return err
			}
			return a.done("console.receipt.done", "file", out)
		})
	})
	a.options(cmd).text(&out, "out", "receipt")
	return cmd
}

// writeSlip keeps the slip of a case that was registered just now in a file.
func (a *app) writeSlip(e domain.CaseRegistered, path string) error {
	pdf, err := a.desk.Slip(e)
	if err != nil {
		return err
	}
	return a.desk.SaveCopy(path, pdf)
}
