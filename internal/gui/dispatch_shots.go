package gui

import (
	"harta/internal/gui/present"
)

// dispatchShots are the states of the screen that the gallery shows.
func dispatchShots() []shot {
	here := func(*Window) present.Route { return present.Route{Place: present.DispatchPlace} }
	on := func(do func(s *dispatchScreen)) func(*Window) {
		return func(w *Window) {
			if s, ok := w.screen.(*dispatchScreen); ok {
				do(s)
			}
		}
	}
	return []shot{
		{name: "08-dispatch", user: "clerk", route: here, stage: on(func(s *dispatchScreen) {
			for i := range s.model.Ready() {
				if i < 3 {
					s.model.Tick(i)
				}
			}
			s.model.ChooseSent(0)
		})},
		{name: "08-dispatch-rest", user: "clerk", route: here, stage: on(func(s *dispatchScreen) {
			for i, r := range s.model.Ready() {
				if r.Checked { // a draft of the picture before
					s.model.Tick(i)
				}
			}
		})},
		{name: "08-dispatch-serve", user: "clerk", route: here, stage: on(func(s *dispatchScreen) {
			s.tabs.Put(1)
			s.fold()
			s.model.ChooseSent(0)
			s.model.Serve()
		})},
		{name: "08-dispatch-filtered", user: "secretary", route: here, stage: on(func(s *dispatchScreen) { s.model.SetChip("way", "fax") })},
	}
}
