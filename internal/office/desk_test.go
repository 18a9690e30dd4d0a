package office_test

import (
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	_ "time/tzdata"

	"pgregory.net/rapid"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/office"
	"harta/internal/storage"
	"harta/internal/vault"
)

// tb is what helpers need of a test, of a benchmark, and of a run of rapid.
type tb interface {
	rapid.TB
	Cleanup(f func())
	TempDir() string
}

// clock is a clock that a test sets.
type clock struct{ at time.Time }

func (c *clock) now() time.Time {
	c.at = c.at.Add(time.Millisecond)
	return c.at
}

func (c *clock) set(day string) {
	d, err := calendar.ParseDate(day)
	if err != nil {
		panic(err)
	}
	c.at = d.Start().Add(10 * time.Hour)
}

const password = "вода и въздух 26"

// desk is a data folder with a state folder of its own on a machine of its own, as one PC has them.
type desk struct {
	data, state, machine string
	clock                *clock
	readOnly             bool
	random               io.Reader
	samePaper            func(domain.Number) bool
}

func newDesk(t tb) *desk {
	t.Helper()
	c := &clock{}
	c.set("2026-11-23")
	return newPC(t, "А", c)
}

// newPC is a desk with nothing on it.
func newPC(t tb, machine string, c *clock) *desk {
	t.Helper()
	root := t.TempDir()
	return &desk{
		data: filepath.Join(root, "data"), state: filepath.Join(root, "state"), machine: machine, clock: c, random: rand.Reader,
	}
}

// copied is another PC with a copy of the data folder, which nobody may have open.
func (d *desk) copied(t tb, machine string) *desk {
	t.Helper()
	other := newPC(t, machine, &clock{at: d.clock.at})
	other.random = d.random
	must(t, os.CopyFS(other.data, os.DirFS(d.data)))
	return other
}

// imaged is a copy that no program can tell from the original: state folder and machine are copied too.
func (d *desk) imaged(t tb) *desk {
	t.Helper()
	other := d.copied(t, d.machine)
	must(t, os.CopyFS(other.state, os.DirFS(d.state)))
	return other
}

func (d *desk) storage() storage.Options {
	return storage.Options{
		StateDir: d.state, Holder: "проба", Now: d.clock.now, ReadOnly: d.readOnly,
		Fingerprint: func(string) (string, error) { return d.machine, nil },
	}
}

func (d *desk) options() office.Options {
	return office.Options{
		Storage: d.storage(), Random: d.random, Log: slog.New(slog.DiscardHandler), Cost: vault.TestCost(),
		SameAsPaper: d.samePaper,
	}
}

// plan is a small office: a secretary who founds it, a clerk, an executor, a head and a mayor.
func plan() office.Plan {
	user := func(login, title, unit string, roles ...office.RolePlan) office.UserPlan {
		return office.UserPlan{Login: login, Name: "Име " + login, Title: title, Department: unit, Password: password, Roles: roles}
	}
	settings := domain.DefaultSettings()
	settings.Municipality = "Община Примерно"
	var templates []domain.Template
	for _, id := range []domain.TemplateID{domain.TReceipt, domain.TAnonymous, domain.TExtension, domain.TUpheld, domain.TRejected, domain.TAnswer, domain.TThanks} {
		templates = append(templates, domain.Template{ID: id, Paragraphs: []string{"Текст по преписка {InNo}."}})
	}
	return office.Plan{
		Demo: true, Settings: settings, Templates: templates,
		Departments: []office.DepartmentPlan{{Name: "Кадри"}, {Name: "Пътища"}},
		Topics:      []office.TopicPlan{{Name: "Улици", Department: "Пътища"}},
		Founder:     user("secretary", "секретар", "", office.RolePlan{Role: domain.Secretary}),
		Users: []office.UserPlan{
			user("clerk", "деловодител", "Кадри", office.RolePlan{Role: domain.Clerk}),
			user("executor", "експерт", "Кадри", office.RolePlan{Role: domain.Executor}),
			user("head", "началник", "Кадри", office.RolePlan{Role: domain.Head, Department: "Кадри"}),
			user("mayor", "кмет", "", office.RolePlan{Role: domain.Mayor}),
		},
	}
}

// founded makes the office and gives it with the founder signed in.
func (d *desk) founded(t tb) *office.Office {
	t.Helper()
	o, _, err := office.Found(d.data, plan(), d.options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		must(t, o.Close())
		d.fsck(t)
	})
	return o
}

func (d *desk) fsck(t tb) {
	t.Helper()
	report, err := storage.Fsck(d.data, true, nil)
	if err != nil {
		t.Errorf("fsck: %v", err)
	}
	for _, x := range report.Damage {
		if !errors.Is(x, journal.ErrFork) { // both branches are kept, and fsck says so
			t.Errorf("fsck: %v", x)
		}
	}
}

func (d *desk) open(t tb, login string) *office.Office {
	t.Helper()
	o, err := office.Open(d.data, d.options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		must(t, o.Close())
		d.fsck(t)
	})
	as(t, o, login)
	return o
}

// filling opens the office on a disk whose free room the test can change.
func (d *desk) filling(t tb, login string) (o *office.Office, free *uint64) {
	t.Helper()
	room := uint64(1 << 40)
	options := d.options()
	options.Storage.Free = func(string) (uint64, error) { return room, nil }
	o, err := office.Open(d.data, options)
	must(t, err)
	t.Cleanup(func() { must(t, o.Close()) })
	as(t, o, login)
	return o, &room
}

// reopen closes the office and opens it again.
func (d *desk) reopen(t tb, o *office.Office, login string) *office.Office {
	t.Helper()
	must(t, o.Close())
	return d.open(t, login)
}

// merge takes over what another desk has written.
func merge(t tb, into *office.Office, from *desk) office.Merged {
	t.Helper()
	m, err := mergeFrom(t, into, from)
	must(t, err)
	return m
}

func mergeFrom(t tb, into *office.Office, from *desk) (office.Merged, error) {
	t.Helper()
	s := from.source(t)
	defer func() { must(t, s.Close()) }()
	return into.Merge(s)
}

// source is the data folder of a desk, which may be at work, open for reading.
func (d *desk) source(t tb) *storage.Store {
	t.Helper()
	options := d.storage()
	options.ReadOnly = true
	s, err := storage.Open(d.data, options)
	must(t, err)
	return s
}

// register registers a signal as the clerk, and gives its number.
func register(t tb, o *office.Office, subject string) domain.CaseRegistered {
	t.Helper()
	as(t, o, "clerk")
	e, err := o.Register(office.Command{}, intake(domain.Signal, subject))
	must(t, err)
	return e
}

// numbers gives the numbers of the register, in its order.
func numbers(o *office.Office) []string {
	var all []string
	for _, e := range o.List(nil) {
		all = append(all, e.Number.Text)
	}
	return all
}

func as(t tb, o *office.Office, login string) {
	t.Helper()
	if err := o.SignIn(login, password); err != nil {
		t.Fatalf("sign in %s: %v", login, err)
	}
}

func must(t tb, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func intake(k domain.Kind, subject string) domain.Intake {
	return domain.Intake{
		Kind: k, Channel: domain.AtDesk, Subject: subject, Text: "Дълъг текст: " + subject,
		Sender: domain.Sender{Contact: domain.Contact{
			Type: domain.NaturalPerson, Name: "Стоян Примеров", Settlement: "с. Примерово", Street: "ул. „Първа“ № 1",
		}},
	}
}

func userID(t tb, o *office.Office, login string) domain.UserID {
	t.Helper()
	all, err := o.Accounts()
	must(t, err)
	for _, a := range all {
		if a.Login == login {
			return a.User
		}
	}
	t.Fatalf("no login %s", login)
	return domain.UserID{}
}

func departmentID(o *office.Office, name string) domain.DepartmentID {
	for _, d := range o.Settings().Departments {
		if d.Name == name {
			return d.ID
		}
	}
	return domain.DepartmentID{}
}

func hash(t tb, o *office.Office) string {
	t.Helper()
	h, err := o.StateHash()
	must(t, err)
	return h
}
