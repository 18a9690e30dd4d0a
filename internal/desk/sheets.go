package desk

import (
	"cmp"
	"crypto/sha256"

	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
)

// Receipt prints again the slip that the sender takes home. That it was printed is noted.
func (d *Desk) Receipt(id domain.CaseID) ([]byte, error) {
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	file, err := d.Case(id, office.Printed)
	if err != nil {
		return nil, err
	}
	return press.Sheet(d.receiptSheet(d.Acting(), file.Case))
}

// Slip prints the slip of a case that was registered just now. Whoever registered a submission against himself prints it
// too, and nobody has to open the case for it. That it was printed is noted.
func (d *Desk) Slip(e domain.CaseRegistered) ([]byte, error) {
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	by := d.Acting()
	pdf, err := press.Sheet(d.receiptSheet(by, domain.Case{}.Apply(domain.Fact{Event: e, By: by.User, At: e.RegisteredAt})))
	if err != nil {
		return nil, err
	}
	return pdf, d.NoteSlip(e.Case)
}

// receiptSheet says number, hour, kind and terms, and under them what the office's own template T01 says: how to ask,
// and what becomes of the data.
func (d *Desk) receiptSheet(by domain.Acting, c domain.Case) letter.Sheet {
	s := d.Paper
	rows := letter.Rows{
		{Name: s.T("sheet.receipt.number"), Value: c.Number.Text},
		{Name: s.T("sheet.receipt.at"), Value: s.DateTime(c.RegisteredAt)},
		{Name: s.T("sheet.receipt.kind"), Value: s.Kind(c.Intake.Kind)},
		{Name: s.T("sheet.receipt.sender"), Value: cmp.Or(c.Intake.Sender.Contact.Name, "–")},
	}
	for _, dl := range c.Deadlines {
		rule, _ := by.Office.Rules.ByID(dl.Rule)
		due := s.T("sheet.receipt.due", "due", s.DateWeekday(dl.Due), "source", s.Source(rule.Source))
		if by.Office.Provisional(dl.Due, by.Today()) {
			due += ". " + s.T("sheet.receipt.provisional", "year", dl.Due.Year())
		}
		rows = append(rows, letter.Row{Name: capital(s.Clock(dl.Clock)), Value: due})
	}
	parts := []letter.Part{rows}
	t, _ := by.Office.Template(domain.TReceipt)
	for _, p := range d.composeBy(by, c, t, nil).Paragraphs {
		parts = append(parts, letter.Text(p.Text))
	}
	return letter.Sheet{
		Head: by.Office.Settings.Letterhead(), Title: s.Template(domain.TReceipt), Parts: parts, Exercise: by.Office.Demo,
		At: by.Now, ID: domain.Digest(sha256.Sum256([]byte(c.Number.Text))), Foot: c.Number.Text,
	}
}

// restoreCommand is what the recovery sheet says to type.
const restoreCommand = "harta restore --recovery-code"

// RecoverySheet prints the recovery code of a new office, and how to use it.
func (d *Desk) RecoverySheet(plan office.Plan, code string) ([]byte, error) {
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	t := d.Paper.T
	return press.Sheet(letter.Sheet{
		Title: t("sheet.recovery.title"),
		Parts: []letter.Part{
			letter.Text(t("sheet.recovery.what", "office", plan.Settings.Municipality)),
			letter.Code(code),
			letter.Rows{
				{Name: t("sheet.recovery.office"), Value: plan.Settings.Municipality},
				{Name: t("sheet.recovery.printed"), Value: d.Paper.DateTime(d.Now())},
				{Name: t("sheet.recovery.by"), Value: plan.Founder.Name},
			},
			letter.Heading(t("sheet.recovery.how")),
			letter.Steps{
				t("sheet.recovery.step1", "command", restoreCommand), t("sheet.recovery.step2"), t("sheet.recovery.step3"),
			},
		},
		Foot: t("sheet.recovery.foot", "office", plan.Settings.Municipality), Exercise: plan.Demo,
		At: d.Now(), ID: domain.Digest(sha256.Sum256([]byte(code))),
	})
}
