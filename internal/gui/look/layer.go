package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Layer lies over the screen and holds what floats without taking the focus or keeping the pointer from what is below:
// toasts, tips and the lists under entries. Fyne's overlays would take both. The frame stacks one on top, in plain
// containers; every Modal has its own.
type Layer struct {
	widget.BaseWidget
	floats []*float
	toast  func() // takes the toast away that is shown
}

// float is an object of a layer with the place it takes in a layer of some size.
type float struct {
	object fyne.CanvasObject
	place  func(layer fyne.Size) (fyne.Position, fyne.Size)
}

// NewLayer makes an empty layer.
func NewLayer() *Layer {
	l := &Layer{}
	l.ExtendBaseWidget(l)
	return l
}

// Float shows an object at the place that the function gives for the size of the layer, until hide is called.
func (l *Layer) Float(o fyne.CanvasObject, place func(layer fyne.Size) (fyne.Position, fyne.Size)) (hide func()) {
	f := &float{o, place}
	l.floats = append(l.floats, f)
	l.Refresh()
	return func() {
		if i := slices.Index(l.floats, f); i >= 0 {
			l.floats = slices.Delete(l.floats, i, i+1)
			l.Refresh()
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer {
	r := &layerRenderer{layer: l}
	r.Refresh()
	return r
}

type layerRenderer struct {
	layer   *Layer
	objects []fyne.CanvasObject
}

func (*layerRenderer) Destroy()                       {}
func (*layerRenderer) MinSize() fyne.Size             { return fyne.Size{} }
func (r *layerRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *layerRenderer) Layout(size fyne.Size) {
	for _, f := range r.layer.floats {
		at, s := f.place(size)
		f.object.Move(at)
		f.object.Resize(s)
	}
}

func (r *layerRenderer) Refresh() {
	r.objects = make([]fyne.CanvasObject, len(r.layer.floats))
	for i, f := range r.layer.floats {
		r.objects[i] = f.object
	}
	r.Layout(r.layer.Size())
	canvas.Refresh(r.layer)
}

// layerOf finds the layer of what is on top of a canvas; nil = there is none.
func layerOf(c fyne.Canvas) *Layer {
	if c == nil {
		return nil
	}
	switch top := c.Overlays().Top().(type) {
	case nil:
	case *modal:
		return top.layer
	default:
		return nil
	}
	return findLayer(c.Content())
}

func findLayer(o fyne.CanvasObject) *Layer {
	switch o := o.(type) {
	case *Layer:
		return o
	case *fyne.Container:
		for _, child := range slices.Backward(o.Objects) {
			if l := findLayer(child); l != nil {
				return l
			}
		}
	}
	return nil
}

// under places an object below another one, as wide as that or wider, above it where there is no room below.
func under(l *Layer, owner fyne.CanvasObject, least func() fyne.Size) func(fyne.Size) (fyne.Position, fyne.Size) {
	return func(layer fyne.Size) (fyne.Position, fyne.Size) {
		const gap = 2
		d := fyne.CurrentApp().Driver()
		at, size := d.AbsolutePositionForObject(owner).Subtract(d.AbsolutePositionForObject(l)), least()
		size.Width = max(size.Width, owner.Size().Width)
		below := at.Y + owner.Size().Height + gap
		if below+size.Height > layer.Height && at.Y-size.Height-gap >= 0 {
			below = at.Y - size.Height - gap
		}
		return fyne.NewPos(max(0, min(at.X, layer.Width-size.Width)), below), size
	}
}
