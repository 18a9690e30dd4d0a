package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Pane says where a modal panel lies and which keys it knows.
type Pane struct {
	Width  float32
	Height float32 // 0 = as high as the content needs
	Top    float32 // 0 = in the middle
	Side   bool    // at the right edge instead, as high as the window
	// OnEsc hears of Esc; nil = Esc does nothing.
	OnEsc func()
	// OnKey hears of the other keys of the window, CtrlEnter among them; may be nil.
	OnKey func(*fyne.KeyEvent)
	// OnAside hears of a press beside the panel; nil = it does nothing, as is right where something is typed.
	OnAside func()
}

// Modal shows a panel of a size in the middle of a shaded window. Tab goes round inside it, the keys of the window do
// not reach what lies behind, and hide gives the focus back to where it was. Modals are hidden in reverse order. A
// height of 0 is that of the content.
func Modal(c fyne.Canvas, content fyne.CanvasObject, size fyne.Size, onEsc func()) (hide func()) {
	return Sheet(c, content, Pane{Width: size.Width, Height: size.Height, OnEsc: onEsc})
}

// Sheet is a Modal with a place of its own, such as the command palette at 72 from the top.
func Sheet(c fyne.Canvas, content fyne.CanvasObject, pane Pane) (hide func()) {
	m := &modal{canvas: c, pane: pane, shade: NewBox(Shade), layer: NewLayer()}
	m.panel = Stack(newShield(NewBox(Surface).Bordered(Rule, 1).Rounded(6)), Padded(1, 1, 1, 1, content))
	m.ExtendBaseWidget(m)

	before, keys := c.Focused(), c.OnTypedKey()
	c.Unfocus()
	c.Overlays().Add(m)
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		switch {
		case ev.Name == fyne.KeyEscape && pane.OnEsc != nil:
			pane.OnEsc()
		case ev.Name == fyne.KeyTab:
			c.FocusNext()
		case pane.OnKey != nil:
			pane.OnKey(ev)
		}
	})
	c.FocusNext()
	shown := true
	return func() {
		if !shown {
			return
		}
		shown = false
		c.Unfocus()
		c.Overlays().Remove(m)
		c.SetOnTypedKey(keys)
		if before != nil {
			c.Focus(before)
		}
	}
}

// Covered tells whether a modal panel or an open list lies over the window: the menu, whose shortcuts come before
// everything else, then waits.
func Covered(c fyne.Canvas) bool { return c.Overlays().Top() != nil }

var (
	_ fyne.Tappable     = (*modal)(nil)
	_ desktop.Hoverable = (*modal)(nil)
)

type modal struct {
	widget.BaseWidget
	canvas fyne.Canvas
	pane   Pane
	shade  *Box
	panel  *fyne.Container
	layer  *Layer
}

// Tapped keeps a press from what lies behind, and the focus in the panel: the press has taken it away.
func (m *modal) Tapped(*fyne.PointEvent) {
	if m.pane.OnAside != nil {
		m.pane.OnAside()
		return
	}
	if m.canvas.Focused() == nil {
		m.canvas.FocusNext()
	}
}

// MouseIn keeps the pointer from what lies behind.
func (*modal) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (*modal) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (*modal) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (m *modal) CreateRenderer() fyne.WidgetRenderer { return &modalRenderer{m} }

type modalRenderer struct{ m *modal }

func (*modalRenderer) Destroy()           {}
func (*modalRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *modalRenderer) Refresh()         { r.Layout(r.m.Size()) }

func (r *modalRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.m.shade, r.m.panel, r.m.layer}
}

func (r *modalRenderer) Layout(size fyne.Size) {
	const air = 12
	p := r.m.pane
	width, height := min(p.Width, size.Width-2*air), p.Height
	if height == 0 {
		height = heightAt(r.m.panel, width)
	}
	top := p.Top
	if top == 0 {
		top = float32(int((size.Height - height) / 2))
	}
	top = max(air, min(top, size.Height-height-air))
	put(r.m.shade, 0, 0, size.Width, size.Height)
	if p.Side {
		put(r.m.panel, size.Width-width, 0, width, size.Height)
	} else {
		put(r.m.panel, float32(int((size.Width-width)/2)), top, width, min(height, size.Height-2*air))
	}
	put(r.m.layer, 0, 0, size.Width, size.Height)
}

var (
	_ fyne.Tappable     = (*shield)(nil)
	_ desktop.Hoverable = (*shield)(nil)
)

// shield keeps presses and the pointer from what lies behind something that floats.
type shield struct{ composed }

func newShield(body fyne.CanvasObject) *shield {
	s := &shield{composed{body: body}}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable.
func (*shield) Tapped(*fyne.PointEvent) {}

// MouseIn implements desktop.Hoverable.
func (*shield) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (*shield) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (*shield) MouseOut() {}
