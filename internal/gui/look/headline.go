package look

import "fyne.io/fyne/v2"

// Headline shows an entry of one line without a frame: the one of the command palette.
func Headline(e *Entry) fyne.CanvasObject { return Middle(e) }
