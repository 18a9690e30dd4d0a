package gui

import (
	"slices"
	"time"

	"harta/internal/calendar"
	"harta/internal/gui/look"
)

// weekdays are the short names of the days of a week, from Monday.
func (w *Window) weekdays() [7]string {
	t := w.env.T
	return [7]string{t("days.1"), t("days.2"), t("days.3"), t("days.4"), t("days.5"), t("days.6"), t("days.7")}
}

// dayParser is what the date fields of the window know: the words for days, and the calendar of the office.
func (w *Window) dayParser() look.DateParser {
	t := w.env.T
	p := look.DateParser{
		Today:    w.env.Today,
		Words:    map[string]int{t("days.yesterday"): -1, t("days.today"): 0, t("days.tomorrow"): 1},
		Hint:     func(d calendar.Date) string { return w.env.Say.Weekday(d.Weekday()) },
		Weekdays: w.weekdays(),
		Step: func(from calendar.Date, by int) calendar.Date {
			o := w.program.Acting().Office
			return o.Calendar().AddWorking(from, by)
		},
		Kind: func(d calendar.Date) look.DayKind {
			o := w.program.Acting().Office
			return dayKind(o.Calendar().Day(d), d == w.env.Today())
		},
	}
	for m := time.January; m <= time.December; m++ {
		p.Months[m-1] = w.env.Say.Month(m)
	}
	return p
}

var holidays = []calendar.Why{calendar.FixedHoliday, calendar.EasterHoliday, calendar.Compensation, calendar.DeclaredOff}

// dayKind says how a month paints a day.
func dayKind(d calendar.Day, today bool) look.DayKind {
	switch {
	case today:
		return look.TodayDay
	case slices.Contains(holidays, d.Why):
		return look.HolidayDay
	case !d.Working:
		return look.FreeDay
	default:
		return look.Workday
	}
}
