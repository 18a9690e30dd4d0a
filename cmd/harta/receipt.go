package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// newReceiptCommand makes the command that prints the slip of a case again, and records that the sender was given it.
func newReceiptCommand(a *app) *cobra.Command {
	var out string
	var given bool
	cmd := a.command("receipt", exactly(1), func(args []string) error {
		if !given {
			if err := required("out", out); err != nil {
				return err
			}
		}
		need := looking
		if given {
			need = writing
		}
		return a.with(need, func(o *office.Office) error {
			e, err := a.find(o, args[0])
			if err != nil {
				return err
			}
			if out != "" {
				if err := a.printAgain(e.Case, out); err != nil {
					return err
				}
			}
			if !given {
				return nil
			}
			return a.give(o, e.Case)
		})
	})
	a.options(cmd).text(&out, "out", "receipt")
	a.options(cmd).yes(&given, "given", "given")
	return cmd
}

func (a *app) printAgain(id domain.CaseID, out string) error {
	pdf, err := a.desk.Receipt(id)
	if err != nil {
		return err
	}
	return a.savePDF(pdf, out, "console.receipt.done")
}

// savePDF keeps a sheet in a file, and says where.
func (a *app) savePDF(pdf []byte, out, words string) error {
	if err := a.desk.SaveCopy(out, pdf); err != nil {
		return err
	}
	return a.done(words, "file", out)
}

// give records that the sender was given the slip, and says which terms he was told.
func (a *app) give(o *office.Office, id domain.CaseID) error {
	e, err := o.GiveSlip(office.Command{}, id)
	if err != nil {
		return err
	}
	return a.done("console.receipt.given", "terms", a.say.Told(e.Told))
}

// writeSlip keeps the slip of a case that was registered just now in a file.
func (a *app) writeSlip(e domain.CaseRegistered, path string) error {
	pdf, err := a.desk.Slip(e)
	if err != nil {
		return err
	}
	return a.desk.SaveCopy(path, pdf)
}
