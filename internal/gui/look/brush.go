package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Part is something that a widget draws: words, an icon, or a ground with a border.
type Part struct {
	X, Y, W, H float32
	Words      string
	Face       Face
	Align      fyne.TextAlign
	Ink        fyne.ThemeColorName
	Icon       fyne.Resource       // drawn W×H in Ink
	Fill       fyne.ThemeColorName // drawn W×H
	Radius     float32
	Stroke     fyne.ThemeColorName // border of the ground, None = none
	Line       float32             // its width
	square     bool                // the lower corners are not round
}

// brush draws parts with plain canvas objects, which it keeps: drawing anew costs half of what widgets would. Grounds
// lie under icons and icons under words, each in the order in which they were put.
type brush struct {
	under          []fyne.CanvasObject // what lies under all parts
	boxes          []*plate
	icons          []*canvas.Image
	texts          []*canvas.Text
	objects        []fyne.CanvasObject
	nBoxes, nIcons int
	nTexts         int
	size           fyne.Size // for which it was drawn
}

// fits tells whether what was drawn is for a size. Whoever is laid out, which Fyne does with all that lies in one whose
// least size changed, need not be drawn anew then: it would ask for another frame while one is being drawn.
func (b *brush) fits(size fyne.Size) bool { return b.size == size }

// draw takes the parts for a size and hides what was drawn before and is not any more.
func (b *brush) draw(size fyne.Size, paint func(put func(Part))) {
	b.size = size
	b.nBoxes, b.nIcons, b.nTexts = 0, 0, 0
	paint(b.put)
	b.hideRest()
}

// put draws a part with the next object that is free.
func (b *brush) put(p Part) {
	switch {
	case p.Icon != nil:
		img := next(&b.icons, &b.nIcons, func() *canvas.Image { return &canvas.Image{} }, b.adopt)
		swap(img, p.Icon, p.Ink)
		put(img, p.X, p.Y, p.W, p.H)
	case p.Fill != None || p.Stroke != None:
		box := next(&b.boxes, &b.nBoxes, newPlate, b.adopt)
		box.paint(p)
		box.put(p.X, p.Y, p.W, p.H)
	default:
		t := next(&b.texts, &b.nTexts, func() *canvas.Text { return &canvas.Text{} }, b.adopt)
		p.Face.set(t, Fit(p.Words, p.Face, p.W))
		t.Color, t.Alignment, t.Hidden = theme.Color(p.Ink), p.Align, false
		place(t, p.X, p.Y, p.W, p.H)
	}
}

// adopt rebuilds the list of objects: grounds under icons under words.
func (b *brush) adopt() {
	b.objects = slices.Clone(b.under)
	for _, box := range b.boxes {
		b.objects = append(b.objects, box.object())
	}
	for _, o := range b.icons {
		b.objects = append(b.objects, o)
	}
	for _, o := range b.texts {
		b.objects = append(b.objects, o)
	}
}

func (b *brush) hideRest() {
	if b.objects == nil {
		b.adopt()
	}
	for _, box := range b.boxes[b.nBoxes:] {
		box.hide()
	}
	for _, o := range b.icons[b.nIcons:] {
		o.Hidden = true
	}
	for _, o := range b.texts[b.nTexts:] {
		o.Hidden = true
	}
}

// next gives the next free object of a pool, a new one when all are taken.
func next[T any](pool *[]T, taken *int, fresh func() T, adopt func()) T {
	if *taken == len(*pool) {
		*pool = append(slices.Clip(*pool), fresh())
		adopt()
	}
	*taken++
	return (*pool)[*taken-1]
}
