package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// wordsOf gives every word that a content shows.
func wordsOf(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	var words []string
	switch o := o.(type) {
	case *canvas.Text:
		words = append(words, o.Text)
	case *fyne.Container:
		for _, child := range o.Objects {
			words = append(words, wordsOf(child)...)
		}
	case *container.ThemeOverride:
		words = append(words, wordsOf(o.Content)...)
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			words = append(words, wordsOf(child)...)
		}
	}
	return words
}
