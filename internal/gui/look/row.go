package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ desktop.Mouseable   = (*listRow)(nil)
	_ fyne.DoubleTappable = (*listRow)(nil)
	_ desktop.Hoverable   = (*listRow)(nil)
)

// listRow draws parts with plain canvas objects, which it keeps: scrolling costs half of what labels would.
type listRow struct {
	widget.BaseWidget
	height  float32
	index   int
	chosen  bool
	hovered bool
	paint   func(put func(Part))
	press   func(index int, at fyne.Position)
	open    func(index int)
}

func newListRow(height float32) *listRow {
	r := &listRow{height: height}
	r.ExtendBaseWidget(r)
	return r
}

// MouseDown implements desktop.Mouseable: the row is chosen at once, not when a double click is out of question.
func (r *listRow) MouseDown(ev *desktop.MouseEvent) { r.press(r.index, ev.Position) }

// MouseUp implements desktop.Mouseable.
func (*listRow) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped implements fyne.DoubleTappable.
func (r *listRow) DoubleTapped(*fyne.PointEvent) { r.open(r.index) }

// MouseIn implements desktop.Hoverable.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (*listRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *listRow) MouseOut() { r.hovered = false; r.Refresh() }

// CreateRenderer implements fyne.Widget.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	v := &rowRenderer{row: r, ground: newPlate(), stripe: newPlate()}
	v.under = []fyne.CanvasObject{v.ground.object(), v.stripe.object()}
	v.Refresh()
	return v
}

type rowRenderer struct {
	brush
	row            *listRow
	ground, stripe *plate
}

func (r *rowRenderer) Destroy()                     {}
func (r *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, r.row.height) }
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *rowRenderer) Layout(size fyne.Size) {
	if !r.fits(size) {
		r.Refresh()
	}
}

func (r *rowRenderer) Refresh() {
	size := r.row.Size()
	r.ground.put(0, 0, size.Width, size.Height)
	r.stripe.put(0, 0, 3, size.Height)
	ground, stripe := None, None
	switch {
	case r.row.chosen:
		ground, stripe = Chosen, Accent
	case r.row.hovered:
		ground = Hover
	}
	r.ground.paint(Part{Fill: ground})
	r.stripe.paint(Part{Fill: stripe})
	r.draw(size, func(put func(Part)) {
		if r.row.paint != nil && size.Width > 0 {
			r.row.paint(put)
		}
	})
	canvas.Refresh(r.row)
}
