package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
)

// follow brings what has the focus into view, when it lies in a scrolled content.
func (w *Window) follow(s *look.Scrolled) {
	if o, ok := w.Canvas().Focused().(fyne.CanvasObject); ok {
		bring(s, o)
	}
}

// bring scrolls so far that something in the content is seen. What is higher than the room shows its beginning.
func bring(s *look.Scrolled, o fyne.CanvasObject) {
	room := s.Size()
	if room.Height == 0 || !s.Visible() {
		return
	}
	d := fyne.CurrentApp().Driver()
	top, at := d.AbsolutePositionForObject(s.Container), d.AbsolutePositionForObject(o)
	if at.X < top.X || at.X >= top.X+room.Width || at.Y < top.Y-s.Offset() {
		return // it lies beside
	}
	const air = 8
	switch y, height := at.Y-top.Y, o.Size().Height; {
	case y < 0 || height > room.Height:
		s.ScrollTo(max(0, s.Offset()+y-air))
	case y+height > room.Height:
		s.ScrollTo(s.Offset() + y + height - room.Height + air)
	}
}
