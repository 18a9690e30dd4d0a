package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// monthGrid puts the months of a year beside and under each other, in as many columns as there is room for.
type monthGrid struct {
	widget.BaseWidget
	months []fyne.CanvasObject
}

const (
	monthGap    = 24  // at least, between months beside each other
	monthWidth  = 167 // at least
	mostStretch = 320 // how far a month and the air under it go at most
)

func newMonthGrid() *monthGrid {
	g := &monthGrid{}
	g.ExtendBaseWidget(g)
	return g
}

func (g *monthGrid) add(m fyne.CanvasObject) { g.months = append(g.months, m) }

// columns gives how many months stand beside each other: four as in a wall calendar, and fewer where they do not fit.
func (g *monthGrid) columns(width float32) int {
	for _, n := range []int{4, 3, 2} {
		if width >= float32(n)*monthWidth+float32(n-1)*monthGap {
			return n
		}
	}
	return 1
}

func (g *monthGrid) high() float32 {
	height := float32(0)
	for _, m := range g.months {
		height = max(height, m.MinSize().Height)
	}
	return height
}

// HeightAt gives the height that the grid takes in a width.
func (g *monthGrid) HeightAt(width float32) float32 {
	lines := (len(g.months) + g.columns(width) - 1) / g.columns(width)
	return float32(lines)*(g.high()+12) - 12
}

// CreateRenderer implements fyne.Widget.
func (g *monthGrid) CreateRenderer() fyne.WidgetRenderer { return monthGridRenderer{g} }

type monthGridRenderer struct{ grid *monthGrid }

func (monthGridRenderer) Destroy()                       {}
func (monthGridRenderer) Refresh()                       {}
func (r monthGridRenderer) Objects() []fyne.CanvasObject { return r.grid.months }

func (r monthGridRenderer) MinSize() fyne.Size {
	return fyne.NewSize(monthWidth, r.grid.HeightAt(max(monthWidth, r.grid.Size().Width)))
}

func (r monthGridRenderer) Layout(size fyne.Size) {
	n := r.grid.columns(size.Width)
	lines := (len(r.grid.months) + n - 1) / n
	gap := float32(monthGap)
	width := min((size.Width-float32(n-1)*gap)/float32(n), 300)
	if n > 1 {
		gap = (size.Width - float32(n)*width) / float32(n-1)
	}
	pitch := max(r.grid.high()+12, min(mostStretch, size.Height/float32(lines)))
	for i, m := range r.grid.months {
		m.Move(fyne.NewPos(float32(int(float32(i%n)*(width+gap))), float32(int(float32(i/n)*pitch))))
		m.Resize(fyne.NewSize(float32(int(width)), r.grid.high()))
	}
}

var (
	_ fyne.Focusable    = (*yearButton)(nil)
	_ fyne.Tappable     = (*yearButton)(nil)
	_ desktop.Hoverable = (*yearButton)(nil)
)

// yearButton shows a year and whether somebody has confirmed its days.
type yearButton struct {
	widget.BaseWidget
	on, hovered bool
	ring, face  *look.Box
	line        fyne.CanvasObject
	tapped      func()
}

func newYearButton(y present.YearRow, tapped func()) *yearButton {
	b := &yearButton{on: y.On, ring: look.NewBox(look.None).Rounded(8), face: look.NewBox(look.Surface).Rounded(4), tapped: tapped}
	icon, ink, state := look.Icon(theme.IconNameWarning), look.InkSoon, look.InkSoon
	switch {
	case y.Past:
		icon, ink, state = look.Icon(theme.IconNameHistory), look.InkSecond, look.InkSecond
	case y.Confirmed:
		icon, ink, state = look.Icon(theme.IconNameConfirm), look.InkOK, look.InkOK
	}
	number := look.Ink
	if y.On {
		number = look.InkAccent
	}
	b.line = look.Row(6, look.NewText(y.Words, look.SecondBold, number), look.NewGlyph(icon, ink, 16), look.NewText(y.State, look.Second, state))
	b.ExtendBaseWidget(b)
	b.paint()
	return b
}

func (b *yearButton) paint() {
	b.face.Bordered(look.Border, 1)
	switch {
	case b.on:
		b.face.Bordered(look.Accent, 1)
		b.face.Fill(look.Chosen)
	case b.hovered:
		b.face.Fill(look.Hover)
	default:
		b.face.Fill(look.Surface)
	}
	b.face.Refresh()
}

// Tapped implements fyne.Tappable.
func (b *yearButton) Tapped(*fyne.PointEvent) { b.tapped() }

// FocusGained implements fyne.Focusable.
func (b *yearButton) FocusGained() { b.ring.Bordered(look.Accent, 2).Refresh() }

// FocusLost implements fyne.Focusable.
func (b *yearButton) FocusLost() { b.ring.Bordered(look.None, 0).Refresh() }

// TypedRune implements fyne.Focusable.
func (*yearButton) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *yearButton) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.tapped()
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(ev)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (b *yearButton) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.paint() }

// MouseMoved implements desktop.Hoverable.
func (*yearButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *yearButton) MouseOut() { b.hovered = false; b.paint() }

// CreateRenderer implements fyne.Widget.
func (b *yearButton) CreateRenderer() fyne.WidgetRenderer { return yearRenderer{b} }

type yearRenderer struct{ b *yearButton }

func (yearRenderer) Destroy() {}
func (yearRenderer) Refresh() {}
func (r yearRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.ring, r.b.face, r.b.line}
}

func (r yearRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.b.line.MinSize().Width+21, 28)
}

func (r yearRenderer) Layout(size fyne.Size) {
	r.b.ring.Move(fyne.NewPos(-4, -4))
	r.b.ring.Resize(fyne.NewSize(size.Width+8, size.Height+8))
	r.b.face.Resize(size)
	m := r.b.line.MinSize()
	r.b.line.Move(fyne.NewPos(11, (size.Height-m.Height)/2))
	r.b.line.Resize(m)
}
