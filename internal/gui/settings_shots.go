package gui

// settingsShots are the states of the screen that the gallery shows.
func settingsShots() []shot { return nil }
