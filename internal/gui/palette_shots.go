package gui

// paletteShots are the states of the screen that the gallery shows.
func paletteShots() []shot { return nil }
