package gui

import (
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// calendarShots are the states of the screen that the gallery shows.
func calendarShots() []shot {
	at := func(day string) func(*Window) present.Route {
		return func(*Window) present.Route { return present.Route{Place: present.CalendarPlace, Arg: day} }
	}
	calculator := func(*Window) present.Route { return present.Route{Place: present.CalculatorPlace, Arg: "24.11.2026"} }
	model := func(w *Window, do func(*present.Calendar)) {
		if s, ok := w.screen.(*calendarScreen); ok {
			do(s.model)
		}
	}
	return []shot{
		{name: "10-calendar", user: "secretary", route: at("")},
		{name: "10-calendar-holiday", user: "clerk", route: at("24.12.2026")},
		{name: "10-calendar-next", user: "clerk", route: at("01.05.2027")},
		{name: "10-calendar-swap", user: "clerk", route: at("24.09.2016")},
		{name: "10-calendar-confirm", user: "secretary", route: at("01.05.2027"), stage: func(w *Window) { model(w, (*present.Calendar).Confirm) }},
		{name: "10-calendar-new", user: "secretary", route: at(""), stage: func(w *Window) {
			model(w, func(c *present.Calendar) {
				c.Choose(busiest(c))
				c.Declare()
			})
		}},
		{name: "10-calendar-next-off", user: "secretary", route: at("31.12.2026"), stage: func(w *Window) {
			model(w, func(c *present.Calendar) {
				c.Declare()
				x := c.Change().Form
				x.Write(x.Field("basis"), "Решение № 700 на Министерския съвет от 20.11.2026 г.")
			})
		}},
		{name: "10-calendar-declared", user: "secretary", route: at("02.01.2026")},
		{name: "10-calendar-drop", user: "secretary", route: at("02.01.2026"), stage: func(w *Window) { model(w, (*present.Calendar).Drop) }},
		{name: "10-calendar-import", user: "secretary", route: at(""), stage: func(w *Window) {
			model(w, func(c *present.Calendar) { c.Look("обявени дни", shotDays()) })
		}},
		{name: "19-calculator", user: "clerk", route: calculator},
		{name: "19-calculator-own", user: "clerk", route: calculator, stage: func(w *Window) {
			if s, ok := w.screen.(*calculatorScreen); ok {
				s.model.SetEnd(calendar.NewDate(2027, time.January, 2))
			}
		}},
		{name: "19-calculator-wrong", user: "clerk", route: calculator, stage: func(w *Window) {
			if s, ok := w.screen.(*calculatorScreen); ok {
				s.model.SetStart(calendar.NewDate(2009, time.December, 31))
			}
		}},
		{name: "10-calendar-days", user: "secretary", route: at("24.12.2026"), stage: func(w *Window) {
			if s, ok := w.screen.(*calendarScreen); ok {
				s.tabs.Put(1)
				s.arrange()
			}
		}},
	}
}

// shotDays are the lines of a file, one of every kind.
func shotDays() []desk.DayReview {
	const act = "Решение № 700 на Министерския съвет от 20.11.2026 г."
	var all []desk.DayReview
	add := func(found domain.DayFinding, month time.Month, day int, basis string, why error) {
		r := desk.DayReview{Finding: found, Why: why}
		r.Line = len(all) + 2
		r.Day = calendar.Declared{Date: calendar.NewDate(2026, month, day), Basis: basis}
		all = append(all, r)
	}
	add(domain.DayOther, time.January, 2, act, nil)
	add(domain.DayOffByLaw, time.December, 24, act, nil)
	add(domain.DayNew, time.December, 23, act, nil)
	add(domain.DayNew, time.December, 31, "", nil)
	add(domain.DayRefused, time.December, 26, act, domain.Refuse("", domain.WorkedOnHoliday).With("date", calendar.NewDate(2026, time.December, 26)))
	all[len(all)-1].Day.Work = true
	wrong := domain.Refuse("", domain.ImportLine).With("line", 7).With("column", "1").With("value", "31.02.2026")
	add(domain.DayRefused, time.December, 1, "", wrong)
	all[len(all)-1].Wrong = wrong
	return all
}

// busiest is the working day of the year after today on which most terms end.
func busiest(c *present.Calendar) calendar.Date {
	var most present.CalendarDay
	for _, m := range c.Months() {
		for _, d := range m.Days {
			if d.Date > c.Today() && d.Why == calendar.Ordinary && d.Terms > most.Terms {
				most = d
			}
		}
	}
	return most.Date
}
