package desk

import (
	"cmp"
	"crypto/sha256"

	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
)

// Handover prints the protocol with which a sealed paper goes to the one who alone may read it: its number, day and
// hour, and two signatures. Nothing in it says what was written, or by whom. That it was printed is noted.
func (d *Desk) Handover(id domain.CaseID) ([]byte, error) {
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	file, err := d.Case(id, office.Printed)
	if err != nil {
		return nil, err
	}
	h, ok := file.Case.Handover()
	if !ok {
		return nil, domain.Refuse("handover", domain.NothingSealed)
	}
	by, s := d.Acting(), d.Paper
	key := "sheet.handover." + string(h.Ground)
	title := s.T(key)
	rule, _ := domain.RuleOf(h.Ground)
	return press.Sheet(letter.Sheet{
		Head: by.Office.Settings.Letterhead(), Title: title, Exercise: by.Office.Demo, At: by.Now, Foot: title,
		ID: domain.Digest(sha256.Sum256([]byte(title + h.Number.Text))),
		Parts: []letter.Part{
			letter.Text(s.T(key+"_what", "source", s.Source(rule.Source))),
			letter.Rows{
				{Name: s.T("sheet.handover.number"), Value: h.Number.Text},
				{Name: s.T(key + "_seal"), Value: h.Seal},
				{Name: s.T("sheet.handover.at"), Value: cmp.Or(s.DateTime(h.At), s.T("sheet.handover.blank"))},
			},
			letter.Text(s.T("sheet.handover.kept")),
			letter.Table{
				Heads: []letter.Head{{Part: 18}, {Words: s.T("sheet.handover.name"), Part: 42}, {Words: s.T("sheet.handover.sign"), Part: 40}},
				Rows: [][]string{
					{s.T("sheet.parcels.handed"), handedBy(by.Office, file), ""}, {s.T("sheet.parcels.taken"), h.To, ""},
				},
				High: true,
			},
			letter.Text(s.T("sheet.handover.copies")),
		},
	})
}

// handedBy names who recorded that the paper goes to somebody else.
func handedBy(o *domain.Office, file office.File) string {
	for _, j := range file.History {
		switch e := j.Event.(type) {
		case domain.CaseTakenOut:
		case domain.AdmissibilityDecided:
			if e.Ground != domain.GroundSealed {
				continue
			}
		default:
			continue
		}
		if u, ok := o.User(j.By); ok {
			return u.Name
		}
	}
	return ""
}
