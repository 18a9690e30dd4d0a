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
	Mistake      bool // he may say that he is named by mistake
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
	c.standing(&no)
	asked, err := c.office.Invitations()
	i := slices.IndexFunc(asked, func(x office.Invitation) bool { return x.Case == c.id && x.Waits })
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

// standing says what became of his word that he is named by mistake, and whether he may give it.
func (c *Case) standing(no *CaseRefused) {
	x, err := c.office.Standing(c.id)
	if err != nil {
		return
	}
	if !x.Answer.At.IsZero() {
		no.Lines = append(no.Lines, CaseRefusedLine{IconInfo, c.T("case.refused_answer"), x.Answer.Text, c.T("case.refused_answered",
			"name", c.name(x.Answer.By), "at", x.Answer.At)})
	}
	if !x.Claimed.IsZero() {
		no.Lines = append(no.Lines, CaseRefusedLine{IconInfo, c.T("case.refused_claim"), c.T("case.refused_claimed", "at", x.Claimed), ""})
		no.Foot = ""
		return
	}
	no.Mistake = !c.ReadOnly
}

// ClaimMistake opens the field in which whoever works says why he is named by mistake. It tells him nothing of the case.
func (c *Case) ClaimMistake() {
	if !c.refused.Mistake || c.form != nil {
		return
	}
	f := &Form{
		Env: c.Env, Title: c.T("case.mistake_title"), Lead: c.T("case.mistake_lead"), Do: c.T("case.mistake_do"),
		Fields: []*Field{{Key: "text", Label: c.T("case.mistake_why"), Kind: TextField, Lines: 5}},
	}
	command := c.wish()
	f.Run = func() error {
		id, err := command()
		if err != nil {
			return err
		}
		return c.office.ClaimMistake(id, c.id, f.Text("text"))
	}
	f.Done = func() { c.Toast(Toast{Words: c.T("case.mistake_done")}) }
	f.KeepAs(c.office, "mistake-"+idKey(c.id))
	f.Closed = func(done bool) {
		c.form = nil
		c.changed()
		if done {
			c.Load()
		}
	}
	c.form = f
	c.changed()
}

// deciders says who decides instead of those whom the case names.
func (c *Case) deciders(err error) CaseRefusedLine {
	o := c.office.Acting().Office
	var names []string
	if no, is := errors.AsType[*domain.Refusal](err); is {
		for _, id := range no.Users() {
			u, _ := o.User(id)
			names = append(names, listed(ShortName(u.Name), lowered(u.Title)))
		}
	}
	words := joined("; ", names...)
	if words == "" {
		words = c.T("case.refused_nobody")
	}
	return CaseRefusedLine{IconPerson, c.T("case.refused_decides"), words, ""}
}

func (c *Case) name(id domain.UserID) string {
	u, _ := c.office.Acting().Office.User(id)
	return ShortName(u.Name)
}

// refuse shows why the case cannot be shown. Nothing of it stays on the screen.
func (c *Case) refuse(no CaseRefused) {
	if c.refused.Words == "" || !no.Mistake { // what is typed about a mistake stays
		c.form = nil
	}
	c.state, c.view, c.extend, c.paper = caseState{}, CaseView{}, nil, nil
	c.refused = no
	c.changed()
}
