package gui

// calendarShots are the states of the screen that the gallery shows.
func calendarShots() []shot { return nil }
