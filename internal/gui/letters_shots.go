package gui

import "harta/internal/gui/present"

// lettersShots are the states of the screen that the gallery shows.
func lettersShots() []shot {
	list := func(*Window) present.Route { return present.Route{Place: present.LettersPlace} }
	return []shot{
		{name: "06-letters", user: "secretary", route: list},
		{name: "06-letters-none-found", user: "mayor", route: list, stage: func(w *Window) {
			if s, ok := w.screen.(*lettersScreen); ok {
				s.model.Press(s.model.Chips()[0].Key)
			}
		}},
	}
}
