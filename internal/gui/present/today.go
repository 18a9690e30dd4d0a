package present

import (
	"slices"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// TodayOffice is what Днес asks of the office.
type TodayOffice interface {
	Acting() domain.Acting
	Duties() []office.Due
	List(want func(domain.Entry) bool) []domain.Entry
	Invitations() ([]office.Invitation, error)
	LastBackup() (note desk.BackupNote, ok bool)
}

// TodayCard is one of the six questions of the morning.
type TodayCard struct {
	Title string
	Kind  TodayKind
	Count int
	Rows  []TodayRow      // the first ones
	Cases []domain.CaseID // of all rows, in their order: a case opened from here leads to the next one
	Empty string          // what is said when there are none,
	Next  string          // and what comes next
	More  string          // words of the link to the whole list; empty = no list
	Half  string          // words of the link to what is past half of its term; only on the card of what is due soon
}

// TodayKind is which card it is, in their order.
type TodayKind int

// The cards. The fifth shows what nobody has in hand yet: it is what gets stuck without anybody being late.
const (
	TodayLate TodayKind = iota
	TodayDue
	TodaySoon
	TodayMine
	TodayFree
	TodayUnsent

	todayCards
)

// TodayRow is a line of a card: two lines of words, each with something at its right end.
type TodayRow struct {
	Case                domain.CaseID
	Explain             bool // he is asked to explain in it, and may not see the case
	Letter              domain.LetterID
	Do                  domain.Action // what its term is about, when whoever looks can do it at once
	Box                 string        // letter of the kind
	Title, When         string
	Second, Left        string
	Urgency             Urgency
	Danger, Anonymous   bool
	Extended, Waiting   bool
	Returned, Confirmed bool
}

// TodayLoad is how many terms end on a working day.
type TodayLoad struct {
	Day     string
	Count   int
	Urgency Urgency
	First   bool // of a week
}

// TodayStep is a step of the first run.
type TodayStep struct {
	Words string
	Done  bool
	To    Route
}

// TodayOpened is a case that was open lately.
type TodayOpened struct {
	Case          domain.CaseID
	Title, Second string
}

// Today is the presenter of Днес.
type Today struct {
	Env
	watched
	office TodayOffice
	opened func() []domain.CaseID
	// Card and Row are what is chosen; Row -1 = nothing.
	Card, Row int

	loading, again bool
	begun          bool // a row was chosen, or there was none to choose
	fits           int  // rows of a card
	unit           string
	chosen         bool // the unit
	morning        todayMorning
}

// todayMorning is everything that is computed of one look at the office.
type todayMorning struct {
	ready  bool
	cards  [todayCards]TodayCard
	load   []TodayLoad // without the counts
	counts map[domain.DepartmentID]*[todayDays]int
	units  []Option
	unit   domain.DepartmentID // that whoever looks leads
	opened []TodayOpened
	banner string
	year   int // that the banner is about
	seats  []string
	steps  []TodayStep
}

// fewRows are the rows of a card until the view tells how many there is room for.
const fewRows = 5

// NewToday makes the presenter; opened gives the cases that were open lately, the latest first.
func NewToday(env Env, o TodayOffice, opened func() []domain.CaseID) *Today {
	return &Today{Env: env, office: o, opened: opened, Row: -1, fits: fewRows}
}

// Ready tells whether the office was looked at.
func (d *Today) Ready() bool { return d.morning.ready }

// Cards gives the six cards, with as many rows as there is room for.
func (d *Today) Cards() []TodayCard {
	cards := d.morning.cards
	for i := range cards {
		c := &cards[i]
		if len(c.Rows) > d.fits {
			c.Rows = c.Rows[:d.fits]
		}
		switch more := c.Count - len(c.Rows); {
		case len(c.Cases) == 0: // nothing of it stands in the register
		case more > 0:
			c.More = d.T("today.more", "n", more)
		default:
			c.More = d.T("today.list")
		}
	}
	return cards[:]
}

// Fit tells how many whole rows a card has room for; what is left out stands in the list.
func (d *Today) Fit(rows int) {
	if rows = max(1, rows); rows == d.fits {
		return
	}
	d.fits = rows
	d.clamp()
	if d.morning.ready {
		d.changed()
	}
}

// Load gives how many terms end on the next working days: of all units, or of the one that is shown.
func (d *Today) Load() []TodayLoad {
	days := slices.Clone(d.morning.load)
	if counts := d.morning.counts[domain.ParseID[domain.DepartmentID](d.unit)]; counts != nil {
		for i := range days {
			days[i].Count = counts[i]
		}
	}
	return days
}

// LoadTitle says whose load is shown.
func (d *Today) LoadTitle() string {
	for _, o := range d.morning.units {
		if o.Key == d.unit && o.Key != "" {
			return o.Words
		}
	}
	return d.T("today.load")
}

// Units are those whose load can be shown by itself, all of them first; none for whoever leads no unit.
func (d *Today) Units() []Option { return d.morning.units }

// Unit tells whose load is shown.
func (d *Today) Unit() string { return d.unit }

// ShowUnit shows the load of a unit.
func (d *Today) ShowUnit(key string) {
	d.unit, d.chosen = key, true
	d.changed()
}

// OpenHalf opens the register with what is past half of its term.
func (d *Today) OpenHalf() { d.Open(Route{Place: RegisterPlace, Arg: ViewHalf}) }

// Opened gives the cases that were open lately.
func (d *Today) Opened() []TodayOpened { return d.morning.opened }

// Banner warns of terms that are not certain; empty = they are.
func (d *Today) Banner() string { return d.morning.banner }

// Substitutions says who stands in for whom today, as far as it concerns whoever looks.
func (d *Today) Substitutions() []string { return d.morning.seats }

// Steps are what an administrator does first, until all of it is done.
func (d *Today) Steps() []TodayStep { return d.morning.steps }

// Date says what day it is.
func (d *Today) Date() string {
	return d.T("today.date", "weekday", d.Say.Weekday(d.Today().Weekday()), "date", d.Today())
}

// Reload looks at the office, off the screen's goroutine; changes that come meanwhile are looked at once, afterwards.
func (d *Today) Reload() {
	if d.loading {
		d.again = true
		return
	}
	d.loading = true
	ids, today := d.opened(), d.Today()
	var m todayMorning
	d.Go(func() {
		look, duties := newMorning(d.Env, d.office.Acting(), today), d.office.Duties()
		look.endangered(duties)
		if asked, err := d.office.Invitations(); err == nil { // a case that cannot be read says so where it is opened
			look.invited(asked)
		}
		m = look.look(duties)
		m.seats = d.substitutions(d.office.Acting())
		m.opened = recent(d.Env, d.office, ids)
		_, backup := d.office.LastBackup()
		m.steps = firstSteps(d.Env, d.office.Acting(), backup)
	}, func() {
		d.loading, d.morning = false, m
		if !d.chosen && m.unit != (domain.DepartmentID{}) {
			d.unit = idKey(m.unit)
		}
		d.clamp()
		if d.Changed != nil {
			d.Changed()
		}
		if d.again {
			d.again = false
			d.Reload()
		}
	})
}

// clamp keeps the choice on a row that is there, once that is known.
func (d *Today) clamp() {
	if !d.morning.ready {
		return
	}
	d.Row = min(d.Row, len(d.Cards()[d.Card].Rows)-1)
}

// Begin chooses the first row of the first card that has one, unless something was chosen before; it tells whether it did.
func (d *Today) Begin() bool {
	if d.begun || d.Row >= 0 {
		return false
	}
	d.begun = true
	for i := range d.morning.cards {
		if len(d.morning.cards[i].Rows) > 0 {
			d.Card, d.Row = i, 0
			return true
		}
	}
	return false
}

// Jump goes to the first row of a card.
func (d *Today) Jump(card int) {
	if card < 0 || card >= int(todayCards) {
		return
	}
	d.Card, d.Row = card, 0
	d.clamp()
	d.changed()
}

// Across goes to the card on the right (1) or left (-1), on the same line where it has one.
func (d *Today) Across(by int) {
	row := max(0, d.Row)
	d.Card = (d.Card + by + int(todayCards)) % int(todayCards)
	d.Row = row
	d.clamp()
	d.changed()
}

// Down goes down or up within a card.
func (d *Today) Down(by int) {
	d.Row = min(max(0, d.Row+by), len(d.Cards()[d.Card].Rows)-1)
	d.changed()
}

// Choose is a press on a row.
func (d *Today) Choose(card, row int) {
	d.Card, d.Row = card, row
	d.clamp()
	d.changed()
}

// Enter opens the chosen row.
func (d *Today) Enter() {
	card := d.Cards()[d.Card]
	if d.Row >= 0 && d.Row < len(card.Rows) {
		d.Open(card.Rows[d.Row].route(card.Cases))
	}
}

// route is where a row leads: to the case, on the form that its term asks for, or to a letter of its own screen.
func (r *TodayRow) route(list []domain.CaseID) Route {
	switch {
	case r.Explain:
		return Route{Place: ExplainPlace, Case: r.Case}
	case r.Do == domain.DoDraft:
		return Route{Place: LetterPlace, Case: r.Case}
	default:
		return Route{Place: CasePlace, Case: r.Case, Letter: r.Letter, Arg: string(r.Do), Walk: &Walk{Cases: list}}
	}
}

// OpenRow opens what a row of a card is about.
func (d *Today) OpenRow(card, row int) {
	d.Card, d.Row = card, row
	d.Enter()
}

// OpenCase opens a case that was open lately.
func (d *Today) OpenCase(id domain.CaseID) { d.Open(Route{Place: CasePlace, Case: id}) }

// OpenList opens the register with the list of a card.
func (d *Today) OpenList(k TodayKind) {
	d.Open(Route{Place: RegisterPlace, Arg: todayViews[k]})
}

var todayViews = [todayCards]string{ViewLate, ViewToday, ViewSoon, ViewWaiting, ViewFree, ViewOut}

// Confirm goes to the year in the calendar that is to be confirmed.
func (d *Today) Confirm() {
	to := Route{Place: CalendarPlace}
	if d.morning.year > d.Today().Year() {
		to.Arg = d.Say.Date(calendar.NewDate(d.morning.year, time.January, 1))
	}
	d.Open(to)
}

// ConfirmWords says what the way to the calendar is for: not everybody may confirm a year.
func (d *Today) ConfirmWords() string {
	if d.office.Acting().MayOffice(domain.CalendarSet{}) != nil {
		return d.T("today.to_calendar")
	}
	return d.T("today.confirm")
}
