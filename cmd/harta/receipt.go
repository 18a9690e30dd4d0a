package main

import (
	"cmp"
	"crypto/sha256"

	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/letter"
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
			if err := a.writeReceipt(o, e.Case, out); err != nil {
				return err
			}
			return a.done("console.receipt.done", "file", out)
		})
	})
	a.options(cmd).text(&out, "out", "receipt")
	return cmd
}

// writeReceipt keeps the slip of a case in a file.
func (a *app) writeReceipt(o *office.Office, id domain.CaseID, path string) error {
	pdf, err := a.receipt(o, id)
	if err != nil {
		return err
	}
	return writePDF(path, pdf)
}

// receipt prints the slip that the sender takes home.
func (a *app) receipt(o *office.Office, id domain.CaseID) ([]byte, error) {
	press, err := newPress(a.paper)
	if err != nil {
		return nil, err
	}
	file, err := o.Case(id, office.Printed)
	if err != nil {
		return nil, err
	}
	return press.Sheet(a.receiptSheet(o.Acting(), file.Case))
}

// receiptSheet says number, hour, kind and terms, and under them what the office's own template T01 says: how to ask,
// and what becomes of the data.
func (a *app) receiptSheet(by domain.Acting, c domain.Case) letter.Sheet {
	s := a.paper
	rows := letter.Rows{
		{Name: s.T("sheet.receipt.number"), Value: c.Number.Text},
		{Name: s.T("sheet.receipt.at"), Value: s.DateTime(c.RegisteredAt)},
		{Name: s.T("sheet.receipt.kind"), Value: s.Kind(c.Intake.Kind)},
		{Name: s.T("sheet.receipt.sender"), Value: cmp.Or(c.Intake.Sender.Contact.Name, "–")},
	}
	for _, d := range c.Deadlines {
		rule, _ := by.Office.Rules.ByID(d.Rule)
		due := s.T("sheet.receipt.due", "due", s.DateWeekday(d.Due), "source", s.Source(rule.Source))
		rows = append(rows, letter.Row{Name: s.Clock(d.Clock), Value: due})
	}
	parts := []letter.Part{rows}
	t, _ := by.Office.Template(domain.TReceipt)
	for _, p := range a.compose(by, c, t, nil).Paragraphs {
		parts = append(parts, letter.Text(p.Text))
	}
	return letter.Sheet{
		Head: by.Office.Settings.Letterhead(), Title: s.Template(domain.TReceipt), Parts: parts, Exercise: by.Office.Demo,
		At: by.Now, ID: domain.Digest(sha256.Sum256([]byte(c.Number.Text))), Foot: c.Number.Text,
	}
}
