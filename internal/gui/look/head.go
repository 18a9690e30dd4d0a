package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableHead is the line of column heads.
type tableHead struct {
	widget.BaseWidget
	cells []*headCell
	spans func(width float32) []span
}

func newTableHead(columns int, spans func(float32) []span) *tableHead {
	h := &tableHead{spans: spans}
	for range columns {
		h.cells = append(h.cells, newHeadCell())
	}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	return again(&tableHeadRenderer{head: h, back: NewBox(Band).Rounded(5).SquareBelow(), rule: NewBox(Rule)}, h.Size())
}

type tableHeadRenderer struct {
	head       *tableHead
	back, rule *Box
}

func (r *tableHeadRenderer) Destroy()           {}
func (r *tableHeadRenderer) MinSize() fyne.Size { return fyne.NewSize(0, headHeight) }
func (r *tableHeadRenderer) Refresh()           { r.Layout(r.head.Size()) }

func (r *tableHeadRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.back, r.rule}
	for _, c := range r.head.cells {
		objects = append(objects, c)
	}
	return objects
}

func (r *tableHeadRenderer) Layout(size fyne.Size) {
	put(r.back, 0, 0, size.Width, size.Height-1)
	put(r.rule, 0, size.Height-1, size.Width, 1)
	for i, s := range r.head.spans(size.Width) {
		cell := r.head.cells[i]
		if out := s.width <= 0; out == cell.Visible() {
			cell.Hidden = out
		}
		put(cell, s.x, 0, s.width+cellGap, size.Height-1)
	}
}

var (
	_ fyne.Tappable      = (*headCell)(nil)
	_ fyne.Draggable     = (*headCell)(nil)
	_ desktop.Hoverable  = (*headCell)(nil)
	_ desktop.Cursorable = (*headCell)(nil)
)

// headCell sorts by its column, and resizes it by its right edge. It takes no focus: so many stops on the way to the
// list are too many, and the same orders are in the menu.
type headCell struct {
	widget.BaseWidget
	words        string
	right, fixed bool
	plain        bool // not sorted by
	sorted, down bool
	atEdge       bool
	onTap        func()
	onDrag       func(by float32)
}

func newHeadCell() *headCell {
	h := &headCell{onTap: func() {}, onDrag: func(float32) {}}
	h.ExtendBaseWidget(h)
	return h
}

func (h *headCell) say(words string, right, fixed bool) {
	h.words, h.right, h.fixed = words, right, fixed
	h.Refresh()
}

func (h *headCell) mark(sorted, down bool) {
	if h.sorted != sorted || h.down != down {
		h.sorted, h.down = sorted, down
		h.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (h *headCell) Tapped(*fyne.PointEvent) { h.onTap() }

// Dragged implements fyne.Draggable.
func (h *headCell) Dragged(ev *fyne.DragEvent) {
	if h.atEdge {
		h.onDrag(ev.Dragged.DX)
	}
}

// DragEnd implements fyne.Draggable.
func (*headCell) DragEnd() {}

// MouseIn implements desktop.Hoverable.
func (h *headCell) MouseIn(ev *desktop.MouseEvent) { h.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (h *headCell) MouseMoved(ev *desktop.MouseEvent) {
	h.atEdge = !h.fixed && ev.Position.X > h.Size().Width-cellGap
}

// MouseOut implements desktop.Hoverable.
func (*headCell) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (h *headCell) Cursor() desktop.Cursor {
	switch {
	case h.atEdge:
		return desktop.HResizeCursor
	case h.fixed, h.plain:
		return desktop.DefaultCursor
	default:
		return desktop.PointerCursor
	}
}

// CreateRenderer implements fyne.Widget.
func (h *headCell) CreateRenderer() fyne.WidgetRenderer {
	r := &headCellRenderer{cell: h, words: NewText("", SecondBold, InkSecond).Elided(), arrow: NewGlyph(Icon(theme.IconNameArrowDropUp), InkAccent, 16)}
	r.Refresh()
	return r
}

type headCellRenderer struct {
	cell  *headCell
	words *Text
	arrow *Glyph
}

func (r *headCellRenderer) Destroy()           {}
func (r *headCellRenderer) MinSize() fyne.Size { return fyne.NewSize(0, headHeight-1) }
func (r *headCellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.words, r.arrow}
}

func (r *headCellRenderer) Layout(size fyne.Size) {
	words := min(SecondBold.Width(r.cell.words), size.Width-cellGap) + 1
	x := float32(0)
	if r.cell.right {
		x = size.Width - cellGap - words
	}
	put(r.words, x, 0, words, size.Height)
	put(r.arrow, x+words, (size.Height-16)/2, 16, 16)
}

func (r *headCellRenderer) Refresh() {
	ink := InkSecond
	if r.cell.sorted {
		ink = InkAccent
	}
	icon := Icon(theme.IconNameArrowDropUp)
	if r.cell.down {
		icon = Icon(theme.IconNameArrowDropDown)
	}
	r.arrow.Set(icon, InkAccent)
	r.arrow.Hidden = !r.cell.sorted
	r.words.Set(r.cell.words, ink)
	r.Layout(r.cell.Size())
}
