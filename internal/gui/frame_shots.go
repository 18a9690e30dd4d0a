package gui

import "harta/internal/gui/present"

// frameShots are the states of the frame: what is not recorded, and an office that is only read.
func frameShots() []shot {
	today := func(*Window) present.Route { return present.Route{Place: present.TodayPlace} }
	return []shot{
		{name: "20-unsaved", user: "clerk", route: today, stage: func(w *Window) {
			_ = w.program.KeepDraft("intake", []byte("{}")) // a picture without it tells less
			w.showUnsaved()
			_ = w.program.DropDraft("intake")
		}},
		{name: "20-warnings", user: "clerk", route: today, stage: func(w *Window) { w.showWarnings() }},
		{name: "20-read-only", user: "clerk", route: func(*Window) present.Route { return present.Route{Place: present.RegisterPlace} }, stage: func(w *Window) {
			w.env.ReadOnly = true
			w.enter()
			w.open(present.Route{Place: present.RegisterPlace})
		}},
	}
}
