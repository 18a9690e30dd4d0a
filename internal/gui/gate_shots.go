package gui

import (
	"time"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// gateShots are the states of the screen that the gallery shows.
func gateShots() []shot {
	return []shot{
		{name: "01-login"},
		{name: "01-login-names", user: "clerk", stage: (*Window).lock},
		{name: "01-login-wrong", stage: func(w *Window) { w.typePassword("ГРЕШНА ПАРОЛА", true) }},
		{name: "01-login-hint", stage: func(w *Window) { w.typePassword("ПАРОЛА", false) }},
		{name: "01-login-forgotten", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, func(g *present.Gate) { g.Forgot() }) }},
		{name: "01-login-held", stage: func(w *Window) { w.gateOn(shotDesk{w.program, heldShot{}}, nil) }},
		{name: "01-login-broken", stage: func(w *Window) { w.gateOn(shotDesk{w.program, &desk.LostError{Seq: 4182}}, nil) }},
		{name: "11-start", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, nil) }},
		{name: "11-start-office", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, foundTo(0)) }},
		{name: "11-start-refusal", stage: func(w *Window) {
			w.gateOn(shotDesk{w.program, nil}, func(g *present.Gate) {
				g.Found()
				g.Founding.Form().Submit()
			})
		}},
		{name: "11-start-you", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, foundTo(1)) }},
		{name: "11-start-lists", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, foundTo(2)) }},
		{name: "11-sheet", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, foundTo(3)) }},
		{name: "11-first-calendar", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, foundTo(4)) }},
		{name: "11-first-users", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, foundTo(5)) }},
		{name: "11-first-user", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, foundTo(6)) }},
		{name: "11-first-backup", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, foundTo(7)) }},
		{name: "11-restore", stage: func(w *Window) { w.gateOn(shotDesk{w.program, nil}, func(g *present.Gate) { g.Restore() }) }},
	}
}

// typePassword types into the field of the login.
func (w *Window) typePassword(words string, enter bool) {
	s, ok := w.gate.(*gateScreen)
	if !ok {
		return
	}
	if p, ok := s.part.(*loginPart); ok {
		p.entry.SetText(words)
		if enter {
			p.model.Enter()
		}
	}
}

// gateOn shows the gate of a made-up desk, and goes on from there.
func (w *Window) gateOn(d present.GateDesk, then func(*present.Gate)) {
	s := newGateOn(w, d)
	w.gate = s
	w.SetContent(s.body())
	if then != nil {
		then(s.model)
		s.redraw()
	}
	w.focus(s.first())
}

// foundTo goes so many steps into a new office.
func foundTo(step int) func(*present.Gate) {
	office := map[string]string{
		"municipality": "Община Примерно", "settlement": "гр. Примерно", "district": "област Примерна",
		"address": "9999 гр. Примерно, пл. „Образцов“ № 1", "phone": "0000/00-00", "email": "delovodstvo@primerno.example",
		"name": "Иван Колев", "title": "Старши експерт „Информационно обслужване“", "login": "ikolev",
		"password": "сребро и вода 26", "again": "сребро и вода 26", "code": "показан",
	}
	return func(g *present.Gate) {
		g.Found()
		for range step {
			switch g.Step() {
			case present.GateFounding:
				fillForm(g.Founding.Form(), office)
				g.Founding.Form().Submit()
			case present.GateSheet:
				fillForm(g.Sheet.Form, office)
				g.Sheet.Form.Submit()
			case present.GateFirst:
				firstTo(g.First, office)
			default:
				return
			}
		}
		if g.Step() == present.GateFounding {
			fillForm(g.Founding.Form(), office)
		}
	}
}

// firstTo goes a step on in the first steps.
func firstTo(s *present.FirstSteps, office map[string]string) {
	switch {
	case s.User != nil:
		office["name"], office["login"], office["title"] = "Мария Петрова", "mpetrova", "Секретар на Община Примерно"
		fillForm(s.User, office)
		s.User.Field("roles").Picked = []string{string(domain.Secretary)}
		s.User.Submit()
		s.Next()
	case s.Step() == present.FirstUsers:
		s.AddUser()
	default:
		s.Next()
	}
}

func fillForm(f *present.Form, words map[string]string) {
	for _, x := range f.Fields {
		if text, ok := words[x.Key]; ok && x.Text == "" {
			x.Text = text
		}
	}
	if f.Changed != nil {
		f.Changed()
	}
}

// shotDesk is the desk behind pictures of what comes before an office is open: nothing is written.
type shotDesk struct {
	Program
	trouble error // of opening; nil = there is no office yet
}

func (d shotDesk) HasOffice() bool { return d.trouble != nil }
func (shotDesk) Opened() bool      { return false }
func (d shotDesk) Open(bool) error { return d.trouble }
func (shotDesk) Close() error      { return nil }

func (d shotDesk) FoundOffice(plan office.Plan) (code string, sheet []byte, err error) {
	if p, ok := d.Program.(interface {
		RecoverySheet(plan office.Plan, code string) ([]byte, error)
	}); ok {
		sheet, err = p.RecoverySheet(plan, shotCode)
	}
	return shotCode, sheet, err
}

// shotCode is a code of nothing.
const shotCode = "7KQ2-M9XD-4T0B-W6HN-3RZE-8VYC-P5AG"

func (shotDesk) SameCode(string, string) error                       { return nil }
func (shotDesk) Settings() domain.Office                             { return domain.NewOffice() }
func (shotDesk) User() domain.User                                   { return domain.User{} }
func (shotDesk) SetCalendar(domain.CalendarSet) error                { return nil }
func (shotDesk) TemporaryPassword() (string, error)                  { return "k7m2-p9qx-4tra", nil }
func (shotDesk) AddUser(office.UserPlan) (id domain.UserID, e error) { return id, nil }
func (shotDesk) EachDisk(f func(dir, name string, free uint64))      { f(`E:\`, "АРХИВ", 58<<30) }

// heldShot says that somebody else has the data.
type heldShot struct{}

func (heldShot) Error() string { return "held" }

func (heldShot) HeldBy() (who string, since time.Time) {
	return "m.petrova@PK-2", time.Date(2026, time.November, 23, 7, 12, 0, 0, time.UTC)
}
