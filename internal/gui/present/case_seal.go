package present

import (
	"time"

	"harta/internal/domain"
	"harta/internal/office"
)

// sealForm takes out of the register what must not be in it, and asks for a word that nobody types by mistake.
func (c *Case) sealForm() *Form {
	var f *Form
	word := c.T("case.erase_word")
	ground := &Field{Key: "ground", Label: c.T("field.ground"), Kind: ChoiceField}
	for _, g := range domain.SealGrounds() {
		ground.Options = append(ground.Options, Option{string(g), capital(c.Say.Ground(g))})
	}
	f = c.fill(domain.DoSeal, func(id office.Command) error {
		at, err := c.handedAt(f)
		if err != nil {
			return err
		}
		return c.office.Seal(id, c.id, domain.CaseTakenOut{
			Ground: domain.Ground(f.Text("ground")), Seal: f.Text("seal"), HandedTo: f.Text("handedTo"), At: at,
		})
	}, ground, &Field{Key: "seal", Label: c.T("case.seal"), Narrow: true, Most: domain.MaxLine},
		&Field{Key: "handedTo", Label: c.T("field.handedTo"), Most: domain.MaxLine},
		&Field{Key: "on", Label: c.T("case.handed_on"), Kind: DateField, Narrow: true},
		&Field{Key: "hour", Label: c.T("case.danger_told_at"), Narrow: true, Most: 5},
		&Field{Key: "word", Label: c.T("case.erase_type", "word", word), Narrow: true})
	f.Danger, f.Lead = true, c.T("case.lead.seal", "number", c.view.Number)
	f.Field("word").Text = ""
	c.preset(f)
	f.Edited = func(*Field) {
		f.Blocked = ""
		if f.Text("word") != word {
			f.Blocked = c.T("case.erase_blocked", "word", word)
		}
	}
	return f
}

// handedAt reads when the paper was handed over; zero = now.
func (c *Case) handedAt(f *Form) (time.Time, error) {
	today := c.state.by.Today()
	if f.Text("hour") == "" && f.Day("on") == today {
		return time.Time{}, nil
	}
	return f.moment("on", "hour", today)
}
