package present_test

import (
	"errors"
	"fmt"
	"image"
	"slices"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
	"harta/internal/say"
)

// People of the made-up office of letters.
var (
	authorID, chiefID, secretaryID, mayorID = domain.UserID{1}, domain.UserID{2}, domain.UserID{3}, domain.UserID{4}
	letterCase                              = domain.CaseID{7}
)

var letterNow = time.Date(2026, time.November, 23, 8, 42, 0, 0, time.UTC)

func dayOf(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// letterOffice is an office with one case, that records what is asked of it.
type letterOffice struct {
	drafts
	t      testing.TB
	say    *say.Speaker
	office domain.Office
	user   domain.UserID
	c      domain.Case
	hist   []office.Judged
	calls  []string
	fail   error
	wrong  error // what cannot be printed
	drawn  int
	shown  int
	seq    byte
}

func newLetterOffice(tb testing.TB, kind domain.Kind) *letterOffice {
	tb.Helper()
	templates, err := say.Templates()
	if err != nil {
		tb.Fatal(err)
	}
	o := domain.NewOffice()
	o.Confirmed = []domain.ConfirmedYear{{Year: 2026}, {Year: 2027}}
	o.Templates = templates
	o.Settings.Municipality, o.Settings.Phone = "Община Примерно", "03561/70-01"
	grant := func(u domain.UserID, r domain.Role) []domain.RoleGranted {
		return []domain.RoleGranted{{User: u, Role: r, From: dayOf("2026-01-05"), Order: "РД-1"}}
	}
	o.Users = []domain.User{
		{ID: authorID, Name: "Крум Русев", Title: "Главен специалист", Keyed: true, Grants: grant(authorID, domain.Executor)},
		{ID: chiefID, Name: "Биляна Кирова", Title: "Началник отдел", Keyed: true, Grants: grant(chiefID, domain.Head)},
		{ID: secretaryID, Name: "Ирена Стоянова", Title: "Секретар на Община Примерно", Keyed: true, Grants: grant(secretaryID, domain.Secretary)},
		{ID: mayorID, Name: "Марко Реджебов", Title: "Кмет на Община Примерно", Keyed: true, Grants: grant(mayorID, domain.Mayor)},
	}
	c := domain.Case{
		ID: letterCase, State: domain.InWork, RegisteredAt: time.Date(2026, time.November, 12, 8, 0, 0, 0, time.UTC),
		Number: domain.Number{Text: "94-1312/12.11.2026", Serial: 1312, Date: dayOf("2026-11-12")},
		Intake: domain.Intake{
			Kind: kind, Subject: "Отказано обслужване на гише 3", Text: "На 11.11.2026 г. ме върнаха.",
			ReceivedAt: time.Date(2026, time.November, 12, 8, 0, 0, 0, time.UTC),
			Sender: domain.Sender{Contact: domain.Contact{
				Name: "Елена Димова Кръстева", Address: domain.ToMs, Street: "ул. „Рила“ 7", Settlement: "гр. Примерно",
			}},
		},
		Deadlines:  []domain.Deadline{{Clock: domain.CharterClock, Start: dayOf("2026-11-12"), Due: dayOf("2026-12-14")}},
		Resolution: domain.CaseResolved{Lead: authorID},
	}
	return &letterOffice{t: tb, say: speaker(tb), office: o, user: authorID, c: c, drafts: drafts{}}
}

func (o *letterOffice) call(format string, args ...any) error {
	o.calls = append(o.calls, fmt.Sprintf(format, args...))
	return o.fail
}

func (o *letterOffice) Acting() domain.Acting {
	return domain.Acting{Office: &o.office, User: o.user, Now: letterNow}
}

func (o *letterOffice) Case(domain.CaseID, office.Looked) (office.File, error) {
	return office.File{Case: o.c, History: o.hist}, nil
}

func (o *letterOffice) NewCommand() (office.Command, error) {
	o.seq++
	return office.Command{o.seq}, nil
}

func (o *letterOffice) seqCommand() office.Command {
	c, _ := o.NewCommand()
	return c
}

func (o *letterOffice) Compose(c domain.Case, t domain.Template, typed map[string]string) domain.Letter {
	a := o.Acting()
	author, _ := a.Office.User(a.User)
	return a.Office.Compose(c, t, o.say.Filling(say.Writing{Office: a.Office, Case: c, Author: author, Today: a.Today(), Typed: typed}, t))
}

// put keeps a letter of the case in a state.
func (o *letterOffice) put(l domain.LetterFile) {
	o.c.Letters = append(slices.DeleteFunc(slices.Clone(o.c.Letters), func(x domain.LetterFile) bool { return x.ID == l.ID }), l)
}

func (o *letterOffice) Draft(c office.Command, _ domain.CaseID, id domain.LetterID, content domain.Letter) (domain.LetterID, error) {
	if err := o.call("draft %d", c[0]); err != nil {
		return id, err
	}
	if id == (domain.LetterID{}) {
		id = domain.LetterID{9}
	}
	o.hist = append(o.hist, office.Judged{Fact: domain.Fact{Event: domain.LetterDrafted{Letter: id, Content: content}, By: o.user, At: letterNow}})
	l, _ := o.c.Letter(id)
	l.ID, l.Content, l.State, l.Author, l.Since = id, content, domain.LetterDraft, o.user, letterNow
	l.Writers = append(slices.Clone(l.Writers), o.user)
	l.Hash = domain.Digest{byte(len(o.hist))}
	o.put(l)
	return id, nil
}

func (o *letterOffice) Submit(_ office.Command, _ domain.CaseID, id domain.LetterID) error {
	if err := o.call("submit"); err != nil {
		return err
	}
	l, _ := o.c.Letter(id)
	l.State = domain.LetterWaiting
	o.put(l)
	return nil
}

func (o *letterOffice) SignLetter(_ office.Command, _ domain.CaseID, id domain.LetterID) (domain.LetterNumbered, error) {
	if err := o.call("sign"); err != nil {
		return domain.LetterNumbered{}, err
	}
	l, _ := o.c.Letter(id)
	l.State, l.SignedBy, l.Number = domain.LetterSigned, o.user, domain.Number{Text: "94-87/23.11.2026"}
	o.put(l)
	return domain.LetterNumbered{Letter: id, Number: l.Number}, nil
}

func (o *letterOffice) PDF(domain.CaseID, domain.LetterID) ([]byte, error) {
	return []byte("%PDF"), nil
}

func (o *letterOffice) Show(string, []byte) error {
	o.shown++
	return o.fail
}

func (o *letterOffice) DraftPDF(domain.Letter) ([]byte, error) {
	o.drawn++
	return []byte("%PDF"), nil
}

func (o *letterOffice) DraftPages(l domain.Letter) (pdf []byte, looks []domain.Digest, err error) {
	pdf, err = o.DraftPDF(l)
	return pdf, []domain.Digest{{byte(o.drawn)}}, err
}
func (o *letterOffice) CheckLetter(domain.Letter) error { return o.wrong }
func (o *letterOffice) Pages([]byte) (int, error)       { return 1, nil }
func (o *letterOffice) Page(_ []byte, _, width int) (image.Image, error) {
	return image.NewNRGBA(image.Rect(0, 0, width, width)), nil
}

func (o *letterOffice) Drafts() ([]string, error) {
	var all []string
	for name := range o.drafts {
		all = append(all, name)
	}
	return all, nil
}

// clockwork is time that passes when a test says so.
type clockwork struct{ waiting []func() }

func (c *clockwork) after(_ time.Duration, f func()) (stop func()) {
	c.waiting = append(c.waiting, f)
	i := len(c.waiting) - 1
	return func() { c.waiting[i] = nil }
}

// pass calls what waits, also what begins to wait meanwhile.
func (c *clockwork) pass() {
	for len(c.waiting) > 0 {
		now := c.waiting
		c.waiting = nil
		for _, f := range now {
			if f != nil {
				f()
			}
		}
	}
}

// letterEnv is what a presenter is given in these tests; toasts and routes are remembered.
type letterEnv struct {
	clockwork
	present.Env
	toasts []present.Toast
	routes []present.Route
	backs  int
}

func newLetterEnv(tb testing.TB) *letterEnv {
	tb.Helper()
	e := &letterEnv{}
	s := speaker(tb)
	e.Env = present.Env{
		Say: s, Now: func() time.Time { return letterNow }, After: e.after,
		Go: inline,
		Tell: func(err error) string {
			if r, ok := errors.AsType[*domain.Refusal](err); ok {
				return s.Refusal(r)
			}
			return err.Error()
		},
		Open:  func(r present.Route) { e.routes = append(e.routes, r) },
		Back:  func() { e.backs++ },
		Toast: func(x present.Toast) { e.toasts = append(e.toasts, x) },
		Ask:   func(_ present.Question, f func(bool)) { f(true) },
	}
	return e
}
