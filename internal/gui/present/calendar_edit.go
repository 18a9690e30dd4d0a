package present

import (
	"errors"
	"slices"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// Change is a change of the calendar while it is tried: what it would do to the terms that run stands beside its
// fields before anything is recorded.
type Change struct {
	Form   *Form
	Review *DayFile // of a file; nil = single days are changed
	Day    func() calendar.Date

	trial  office.Trial
	asks   bool // it is about days, so that terms may move
	tried  bool
	trying bool
	gen    int
	stop   func()
	wants  func() domain.CalendarSet
}

// tryAfter is how long after a key the change is tried.
const tryAfter = 250 * time.Millisecond

// Change is the open one; nil = none.
func (c *Calendar) Change() *Change { return c.change }

// MayChange tells whether whoever works may change days of the shown year.
func (c *Calendar) MayChange() bool {
	return !c.ReadOnly && !c.past(c.year) && c.office.Acting().MayOffice(domain.CalendarSet{}) == nil
}

// MayImport tells whether whoever works may bring in days now.
func (c *Calendar) MayImport() bool {
	return !c.ReadOnly && c.change == nil && !c.busy && c.office.Acting().MayOffice(domain.CalendarSet{}) == nil
}

// DayActs are what can be done about the chosen day.
type DayActs struct{ Off, Work, Edit bool }

// Acts says what can be done about the chosen day.
func (c *Calendar) Acts() DayActs {
	if !c.MayChange() || c.change != nil {
		return DayActs{}
	}
	o := c.office.Acting().Office
	if _, declared := o.DeclaredOn(c.chosen); declared {
		return DayActs{Edit: true}
	}
	why := o.Calendar().Day(c.chosen).Why
	return DayActs{Off: why == calendar.Ordinary, Work: why == calendar.Weekend}
}

// Keys of the fields of a change.
const (
	fieldDate   = "date"
	fieldKind   = "kind"
	fieldSource = "source"
	fieldBasis  = "basis"
	fieldReason = "reason"
	kindOff     = "off"
	kindWork    = "work"
	byCouncil   = "council"
	byPlace     = "local"
)

// Declare begins a new day, on the chosen one.
func (c *Calendar) Declare() {
	if !c.MayChange() {
		return
	}
	kind := kindOff
	if c.office.Acting().Office.Calendar().Day(c.chosen).Why == calendar.Weekend {
		kind = kindWork
	}
	fields := c.dayFields(calendar.Declared{Date: c.chosen, Work: kind == kindWork})
	x := c.begin(&Form{Title: c.T("calendar.new_day"), Fields: fields, Do: c.T("calendar.save_day"), First: fieldBasis})
	x.wants = func() domain.CalendarSet { return c.office.Acting().Office.CalendarNow().Declare(typedDay(x.Form)) }
	c.try(x)
}

// Edit begins the correction of the declared day that is chosen.
func (c *Calendar) Edit() {
	was, ok := c.office.Acting().Office.DeclaredOn(c.chosen)
	if !ok || !c.MayChange() {
		return
	}
	x := c.begin(&Form{Title: c.T("calendar.edit_day"), Fields: c.dayFields(was), Do: c.T("calendar.save_day"), First: fieldBasis})
	x.wants = func() domain.CalendarSet {
		return c.office.Acting().Office.CalendarNow().Drop(was.Date).Declare(typedDay(x.Form))
	}
	c.try(x)
}

// Drop begins to take back the declared day that is chosen.
func (c *Calendar) Drop() {
	was, ok := c.office.Acting().Office.DeclaredOn(c.chosen)
	if !ok || !c.MayChange() {
		return
	}
	x := c.begin(&Form{
		Title: c.T("calendar.drop_day"), Lead: c.T("calendar.drop_lead", "day", c.Say.DateWeekday(was.Date), "basis", orElse(was.Basis, c.T("day.no_basis"))),
		Do: c.T("calendar.drop_do"), Danger: true,
	})
	x.wants = func() domain.CalendarSet { return c.office.Acting().Office.CalendarNow().Drop(was.Date) }
	c.try(x)
}

// Unconfirm begins to take back the confirmation of the shown year.
func (c *Calendar) Unconfirm() {
	if !c.MayChange() || !c.State().Confirmed {
		return
	}
	year := c.year
	x := c.begin(&Form{
		Title: c.T("calendar.unconfirm", "year", year), Lead: c.T("calendar.unconfirm_lead", "year", year),
		Fields: []*Field{{Key: fieldReason, Label: c.T("field.reason"), Kind: TextField, Lines: 3}},
		Do:     c.T("calendar.unconfirm_do"),
	})
	x.wants = func() domain.CalendarSet {
		e := c.office.Acting().Office.CalendarNow().Unconfirm(year)
		e.Reason = x.Form.Text(fieldReason)
		return e
	}
	x.asks = false
}

// dayFields are of a declared day.
func (c *Calendar) dayFields(d calendar.Declared) []*Field {
	kind, source := kindOff, byCouncil
	if d.Work {
		kind = kindWork
	}
	if d.Local {
		source = byPlace
	}
	return []*Field{
		{Key: fieldDate, Label: c.T("field.date"), Kind: DateField, Date: d.Date, Text: c.Say.Date(d.Date), Narrow: true},
		{Key: fieldKind, Label: c.T("calendar.kind"), Kind: ChoiceField, Text: kind, Options: []Option{
			{kindOff, capital(c.T("calendar.kind_off"))}, {kindWork, capital(c.T("calendar.kind_work"))},
		}},
		{Key: fieldSource, Label: c.T("calendar.source"), Kind: ChoiceField, Text: source, Options: []Option{
			{byCouncil, c.T("calendar.by_council")}, {byPlace, c.T("calendar.by_place")},
		}},
		{Key: fieldBasis, Label: c.T("field.basis"), Text: d.Basis, Hint: c.T("calendar.basis_hint"), Most: domain.MaxLine},
	}
}

// typedDay is the day as the fields have it.
func typedDay(f *Form) calendar.Declared {
	return calendar.Declared{
		Date: f.Day(fieldDate), Work: f.Text(fieldKind) == kindWork, Basis: f.Text(fieldBasis), Local: f.Text(fieldSource) == byPlace,
	}
}

// begin opens a change.
func (c *Calendar) begin(f *Form) *Change { return c.beginWith(f, nil) }

// beginWith opens a change with the lines of a file.
func (c *Calendar) beginWith(f *Form, file *DayFile) *Change {
	x := &Change{Form: f, Review: file}
	f.Env = c.Env
	x.asks = true
	x.Day = func() calendar.Date { return f.Day(fieldDate) }
	f.Edited = func(*Field) { c.later(x) }
	f.Check = func() {
		require(f, fieldDate, fieldBasis, fieldReason)
	}
	f.Run = func() error { return c.office.SetCalendar(x.wants()) }
	f.Closed = func(done bool) {
		if x.stop != nil {
			x.stop()
		}
		day := x.Day()
		x.gen++
		c.change = nil
		if done {
			c.Toast(Toast{Words: c.T("calendar.saved")})
			c.Load()
			if supported(day) {
				c.Choose(day)
			}
		}
		c.redrawn()
	}
	c.change = x
	c.redrawn()
	return x
}

// later tries the change when nothing more is typed.
func (c *Calendar) later(x *Change) {
	if x.stop != nil {
		x.stop()
	}
	if !x.asks {
		return
	}
	x.tried = false
	x.stop = c.After(tryAfter, func() {
		x.stop = nil
		c.try(x)
	})
}

// try asks what the change would do.
func (c *Calendar) try(x *Change) {
	if x.Form.Day(fieldDate).IsZero() && !x.Form.Field(fieldDate).Hidden {
		x.tried, x.trying = false, false
		c.changed()
		return
	}
	x.gen++
	gen := x.gen
	x.trying = true
	wanted := c.withBasis(x.wants()) // before somebody types on
	var trial office.Trial
	var err error
	c.Go(func() { trial, err = c.office.TryCalendar(wanted) }, func() {
		if gen != x.gen || c.change != x {
			return
		}
		x.trying, x.trial, x.tried = false, trial, err == nil
		if err != nil && !errors.Is(err, domain.Refuse("", domain.NothingChanged)) {
			x.Form.Refuse(err)
		}
		c.changed()
	})
}

// withBasis gives days something for an act where none is written yet: what they move can be told before.
func (c *Calendar) withBasis(e domain.CalendarSet) domain.CalendarSet {
	known := c.office.Acting().Office.Declared
	for i, d := range e.Declared {
		if !slices.Contains(known, d) {
			e.Declared[i].Basis = orElse(d.Basis, c.T("calendar.no_act"))
		}
	}
	return e
}

// shownMoves is how many of the terms that move are listed.
const shownMoves = 100

// TrialRow is a term that would move.
type TrialRow struct {
	Kind     string // its letter
	Number   string
	From, To string
	Subject  string
	Told     string // the letter that told another day; empty = none
	Late     bool   // the new day is over already
}

// TrialWords is what is said of a change before it is recorded.
type TrialWords struct {
	Picked   string // how many days of a file are ticked
	Head, Of string
	Rows     []TrialRow
	More     string // of those that are not listed
	Told     string // a warning; empty = nobody was told otherwise
	Busy     bool
	Has      bool
}

// Trial gives what the open change would do.
func (c *Calendar) Trial() TrialWords {
	var w TrialWords
	x := c.change
	if x == nil {
		return w
	}
	if x.Review != nil {
		w.Picked = c.T("calendar.picked", "n", x.Review.picked())
	}
	if w.Busy, w.Has = x.trying, x.tried && x.asks; !w.Has {
		return w
	}
	tried := c.trialWords(x.trial)
	tried.Picked, tried.Busy = w.Picked, w.Busy
	return tried
}

// trialWords tells of a change of the calendar or of a rule which terms would move, and who was told another day.
func (e Env) trialWords(t office.Trial) TrialWords {
	all := len(t.Moves) + t.Hidden
	w := TrialWords{Head: e.T("calendar.moves", "n", all), Of: e.T("calendar.of_open", "n", t.Open), Has: true}
	if all == 0 {
		w.Head = e.T("calendar.moves_none")
	}
	for _, m := range t.Moves[:min(len(t.Moves), shownMoves)] {
		row := TrialRow{
			Kind: e.KindLetter(m.Entry.Kind), Number: e.ShortNumber(m.Entry.Number), From: e.Say.Date(m.From),
			To: e.Say.Date(m.To), Subject: e.Say.Subject(*m.Entry), Late: m.To < e.Today(),
		}
		if m.Clock != "" {
			row.Subject = e.T("rules.task_row", "task", e.T("task."+string(m.Clock)), "subject", row.Subject)
		}
		if len(m.Told) > 0 {
			told := m.Told[len(m.Told)-1]
			row.Told = e.Say.Telling(told, 0)
		}
		w.Rows = append(w.Rows, row)
	}
	if left := len(t.Moves) - len(w.Rows); left > 0 {
		w.More = e.T("calendar.more", "n", left)
	}
	if t.Hidden > 0 {
		w.More = joined(" ", w.More, e.T("calendar.hidden", "n", t.Hidden))
	}
	if n := t.Told(); n > 0 {
		w.Told = e.T("calendar.told_count", "n", n)
	}
	return w
}
