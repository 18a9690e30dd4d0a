package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
)

var (
	_ fyne.Tappable     = (*link)(nil)
	_ fyne.Focusable    = (*link)(nil)
	_ desktop.Hoverable = (*link)(nil)
)

// link is a line that leads to another case, with a second line under it.
type link struct {
	widget.BaseWidget
	body   *fyne.Container
	ground *look.Box
	tap    func()
	focus  bool
}

func newLink(words, more string, tap func()) *link {
	l := &link{tap: tap, ground: look.NewBox(look.None).Rounded(4)}
	text := look.Column(0, look.NewProse(words, look.Body, look.Ink).AtMost(2))
	if more != "" {
		text.Add(look.NewProse(more, look.Second, look.InkSecond))
	}
	l.body = look.Stack(look.Padded(0, 0, -4, -4, l.ground), look.Padded(2, 3, 0, 0, text))
	l.ExtendBaseWidget(l)
	return l
}

// HeightAt gives the height that the lines take in a width.
func (l *link) HeightAt(width float32) float32 { return look.HeightAt(l.body, width) }

// Tapped implements fyne.Tappable.
func (l *link) Tapped(*fyne.PointEvent) { l.tap() }

// FocusGained implements fyne.Focusable.
func (l *link) FocusGained() { l.focus = true; l.paint(true) }

// FocusLost implements fyne.Focusable.
func (l *link) FocusLost() { l.focus = false; l.paint(false) }

// TypedRune implements fyne.Focusable.
func (*link) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *link) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.tap()
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(ev)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (l *link) MouseIn(*desktop.MouseEvent) { l.paint(true) }

// MouseMoved implements desktop.Hoverable.
func (*link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *link) MouseOut() { l.paint(l.focus) }

// Cursor implements desktop.Cursorable.
func (*link) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (l *link) paint(on bool) {
	fill := look.None
	if on {
		fill = look.Hover
	}
	border := look.None
	if l.focus {
		border = look.Accent
	}
	l.ground.Bordered(border, 2).Fill(fill)
	l.ground.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *link) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.body) }
