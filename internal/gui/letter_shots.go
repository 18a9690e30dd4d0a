package gui

// letterShots are the states of the screen that the gallery shows.
func letterShots() []shot { return nil }
