// Package calendar knows civil dates, the working days of the Bulgarian administration from 2010 to
// 2099, terms in days, working days, weeks, months and years, and how to explain each step of a term.
// It refuses to know clocks, files, time zones other than Europe/Sofia, and words for people.
//
// Off are Saturdays, Sundays, the holidays of чл. 154, ал. 1 КТ with the four Easter days, and the days
// the Council of Ministers declared (ал. 3). Since 1.01.2017 a fixed holiday on a Saturday or a Sunday
// is compensated by the first working day after it that is still free (ал. 2); the Easter days are not.
// Declared days are data and come from the caller, the Saturdays that were worked in 2010–2016 among them.
//
// A term starts with the day after its first one. An end on a day off moves to the first working day
// after it; days off inside the term count (чл. 60, ал. 6 ГПК).
package calendar

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// The supported days. A test holds them to their comments.
const (
	First Date = 14610 // First is 2010-01-01.
	Last  Date = 47481 // Last is 2099-12-31.
)

const (
	supportedDays = int(Last-First) + 1
	// rules goes into every Version. It changes with the law as written here; a test reminds of it.
	rules = "harta-calendar/2"
)

// Declared is a day the Council of Ministers declared off, or a weekend day it declared worked. A local one
// was declared for this place alone. Basis is the act, in the words of whoever entered it.
type Declared struct {
	Date  Date
	Work  bool
	Basis string
	Local bool
}

// Why says why a day is worked or not.
type Why uint8

// Why a day is worked or not. A day with several reasons has the first of: declared worked, fixed
// holiday, Easter, weekend, declared off, compensation.
const (
	Unsupported   Why = iota // outside First to Last: nothing is known about it
	Ordinary                 // worked, Monday to Friday
	Weekend                  // off, Saturday or Sunday
	FixedHoliday             // off, a holiday with a date in the law
	EasterHoliday            // off, Good Friday to Easter Monday
	Compensation             // off, because a fixed holiday fell on a weekend
	DeclaredOff              // off, by act of the Council of Ministers
	DeclaredWork             // worked, a weekend day by act of the Council of Ministers
)

// Working reports whether a day with this reason is worked.
func (w Why) Working() bool {
	return w == Ordinary || w == DeclaredWork
}

// Day is what the calendar knows about one day.
type Day struct {
	Date    Date
	Working bool
	Why     Why
	Holiday HolidayID // the fixed or the Easter holiday
	Also    HolidayID // the Easter holiday that falls on the same day as the fixed one
	For     HolidayID // what a compensation day compensates
	Basis   string    // the act that declared the day off or worked
	Local   bool      // it was declared for this place alone
}

// Calendar tells working days from days off. It never changes and is safe for concurrent use.
type Calendar struct {
	version  string
	declared []Declared // by date
	marks    []mark     // by day from First
	worked   []Date     // every working day, in order
	before   []uint16   // by day from First, and one more: how many working days are earlier
}

// New returns a calendar with the declared days, in any order. It refuses days outside First to Last with
// ErrRange, and those that contradict the law or each other with a ContradictionError. A day declared off
// that is off already is no contradiction.
func New(declared []Declared) (*Calendar, error) {
	c := &Calendar{
		declared: byDate(declared),
		marks:    lawful(),
	}
	for i, d := range c.declared {
		if i > 0 && c.declared[i-1].Date == d.Date {
			return nil, &ContradictionError{Date: d.Date, Conflict: DeclaredTwice}
		}
		if err := c.declare(d); err != nil {
			return nil, err
		}
	}
	compensate(c.marks)
	c.count()
	c.version = version(c.declared)
	return c, nil
}

// Version returns 12 hexadecimal digits that are the same for the same rules and declared days,
// whatever the order these were given in.
func (c *Calendar) Version() string {
	return c.version
}

// Declared returns the days given to New, by date; New accepts them again.
// The caller owns the slice.
func (c *Calendar) Declared() []Declared {
	return slices.Clone(c.declared)
}

// Day returns what is known about the day. Outside First to Last that is nothing: Unsupported, off.
func (c *Calendar) Day(d Date) Day {
	if !supported(d) {
		return Day{Date: d}
	}
	m := c.marks[d-First]
	day := Day{Date: d, Working: m.why.Working(), Why: m.why}
	switch m.why {
	case FixedHoliday:
		day.Holiday, day.Also = fixedHolidays[m.fixed-1].id, easterID(m.easter)
	case EasterHoliday:
		day.Holiday = easterID(m.easter)
	case Compensation:
		day.For = fixedHolidays[m.fixed-1].id
	case DeclaredOff, DeclaredWork:
		i, _ := slices.BinarySearchFunc(c.declared, d, func(a Declared, d Date) int { return cmp.Compare(a.Date, d) })
		day.Basis, day.Local = c.declared[i].Basis, c.declared[i].Local
	default:
	}
	return day
}

// Working reports whether the day is worked. Outside First to Last none is.
func (c *Calendar) Working(d Date) bool {
	return supported(d) && c.marks[d-First].why.Working()
}

// NextWorking returns d if it is worked, otherwise the first working day after it. The zero Date says
// that d, or the day looked for, lies outside First to Last.
func (c *Calendar) NextWorking(d Date) Date {
	if !supported(d) {
		return 0
	}
	return c.workday(c.earlier(d))
}

// AddWorking returns the n-th working day after d, or before it when n is negative; d itself, worked or
// not, when n is 0. The zero Date says that d, or the day looked for, lies outside First to Last.
func (c *Calendar) AddWorking(d Date, n int) Date {
	switch {
	case !supported(d):
		return 0
	case n > 0:
		return c.workday(c.earlier(d+1) + n - 1)
	case n < 0:
		return c.workday(c.earlier(d) + n)
	default:
		return d
	}
}

// WorkingDaysBetween counts the working days after one day up to and including the other. It is
// negative when upTo is the earlier one. Days outside First to Last are not counted.
func (c *Calendar) WorkingDaysBetween(after, upTo Date) int {
	return c.earlier(upTo+1) - c.earlier(after+1)
}

// earlier counts the working days before d.
func (c *Calendar) earlier(d Date) int {
	return int(c.before[min(max(d, First), Last+1)-First])
}

// workday returns the working day that has i working days before it.
func (c *Calendar) workday(i int) Date {
	if i < 0 || i >= len(c.worked) {
		return 0
	}
	return c.worked[i]
}

// declare puts a declared day into the table, which holds the law only.
func (c *Calendar) declare(d Declared) error {
	if !supported(d.Date) {
		return fmt.Errorf("declared day: %w: %s", ErrRange, d.Date)
	}
	m := &c.marks[d.Date-First]
	switch {
	case !d.Work && m.why == Ordinary:
		m.why = DeclaredOff
	case !d.Work: // off already
	case m.why == Weekend:
		m.why = DeclaredWork
	case m.why == Ordinary:
		return &ContradictionError{Date: d.Date, Conflict: WorkedAnyway}
	default:
		return &ContradictionError{Date: d.Date, Conflict: WorkedOnHoliday}
	}
	return nil
}

// count makes the two tables by which working days are found without stepping through the calendar.
func (c *Calendar) count() {
	c.worked = make([]Date, 0, supportedDays)
	c.before = make([]uint16, supportedDays+1)
	for i, m := range c.marks {
		if m.why.Working() {
			c.worked = append(c.worked, First+Date(i))
		}
		c.before[i+1] = uint16(len(c.worked))
	}
}

func supported(d Date) bool {
	return First <= d && d <= Last
}

func byDate(days []Declared) []Declared {
	return slices.SortedStableFunc(slices.Values(days), func(a, b Declared) int { return cmp.Compare(a.Date, b.Date) })
}

func version(declared []Declared) string {
	text := []byte(rules)
	for _, a := range declared {
		text = fmt.Appendf(text, "\n%s %t %q", a.Date, a.Work, a.Basis)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:6])
}
