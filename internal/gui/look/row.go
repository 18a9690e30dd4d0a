package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Part is something that a row draws: words, an icon, or a ground.
type Part struct {
	X, Y, W, H float32
	Words      string
	Face       Face
	Align      fyne.TextAlign
	Ink        fyne.ThemeColorName
	Icon       fyne.Resource       // drawn W×H in Ink
	Fill       fyne.ThemeColorName // drawn W×H
	Radius     float32
}

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
	v := &rowRenderer{row: r, ground: &canvas.Rectangle{FillColor: colorOf(None)}, stripe: &canvas.Rectangle{FillColor: colorOf(None)}}
	v.Refresh()
	return v
}

type rowRenderer struct {
	row            *listRow
	ground, stripe *canvas.Rectangle
	boxes          []*canvas.Rectangle
	icons          []*canvas.Image
	texts          []*canvas.Text
	objects        []fyne.CanvasObject
	nBoxes, nIcons int
	nTexts         int
}

func (r *rowRenderer) Destroy()                     {}
func (r *rowRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, r.row.height) }
func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *rowRenderer) Layout(fyne.Size) { r.Refresh() }

func (r *rowRenderer) Refresh() {
	size := r.row.Size()
	r.ground.Resize(size)
	r.stripe.Resize(fyne.NewSize(3, size.Height))
	r.ground.FillColor, r.stripe.FillColor = colorOf(None), colorOf(None)
	switch {
	case r.row.chosen:
		r.ground.FillColor, r.stripe.FillColor = theme.Color(Chosen), theme.Color(Accent)
	case r.row.hovered:
		r.ground.FillColor = theme.Color(Hover)
	}
	r.nBoxes, r.nIcons, r.nTexts = 0, 0, 0
	if r.row.paint != nil && size.Width > 0 {
		r.row.paint(r.put)
	}
	r.hideRest()
	canvas.Refresh(r.row)
}

// put draws a part with the next object that is free.
func (r *rowRenderer) put(p Part) {
	switch {
	case p.Icon != nil:
		img := next(&r.icons, &r.nIcons, func() *canvas.Image { return &canvas.Image{} }, r.adopt)
		swap(img, p.Icon, p.Ink)
		put(img, p.X, p.Y, p.W, p.H)
	case p.Fill != None:
		box := next(&r.boxes, &r.nBoxes, func() *canvas.Rectangle { return &canvas.Rectangle{} }, r.adopt)
		box.FillColor, box.CornerRadius, box.Hidden = theme.Color(p.Fill), p.Radius, false
		put(box, p.X, p.Y, p.W, p.H)
	default:
		t := next(&r.texts, &r.nTexts, func() *canvas.Text { return &canvas.Text{} }, r.adopt)
		t.Text, t.TextSize, t.TextStyle = Fit(p.Words, p.Face, p.W), p.Face.Size, p.Face.style()
		t.Color, t.Alignment, t.Hidden = theme.Color(p.Ink), p.Align, false
		place(t, p.X, p.Y, p.W, p.H)
	}
}

// adopt rebuilds the list of objects: grounds under icons under words.
func (r *rowRenderer) adopt() {
	r.objects = []fyne.CanvasObject{r.ground, r.stripe}
	for _, o := range r.boxes {
		r.objects = append(r.objects, o)
	}
	for _, o := range r.icons {
		r.objects = append(r.objects, o)
	}
	for _, o := range r.texts {
		r.objects = append(r.objects, o)
	}
}

func (r *rowRenderer) hideRest() {
	if r.objects == nil {
		r.adopt()
	}
	for _, o := range r.boxes[r.nBoxes:] {
		o.Hidden = true
	}
	for _, o := range r.icons[r.nIcons:] {
		o.Hidden = true
	}
	for _, o := range r.texts[r.nTexts:] {
		o.Hidden = true
	}
}

// next gives the next free object of a pool, a new one when all are taken.
func next[T any](pool *[]T, taken *int, make func() T, adopt func()) T {
	if *taken == len(*pool) {
		*pool = append(slices.Clip(*pool), make())
		adopt()
	}
	*taken++
	return (*pool)[*taken-1]
}
