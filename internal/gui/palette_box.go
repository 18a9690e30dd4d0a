package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
)

var (
	_ fyne.Focusable     = (*searchBox)(nil)
	_ fyne.Tappable      = (*searchBox)(nil)
	_ desktop.Hoverable  = (*searchBox)(nil)
	_ desktop.Cursorable = (*searchBox)(nil)
)

// searchBox looks like a field and opens the search over everything: by a press, by Enter, or by the first letter, which
// is not lost. Passing it with Tab opens nothing.
type searchBox struct {
	widget.BaseWidget
	window *Window
	frame  *look.Box
	words  *look.Text
	key    fyne.CanvasObject
	body   fyne.CanvasObject
}

func newSearchBox(w *Window) *searchBox {
	b := &searchBox{window: w, frame: look.NewBox(look.Surface).Rounded(4), words: look.NewText("", look.Body, look.InkHint).Elided(), key: look.Centred(look.NewKeyCap("Ctrl+K"))}
	line := look.Edged(nil, nil, look.Padded(0, 0, 0, 8, look.Centred(look.NewGlyph(look.Icon(theme.IconNameSearch), look.InkHint, 16))),
		b.key, look.Middle(b.words))
	b.body = look.Stack(b.frame, look.Padded(0, 0, 9, 7, line))
	b.ExtendBaseWidget(b)
	b.mark(false)
	return b
}

// say shows the words in the field, or only its sign.
func (b *searchBox) say(words string, only bool) {
	b.words.SetWords(words)
	show(b.words, !only)
	show(b.key, !only)
}

func (b *searchBox) mark(focused bool) {
	if focused {
		b.frame.Bordered(look.Accent, 2)
	} else {
		b.frame.Bordered(look.Border, 1)
	}
	b.frame.Refresh()
}

// FocusGained implements fyne.Focusable.
func (b *searchBox) FocusGained() { b.mark(true) }

// FocusLost implements fyne.Focusable.
func (b *searchBox) FocusLost() { b.mark(false) }

// TypedRune implements fyne.Focusable.
func (b *searchBox) TypedRune(r rune) {
	if r != ' ' {
		b.window.showPalette(string(r))
	}
}

// TypedKey implements fyne.Focusable.
func (b *searchBox) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDown:
		b.window.showPalette("")
	default:
		b.window.typedKey(ev)
	}
}

// Tapped implements fyne.Tappable.
func (b *searchBox) Tapped(*fyne.PointEvent) { b.window.showPalette("") }

// MouseIn implements desktop.Hoverable.
func (*searchBox) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (*searchBox) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (*searchBox) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (*searchBox) Cursor() desktop.Cursor { return desktop.TextCursor }

// CreateRenderer implements fyne.Widget.
func (b *searchBox) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.body) }
