package present

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// admitForm decides whether and how the submission is considered. Only the grounds are offered that fit its kind and on
// which whoever works may decide; the ground says what follows.
func (c *Case) admitForm() *Form {
	t := c.T
	var f *Form
	f = c.fill(domain.DoAdmit, func(id office.Command) error { return c.admit(f, id) },
		&Field{Key: "ground", Label: t("field.ground"), Kind: ChoiceField, Options: c.grounds()},
		&Field{Key: "danger", Label: t("case.danger_kind"), Kind: ChoiceField, Options: c.dangers(), Narrow: true},
		&Field{Key: "told", Label: t("case.danger_told"), Narrow: true},
		&Field{Key: "dangerReason", Label: t("case.danger_reason")},
		&Field{Key: "body", Label: t("field.body")},
		&Field{Key: "into", Label: t("field.into"), Hint: t("case.into_hint"), Narrow: true},
		&Field{Key: "seal", Label: t("case.seal"), Narrow: true},
		c.reason(),
	)
	usual := string(c.usualGround())
	if f.Text("ground") == "" && slices.ContainsFunc(f.Field("ground").Options, func(o Option) bool { return o.Key == usual }) {
		f.Field("ground").Text = usual
	}
	f.Edited = func(*Field) { c.admitShown(f) }
	return f
}

// usualGround is proposed: what has another order by law goes there.
func (c *Case) usualGround() domain.Ground {
	switch k := c.state.Case.Intake.Kind; {
	case k == domain.Whistleblower:
		return domain.GroundSealed
	case k.OtherOrder():
		return domain.GroundOtherOrder
	default:
		return domain.Admissible
	}
}

// grounds are those that can be chosen for the case.
func (c *Case) grounds() []Option {
	x, by := c.state.Case, c.state.by
	anonymous := x.Intake.Sender.Contact.Type == domain.Anonymous
	var all []Option
	for _, r := range domain.GroundRules() {
		fits := len(r.Kinds) == 0 || slices.Contains(r.Kinds, x.Intake.Kind)
		switch r.Ground {
		case domain.GroundAnonymous:
			fits = fits && anonymous
		case domain.Admissible:
			fits = fits && !anonymous
		default:
		}
		e := domain.AdmissibilityDecided{Ground: r.Ground, Result: r.Result}
		s := domain.Situation{Case: x, By: by.User, Event: e}
		if fits && by.Office.Authority(s, domain.DoAdmit, by.Today()) == nil {
			all = append(all, Option{string(r.Ground), capital(c.Say.Ground(r.Ground))})
		}
	}
	return all
}

// admitShown shows the fields that a ground asks for, and says what follows from it.
func (c *Case) admitShown(f *Form) {
	g := domain.Ground(f.Text("ground"))
	danger := g == domain.GroundExOfficio
	for key, shown := range map[string]bool{
		"danger": danger, "told": danger, "dangerReason": danger,
		"body":   g == domain.GroundNotOurs || g == domain.GroundOtherOrder,
		"into":   g == domain.GroundRepeated || g == domain.GroundDuplicate,
		"seal":   g == domain.GroundSealed,
		"reason": g != domain.Admissible && g != "",
	} {
		f.Field(key).Hidden = !shown
	}
	hint := ""
	if r, ok := domain.RuleOf(g); ok {
		hint = c.T("case.ground_source", "source", c.Say.Source(r.Source), "state", c.Say.State(r.Result))
		if r.Template != "" {
			hint += " " + c.T("case.ground_letter", "letter", c.Say.Template(r.Template))
		}
	}
	f.Field("ground").Hint = hint
}

func (c *Case) admit(f *Form, id office.Command) error {
	e := domain.AdmissibilityDecided{Ground: domain.Ground(f.Text("ground")), Reason: f.Text("reason"), Body: f.Text("body"), Seal: f.Text("seal")}
	if e.Ground == "" {
		return domain.Refuse(string(domain.DoAdmit), domain.FieldMissing).On("ground").With("field", "ground")
	}
	if e.Ground == domain.GroundExOfficio {
		e.Danger = domain.Danger{Category: f.Text("danger"), Reason: f.Text("dangerReason"), Told: f.Text("told")}
	}
	if into := f.Field("into"); !into.Hidden && f.Text("into") != "" {
		var err error
		if e.Into, err = c.another(domain.DoAdmit, f.Text("into")); err != nil {
			return err
		}
	}
	_, err := c.office.Admit(id, c.id, e)
	return err
}
