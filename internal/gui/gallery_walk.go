package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// place is where something is shown, in units of the window.
type place struct {
	at   fyne.Position
	room fyne.Size // of what cuts it: the window or the scrolls around
	from fyne.Position
}

// within gives the place with what an object at it cuts off.
func (p place) within(size fyne.Size) place {
	right, bottom := min(p.from.X+p.room.Width, p.at.X+size.Width), min(p.from.Y+p.room.Height, p.at.Y+size.Height)
	p.from = fyne.NewPos(max(p.from.X, p.at.X), max(p.from.Y, p.at.Y))
	p.room = fyne.NewSize(max(0, right-p.from.X), max(0, bottom-p.from.Y))
	return p
}

// walk visits an object and what is in it, as far as it is visible; what visit refuses is not entered.
func walk(o fyne.CanvasObject, p place, visit func(o fyne.CanvasObject, p place) bool) {
	if o == nil || !o.Visible() {
		return
	}
	p.at = p.at.Add(o.Position())
	if !visit(o, p) {
		return
	}
	if cuts(o) {
		p = p.within(o.Size())
	}
	for _, child := range children(o) {
		walk(child, p, visit)
	}
}

// cuts tells whether an object cuts off what reaches beyond it.
func cuts(o fyne.CanvasObject) bool {
	if _, scrolls := o.(fyne.Scrollable); scrolls {
		return true
	}
	w, ok := o.(fyne.Widget)
	if !ok {
		return false
	}
	_, clips := test.WidgetRenderer(w).(interface{ IsClip() })
	return clips
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	default:
		return nil
	}
}

// walkCanvas visits all that a window shows: its content, and what lies above it.
func walkCanvas(c fyne.Canvas, visit func(o fyne.CanvasObject, p place) bool) {
	p := place{room: c.Size()}
	walk(c.Content(), p, visit)
	for _, o := range c.Overlays().List() {
		walk(o, p, visit)
	}
}
