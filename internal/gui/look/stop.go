package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget       = (*stop)(nil)
	_ fyne.Focusable    = (*stop)(nil)
	_ fyne.Shortcutable = (*stop)(nil)
	_ fyne.Tappable     = (*stop)(nil)
	_ fyne.Disableable  = (*stop)(nil)
	_ desktop.Hoverable = (*stop)(nil)
)

// stop is what the small inputs are made of: one stop on the way of the focus, drawn in parts, that says how it answers
// keys, letters and the pointer, and hands the keys of the window on. Disabled, it takes no focus.
type stop struct {
	widget.DisableableWidget
	size  func() fyne.Size
	paint func(size fyne.Size, put func(Part))
	key   func(*fyne.KeyEvent) bool // true = used up; may be nil
	rune  func(rune)                // may be nil
	tap   func(fyne.Position)       // may be nil
	move  func(fyne.Position, bool) // where the pointer is, false = gone; may be nil

	self             fyne.Widget
	focused, hovered bool
}

// extend tells the stop which widget it is a part of; it comes before everything else.
func (s *stop) extend(self fyne.Widget) {
	s.self = self
	s.ExtendBaseWidget(self)
}

// Allow enables or disables the widget.
func (s *stop) Allow(yes bool) {
	if yes == !s.Disabled() {
		return
	}
	if yes {
		s.Enable()
	} else {
		s.Disable()
	}
}

// TypedKey implements fyne.Focusable.
func (s *stop) TypedKey(ev *fyne.KeyEvent) {
	if s.Disabled() || s.key == nil || !s.key(ev) {
		forwardKey(s.self, ev)
	}
}

// TypedRune implements fyne.Focusable.
func (s *stop) TypedRune(r rune) {
	if s.rune != nil && !s.Disabled() {
		s.rune(r)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (s *stop) TypedShortcut(sc fyne.Shortcut) {
	if custom, ok := sc.(*desktop.CustomShortcut); ok {
		forwardShortcut(s.self, custom)
	}
}

// FocusGained implements fyne.Focusable.
func (s *stop) FocusGained() { s.focused = true; s.Refresh(); forwardFocus(s.self) }

// FocusLost implements fyne.Focusable.
func (s *stop) FocusLost() { s.focused = false; s.Refresh() }

// Tapped implements fyne.Tappable: a press of the pointer brings the focus along.
func (s *stop) Tapped(ev *fyne.PointEvent) {
	if s.Disabled() || s.tap == nil {
		return
	}
	if f, ok := s.self.(fyne.Focusable); ok {
		if c := canvasOf(s.self); c != nil {
			c.Focus(f)
		}
	}
	s.tap(ev.Position)
}

// MouseIn implements desktop.Hoverable.
func (s *stop) MouseIn(ev *desktop.MouseEvent) {
	s.hovered = true
	s.MouseMoved(ev)
	s.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (s *stop) MouseMoved(ev *desktop.MouseEvent) {
	if s.move != nil {
		s.move(ev.Position, true)
	}
}

// MouseOut implements desktop.Hoverable.
func (s *stop) MouseOut() {
	s.hovered = false
	if s.move != nil {
		s.move(fyne.Position{}, false)
	}
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *stop) CreateRenderer() fyne.WidgetRenderer {
	r := &drawnRenderer{of: s.self, least: s.size, paint: s.paint}
	r.Refresh()
	return r
}

// drawnRenderer draws a widget in parts.
type drawnRenderer struct {
	brush
	of    fyne.Widget
	least func() fyne.Size
	paint func(size fyne.Size, put func(Part))
}

func (r *drawnRenderer) Destroy()                     {}
func (r *drawnRenderer) MinSize() fyne.Size           { return r.least() }
func (r *drawnRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *drawnRenderer) Layout(size fyne.Size) {
	if !r.fits(size) {
		r.Refresh()
	}
}

func (r *drawnRenderer) Refresh() {
	size := r.of.Size()
	r.draw(size, func(put func(Part)) { r.paint(size, put) })
	canvas.Refresh(r.of)
}

// drawn is a widget that is drawn in parts and hears nothing.
type drawn struct {
	widget.BaseWidget
	self  fyne.Widget
	size  func() fyne.Size
	paint func(size fyne.Size, put func(Part))
}

func newDrawn(size func() fyne.Size, paint func(fyne.Size, func(Part))) *drawn {
	d := &drawn{size: size, paint: paint}
	d.extend(d)
	return d
}

func (d *drawn) extend(self fyne.Widget) {
	d.self = self
	d.ExtendBaseWidget(self)
}

// CreateRenderer implements fyne.Widget.
func (d *drawn) CreateRenderer() fyne.WidgetRenderer {
	r := &drawnRenderer{of: d.self, least: d.size, paint: d.paint}
	r.Refresh()
	return r
}

// composed is a widget that is put together from other objects.
type composed struct {
	widget.BaseWidget
	body fyne.CanvasObject
}

// HeightAt gives the height that the widget takes in a width.
func (c *composed) HeightAt(width float32) float32 { return heightAt(c.body, width) }

// CreateRenderer implements fyne.Widget.
func (c *composed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.body) }

// ring draws the focus around something, at a distance of 2.
func ring(x, y, w, h, radius float32) Part {
	return Part{X: x - 4, Y: y - 4, W: w + 8, H: h + 8, Stroke: Accent, Line: 2, Radius: radius + 4}
}
