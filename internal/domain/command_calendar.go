package domain

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"harta/internal/calendar"
)

const setCalendar Action = "set_calendar"

// CalendarNow gives the declared days and the confirmed years of the office, to be changed and recorded.
func (o *Office) CalendarNow() CalendarSet {
	return CalendarSet{Declared: slices.Clone(o.Declared), Confirmed: slices.Clone(o.Confirmed)}
}

// Declare adds days.
func (e CalendarSet) Declare(days ...calendar.Declared) CalendarSet {
	e.Declared = append(slices.Clip(e.Declared), days...)
	return e
}

// Drop takes declared days away.
func (e CalendarSet) Drop(days ...calendar.Date) CalendarSet {
	e.Declared = slices.DeleteFunc(slices.Clone(e.Declared), func(d calendar.Declared) bool { return slices.Contains(days, d.Date) })
	return e
}

// Confirm says that somebody has checked the days of a year.
func (e CalendarSet) Confirm(year int, by UserID) CalendarSet {
	e = e.Unconfirm(year)
	e.Confirmed = append(e.Confirmed, ConfirmedYear{year, by})
	return e
}

// Unconfirm takes that back.
func (e CalendarSet) Unconfirm(year int) CalendarSet {
	e.Confirmed = slices.DeleteFunc(slices.Clone(e.Confirmed), func(y ConfirmedYear) bool { return y.Year == year })
	return e
}

// DeclaredOn gives the declared day of a date.
func (o *Office) DeclaredOn(d calendar.Date) (calendar.Declared, bool) {
	return find(o.Declared, func(x *calendar.Declared) bool { return x.Date == d })
}

// SetCalendar replaces the declared days and the confirmed years. A year that is over stays as it is: terms were kept
// or missed by its days. Every new day names its act, and contradicts neither the law nor another day. A year is
// confirmed in one's own name, and who takes that back says why.
func (a Acting) SetCalendar(e CalendarSet) (CalendarSet, error) {
	if err := a.MayOffice(e); err != nil {
		return CalendarSet{}, err
	}
	e.Declared, e.Reason = slices.Clone(e.Declared), strings.TrimSpace(e.Reason)
	for i, d := range e.Declared {
		if !slices.Contains(a.Office.Declared, d) { // what is recorded stays to the letter
			e.Declared[i].Basis = strings.TrimSpace(d.Basis)
		}
	}
	slices.SortStableFunc(e.Declared, func(x, y calendar.Declared) int { return cmp.Compare(x.Date, y.Date) })
	changed := a.changedDays(e.Declared)
	for _, d := range changed {
		if err := a.soundDay(d); err != nil {
			return CalendarSet{}, err
		}
	}
	if err := first(a.pastStays(e.Declared), fits(e.Declared)); err != nil {
		return CalendarSet{}, err
	}
	years, err := a.confirms(e)
	if err != nil {
		return CalendarSet{}, err
	}
	if len(changed) == 0 && len(e.Declared) == len(a.Office.Declared) && !years {
		return CalendarSet{}, Refuse(string(setCalendar), NothingChanged)
	}
	return e, nil
}

// changedDays gives the days that are new, or other than they were.
func (a Acting) changedDays(days []calendar.Declared) []calendar.Declared {
	var changed []calendar.Declared
	for _, d := range days {
		if !slices.Contains(a.Office.Declared, d) {
			changed = append(changed, d)
		}
	}
	return changed
}

// soundDay refuses a new day that is out of range, that nothing would change, or of which nobody knows by what act.
func (a Acting) soundDay(d calendar.Declared) error {
	op := string(setCalendar)
	if d.Date < calendar.First || d.Date > calendar.Last {
		return Refuse(op, DateOutOfRange).On("date").With("first", calendar.First).With("last", calendar.Last)
	}
	if day := a.Office.Calendar().Day(d.Date); !d.Work && !day.Working && day.Why != calendar.DeclaredOff {
		return Refuse(op, AlreadyOff).On("date").With("date", d.Date)
	}
	return filled(setCalendar, "basis", d.Basis, MaxLine)
}

// pastStays refuses other days in a year that is over.
func (a Acting) pastStays(days []calendar.Declared) error {
	this := a.Today().Year()
	over := func(all []calendar.Declared) []calendar.Declared {
		return slices.DeleteFunc(slices.Clone(all), func(d calendar.Declared) bool { return d.Date.Year() >= this })
	}
	was, now := over(a.Office.Declared), over(days)
	for _, side := range [][2][]calendar.Declared{{now, was}, {was, now}} {
		for _, d := range side[0] {
			if !slices.Contains(side[1], d) {
				return Refuse(string(setCalendar), YearIsPast).On("date").With("year", d.Date.Year())
			}
		}
	}
	return nil
}

// fits refuses days that contradict each other or the law.
func fits(days []calendar.Declared) error {
	_, err := calendar.New(days)
	against, ok := errors.AsType[*calendar.ContradictionError](err)
	if !ok {
		return err
	}
	why := DayTwice
	switch against.Conflict {
	case calendar.WorkedAnyway:
		why = WorkedAnyway
	case calendar.WorkedOnHoliday:
		why = WorkedOnHoliday
	default:
	}
	return Refuse(string(setCalendar), why).On("date").With("date", against.Date)
}

// confirms looks at the years that become confirmed, or are so no longer, and says whether there are any.
func (a Acting) confirms(e CalendarSet) (changed bool, err error) {
	op := string(setCalendar)
	for i, y := range e.Confirmed {
		if a.Office.YearConfirmed(y.Year) {
			continue
		}
		changed = true
		switch {
		case y.Year < a.Today().Year():
			return true, Refuse(op, YearIsPast).On("year").With("year", y.Year)
		case y.Year > calendar.Last.Year():
			return true, Refuse(op, DateOutOfRange).On("year").With("first", calendar.First).With("last", calendar.Last)
		}
		e.Confirmed[i].By = a.User
	}
	for _, y := range a.Office.Confirmed {
		switch {
		case slices.ContainsFunc(e.Confirmed, func(x ConfirmedYear) bool { return x.Year == y.Year }):
		case y.Year < a.Today().Year():
			return true, Refuse(op, YearIsPast).On("year").With("year", y.Year)
		default:
			changed, err = true, first(err, filled(setCalendar, "reason", e.Reason, MaxText))
		}
	}
	return changed, err
}

// WithCalendar gives the office as it would be with other days.
func (o *Office) WithCalendar(e CalendarSet) *Office {
	other := o.Apply(Fact{Event: e})
	return &other
}

// DayFinding says what becomes of a day that somebody wants to enter.
type DayFinding int

// Findings about a day.
const (
	DayNew      DayFinding = iota // can be entered
	DayOther                      // is declared otherwise, and can be changed
	DayKnown                      // is declared just so
	DayOffByLaw                   // is off without anybody declaring it
	DayRefused                    // contradicts the law or another day, is out of range or of a year that is over
)

// ReviewDays says of each of some days, as a file brings them, what can become of it, and why it is refused.
func (a Acting) ReviewDays(days []calendar.Declared) ([]DayFinding, []error) {
	found, errs := make([]DayFinding, len(days)), make([]error, len(days))
	seen := map[calendar.Date]bool{}
	for i, d := range days {
		found[i], errs[i] = a.reviewDay(d)
		if found[i] != DayRefused && seen[d.Date] {
			found[i], errs[i] = DayRefused, Refuse(string(setCalendar), DayTwice).On("date").With("date", d.Date)
		}
		seen[d.Date] = true
	}
	return found, errs
}

func (a Acting) reviewDay(d calendar.Declared) (DayFinding, error) {
	was, declared := a.Office.DeclaredOn(d.Date)
	now := a.Office.CalendarNow()
	switch {
	case declared && was.Work == d.Work && (was.Basis == d.Basis || d.Basis == ""):
		return DayKnown, nil
	case declared:
		now = now.Drop(d.Date)
	}
	if !declared && a.offByLaw(d) {
		return DayOffByLaw, nil
	}
	if d.Basis == "" {
		d.Basis = "–" // it is asked for when the day is entered
	}
	if _, err := a.SetCalendar(now.Declare(d)); err != nil {
		return DayRefused, err
	}
	if declared {
		return DayOther, nil
	}
	return DayNew, nil
}

// offByLaw tells whether a day to be declared off is off without that.
func (a Acting) offByLaw(d calendar.Declared) bool {
	day := a.Office.Calendar().Day(d.Date)
	return !d.Work && day.Why != calendar.Unsupported && !day.Working
}
