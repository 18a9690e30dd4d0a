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
			if err := a.writeReceipt(e.Case, out); err != nil {
				return err
			}
			return a.done("console.receipt.done", "file", out)
		})
	})
	a.options(cmd).text(&out, "out", "receipt")
	return cmd
}

// writeReceipt keeps the slip of a case in a file.
func (a *app) writeReceipt(id domain.CaseID, path string) error {
	pdf, err := a.desk.Receipt(id)
	if err != nil {
		return err
	}
	return a.desk.SaveCopy(path, pdf)
}
