package present

import (
	"errors"
	"sync/atomic"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// GateDesk is what the gate asks of this PC: is there an office, who may sign in, how is one begun or brought back.
type GateDesk interface {
	GateDoor
	GateLogin
	GateFounder
	BackupDesk
}

// GateDoor opens the data folder.
type GateDoor interface {
	Dir() string
	Choose(dir string)
	HasOffice() bool
	Opened() bool
	Open(readOnly bool) error
	Mend() error
	Close() error
	// Follow has the progress of opening, rebuilding and founding told, on the goroutine that works.
	Follow(progress office.Progress)
	// AskPaper has the question asked whether the journal agrees with the paper; who signs in waits for the answer.
	AskPaper(same func(last domain.Number) bool)
	// Restore makes a data folder of a backup, in the chosen folder.
	Restore(backup string, progress func(done, total int64)) error
}

// GateLogin lets somebody in.
type GateLogin interface {
	Accounts() ([]office.Account, error)
	Colleagues() map[domain.UserID]desk.Colleague
	Enter(login, password string) error
	EnterByCode(code, password string) (login string, err error)
	User() domain.User
	Settings() domain.Office
	MustChangePassword() bool
	ChangePassword(old, fresh string) error
	CheckPassword(password string) error
	Warnings() []string
}

// GateStep is what the gate shows.
type GateStep int

// Steps of the gate.
const (
	GateOpening  GateStep = iota // the data folder is being opened
	GateSignIn                   // who works here
	GateHeld                     // somebody else has the data open
	GateBroken                   // the data cannot be opened
	GateStart                    // there is no office in the folder yet
	GateFill                     // one form
	GateFounding                 // the steps of a new office
	GateSheet                    // the recovery sheet
	GateFirst                    // the first steps in a new office
)

// Gate is the presenter of what is shown before somebody has signed in.
type Gate struct {
	Env
	desk    GateDesk
	Changed func()
	// Entered is called when somebody has signed in and the screens may come: with what he must know about the data.
	Entered func(warnings []string)

	Login    *Login
	Form     *Form     // of the step GateFill
	Founding *Founding // of the step GateFounding
	Sheet    *Sheet    // of the step GateSheet
	First    *FirstSteps

	step     GateStep
	from     GateStep // where one goes back to from a form
	readOnly bool
	trouble  string
	canMend  bool
	notices  []string
	facts    facts
	meter    *Meter
	paper    chan bool // the open question about the paper; nil = none
	gone     atomic.Bool
	left     chan struct{} // closed when it is gone
	fresh    bool
	stop     func()
}

// NewGate makes the presenter. Begin makes it work.
func NewGate(env Env, desk GateDesk) *Gate {
	g := &Gate{Env: env, desk: desk, left: make(chan struct{}), readOnly: env.ReadOnly && desk.Opened()}
	g.meter = NewMeter(env, g.changed)
	desk.Follow(g.meter.Count)
	desk.AskPaper(g.askPaper)
	return g
}

// Begin finds out what there is to show.
func (g *Gate) Begin() {
	if g.stop == nil {
		g.tick()
	}
	g.fresh = g.fresh || !g.desk.Opened()
	switch {
	case g.desk.Opened():
		g.signIn()
	case !g.desk.HasOffice():
		g.show(GateStart)
	default:
		g.Open(false)
	}
}

// tick keeps the clock of the gate going.
func (g *Gate) tick() {
	now := g.Now()
	g.stop = g.After(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func() {
		if !g.gone.Load() {
			g.changed()
			g.tick()
		}
	})
}

// Leave ends the gate: the window closes, or somebody has entered. An open question is answered by no.
func (g *Gate) Leave() {
	if g.gone.Swap(true) {
		return
	}
	close(g.left)
	if g.stop != nil {
		g.stop()
	}
	if g.First != nil {
		g.First.Stop()
	}
	g.meter.End()
}

// Step is what the gate shows.
func (g *Gate) Step() GateStep { return g.step }

// ReadOnly tells whether the office was opened for reading alone.
func (g *Gate) ReadOnly() bool { return g.readOnly }

// Fresh tells whether another office was opened, or the same one anew.
func (g *Gate) Fresh() bool { return g.fresh }

// Trouble says why the data cannot be opened.
func (g *Gate) Trouble() string { return g.trouble }

// CanMend tells whether one may go on with what is left of the data.
func (g *Gate) CanMend() bool { return g.canMend }

// Meter tells how far the work in the background has come.
func (g *Gate) Meter() *Meter { return g.meter }

func (g *Gate) changed() {
	if g.Changed != nil && !g.gone.Load() {
		g.Changed()
	}
}

func (g *Gate) show(s GateStep) {
	g.step = s
	g.changed()
}

// heldBy is an error that tells who holds the data.
type heldBy interface {
	error
	HeldBy() (who string, since time.Time)
}

// mendable is an error after which one may go on with what is left.
type mendable interface {
	error
	CanMend() bool
}

// Open opens the office of the data folder.
func (g *Gate) Open(readOnly bool) {
	g.openBy(readOnly, func() error { return g.desk.Open(readOnly) })
}

// Mend goes on with what is left of the data, once somebody has agreed.
func (g *Gate) Mend() {
	g.Ask(Question{
		Title: g.T("gate.mend_title"), Words: g.T("gate.mend_words"),
		Yes: g.T("gate.mend_yes"), No: g.T("gate.cancel"), Danger: true,
	}, func(yes bool) {
		if yes {
			g.openBy(false, g.desk.Mend)
		}
	})
}

func (g *Gate) openBy(readOnly bool, open func() error) {
	g.show(GateOpening)
	g.meter.Begin(g.T("gate.opening"))
	var err error
	g.Go(func() { err = open() }, func() {
		g.meter.End()
		g.readOnly = readOnly && err == nil
		if err == nil {
			g.signIn()
			return
		}
		g.refused(err)
	})
}

// refused shows why the data cannot be opened, and what to do instead.
func (g *Gate) refused(err error) {
	g.trouble, g.canMend = g.Tell(err), false
	if held, ok := errors.AsType[heldBy](err); ok {
		who, since := held.HeldBy()
		g.trouble = g.heldWords(who, since)
		g.show(GateHeld)
		return
	}
	if m, ok := errors.AsType[mendable](err); ok {
		g.canMend = m.CanMend()
	}
	g.show(GateBroken)
}

func (g *Gate) heldWords(who string, since time.Time) string {
	if who == "" {
		return g.T("gate.held_just_now")
	}
	if calendar.DateOf(since) == g.Today() {
		return g.T("gate.held", "holder", who, "since", g.Say.Time(since))
	}
	return g.T("gate.held", "holder", who, "since", g.Say.DateTime(since))
}

// signIn shows who works here.
func (g *Gate) signIn() {
	g.Login = newLogin(g)
	g.step = GateSignIn
	g.Login.Load()
	g.changed()
}

// admission is what the office says to somebody who has just signed in.
type admission struct {
	warnings   []string
	mustChange bool
	password   string // which he has typed, so that it is not asked for twice; forgotten with this
}

// admission asks for it, off the screen's goroutine: the office may be busy.
func (g *Gate) admission(password string) admission {
	return admission{g.desk.Warnings(), g.desk.MustChangePassword(), password}
}

// entered is called when somebody has signed in.
func (g *Gate) entered(a admission) {
	g.notices = a.warnings
	if a.mustChange && !g.readOnly {
		g.mustChange(a.password)
		return
	}
	g.finish()
}

// finish lets the screens come.
func (g *Gate) finish() {
	if g.Entered != nil {
		g.Entered(g.notices)
	}
}

// askPaper has somebody answer whether the journal agrees with the paper. It runs on the goroutine that signs in.
func (g *Gate) askPaper(last domain.Number) bool {
	if g.gone.Load() {
		return false
	}
	answer := make(chan bool, 1)
	g.Go(func() {}, func() {
		if g.gone.Load() {
			return
		}
		g.paper = answer
		g.Ask(Question{
			Title: g.T("gate.paper_title"), Words: g.T("fault.last_number", "number", last.Text),
			Yes: g.T("gate.paper_yes"), No: g.T("gate.paper_no"),
		}, g.answerPaper)
	})
	select {
	case same := <-answer:
		return same
	case <-g.left: // nobody is there any more who could answer
		return false
	}
}

func (g *Gate) answerPaper(same bool) {
	if g.paper != nil {
		g.paper <- same
		g.paper = nil
	}
}

// Clock gives the day and the hour as the gate shows them.
func (g *Gate) Clock() (day, hour string) {
	now := g.Now()
	today := calendar.DateOf(now)
	return g.T("gate.day", "weekday", g.Say.Weekday(today.Weekday()), "date", today), g.Say.Time(now)
}

// facts are what the gate knows of the office. They are asked for off the screen's goroutine, because the office
// answers one at a time.
type facts struct {
	office *domain.Office // nil while nobody has signed in since it was opened: everything is sealed
	backup Note
}

func (g *Gate) ask() facts {
	var f facts
	if g.desk.Opened() && g.desk.User().ID != (domain.UserID{}) {
		now := g.desk.Settings()
		f.office = &now
	}
	note, _ := g.desk.LastBackup()
	f.backup = g.backupWords(note, g.Practising() || f.office != nil && f.office.Demo)
	return f
}

// Office says what works here; its name is known only after somebody has signed in.
func (g *Gate) Office() string {
	if g.facts.office != nil && g.facts.office.Settings.Municipality != "" {
		return g.T("gate.about_office", "office", g.facts.office.Settings.Municipality)
	}
	return g.T("gate.about")
}

// Dir is the data folder.
func (g *Gate) Dir() string { return g.desk.Dir() }

// Version says which program this is.
func (g *Gate) Version() string { return g.T("gate.version", "version", desk.Version) }

// Foot gives what there is to know besides, for the line at the bottom.
func (g *Gate) Foot() []Note {
	var notes []Note
	if g.readOnly {
		notes = append(notes, Note{WarnSign, g.T("gate.read_only")})
	}
	if g.Practising() || g.facts.office != nil && g.facts.office.Demo {
		notes = append(notes, Note{InfoSign, g.T("gate.exercise")})
	}
	if now := g.facts.office; now != nil {
		if year, open := now.Unconfirmed(g.Today()); open {
			notes = append(notes, Note{WarnSign, g.T("status.unconfirmed", "year", year)})
		}
	}
	return notes
}

// BackupNote says when the last backup was made.
func (g *Gate) BackupNote() Note { return g.facts.backup }
