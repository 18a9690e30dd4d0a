package gui

import (
	"harta/internal/gui/present"
)

// helpShots are the states of the manual that the gallery shows.
func helpShots() []shot {
	at := func(p present.Place) func(*Window) present.Route {
		return func(*Window) present.Route { return present.Route{Place: p} }
	}
	return []shot{
		{name: "18-help", user: "clerk", route: at(present.RegisterPlace), stage: (*Window).help},
		{name: "18-help-calendar", user: "clerk", route: at(present.CalendarPlace), stage: (*Window).help},
		{name: "18-keys", user: "secretary", route: at(present.RegisterPlace), stage: (*Window).showKeys},
	}
}
