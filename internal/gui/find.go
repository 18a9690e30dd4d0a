package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
)

// findKey leads from the search over a list down into the list, and Esc empties the search first.
func (w *Window) findKey(find *look.Entry, list fyne.Focusable) func(*fyne.KeyEvent) bool {
	return func(ev *fyne.KeyEvent) bool {
		switch {
		case ev.Name == fyne.KeyDown || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
			w.focus(list)
		case ev.Name == fyne.KeyEscape && find.Text != "":
			find.SetText("")
		default:
			return false
		}
		return true
	}
}
