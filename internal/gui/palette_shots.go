package gui

import (
	"harta/internal/gui/present"
)

// paletteShots are the states of the screen that the gallery shows.
func paletteShots() []shot {
	register := func(*Window) present.Route { return present.Route{Place: present.RegisterPlace} }
	with := func(typed string) func(*Window) { return func(w *Window) { w.showPalette(typed) } }
	return []shot{
		{name: "12-palette", user: "clerk", route: register, stage: with("ст")},
		{name: "12-palette-latin", user: "clerk", route: register, stage: with("ivan")},
		{name: "12-palette-number", user: "clerk", route: register, stage: with("94-1")},
		{name: "12-palette-narrow", user: "clerk", route: register, stage: with("вид:сигнал срок:седмица")},
		{name: "12-palette-empty", user: "clerk", route: register, stage: with("")},
		{name: "12-palette-nothing", user: "clerk", route: register, stage: with("няматакавадума")},
	}
}
