package present

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// closeForm ends the case. It lists everything that is missing at once, each with what leads to it.
func (c *Case) closeForm() *Form {
	t := c.T
	var f *Form
	f = c.fill(domain.DoClose, func(id office.Command) error { return c.office.CloseCase(id, c.id, closing(f)) },
		&Field{Key: "note", Label: t("case.close_note"), Kind: TextField, Lines: 3},
		&Field{Key: "lateReason", Label: t("field.lateReason"), Kind: TextField, Lines: 3},
		&Field{Key: "lateUnit", Label: t("field.lateUnit"), Kind: ChoiceField, Options: c.units()},
	)
	late := c.state.Case.LateOn(c.state.by.Today())
	f.Field("lateReason").Hidden, f.Field("lateUnit").Hidden = !late, !late
	f.Edited = func(*Field) { c.missing(f) }
	f.Done = func() {
		c.takeBack(t("case.done.close"), domain.DoReopen, func(command commandOf) error {
			id, err := command()
			if err != nil {
				return err
			}
			return c.office.Reopen(id, c.id, domain.CaseReopened{
				Reason: t("case.undo_reason"), Ground: domain.OnError, Due: c.state.by.Today(),
			})
		})
	}
	return f
}

func closing(f *Form) domain.CaseClosed {
	return domain.CaseClosed{
		Note: f.Text("note"), LateReason: f.Text("lateReason"), LateUnit: domain.ParseID[domain.DepartmentID](f.Text("lateUnit")),
	}
}

// missing lists what keeps the case open: what has to happen first, each with its button; what is to be filled in here
// stands as a hint under its field.
func (c *Case) missing(f *Form) {
	f.Notices, f.Blocked = nil, ""
	for _, key := range []string{"note", "lateReason", "lateUnit"} {
		f.Field(key).Hint = ""
	}
	first := 0
	for _, r := range c.state.by.MissingToClose(c.state.Case, closing(f)) {
		if r.Field != "" {
			f.Field(r.Field).Hint = c.Say.Refusal(r)
			continue
		}
		first++
		n := Notice{Sign: BadSign, Words: c.Say.Refusal(r)}
		if do, ok := c.clears(r.Reason); ok {
			n.Do, n.Go = c.act(do).Words, func() { c.Start(do) }
		}
		f.Notices = append(f.Notices, n)
	}
	if first > 0 {
		f.Blocked = c.T("case.close_blocked", "n", first)
	}
}

// clears gives the action that does away with what keeps a case open, when whoever works may take it.
func (c *Case) clears(why domain.Reason) (domain.Action, bool) {
	switch why {
	case domain.MeasuresOpen:
		return domain.DoExecute, c.may(domain.DoExecute)
	case domain.DecisionMissing:
		return domain.DoDecide, c.may(domain.DoDecide)
	case domain.JoinedUntold:
		return doTell, c.may(doTell)
	case domain.ReplyMissing, domain.RecipientUntold:
		return domain.DoDraft, c.may(domain.DoDraft)
	case domain.NotDispatched:
		step := c.state.step
		return step.Action, slices.Contains(letterActs, step.Action) && c.mayStep(step)
	default:
		return "", false
	}
}
