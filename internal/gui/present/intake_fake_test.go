package present_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// People and units of the made-up office of new cases.
var (
	deskClerk, taxClerk = domain.UserID{11}, domain.UserID{12}
	taxOffice, roads    = domain.DepartmentID{21}, domain.DepartmentID{22}
	lamps               = domain.TopicID{31}
	nachev              = domain.PersonID{41}
)

// intakeDesk is an office that registers what the rules allow, and records what is asked of it.
type intakeDesk struct {
	drafts
	office   domain.Office
	user     domain.UserID
	now      time.Time
	people   []domain.Person
	entries  []domain.Entry
	commands int
	done     map[office.Command]domain.CaseRegistered
	intakes  []domain.Intake
	attached []string
	shown    []string
	given    []domain.CaseID  // of which the slip was given
	fault    error            // of the next registration
	noFile   map[string]error // by path
	noPrint  error
}

func newIntakeDesk() *intakeDesk {
	o := domain.NewOffice()
	o.Departments = []domain.Department{{ID: taxOffice, Name: "Местни данъци и такси"}, {ID: roads, Name: "Пътища"}, {ID: domain.DepartmentID{23}, Name: "Закрит", Closed: true}}
	o.Topics = []domain.Topic{{ID: lamps, Name: "Улично осветление", Department: roads}, {ID: domain.TopicID{32}, Name: "Друго"}}
	o.Users = []domain.User{
		{ID: deskClerk, Name: "Мария Петрова", Keyed: true, Grants: []domain.RoleGranted{{User: deskClerk, Role: domain.Clerk, From: dayOf("2026-01-05")}}},
		{ID: taxClerk, Name: "Светла Лазарова", Title: "гише 3", Department: taxOffice, Keyed: true},
	}
	return &intakeDesk{
		office: o, user: deskClerk, now: time.Date(2026, time.November, 23, 8, 42, 0, 0, time.UTC), drafts: drafts{},
		done: map[office.Command]domain.CaseRegistered{}, noFile: map[string]error{},
		people: []domain.Person{{ID: nachev, Contact: domain.Contact{
			Type: domain.NaturalPerson, Name: "Ивайло Петров Начев", Settlement: "гр. Примерно", Street: "ул. „Хан Крум“ 12", Phone: "0888 123 456", Address: domain.ToMr,
		}}},
	}
}

func (d *intakeDesk) Acting() domain.Acting {
	return domain.Acting{Office: &d.office, User: d.user, Now: d.now}
}

func (d *intakeDesk) NewCommand() (office.Command, error) {
	d.commands++
	return office.Command{byte(d.commands)}, nil
}

func (d *intakeDesk) Register(c office.Command, in domain.Intake, with ...office.Paper) (domain.CaseRegistered, error) {
	if e, ok := d.done[c]; ok {
		return e, nil
	}
	serial := 1313 + len(d.intakes)
	n := domain.Number{Text: fmt.Sprintf("94-%d/23.11.2026", serial), Serial: serial, Date: dayOf("2026-11-23")}
	e, err := d.Acting().Register(in, domain.Registration{Case: domain.CaseID{byte(len(d.intakes) + 1)}, Number: n})
	if err != nil {
		return e, err
	}
	if d.fault != nil {
		err, d.fault = d.fault, nil
		d.done[c] = e // it was written all the same
		d.intakes = append(d.intakes, in)
		return domain.CaseRegistered{}, err
	}
	d.done[c] = e
	d.intakes = append(d.intakes, in)
	for _, p := range with {
		d.attached = append(d.attached, p.Name+" "+p.Type)
	}
	return e, nil
}

func (d *intakeDesk) Attach(_ office.Command, _ domain.CaseID, e domain.DocumentAdded, _ []byte) (domain.DocumentAdded, error) {
	if d.Acting().NamesUser(d.intakes[len(d.intakes)-1]) {
		return e, domain.Refuse("open", domain.NoSuchCase)
	}
	d.attached = append(d.attached, e.Name+" "+e.Type)
	return e, nil
}

func (d *intakeDesk) FindPersons(typed string, most int) []domain.Person {
	var found []domain.Person
	for _, p := range d.people {
		if strings.Contains(strings.ToLower(p.Contact.Name), strings.ToLower(typed)) {
			found = append(found, p)
		}
	}
	return found[:min(most, len(found))]
}

func (d *intakeDesk) List(want func(domain.Entry) bool) []domain.Entry {
	return slices.DeleteFunc(slices.Clone(d.entries), func(e domain.Entry) bool { return want != nil && !want(e) })
}

func (d *intakeDesk) Slip(domain.CaseRegistered) ([]byte, error) { return []byte("pdf"), d.noPrint }

func (d *intakeDesk) GiveSlip(_ office.Command, id domain.CaseID) (domain.CaseNoted, error) {
	d.given = append(d.given, id)
	return domain.CaseNoted{}, nil
}

func (d *intakeDesk) Show(name string, _ []byte) error {
	d.shown = append(d.shown, name)
	return nil
}

func (d *intakeDesk) ReadFile(path string, _ int64) ([]byte, error) {
	return []byte("x"), d.noFile[path]
}

// intakePage is a page with what happened around it. Work waits in queue when it is held; a save waits in later.
type intakePage struct {
	*present.Intake
	desk   *intakeDesk
	opened []present.Route
	toasts []string
	warned bool // by the last of them
	last   present.Toast
	asked  int
	yes    bool
	held   bool
	queue  []func()
	later  []func()
}

func newIntakePage(tb testing.TB, d *intakeDesk, from present.Route) *intakePage {
	tb.Helper()
	p := &intakePage{desk: d}
	env := present.Env{
		Say: speaker(tb), Now: func() time.Time { return d.now }, Tell: func(err error) string { return "не стана: " + err.Error() },
		Go: func(work, done func()) {
			if p.held {
				p.queue = append(p.queue, func() { work(); done() })
				return
			}
			work()
			done()
		},
		After: func(_ time.Duration, f func()) func() {
			p.later = append(p.later, f)
			i := len(p.later) - 1
			return func() { p.later[i] = func() {} }
		},
		Open:  func(r present.Route) { p.opened = append(p.opened, r) },
		Toast: func(x present.Toast) { p.toasts, p.warned, p.last = append(p.toasts, x.Words), x.Warn, x },
		Ask:   func(_ present.Question, answer func(bool)) { p.asked++; answer(p.yes) },
	}
	tell := env.Tell
	env.Tell = func(err error) string {
		if refusal, is := errors.AsType[*domain.Refusal](err); is {
			return env.Say.Refusal(refusal)
		}
		return tell(err)
	}
	p.Intake = present.NewIntake(env, d, d, from)
	return p
}

// pass lets the time of everything that waits pass.
func (p *intakePage) pass() {
	waiting := p.later
	p.later = nil
	for _, f := range waiting {
		f()
	}
}

// release does the work that was held.
func (p *intakePage) release() {
	p.held = false
	for _, f := range p.queue {
		f()
	}
	p.queue = nil
}

func (p *intakePage) tick(key string, on bool) {
	x := p.Field(key)
	x.On = on
	p.Edit(x)
}

func (p *intakePage) date(key string, d calendar.Date) {
	x := p.Field(key)
	x.Date, x.Text = d, d.Local()
	p.Edit(x)
}

// complaint types a complaint that can be registered.
func (p *intakePage) complaint() {
	p.Choose(present.IntakeKind, string(domain.ComplaintService))
	p.Type(present.IntakeSender, "Стоян Стоянов")
	p.Type(present.IntakeSettlement, "гр. Примерно")
	p.Type(present.IntakeSubject, "Дълго чакане на гише 3")
}
