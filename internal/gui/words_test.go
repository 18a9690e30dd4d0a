package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// wordsOf gives every word that a content shows.
func wordsOf(o fyne.CanvasObject) []string {
	var words []string
	walk(o, place{}, func(o fyne.CanvasObject, _ place) bool {
		if t, ok := o.(*canvas.Text); ok {
			words = append(words, t.Text)
		}
		return true
	})
	return words
}
