package gui

// lettersShots are the states of the screen that the gallery shows.
func lettersShots() []shot { return nil }
