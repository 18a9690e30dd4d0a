package say

import (
	"strconv"
	"time"

	"harta/internal/calendar"
)

// Date returns a day as people here write it, 02.01.2006, and nothing for none.
func (s *Speaker) Date(d calendar.Date) string { return d.Local() }

// Weekday returns the name of a day of the week.
func (s *Speaker) Weekday(w time.Weekday) string { return s.T("weekday." + strconv.Itoa(int(w))) }

// Month returns the name of a month.
func (s *Speaker) Month(m time.Month) string { return s.T("month." + strconv.Itoa(int(m))) }

// DateWeekday returns a day with its day of the week: 02.03.2026 (понеделник).
func (s *Speaker) DateWeekday(d calendar.Date) string {
	return s.T("date.day", "date", d, "weekday", s.Weekday(d.Weekday()))
}

// DateTime returns day and hour of an instant in Sofia, and nothing for the zero time.
func (s *Speaker) DateTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return s.T("date.time", "date", calendar.DateOf(t), "time", s.Time(t))
}

// Time returns the hour of an instant in Sofia, 15:04.
func (s *Speaker) Time(t time.Time) string { return t.In(calendar.Sofia()).Format("15:04") }

// Term returns a length of time in words: 7 раб. дни.
func (s *Speaker) Term(t calendar.Term) string { return s.T("unit."+t.Unit.String(), "n", t.N) }
