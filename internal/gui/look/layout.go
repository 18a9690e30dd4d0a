package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// flowing is what takes more height in less width: prose, and whatever holds prose.
type flowing interface {
	HeightAt(width float32) float32
}

// flowingLayout is a layout that knows the height its objects take in a width.
type flowingLayout interface {
	heightAt(objects []fyne.CanvasObject, width float32) float32
}

// heightAt gives the height that an object takes in a width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o == nil || !o.Visible() {
		return 0
	}
	if f, ok := o.(flowing); ok {
		return f.HeightAt(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(flowingLayout); ok {
			return l.heightAt(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// HeightAt gives the height that an object takes in a width, for layouts and widgets of the screens.
func HeightAt(o fyne.CanvasObject, width float32) float32 { return heightAt(o, width) }

// Column puts objects under each other, each as wide as the column and as high as it needs there.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap}, present(objects...)...)
}

type columnLayout struct{ gap, width float32 }

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range shown(objects) {
		width = max(width, o.MinSize().Width)
	}
	return fyne.NewSize(width, l.heightAt(objects, max(width, l.width)))
}

func (l *columnLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	height, gap := float32(0), float32(0)
	for _, o := range shown(objects) {
		height += gap + heightAt(o, width)
		gap = l.gap
	}
	return height
}

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	spare := max(0, size.Height-l.heightAt(objects, size.Width))
	y := float32(0)
	for _, o := range shown(objects) {
		height := heightAt(o, size.Width)
		if s, ok := o.(layout.SpacerObject); ok && s.ExpandVertical() {
			height, spare = spare, 0
		}
		put(o, 0, y, size.Width, height)
		y += height + l.gap
	}
}

// Row puts objects beside each other, each at its own size and in the middle of the line; spacers share what is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap}, present(objects...)...)
}

type rowLayout struct{ gap float32 }

func (l rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, gap := fyne.Size{}, float32(0)
	for _, o := range shown(objects) {
		m := o.MinSize()
		size = fyne.NewSize(size.Width+gap+m.Width, max(size.Height, m.Height))
		gap = l.gap
	}
	return size
}

func (l rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spacers := 0
	for _, o := range shown(objects) {
		if isSpacer(o) {
			spacers++
		}
	}
	x, spare := float32(0), (size.Width-l.MinSize(objects).Width)/float32(max(1, spacers))
	for _, o := range shown(objects) {
		m := o.MinSize()
		if isSpacer(o) {
			m.Width += max(0, spare)
		}
		o.Move(fyne.NewPos(x, float32(int((size.Height-m.Height)/2))))
		o.Resize(m)
		x += m.Width + l.gap
	}
}

func isSpacer(o fyne.CanvasObject) bool {
	s, ok := o.(layout.SpacerObject)
	return ok && s.ExpandHorizontal()
}

// Spacer takes what is left of a Row or a Column.
func Spacer() fyne.CanvasObject { return layout.NewSpacer() }

// Padded keeps air around an object.
func Padded(top, bottom, left, right float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(paddedLayout{top, bottom, left, right}, o)
}

type paddedLayout struct{ top, bottom, left, right float32 }

func (l paddedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(shown(objects)) == 0 {
		return fyne.Size{}
	}
	return objects[0].MinSize().AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

func (l paddedLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	if len(shown(objects)) == 0 {
		return 0
	}
	return heightAt(objects[0], width-l.left-l.right) + l.top + l.bottom
}

func (l paddedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], l.left, l.top, size.Width-l.left-l.right, size.Height-l.top-l.bottom)
}

// Stack puts objects over each other.
func Stack(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(stackLayout{}, present(objects...)...)
}

type stackLayout struct{}

func (stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range shown(objects) {
		size = size.Max(o.MinSize())
	}
	return size
}

func (stackLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range shown(objects) {
		height = max(height, heightAt(o, width))
	}
	return height
}

func (stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, 0, 0, size.Width, size.Height)
	}
}

// Edged puts objects at the edges of another one; nil leaves an edge out. It is container.NewBorder without padding.
// Focus goes through the objects in the order top, left, centre, right, bottom.
func Edged(top, bottom, left, right, centre fyne.CanvasObject) *fyne.Container {
	l := edgeLayout{top, bottom, left, right, centre}
	return container.New(l, present(top, left, centre, right, bottom)...)
}

type edgeLayout struct{ top, bottom, left, right, centre fyne.CanvasObject }

func (l edgeLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	t, b, a, z, c := minOf(l.top), minOf(l.bottom), minOf(l.left), minOf(l.right), minOf(l.centre)
	return fyne.NewSize(
		max(t.Width, b.Width, a.Width+c.Width+z.Width),
		t.Height+max(a.Height, c.Height, z.Height)+b.Height)
}

func (l edgeLayout) heightAt(_ []fyne.CanvasObject, width float32) float32 {
	a, z := minOf(l.left), minOf(l.right)
	inner := max(heightAt(l.centre, width-a.Width-z.Width), a.Height, z.Height)
	return heightAt(l.top, width) + inner + heightAt(l.bottom, width)
}

func (l edgeLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	t, b := heightAt(l.top, size.Width), heightAt(l.bottom, size.Width)
	a, z := minOf(l.left).Width, minOf(l.right).Width
	put(l.top, 0, 0, size.Width, t)
	put(l.bottom, 0, size.Height-b, size.Width, b)
	put(l.left, 0, t, a, size.Height-t-b)
	put(l.right, size.Width-z, t, z, size.Height-t-b)
	put(l.centre, a, t, size.Width-a-z, size.Height-t-b)
}

// Sized gives an object a size of its own; 0 keeps what the object asks for.
func Sized(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(sizedLayout{width, height}, o)
}

type sizedLayout struct{ width, height float32 }

func (l sizedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !objects[0].Visible() {
		return fyne.Size{}
	}
	switch {
	case l.width > 0 && l.height > 0:
		return fyne.NewSize(l.width, l.height)
	case l.width > 0:
		return fyne.NewSize(l.width, heightAt(objects[0], l.width))
	case l.height > 0:
		return fyne.NewSize(objects[0].MinSize().Width, l.height)
	default:
		return objects[0].MinSize()
	}
}

func (l sizedLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	if l.height > 0 || !objects[0].Visible() {
		return l.MinSize(objects).Height
	}
	return heightAt(objects[0], width)
}

func (l sizedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, size.Height)
}

// Tall gives a top object its height and the rest to the one below.
func Tall(top, below fyne.CanvasObject) *fyne.Container { return Edged(top, nil, nil, nil, below) }

// Panes puts objects beside each other in the given widths; the one of width 0 takes the rest. Between them is a gap.
func Panes(gap float32, widths []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(panesLayout{gap: gap, widths: widths}, objects...)
}

// YieldingPanes are panes of which those with a width give way so far that the other one keeps at least some width.
func YieldingPanes(gap, least float32, widths []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(panesLayout{gap, least, widths}, objects...)
}

type panesLayout struct {
	gap, least float32
	widths     []float32
}

func (l panesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(l.gap*float32(len(objects)-1), 0)
	for i, o := range objects {
		m := o.MinSize()
		size = fyne.NewSize(size.Width+max(l.widths[i], min(m.Width, 120)), max(size.Height, m.Height))
	}
	return size
}

func (l panesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest, fixed, gap := size.Width, float32(0), float32(0)
	for i, o := range objects {
		if o.Visible() {
			rest -= l.widths[i] + gap
			fixed += l.widths[i]
			gap = l.gap
		}
	}
	share := float32(1)
	if lacks := l.least - rest; lacks > 0 && fixed > 0 {
		share = max(0, 1-lacks/fixed)
		rest += fixed * (1 - share)
	}
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		width := l.widths[i] * share
		if width == 0 {
			width = max(0, rest)
		}
		put(o, x, 0, width, size.Height)
		x += width + l.gap
	}
}

// AtTop keeps an object at its own height, at the top of its room.
func AtTop(o fyne.CanvasObject) *fyne.Container { return container.New(topLayout{}, o) }

type topLayout struct{}

func (topLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (topLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	return heightAt(objects[0], width)
}

func (topLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, min(size.Height, heightAt(objects[0], size.Width)))
}

// Centred keeps an object at its own size in the middle of its room.
func Centred(o fyne.CanvasObject) *fyne.Container { return container.New(centreLayout{}, o) }

type centreLayout struct{}

func (centreLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (centreLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m := objects[0].MinSize()
	x, y := float32(int((size.Width-m.Width)/2)), float32(int((size.Height-m.Height)/2))
	put(objects[0], max(0, x), max(0, y), min(m.Width, size.Width), min(m.Height, size.Height))
}

// Middle keeps an object as wide as its room and in the middle of its height.
func Middle(o fyne.CanvasObject) *fyne.Container { return container.New(middleLayout{}, o) }

type middleLayout struct{}

func (middleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (middleLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	return heightAt(objects[0], width)
}

func (middleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := heightAt(objects[0], size.Width)
	put(objects[0], 0, max(0, float32(int((size.Height-height)/2))), size.Width, height)
}

// Swap replaces what a container shows.
func Swap(c *fyne.Container, objects ...fyne.CanvasObject) {
	c.Objects = present(objects...)
	c.Refresh()
}

func minOf(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// put gives an object its place. Where others leave it no room it has none, and not less than that: Fyne counts with such
// a size, and fails on what comes of it.
func put(o fyne.CanvasObject, x, y, width, height float32) {
	if o != nil {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(0, width), max(0, height)))
	}
}

// shown leaves out what is hidden.
func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	if !slices.ContainsFunc(objects, func(o fyne.CanvasObject) bool { return !o.Visible() }) {
		return objects
	}
	return slices.DeleteFunc(slices.Clone(objects), func(o fyne.CanvasObject) bool { return !o.Visible() })
}

// present leaves out what is nil.
func present(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	return slices.DeleteFunc(slices.Clone(objects), func(o fyne.CanvasObject) bool { return o == nil })
}
