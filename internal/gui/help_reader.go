package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
)

var _ fyne.Focusable = (*reader)(nil)

// reader is a text to be read: one stop for the focus, in which arrows and pages scroll.
type reader struct {
	widget.BaseWidget
	scroll *look.Scrolled
}

func newReader(content fyne.CanvasObject) *reader {
	r := &reader{scroll: look.NewScrolled(content)}
	r.ExtendBaseWidget(r)
	return r
}

// FocusGained implements fyne.Focusable.
func (*reader) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (*reader) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (*reader) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (r *reader) TypedKey(ev *fyne.KeyEvent) {
	const line = 40
	y, page := r.scroll.Offset(), r.Size().Height-line
	switch ev.Name {
	case fyne.KeyDown:
		y += line
	case fyne.KeyUp:
		y -= line
	case fyne.KeyPageDown, fyne.KeySpace:
		y += page
	case fyne.KeyPageUp:
		y -= page
	case fyne.KeyHome:
		y = 0
	case fyne.KeyEnd:
		y = 1e6
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(ev)
		}
		return
	}
	r.scroll.ScrollTo(max(0, y))
}

// CreateRenderer implements fyne.Widget.
func (r *reader) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(r.scroll.Container)
}

// halves puts two columns beside each other, each as high as it needs.
type halves struct {
	widget.BaseWidget
	left, right fyne.CanvasObject
}

const halvesGap = 28

func newHalves(left, right fyne.CanvasObject) *halves {
	h := &halves{left: look.AtTop(left), right: look.AtTop(right)}
	h.ExtendBaseWidget(h)
	return h
}

// room is how wide each column is.
func (h *halves) room(width float32) float32 { return (width - halvesGap) / 2 }

// HeightAt gives the height that both take in a width.
func (h *halves) HeightAt(width float32) float32 {
	return max(look.HeightAt(h.left, h.room(width)), look.HeightAt(h.right, h.room(width)))
}

// CreateRenderer implements fyne.Widget.
func (h *halves) CreateRenderer() fyne.WidgetRenderer { return halvesRenderer{h} }

type halvesRenderer struct{ of *halves }

func (halvesRenderer) Destroy() {}
func (halvesRenderer) Refresh() {}
func (r halvesRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.of.left, r.of.right}
}

func (r halvesRenderer) MinSize() fyne.Size {
	width := max(2*220+halvesGap, r.of.Size().Width)
	return fyne.NewSize(2*220+halvesGap, r.of.HeightAt(width))
}

func (r halvesRenderer) Layout(size fyne.Size) {
	width := r.of.room(size.Width)
	r.of.left.Resize(fyne.NewSize(width, size.Height))
	r.of.right.Move(fyne.NewPos(width+halvesGap, 0))
	r.of.right.Resize(fyne.NewSize(width, size.Height))
}
