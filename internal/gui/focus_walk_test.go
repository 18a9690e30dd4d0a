//go:build !race

// One goroutine walks through every screen here: there is nothing to race.

package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// stops gives what takes the focus in what is on top of a window, each with whether any of it is seen.
func stops(c fyne.Canvas) map[fyne.Focusable]bool {
	all := map[fyne.Focusable]bool{}
	top := c.Content()
	if o := c.Overlays().Top(); o != nil {
		top = o
	}
	walk(top, place{room: c.Size()}, func(o fyne.CanvasObject, p place) bool {
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
			return true
		}
		if f, ok := o.(fyne.Focusable); ok {
			seen := p.within(o.Size()).room
			all[f] = seen.Width > 0 && seen.Height > 0
		}
		return true
	})
	return all
}

// focusWalk presses Tab as often as there is something to come to, and once more: it comes to everything that takes the
// focus, leaves it again, and what has the focus is seen.
func focusWalk(c fyne.Canvas) (wrong []error) {
	begun := stops(c)
	been := map[fyne.Focusable]bool{}
	for range len(begun) + 1 {
		c.FocusNext()
		f := c.Focused()
		if f == nil {
			return append(wrong, fmt.Errorf("the focus is lost after %d of %d", len(been), len(begun)))
		}
		if tab, ok := f.(fyne.Tabbable); ok && tab.AcceptsTab() {
			return append(wrong, fmt.Errorf("%T keeps the Tab for itself", f))
		}
		if been[f] = true; !stops(c)[f] {
			wrong = append(wrong, fmt.Errorf("%T has the focus and is out of sight", f))
		}
	}
	now := stops(c)
	for f := range begun {
		if _, still := now[f]; still && !been[f] {
			wrong = append(wrong, fmt.Errorf("Tab never comes to a %T", f))
		}
	}
	return wrong
}
