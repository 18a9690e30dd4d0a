package present

import (
	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// ExplainOffice is what Обяснение asks of the office: it gives nothing else of the case.
type ExplainOffice interface {
	Acting() domain.Acting
	Invitation(id domain.CaseID) (office.Invitation, error)
	Explain(c office.Command, id domain.CaseID, text string) error
	NewCommand() (office.Command, error)

	Drafts
}

// ExplainLine is a question that was put, or an answer that was given.
type ExplainLine struct{ Words, When, Due string }

// ExplainView is all that is shown of the case to whoever is asked.
type ExplainView struct {
	Loaded    bool
	Number    string
	Rule      string // what is shown, and what is not
	Due       string // until when an answer is awaited; empty = no day was named
	Left      CaseMark
	Questions []ExplainLine
	Answers   []ExplainLine
}

// Explain is the presenter of Обяснение: the questions that were put to whoever works, and the field for his answer.
type Explain struct {
	Env
	watched

	office  ExplainOffice
	id      domain.CaseID
	view    ExplainView
	form    *Form
	refused string
	looked  bool // the questions were shown before: the next look is not another one
}

// NewExplain makes the presenter for the case of a route.
func NewExplain(env Env, o ExplainOffice, to Route) *Explain {
	return &Explain{Env: env, office: o, id: to.Case}
}

// View gives what is shown; Loaded is false before anything was read.
func (x *Explain) View() *ExplainView { return &x.view }

// Form gives the field for the answer, nil when none is awaited.
func (x *Explain) Form() *Form { return x.form }

// Refused says why nothing can be shown; empty when it can.
func (x *Explain) Refused() string { return x.refused }

// Load reads what was asked. It is read once: what somebody is answering does not change under his hands.
func (x *Explain) Load() {
	if x.looked {
		return
	}
	var found office.Invitation
	var err error
	x.Go(func() { found, err = x.office.Invitation(x.id) }, func() {
		if err != nil {
			x.refused = x.Tell(err)
			x.changed()
			return
		}
		x.looked = true
		x.view = x.draw(found)
		if found.Waits && x.form == nil {
			x.form = x.answer()
		}
		x.changed()
	})
}

// Leave keeps what is typed: the screen goes away.
func (x *Explain) Leave() {
	if x.form != nil {
		x.form.Flush()
	}
}

func (x *Explain) draw(found office.Invitation) ExplainView {
	v := ExplainView{Loaded: true, Number: found.Number.Text, Rule: x.T("explain.rule_other")}
	if found.Named {
		v.Rule = x.T("explain.rule")
	}
	for _, n := range found.Questions {
		v.Questions = append(v.Questions, ExplainLine{n.Text, x.Say.DateTime(n.At), x.by(n.Due)})
	}
	for _, n := range found.Answers {
		v.Answers = append(v.Answers, ExplainLine{Words: n.Text, When: x.Say.DateTime(n.At)})
	}
	if found.Waits && !found.Due.IsZero() {
		v.Due = x.Say.DateWeekday(found.Due)
		v.Left = x.leftMark(x.office.Acting().Office.Until(found.Due, x.Today()))
	}
	return v
}

func (x *Explain) by(due calendar.Date) string {
	if due.IsZero() {
		return ""
	}
	return x.T("explain.by", "due", due)
}

// answer is the form with the one field.
func (x *Explain) answer() *Form {
	var command office.Command
	f := &Form{
		Env: x.Env, Title: x.T("explain.answer"), Do: x.T("explain.do"), Foot: x.T("explain.foot"),
		Fields: []*Field{{Key: "text", Label: x.T("explain.field"), Kind: TextField, Lines: 7, Hint: x.T("explain.hint")}},
	}
	f.Run = func() error {
		var err error
		if command == (office.Command{}) {
			if command, err = x.office.NewCommand(); err != nil {
				return err
			}
		}
		return x.office.Explain(command, x.id, f.Text("text"))
	}
	f.Done = func() { x.Toast(Toast{Words: x.T("explain.done")}) }
	f.Closed = func(bool) { x.Back() }
	f.KeepAs(x.office, "explain-"+idKey(x.id))
	if x.ReadOnly {
		f.Blocked = x.T("fault.read_only")
	}
	return f
}
