package gui

import (
	"harta/internal/gui/present"
)

// registerShots are the states of the screen that the gallery shows.
func registerShots() []shot {
	view := func(key string) func(*Window) present.Route {
		return func(*Window) present.Route { return present.Route{Place: present.RegisterPlace, Arg: key} }
	}
	return []shot{
		{name: "04-register", user: "clerk", route: view(""), stage: func(w *Window) {
			if s, ok := w.screen.(*registerScreen); ok {
				s.model.Choose(len(s.model.Rows()) / 2)
			}
		}},
		{name: "04-register-all", user: "secretary", route: view(present.ViewAll)},
		{name: "04-register-half", user: "secretary", route: view(present.ViewHalf)},
		{name: "04-register-empty", user: "clerk", route: view("=липсваща дума")},
	}
}
