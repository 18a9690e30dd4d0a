package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/say"
)

func newLetterShowCommand(a *app) *cobra.Command {
	var out string
	cmd := a.command("letter.show", exactly(2), func(args []string) error {
		return a.with(looking, func(o *office.Office) error {
			e, err := a.find(o, args[0])
			if err != nil {
				return err
			}
			l, err := a.letterOf(o, e.Case, args[1])
			if err != nil {
				return err
			}
			if out == "" {
				return a.lines(a.letterText(l)...)
			}
			pdf, err := a.letterPDF(o, e.Case, l)
			if err != nil {
				return err
			}
			return a.desk.SaveCopy(out, pdf)
		})
	})
	a.options(cmd).text(&out, "out", "out_pdf")
	return cmd
}

// letterPDF gives the bytes that were signed, or a draft with its watermark.
func (a *app) letterPDF(o *office.Office, id domain.CaseID, l domain.LetterFile) ([]byte, error) {
	if !l.Number.IsZero() {
		return o.PDF(id, l.ID)
	}
	return a.desk.DraftPDF(l.Content)
}

// letterText gives a letter as text.
func (a *app) letterText(l domain.LetterFile) []string {
	c := a.desk.Named(l.Content)
	lines := present(append([]string{c.To.Name}, c.To.Lines...)...)
	lines = append(lines, "", c.Subject, "", c.Salutation, "")
	for _, p := range c.Paragraphs {
		lines = append(lines, p.Text, "")
	}
	if c.Notice != "" {
		lines = append(lines, c.Notice, "")
	}
	for _, e := range c.Enclosures {
		lines = append(lines, a.paper.T("letter.enclosures")+": "+e)
	}
	return append(lines, c.Closing, say.Joined(c.Signer.Name, c.Signer.Title))
}
