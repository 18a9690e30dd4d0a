package present

import (
	"errors"
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// CaseRefused says why a case cannot be shown; without words it can.
type CaseRefused struct {
	Title, Words string
	Lines        []CaseRefusedLine
	Foot         string
	Explain      bool // whoever works is asked to explain something in it
}

// CaseRefusedLine is a rule, what was noted, or what somebody may do all the same.
type CaseRefusedLine struct {
	Icon              CaseIcon
	Label, Words, Law string
}

// Refused says why the case cannot be shown.
func (c *Case) Refused() CaseRefused { return c.refused }

// Explain goes to what whoever works is asked in the case.
func (c *Case) Explain() { c.Open(Route{Place: ExplainPlace, Case: c.id}) }

// why tells why a case cannot be shown. It is run off the screen's goroutine.
func (c *Case) why(err error) CaseRefused {
	no := CaseRefused{Title: c.T("case.refused_title"), Words: c.Tell(err), Foot: c.T("case.refused_more")}
	if !errors.Is(err, domain.Refuse("open", domain.HiddenFromNamed)) {
		return no
	}
	no.Foot = c.T("case.refused_mistake")
	no.Lines = []CaseRefusedLine{{IconStamp, c.T("case.refused_rule"), c.T("case.refused_rule_words"), c.T("case.refused_law")}}
	no.Lines = slices.Insert(no.Lines, 0, c.deciders(err))
	if !c.ReadOnly {
		no.Lines = append(no.Lines, CaseRefusedLine{IconClock, c.T("case.refused_noted"), c.T("case.refused_noted_words", "at", c.Say.DateTime(c.Now())), ""})
	}
	asked, err := c.office.Invitations()
	i := slices.IndexFunc(asked, func(x office.Invitation) bool { return x.Case == c.id })
	if err != nil || i < 0 {
		no.Lines = append(no.Lines, CaseRefusedLine{IconEdited, c.T("case.refused_right"), c.T("case.refused_right_later"), ""})
		return no
	}
	words := c.T("case.refused_right_words")
	if due := asked[i].Due; !due.IsZero() {
		words = c.T("case.refused_right_until", "due", due)
	}
	no.Explain = true
	no.Lines = append(no.Lines, CaseRefusedLine{IconEdited, c.T("case.refused_right"), words, ""})
	return no
}

// deciders says who decides instead of those whom the case names.
func (c *Case) deciders(err error) CaseRefusedLine {
	o := c.office.Acting().Office
	var names []string
	if no, is := errors.AsType[*domain.Refusal](err); is {
		for _, a := range no.Args {
			who, _ := a.Value.([]domain.UserID)
			for _, id := range who {
				u, _ := o.User(id)
				names = append(names, listed(ShortName(u.Name), lowered(u.Title)))
			}
		}
	}
	words := joined("; ", names...)
	if words == "" {
		words = c.T("case.refused_nobody")
	}
	return CaseRefusedLine{IconPerson, c.T("case.refused_decides"), words, ""}
}

// refuse shows why the case cannot be shown. Nothing of it stays on the screen.
func (c *Case) refuse(no CaseRefused) {
	c.state, c.view, c.form, c.extend, c.paper = caseState{}, CaseView{}, nil, nil, nil
	c.refused = no
	c.changed()
}
