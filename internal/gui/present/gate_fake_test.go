package present_test

import (
	"errors"
	"image"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
	"harta/internal/storage"
)

// gateRoom is the program around a presenter: a clock that is moved by hand, and what it was told.
type gateRoom struct {
	present.Env
	now    time.Time
	due    []*alarm
	toasts []string
	asked  []present.Question
	answer func(yes bool) // of the last question; answered at once when yes is set
	yes    *bool
	habits desk.Habits
}

type alarm struct {
	at   time.Time
	ring func()
	off  bool
}

func newGateRoom(t *testing.T) *gateRoom {
	t.Helper()
	words := speaker(t)
	r := &gateRoom{now: time.Date(2026, time.November, 23, 6, 24, 0, 0, time.UTC)}
	r.Env = present.Env{
		Say: words, Go: inline, Now: func() time.Time { return r.now },
		Tell: func(err error) string {
			if no, ok := errors.AsType[*domain.Refusal](err); ok {
				return words.Refusal(no)
			}
			return "не стана: " + err.Error()
		},
		Toast: func(x present.Toast) { r.toasts = append(r.toasts, x.Words) },
		Habits: func(change func(*desk.Habits)) desk.Habits {
			if change != nil {
				change(&r.habits)
			}
			return r.habits
		},
	}
	r.After = func(d time.Duration, f func()) func() {
		a := &alarm{at: r.now.Add(d), ring: f}
		r.due = append(r.due, a)
		return func() { a.off = true }
	}
	r.Ask = func(q present.Question, answered func(bool)) {
		r.asked, r.answer = append(r.asked, q), answered
		if r.yes != nil {
			answered(*r.yes)
		}
	}
	return r
}

// says answers every question from here on.
func (r *gateRoom) says(yes bool) { r.yes = &yes }

// pass lets time pass.
func (r *gateRoom) pass(d time.Duration) {
	until := r.now.Add(d)
	for {
		i := slices.IndexFunc(r.due, func(a *alarm) bool { return !a.off && !a.at.After(until) })
		if i < 0 {
			break
		}
		a := r.due[i]
		r.due = slices.Delete(r.due, i, i+1)
		r.now = a.at
		a.ring()
	}
	r.now = until
}

// gateDesk is a PC with folders, offices in them, and errors that are asked for.
type gateDesk struct {
	dir       string
	offices   map[string]bool
	opened    bool
	readOnly  bool
	openErr   error
	enterErr  error
	mustErr   error
	accounts  []office.Account
	user      domain.User
	office    domain.Office
	must      bool
	changed   string // the last password: old > new
	seen      map[domain.UserID]desk.Colleague
	warnings  []string
	entered   []string
	plan      office.Plan
	added     []office.UserPlan
	calendar  domain.CalendarSet
	restored  []string
	restore   error
	backups   []string
	backupErr error
	disks     []string
	paper     func(domain.Number) bool
	shown     []string
	pageErr   error
}

const (
	sheetCode = "7KQ2-M9XD-4T0B-W6HN-3RZE-8VYC-P5AG"
	goodWords = "вода и въздух 26"
)

func newGateDesk() *gateDesk {
	return &gateDesk{
		dir: "/data/harta", offices: map[string]bool{"/data/harta": true}, office: domain.NewOffice(),
		accounts: []office.Account{{User: domain.UserID{1}, Login: "mpetrova"}, {User: domain.UserID{2}, Login: "nzheleva"}},
	}
}

func (d *gateDesk) Dir() string                         { return d.dir }
func (d *gateDesk) Choose(dir string)                   { d.dir = dir }
func (d *gateDesk) HasOffice() bool                     { return d.offices[d.dir] }
func (d *gateDesk) Opened() bool                        { return d.opened }
func (d *gateDesk) Mend() error                         { d.opened = true; return nil }
func (d *gateDesk) Close() error                        { d.opened, d.user = false, domain.User{}; return nil }
func (*gateDesk) Follow(office.Progress)                {}
func (d *gateDesk) AskPaper(f func(domain.Number) bool) { d.paper = f }

func (d *gateDesk) Open(readOnly bool) error {
	if d.openErr != nil && !readOnly {
		return d.openErr
	}
	d.opened, d.readOnly = true, readOnly
	return nil
}

func (d *gateDesk) Restore(from string, progress func(done, total int64)) error {
	progress(1, 2)
	d.restored = append(d.restored, from+" → "+d.dir)
	if d.restore == nil {
		d.offices[d.dir] = true
	}
	return d.restore
}

func (d *gateDesk) Accounts() ([]office.Account, error) { return d.accounts, nil }

func (d *gateDesk) Enter(login, password string) error {
	d.entered = append(d.entered, login+":"+password)
	if d.enterErr == nil {
		d.user = domain.User{ID: domain.UserID{1}, Name: "Мария Петрова"}
	}
	return d.enterErr
}

func (d *gateDesk) EnterByCode(code, _ string) (string, error) {
	return "mpetrova", d.SameCode(code, sheetCode)
}

func (d *gateDesk) Colleagues() map[domain.UserID]desk.Colleague { return d.seen }

func (d *gateDesk) User() domain.User        { return d.user }
func (d *gateDesk) Settings() domain.Office  { return d.office }
func (d *gateDesk) MustChangePassword() bool { return d.must }
func (d *gateDesk) Warnings() []string       { return d.warnings }

func (d *gateDesk) ChangePassword(old, fresh string) error {
	d.changed = old + " > " + fresh
	return d.mustErr
}

func (*gateDesk) CheckPassword(password string) error {
	if len([]rune(password)) < 10 {
		return domain.Refuse("change_password", domain.PasswordShort).On("password").With("min", 10)
	}
	return nil
}

func (d *gateDesk) NewPlan() (office.Plan, error) {
	return office.Plan{Settings: domain.DefaultSettings()}, nil
}

func (d *gateDesk) FoundOffice(plan office.Plan) (string, []byte, error) {
	d.plan, d.opened, d.offices[d.dir] = plan, true, true
	d.user = domain.User{ID: domain.UserID{1}, Name: plan.Founder.Name}
	return sheetCode, []byte("sheet"), nil
}

func (d *gateDesk) FoundDemo(string, int) error {
	d.opened, d.offices[d.dir] = true, true
	return nil
}

func (*gateDesk) SameCode(typed, printed string) error {
	if typed != printed {
		return errors.New("друг код")
	}
	return nil
}

func (*gateDesk) TemporaryPassword() (string, error) { return "k7m2-p9qx-4tra", nil }

func (d *gateDesk) Show(name string, _ []byte) error {
	d.shown = append(d.shown, name)
	return nil
}

func (d *gateDesk) SaveCopy(path string, _ []byte) error {
	if path == "" {
		return errors.New("няма място")
	}
	d.shown = append(d.shown, path)
	return nil
}

func (d *gateDesk) Page([]byte, int, int) (image.Image, error) {
	return image.NewGray(image.Rect(0, 0, 9, 12)), d.pageErr
}

func (d *gateDesk) SetCalendar(e domain.CalendarSet) error {
	d.calendar = e
	return nil
}

func (d *gateDesk) AddUser(plan office.UserPlan) (domain.UserID, error) {
	if strings.EqualFold(plan.Login, "mpetrova") {
		return domain.UserID{}, domain.Refuse("add_user", domain.LoginTaken).On("login")
	}
	d.added = append(d.added, plan)
	return domain.UserID{byte(len(d.added) + 1)}, nil
}

func (d *gateDesk) EachDisk(f func(dir, name string, free uint64)) {
	for _, dir := range d.disks {
		f(dir, "АРХИВ", 58<<30)
	}
}

func (d *gateDesk) Room(dir string) (bool, uint64, error) {
	return strings.HasPrefix(dir, "/data"), 3 << 30, nil
}

func (d *gateDesk) BackUp(dir string, progress func(done, total int64), stopped func() bool) error {
	progress(1, 2)
	if stopped() {
		return errors.New("спряно")
	}
	if d.backupErr == nil {
		d.backups = append(d.backups, dir)
	}
	return d.backupErr
}

func (d *gateDesk) Rehearse(dir string, progress func(done, total int64), stopped func() bool) (desk.Rehearsal, error) {
	progress(1, 2)
	switch {
	case errors.Is(d.backupErr, storage.ErrNoStore):
		return desk.Rehearsal{}, d.backupErr
	case stopped() || d.backupErr != nil:
		return desk.Rehearsal{}, errors.New("спряно")
	}
	return desk.Rehearsal{From: dir + "/2026-11-22-172800", Records: 628, Files: 31, Bytes: 5 << 20}, nil
}

func (d *gateDesk) LastBackup() (desk.BackupNote, bool) {
	if len(d.backups) == 0 {
		return desk.BackupNote{}, false
	}
	return desk.BackupNote{At: time.Date(2026, time.November, 22, 15, 28, 0, 0, time.UTC), OK: true}, true
}

// gateAt opens the gate of a desk.
func gateAt(t *testing.T, d *gateDesk) (*present.Gate, *gateRoom) {
	t.Helper()
	r := newGateRoom(t)
	g := present.NewGate(r.Env, d)
	g.Begin()
	return g, r
}

// fillIn types into the fields of a form.
func fillIn(f *present.Form, words map[string]string) *present.Form {
	for _, key := range slices.Sorted(maps.Keys(words)) {
		f.Write(f.Field(key), words[key])
	}
	return f
}

// wrongs gives what is wrong in a form, by field.
func wrongs(f *present.Form) string {
	var all []string
	for _, x := range f.Fields {
		if x.Wrong != "" {
			all = append(all, x.Key)
		}
	}
	if f.Summary != "" {
		all = append(all, "!")
	}
	return strings.Join(all, " ")
}

type heldError struct {
	who   string
	since time.Time
}

func (heldError) Error() string                 { return "held" }
func (e heldError) HeldBy() (string, time.Time) { return e.who, e.since }

type lostError struct{}

func (lostError) Error() string { return "lost" }
func (lostError) CanMend() bool { return true }

type waitError struct{ left time.Duration }

func (waitError) Error() string         { return "wait" }
func (e waitError) Wait() time.Duration { return e.left }
