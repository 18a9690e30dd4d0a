package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
)

var (
	_ fyne.Tappable     = (*linkRow)(nil)
	_ fyne.Focusable    = (*linkRow)(nil)
	_ desktop.Hoverable = (*linkRow)(nil)
)

// linkRow is a line of a card that opens something: by a press, and by Enter while it has the focus.
type linkRow struct {
	widget.BaseWidget
	back    *look.Box
	content fyne.CanvasObject
	open    func()
	hovered bool
	focused bool
}

func newLinkRow(before fyne.CanvasObject, words, after string, open func()) *linkRow {
	r := &linkRow{back: look.NewBox(look.None), open: open}
	line := look.Edged(nil, nil, before, look.Padded(0, 0, 8, 0, look.NewText(after, look.Second, look.InkSecond)), look.NewText(words, look.Body, look.Ink).Elided())
	r.content = look.Stack(r.back, look.Sized(0, 24, look.Padded(0, 0, 12, 12, line)))
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *linkRow) Tapped(*fyne.PointEvent) { r.open() }

// TypedKey implements fyne.Focusable.
func (r *linkRow) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter || ev.Name == fyne.KeySpace {
		r.open()
	}
}

// TypedRune implements fyne.Focusable.
func (*linkRow) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (r *linkRow) FocusGained() { r.focused = true; r.paint() }

// FocusLost implements fyne.Focusable.
func (r *linkRow) FocusLost() { r.focused = false; r.paint() }

// MouseIn implements desktop.Hoverable.
func (r *linkRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.paint() }

// MouseMoved implements desktop.Hoverable.
func (*linkRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *linkRow) MouseOut() { r.hovered = false; r.paint() }

func (r *linkRow) paint() {
	switch {
	case r.focused:
		r.back.Fill(look.Chosen)
	case r.hovered:
		r.back.Fill(look.Hover)
	default:
		r.back.Fill(look.None)
	}
	r.back.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *linkRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }
