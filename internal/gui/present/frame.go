package present

import (
	"slices"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// FrameOffice is what the frame around the screens asks of the office.
type FrameOffice interface {
	Acting() domain.Acting
	Letters(want func(domain.Entry, domain.Pending) bool) []office.PendingLetter
	LastMoment() time.Time
	LastBackup() (note desk.BackupNote, ok bool)
}

// RailItem is a place on the rail.
type RailItem struct {
	Place Place
	Words string
	Count int // 0 = none is shown
	Group int // items of one group stand together
}

// Note is a line of the status bar: how it is meant, and what it says.
type Note struct {
	Sign  Sign
	Words string
}

// Sign is what kind of message something is; the view has an icon and a colour for each.
type Sign int

// Signs.
const (
	PlainSign Sign = iota
	DeskSign
	PersonSign
	GoodSign
	WarnSign
	BadSign
	InfoSign
)

// Frame is the presenter of rail and status bar.
type Frame struct {
	Env
	office  FrameOffice
	Changed func()

	items  []RailItem
	parts  []StatusPart
	saved  time.Time
	copies bool // a backup is being made
}

// StatusPart is a part of the status bar, and what a press on it opens.
type StatusPart struct {
	Note
	Short string   // its words where there is little room; empty = the same
	To    Route    // where it leads; none when Act is set
	Act   ActionID // what it does; empty = nothing
}

// NewFrame makes the presenter.
func NewFrame(env Env, o FrameOffice) *Frame {
	return &Frame{Env: env, office: o, saved: o.LastMoment()}
}

// Items gives the places of the rail for whoever works.
func (f *Frame) Items() []RailItem { return f.items }

// Parts gives the status bar.
func (f *Frame) Parts() []StatusPart { return f.parts }

// Copying says that a backup is being made, or is made.
func (f *Frame) Copying(on bool) {
	f.copies = on
	f.Load()
}

// Warnings counts the notes that ask for something.
func (f *Frame) Warnings() int {
	n := 0
	for _, note := range f.parts {
		if note.Sign == WarnSign || note.Sign == BadSign {
			n++
		}
	}
	return n
}

// Load computes rail and status anew.
func (f *Frame) Load() {
	var letters []office.PendingLetter
	var backup desk.BackupNote
	f.Go(func() {
		letters = f.office.Letters(counted)
		backup, _ = f.office.LastBackup()
	}, func() {
		a := f.office.Acting()
		f.items, f.parts = f.rail(a, letters), f.status(a, backup)
		if f.Changed != nil {
			f.Changed()
		}
	})
}

// Saved tells that something was acknowledged.
func (f *Frame) Saved(at time.Time) { f.saved = at }

// railPlaces are the places with the roles they are for; none = for everybody.
var railPlaces = []struct {
	place Place
	group int
	roles []domain.Role
}{
	{TodayPlace, 0, nil},
	{NewPlace, 0, []domain.Role{domain.Clerk, domain.Secretary}},
	{RegisterPlace, 0, nil},
	{LettersPlace, 0, nil},
	{ApprovalPlace, 0, []domain.Role{domain.Adviser, domain.Head, domain.Secretary, domain.DeputyMayor, domain.Mayor}},
	{DispatchPlace, 0, []domain.Role{domain.Clerk, domain.Secretary}},
	{ReportsPlace, 1, nil},
	{CalendarPlace, 1, nil},
	{JournalPlace, 2, nil},
	{SettingsPlace, 2, nil},
}

func (f *Frame) rail(a domain.Acting, letters []office.PendingLetter) []RailItem {
	approval, dispatch := waitingLetters(letters)
	var items []RailItem
	for _, p := range railPlaces {
		if len(p.roles) > 0 && !slices.ContainsFunc(p.roles, func(r domain.Role) bool { return a.Office.Holds(a.User, r, a.Today()) }) {
			continue
		}
		if p.place == JournalPlace && !a.Office.MayLookBack(a.User, a.Today()) || p.place == NewPlace && f.ReadOnly {
			continue
		}
		item := RailItem{Place: p.place, Words: f.T("place." + string(p.place)), Group: p.group}
		switch p.place {
		case ApprovalPlace:
			item.Count = approval
		case DispatchPlace:
			item.Count = dispatch
		default: // nothing waits there
		}
		items = append(items, item)
	}
	return items
}

// counted wants the letters that the rail counts.
func counted(_ domain.Entry, p domain.Pending) bool {
	return p.State == domain.LetterSigned || p.State == domain.LetterWaiting || p.State == domain.LetterApproved
}

// waitingLetters counts the letters that wait for a word of whoever works, and those that wait to be sent.
func waitingLetters(all []office.PendingLetter) (approval, dispatch int) {
	for _, l := range all {
		switch {
		case l.Letter.State == domain.LetterSigned:
			dispatch++
		case l.Mine && (l.Letter.State == domain.LetterWaiting || l.Letter.State == domain.LetterApproved):
			approval++
		}
	}
	return approval, dispatch
}

func (f *Frame) status(a domain.Acting, b desk.BackupNote) []StatusPart {
	user, _ := a.Office.User(a.User)
	person := Note{PersonSign, listed(f.T("status.user", "name", ShortName(user.Name), "role", f.role(a)), f.standsIn(a))}
	parts := []StatusPart{{Note: person, Short: listed(ShortName(user.Name), f.standsIn(a)), Act: ActLock}}
	if f.ReadOnly {
		parts = append(parts, StatusPart{Note: Note{WarnSign, f.T("gate.read_only")}, Act: ActGate})
	}
	if a.Office.Demo {
		parts = append(parts, StatusPart{Note: Note{InfoSign, f.T("status.exercise")}, Act: ActFirst})
	}
	if !f.saved.IsZero() && !f.ReadOnly {
		parts = append(parts, StatusPart{Note: Note{GoodSign, f.T("status.saved", "time", f.moment(f.saved))}, Act: ActUnsaved})
	}
	backup := f.backupWords(b, a.Office.Demo)
	if f.copies {
		backup = Note{InfoSign, f.T("status.backup_now")}
	}
	parts = append(parts, StatusPart{Note: backup, Act: ActBackup})
	if year, open := a.Office.Unconfirmed(a.Today()); open {
		parts = append(parts, StatusPart{Note: Note{WarnSign, f.T("status.unconfirmed", "year", year)}, To: Route{Place: CalendarPlace}})
	}
	return parts
}

// role gives the words for the roles of whoever works, or else for his post.
func (f *Frame) role(a domain.Acting) string {
	var words []string
	for _, g := range a.Office.Grants(a.User, a.Today()) {
		if w := f.Say.Role(g.Role); g.ActingFor == (domain.UserID{}) && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	if len(words) == 0 { // whoever has a case in hand needs no role for it
		user, _ := a.Office.User(a.User)
		return user.Title
	}
	return strings.Join(words, ", ")
}

// moment says an hour of today, or a day.
func (e Env) moment(at time.Time) string {
	if calendar.DateOf(at) == e.Today() {
		return e.Say.Time(at)
	}
	return e.Say.Date(calendar.DateOf(at))
}

// Offers tells whether a place is for whoever works: it stands on his rail, or is one that only some need.
func (f *Frame) Offers(p Place) bool {
	if p == CalculatorPlace {
		return true
	}
	if p == DestroyPlace {
		return f.office.Acting().MayArchive() == nil
	}
	if p == ImportPlace {
		return !f.ReadOnly && f.office.Acting().May(domain.Case{}, domain.LetterFile{}, domain.DoImport) == nil
	}
	return slices.ContainsFunc(f.rail(f.office.Acting(), nil), func(i RailItem) bool { return i.Place == p })
}
