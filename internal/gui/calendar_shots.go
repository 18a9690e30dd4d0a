package gui

import (
	"harta/internal/gui/present"
)

// calendarShots are the states of the screen that the gallery shows.
func calendarShots() []shot {
	at := func(day string) func(*Window) present.Route {
		return func(*Window) present.Route { return present.Route{Place: present.CalendarPlace, Arg: day} }
	}
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
		{name: "10-calendar-days", user: "secretary", route: at("24.12.2026"), stage: func(w *Window) {
			if s, ok := w.screen.(*calendarScreen); ok {
				if s.tabs.Put(1); s.folded {
					s.fold()
				}
			}
		}},
	}
}
