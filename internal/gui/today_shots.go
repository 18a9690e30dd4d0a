package gui

import (
	"harta/internal/gui/present"
)

// todayShots are the states of the screen that the gallery shows.
func todayShots() []shot {
	visit := func(w *Window) {
		for _, e := range w.program.List(nil)[:5] {
			w.nav.Go(present.Route{Place: present.CasePlace, Case: e.Case}, nil)
		}
		w.open(present.Route{Place: present.TodayPlace})
	}
	return []shot{
		{name: "02-today", user: "clerk", stage: visit},
		{name: "02-today-head", user: "secretary", stage: func(w *Window) { w.typedRune('4') }},
		{name: "02-today-unit", user: "head", stage: func(w *Window) {
			if s, ok := w.screen.(*todayScreen); ok {
				s.chooseUnit()
			}
		}},
		{name: "02-today-mayor", user: "mayor"},
	}
}
