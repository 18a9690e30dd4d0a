package present

import (
	"strconv"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// CalendarOffice is what Календар asks of the office.
type CalendarOffice interface {
	Acting() domain.Acting
	List(want func(domain.Entry) bool) []domain.Entry
	SetCalendar(e domain.CalendarSet) error
	TryCalendar(e domain.CalendarSet) (office.Trial, error)
	ReviewFile(path string) ([]desk.DayReview, error)
}

// Calendar is the presenter of the working days, year by year.
type Calendar struct {
	Env
	watched
	office CalendarOffice

	year   int
	chosen calendar.Date
	terms  map[calendar.Date]int // how many open cases end on a day
	lacks  []domain.Novelty      // what the program brings and the office does not have
	drawn  int
	gen    int
	busy   bool
	wrong  string
	change *Change
}

// NewCalendar makes the presenter. It begins at a day of the route, or today.
func NewCalendar(env Env, o CalendarOffice, at string) *Calendar {
	c := &Calendar{Env: env, office: o, chosen: env.Today()}
	if d, err := calendar.ParseLocal(at); err == nil && supported(d) {
		c.chosen = d
	}
	c.year = c.chosen.Year()
	return c
}

func supported(d calendar.Date) bool { return d >= calendar.First && d <= calendar.Last }

// Load reads anew what ends on which day.
func (c *Calendar) Load() {
	c.gen++
	gen := c.gen
	a, today := c.office.Acting(), c.Today()
	var terms map[calendar.Date]int
	var lacks []domain.Novelty
	c.Go(func() {
		lacks = novelties(a)
		terms = map[calendar.Date]int{}
		for _, e := range c.office.List(func(e domain.Entry) bool { return e.State.Open() }) {
			if r := a.Office.Remind(e, today); r.Urgency != domain.NoTerm {
				terms[r.Due]++
			}
		}
	}, func() {
		if gen == c.gen {
			c.terms, c.lacks = terms, lacks
			c.redrawn()
		}
	})
}

// Year is the one that is shown.
func (c *Calendar) Year() int { return c.year }

// Drawn changes whenever the months have to be drawn anew, and not when only another day is chosen.
func (c *Calendar) Drawn() int { return c.drawn }

// Wrong is what went wrong last; empty = nothing.
func (c *Calendar) Wrong() string { return c.wrong }

// YearRow is a year that can be shown.
type YearRow struct {
	Year      int
	Words     string
	State     string
	Confirmed bool
	Past      bool // over, and never confirmed
	On        bool
}

// shownYears is how many years stand above the months.
const shownYears = 4

// Years gives the years around today, or around the shown one when that is further away.
func (c *Calendar) Years() []YearRow {
	first := c.Today().Year() - 1
	if c.year < first || c.year >= first+shownYears {
		first = c.year - 1
	}
	first = min(max(first, calendar.First.Year()), calendar.Last.Year()-shownYears+1)
	office := c.office.Acting().Office
	rows := make([]YearRow, shownYears)
	for i := range rows {
		year := first + i
		rows[i] = YearRow{Year: year, Words: strconv.Itoa(year), Confirmed: office.YearConfirmed(year), On: year == c.year}
		switch {
		case rows[i].Confirmed:
			rows[i].State = c.T("calendar.confirmed")
		case c.past(year):
			rows[i].State, rows[i].Past = c.T("calendar.past"), true
		default:
			rows[i].State = c.T("calendar.unconfirmed")
		}
	}
	return rows
}

func (c *Calendar) past(year int) bool { return year < c.Today().Year() }

// ShowYear shows a year, with the same day of it chosen.
func (c *Calendar) ShowYear(year int) {
	if year != c.year {
		c.Choose(c.chosen.AddMonths(12 * (year - c.year)))
	}
}

// Page goes so many years on.
func (c *Calendar) Page(by int) { c.ShowYear(c.year + by) }

// Move goes so many days on.
func (c *Calendar) Move(by int) { c.Choose(c.chosen.AddDays(by)) }

// Choose moves to a day, and shows its year. Beyond what the calendar knows it stays.
func (c *Calendar) Choose(d calendar.Date) {
	if !supported(d) || d == c.chosen {
		return
	}
	c.chosen = d
	if d.Year() != c.year {
		c.year = d.Year()
		c.drawn++
	}
	c.changed()
}

// ChosenDay is the day that is explained.
func (c *Calendar) ChosenDay() calendar.Date { return c.chosen }

// Month is the one of the chosen day.
func (c *Calendar) Month() time.Month {
	_, m, _ := c.chosen.Civil()
	return m
}

// CalendarMonth is a month as it is drawn: so many empty cells, then its days.
type CalendarMonth struct {
	Month time.Month
	Name  string
	Empty int
	Days  []CalendarDay
}

// CalendarDay is a day of a month.
type CalendarDay struct {
	Date  calendar.Date
	Why   calendar.Why
	Today bool
	Terms int
	Tried bool // somebody tries what it would do
}

// Months gives the months of the year.
func (c *Calendar) Months() []CalendarMonth {
	working, today := c.office.Acting().Office.Calendar(), c.Today()
	months := make([]CalendarMonth, 12)
	for i := range months {
		m := time.Month(i + 1)
		first := calendar.NewDate(c.year, m, 1)
		months[i] = CalendarMonth{Month: m, Name: c.Say.Month(m), Empty: int(first.Weekday()+6) % 7}
		for d := first; d < first.AddMonths(1); d++ {
			months[i].Days = append(months[i].Days, CalendarDay{d, working.Day(d).Why, d == today, c.terms[d], c.tries(d)})
		}
	}
	return months
}

// tries tells whether the open change is about a day.
func (c *Calendar) tries(d calendar.Date) bool { return c.change != nil && c.change.Day() == d }

// DayCard explains the chosen day.
type DayCard struct {
	Day   string // 24.12.2026, четвъртък
	Why   string
	Off   bool
	Terms int
	Ends  string // how many cases end on it
}

// Card gives what is said of the chosen day.
func (c *Calendar) Card() DayCard {
	d := c.office.Acting().Office.Calendar().Day(c.chosen)
	card := DayCard{
		Day: c.T("calendar.day", "date", c.chosen, "weekday", c.Say.Weekday(c.chosen.Weekday())), Why: capital(c.Say.Day(d)),
		Off: !d.Working, Terms: c.terms[c.chosen], Ends: c.T("calendar.no_terms"),
	}
	if card.Terms > 0 {
		card.Ends = c.T("calendar.terms", "n", card.Terms)
	}
	return card
}

// OpenTerms shows the cases that end on the chosen day.
func (c *Calendar) OpenTerms() {
	c.Open(Route{Place: RegisterPlace, Arg: ViewWords(c.T("palette.op_term") + c.Say.Date(c.chosen))})
}

// OffRow is a day of the year that is off by more than a weekend, or worked against it.
type OffRow struct {
	Date   calendar.Date
	Day    string
	Words  string
	Source string
	Why    calendar.Why
}

// Off lists the holidays, what stands in for them, and the declared days of the year.
func (c *Calendar) Off() []OffRow {
	working := c.office.Acting().Office.Calendar()
	var rows []OffRow
	for d := calendar.NewDate(c.year, time.January, 1); d.Year() == c.year; d++ {
		day := working.Day(d)
		words, source := c.offWords(day)
		if words != "" {
			rows = append(rows, OffRow{d, c.T("calendar.day", "date", d, "weekday", c.Say.Weekday(d.Weekday())), words, source, day.Why})
		}
	}
	return rows
}

func (c *Calendar) offWords(d calendar.Day) (words, source string) {
	basis := d.Basis
	if basis == "" {
		basis = c.T("day.no_basis")
	}
	switch d.Why {
	case calendar.FixedHoliday, calendar.EasterHoliday:
		words = c.Say.Holiday(d.Holiday)
		if d.Also != "" {
			words += c.T("common.and") + c.Say.Holiday(d.Also)
		}
		return words, c.T("calendar.by_law")
	case calendar.Compensation:
		return c.T("calendar.instead", "holiday", c.Say.Holiday(d.For)), c.T("calendar.by_instead")
	case calendar.DeclaredOff:
		return c.T("calendar.declared_off"), basis
	case calendar.DeclaredWork:
		return c.T("calendar.declared_work"), basis
	default:
		return "", ""
	}
}

// MonthCount is how many days of a month are worked.
type MonthCount struct {
	Name string
	Days int
}

// Working counts the working days by month, and of the whole year.
func (c *Calendar) Working() (months []MonthCount, all int) {
	working := c.office.Acting().Office.Calendar()
	for m := time.January; m <= time.December; m++ {
		first := calendar.NewDate(c.year, m, 1)
		n := 0
		for d := first; d < first.AddMonths(1); d++ {
			if working.Working(d) {
				n++
			}
		}
		months = append(months, MonthCount{firstLetters(c.Say.Month(m), 3), n})
		all += n
	}
	return months, all
}

// YearState says whether somebody has checked the days of the year, and whether whoever works may do so.
type YearState struct {
	Confirmed bool
	Past      bool // over, and never confirmed
	Words     string
	May       bool
	Busy      bool
}

// State gives the state of the shown year.
func (c *Calendar) State() YearState {
	a := c.office.Acting()
	for _, y := range a.Office.Confirmed {
		if y.Year == c.year {
			u, _ := a.Office.User(y.By)
			return YearState{Confirmed: true, Words: c.T("calendar.confirmed_by", "year", c.year, "name", u.Name)}
		}
	}
	if c.past(c.year) {
		return YearState{Past: true, Words: c.T("calendar.past_words", "year", c.year)}
	}
	return YearState{
		Words: c.T("calendar.unconfirmed_words", "year", c.year), May: a.MayOffice(domain.CalendarSet{}) == nil, Busy: c.busy,
	}
}

// Confirm asks whether the days of the year are right, and records by whom that was said.
func (c *Calendar) Confirm() {
	state := c.State()
	if !state.May || state.Busy {
		return
	}
	a := c.office.Acting()
	u, _ := a.Office.User(a.User)
	declared := 0
	for _, row := range c.Off() {
		if row.Why == calendar.DeclaredOff || row.Why == calendar.DeclaredWork {
			declared++
		}
	}
	_, working := c.Working()
	c.Ask(Question{
		Title: c.T("calendar.ask", "year", c.year),
		Words: c.T("calendar.ask_words", "off", len(c.Off()), "declared", declared, "working", working, "name", u.Name),
		Yes:   c.T("calendar.confirm", "year", c.year), No: c.T("calendar.not_yet"),
	}, func(yes bool) {
		if yes {
			c.confirm(c.year)
		}
	})
}

func (c *Calendar) confirm(year int) {
	c.busy, c.wrong = true, ""
	c.changed()
	var err error
	c.Go(func() {
		a := c.office.Acting() // what others have declared meanwhile stays
		if !a.Office.YearConfirmed(year) {
			err = c.office.SetCalendar(a.Office.CalendarNow().Confirm(year, a.User))
		}
	}, func() {
		c.busy = false
		if err != nil {
			c.wrong = c.Tell(err)
		} else {
			c.Toast(Toast{Words: c.T("calendar.done", "year", year)})
		}
		c.redrawn()
	})
}

func (c *Calendar) redrawn() {
	c.drawn++
	c.changed()
}
