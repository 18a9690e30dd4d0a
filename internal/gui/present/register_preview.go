package present

import (
	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// Preview is what stands beside the register about the chosen case.
type Preview struct {
	Case    domain.CaseID // zero = nothing to show yet
	Number  string
	Subject string
	Kind    string
	State   string
	Due     string
	Weekday string
	Left    string
	Urgency domain.Urgency
	Sender  string
	Unit    string
	Lead    string
	Turn    string
	LastAt  string // when the last thing happened
	Last    string // and what
	Text    string
}

// Preview gives the preview of the chosen case; that of the one before it until the choice rests.
func (r *Register) Preview() Preview { return r.preview }

// brief lets the preview say of the chosen case what its row does, until its text is there.
func (r *Register) brief() {
	if i := r.Chosen(); i >= 0 && r.preview.Case != r.chosen {
		row := r.rows[i]
		r.preview = Preview{
			Case: row.Case, Number: row.Number, Subject: row.Subject, Sender: row.Sender, Due: row.Due, Left: row.Left, Urgency: row.Urgency,
		}
	}
}

func (r *Register) previewOf(f office.File) Preview {
	c, a := f.Case, r.office.Acting()
	e := c.Entry()
	reminder := a.Office.Remind(e, r.Today())
	unit, _ := a.Office.Department(e.Department)
	lead, _ := a.Office.User(e.Lead)
	p := Preview{
		Case: c.ID, Number: c.Number.Text, Subject: e.Subject, Kind: capital(r.Say.Kind(e.Kind)), State: r.Say.State(e.State),
		Left: r.LeftLong(reminder), Urgency: reminder.Urgency, Sender: r.SenderName(e), Unit: unit.Name, Lead: ShortName(lead.Name), Text: c.Intake.Text,
		Turn: r.TurnWords(a, a.Office.Turn(r.Today())(&e)),
	}
	due := reminder.Due
	if d, ok := c.Due(); ok && reminder.Urgency == domain.NoTerm {
		due = d.Due
	}
	if !due.IsZero() {
		p.Due, p.Weekday = due.Local(), r.Say.Weekday(due.Weekday())
	}
	if n := len(f.History); n > 0 {
		last := f.History[n-1]
		p.LastAt = r.T("register.last", "date", calendar.DateOf(last.At), "time", r.Say.Time(last.At))
		p.Last = r.EventWords(last)
	}
	return p
}
