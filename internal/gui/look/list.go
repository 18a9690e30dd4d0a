package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*List[int])(nil)
	_ fyne.Shortcutable = (*List[int])(nil)
	_ desktop.Keyable   = (*List[int])(nil)
	_ fyne.Widget       = (*List[int])(nil)
	_ fyne.CanvasObject = (*List[int])(nil)
)

// Paint draws an item in a width.
type Paint[T any] func(item T, width float32, put func(Part))

// List is a list of rows of one height, of which only those are made that are seen. The choice follows the keys, Enter
// and a double click open, heads of groups are passed over, letters go to whoever listens. Fyne's own list makes all its
// rows anew at each change, and leaves gaps between them that only a theme of its own takes away, see [Theme].
type List[T comparable] struct {
	widget.BaseWidget
	// Head tells which items are heads of groups; nil = none.
	Head func(T) bool
	// OnChosen hears of a choice by key or pointer.
	OnChosen func(int)
	// OnOpen hears of Enter and a double click.
	OnOpen func(int)
	// OnPress is asked before a press of the pointer chooses a row; true says that it was used up.
	OnPress func(i int, at fyne.Position) bool
	// OnKey is asked before the list uses a key.
	OnKey func(*fyne.KeyEvent) bool
	// OnRune hears of typed letters.
	OnRune func(rune)

	items   []T
	paint   Paint[T]
	height  float32
	chosen  int
	focused bool
	rows    *rowStrip
}

// NewList makes an empty list with rows of a height.
func NewList[T comparable](height float32, paint Paint[T]) *List[T] {
	l := &List[T]{paint: paint, height: height, chosen: -1}
	l.rows = newRowStrip(height, func() int { return len(l.items) }, l.bind)
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *List[T]) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{l.rows} }

// bind lets a row show an item.
func (l *List[T]) bind(r *listRow) {
	item := l.items[r.index]
	r.chosen = r.index == l.chosen
	r.paint = func(put func(Part)) { l.paint(item, r.Size().Width, put) }
	r.press, r.open = l.press, l.open
}

// SetItems replaces the items; the choice stays at its place when there still is such a row. The caller keeps the slice
// unchanged until the next SetItems.
func (l *List[T]) SetItems(items []T, chosen int) {
	l.items = items
	l.chosen = min(chosen, len(items)-1)
	l.Refresh()
}

// Items gives what the list shows.
func (l *List[T]) Items() []T { return l.items }

// Chosen is the index of the chosen row, -1 for none.
func (l *List[T]) Chosen() int { return l.chosen }

// Choose chooses a row and brings it into view; OnChosen is not told. Of what is seen already only two rows change.
func (l *List[T]) Choose(i int) {
	before := l.chosen
	l.chosen = min(i, len(l.items)-1)
	l.redraw(before)
	l.redraw(l.chosen)
	if l.chosen >= 0 && l.Size().Height > 0 {
		l.rows.reveal(l.chosen)
	}
}

// redraw draws a row anew, if it is seen.
func (l *List[T]) redraw(i int) {
	if r := l.rows.shown[i]; r != nil && i < len(l.items) {
		l.bind(r)
		r.Refresh()
	}
}

// ScrollToTop shows the first rows.
func (l *List[T]) ScrollToTop() { l.rows.scrollTo(0) }

// Offset is how far the list is scrolled.
func (l *List[T]) Offset() float32 { return l.rows.scroll.Offset.Y }

func (l *List[T]) press(i int, at fyne.Position) {
	if c := canvasOf(l); c != nil {
		c.Focus(l)
	}
	if l.OnPress != nil && l.OnPress(i, at) || l.isHead(i) {
		return
	}
	l.choose(i)
}

func (l *List[T]) open(i int) {
	if i >= 0 && i < len(l.items) && !l.isHead(i) && l.OnOpen != nil {
		l.OnOpen(i)
	}
}

func (l *List[T]) choose(i int) {
	l.Choose(i)
	if l.OnChosen != nil {
		l.OnChosen(l.chosen)
	}
}

func (l *List[T]) isHead(i int) bool { return l.Head != nil && l.Head(l.items[i]) }

// Stepper is what a key may be handed to that came while nothing had the focus: it moves about, and changes nothing.
type Stepper interface{ Step(*fyne.KeyEvent) }

// Step implements Stepper. Enter only brings the focus: what it would open may be out of sight.
func (l *List[T]) Step(ev *fyne.KeyEvent) {
	if ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
		l.TypedKey(ev)
	}
}

// FocusGained implements fyne.Focusable: the first row is chosen where none is.
func (l *List[T]) FocusGained() {
	l.focused = true
	if l.chosen < 0 && len(l.items) > 0 {
		l.step(1, 1)
	}
	forwardFocus(l)
}

// FocusLost implements fyne.Focusable.
func (l *List[T]) FocusLost() { l.focused = false }

// TypedRune implements fyne.Focusable.
func (l *List[T]) TypedRune(r rune) {
	if l.OnRune != nil {
		l.OnRune(r)
	}
}

// KeyDown implements desktop.Keyable.
func (*List[T]) KeyDown(*fyne.KeyEvent) {}

// KeyUp implements desktop.Keyable.
func (*List[T]) KeyUp(*fyne.KeyEvent) {}

// TypedShortcut implements fyne.Shortcutable.
func (l *List[T]) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok {
		forwardShortcut(l, custom)
	}
}

// TypedKey implements fyne.Focusable.
func (l *List[T]) TypedKey(ev *fyne.KeyEvent) {
	if l.OnKey != nil && l.OnKey(ev) {
		return
	}
	page := max(1, int(l.Size().Height/l.height)-1)
	switch ev.Name {
	case fyne.KeyDown:
		l.step(1, 1)
	case fyne.KeyUp:
		l.step(-1, -1)
	case fyne.KeyPageDown:
		l.step(page, 1)
	case fyne.KeyPageUp:
		l.step(-page, -1)
	case fyne.KeyHome:
		l.step(-len(l.items), -1)
	case fyne.KeyEnd:
		l.step(len(l.items), 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.open(l.chosen)
	default:
		forwardKey(l, ev)
	}
}

// step moves by so many rows and then on in that direction, past heads; at the end it turns back.
func (l *List[T]) step(by, direction int) {
	if len(l.items) == 0 {
		return
	}
	i := min(max(l.chosen+by, 0), len(l.items)-1)
	for range len(l.items) {
		if !l.isHead(i) {
			l.choose(i)
			return
		}
		if i+direction < 0 || i+direction >= len(l.items) {
			direction = -direction
		}
		i += direction
	}
}
