package main

import (
	"crypto/sha256"
	"time"

	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/say"
)

// receiptSheet is what a citizen takes home: number, hour, kind, terms, how to ask, and what becomes of the data.
func receiptSheet(s *say.Speaker, a domain.Acting, c domain.Case) letter.Sheet {
	rows := letter.Rows{
		{Name: s.T("sheet.receipt.number"), Value: c.Number.Text},
		{Name: s.T("sheet.receipt.at"), Value: s.DateTime(c.RegisteredAt)},
		{Name: s.T("sheet.receipt.kind"), Value: s.Kind(c.Intake.Kind)},
		{Name: s.T("sheet.receipt.sender"), Value: orDash(c.Intake.Sender.Contact.Name)},
	}
	for _, d := range c.Deadlines {
		rule, _ := a.Office.Rules.ByID(d.Rule)
		rows = append(rows, letter.Row{Name: s.Clock(d.Clock), Value: s.T("sheet.receipt.due", "due", s.DateWeekday(d.Due), "source", s.Source(rule.Source))})
	}
	t, _ := a.Office.Template(domain.TReceipt)
	filled := composeLetter(s, a, c, t, nil)
	parts := []letter.Part{rows}
	for _, p := range filled.Paragraphs {
		parts = append(parts, letter.Text(p.Text))
	}
	return letter.Sheet{
		Head: a.Office.Settings.Letterhead(), Title: s.Template(domain.TReceipt), Parts: parts, Exercise: a.Office.Demo, At: a.Now,
		ID: sheetID(a.Now, c.Number.Text), Foot: c.Number.Text,
	}
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// sheetID tells one printed sheet from another.
func sheetID(at time.Time, what string) domain.Digest {
	return sha256.Sum256([]byte(at.UTC().Format(time.RFC3339) + what))
}
