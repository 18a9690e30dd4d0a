package gui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

var (
	_ fyne.Tappable     = (*railItem)(nil)
	_ desktop.Hoverable = (*railItem)(nil)
)

// railItem is a place on the rail. It is not focusable: the places have shortcuts, and Tab belongs to the screen.
type railItem struct {
	widget.BaseWidget
	current bool
	hovered bool
	onTap   func()
	content fyne.CanvasObject
}

func newRailItem(e present.RailItem, folded, here bool, tap func()) *railItem {
	it := &railItem{current: here, onTap: tap}
	icon := railIcons[e.Place]
	face, ink := look.Body, look.InkSecond
	if here {
		face, ink = look.Strong, look.InkAccent
	}
	if folded {
		it.content = look.Centred(look.NewGlyph(icon, ink, 18))
	} else {
		count := ""
		if e.Count > 0 {
			count = strconv.Itoa(e.Count)
		}
		place := look.Row(10, look.NewGlyph(icon, ink, 18), look.NewText(e.Words, face, ink))
		it.content = look.Padded(0, 0, 16, 9, look.Edged(nil, nil, nil, look.NewText(count, look.Body, look.InkSecond), place))
	}
	it.ExtendBaseWidget(it)
	return it
}

// Tapped implements fyne.Tappable.
func (it *railItem) Tapped(*fyne.PointEvent) { it.onTap() }

// MouseIn implements desktop.Hoverable.
func (it *railItem) MouseIn(*desktop.MouseEvent) { it.hovered = true; it.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (*railItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (it *railItem) MouseOut() { it.hovered = false; it.Refresh() }

// CreateRenderer implements fyne.Widget.
func (it *railItem) CreateRenderer() fyne.WidgetRenderer {
	r := &railRenderer{it, look.NewBox(look.None), look.NewBox(look.None)}
	r.Refresh()
	return r
}

type railRenderer struct {
	item         *railItem
	back, stripe *look.Box
}

func (r *railRenderer) Destroy()           {}
func (r *railRenderer) MinSize() fyne.Size { return fyne.NewSize(0, lowRailRow) }

func (r *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.stripe, r.item.content}
}

func (r *railRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.stripe.Resize(fyne.NewSize(3, size.Height))
	r.item.content.Resize(size)
}

func (r *railRenderer) Refresh() {
	back, stripe := look.None, look.None
	switch {
	case r.item.current:
		back, stripe = look.Chosen, look.Accent
	case r.item.hovered:
		back = look.Hover
	}
	r.back.Fill(back)
	r.stripe.Fill(stripe)
	canvas.Refresh(r.item)
}

// railLayout puts the places under each other, and closer where the window is low: none may fall off its end.
type railLayout struct{}

const (
	railRow     = 34
	lowRailRow  = 20 // the least; less could not be hit
	railRule    = 13
	lowRailRule = 5
)

// rows gives the heights of a place and of a rule between groups.
func (railLayout) rows(objects []fyne.CanvasObject, height float32) (row, rule float32) {
	places := 0
	for _, o := range objects {
		if _, ok := o.(*railItem); ok {
			places++
		}
	}
	rules := float32(len(objects) - places)
	if places == 0 || railRow*float32(places)+railRule*rules <= height {
		return railRow, railRule
	}
	row = float32(int((height - lowRailRule*rules) / float32(places)))
	return min(railRow, max(lowRailRow, row)), lowRailRule
}

func (railLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l railLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	row, rule := l.rows(objects, size.Height)
	y := float32(0)
	for _, o := range objects {
		height := rule
		if _, ok := o.(*railItem); ok {
			height = row
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}
