package gui

import (
	"image"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// leak is a scroll that holds another one which reaches beyond it, such as a form with an entry at its lower edge.
type leak struct {
	outer *container.Scroll
	depth int
	place place
}

// capture draws what a window shows. The painter without a graphics card cuts at the innermost scroll alone, and the
// graphics card at all of them: so where an inner scroll reaches beyond the outer one, what is around the outer one is
// taken from a picture without its content.
func capture(c fyne.Canvas) image.Image {
	picture := c.Capture()
	leaks := leaksOf(c)
	for depth := deepest(leaks); depth > 0; depth-- {
		around := without(c, leaks, depth)
		for _, l := range leaks {
			if l.depth == depth {
				at := pixels(c, l.place)
				draw.Draw(around, at, picture, at.Min, draw.Src)
			}
		}
		picture = around
	}
	return picture
}

// leaksOf finds the scrolls whose content has to be cut.
func leaksOf(c fyne.Canvas) []leak {
	var leaks []leak
	var around []leak // the scrolls that hold what is visited, the outermost first
	var enter func(o fyne.CanvasObject, p place) bool
	enter = func(o fyne.CanvasObject, p place) bool {
		if !cuts(o) {
			return true
		}
		for i, l := range around {
			if reaches(o, p, l.place) {
				leaks = append(leaks, around[i])
			}
		}
		s, ok := o.(*container.Scroll)
		if !ok {
			return true
		}
		inner := p.within(o.Size())
		around = append(around, leak{s, len(around) + 1, inner})
		for _, child := range children(s) {
			walk(child, inner, enter)
		}
		around = around[:len(around)-1]
		return false
	}
	walkCanvas(c, enter)
	return leaks
}

// reaches tells whether an object reaches beyond what its surroundings show.
func reaches(o fyne.CanvasObject, p, around place) bool {
	const slack = 0.5
	return p.at.X < around.from.X-slack || p.at.Y < around.from.Y-slack ||
		p.at.X+o.Size().Width > around.from.X+around.room.Width+slack ||
		p.at.Y+o.Size().Height > around.from.Y+around.room.Height+slack
}

func deepest(leaks []leak) int {
	depth := 0
	for _, l := range leaks {
		depth = max(depth, l.depth)
	}
	return depth
}

// without draws the window without the content of the leaking scrolls of a depth.
func without(c fyne.Canvas, leaks []leak, depth int) *image.NRGBA {
	for _, l := range leaks {
		if l.depth == depth {
			l.outer.Content.Hide()
			defer l.outer.Content.Show()
		}
	}
	picture := c.Capture()
	around := image.NewNRGBA(picture.Bounds())
	draw.Draw(around, around.Bounds(), picture, image.Point{}, draw.Src)
	return around
}

// pixels gives the pixels of a place.
func pixels(c fyne.Canvas, p place) image.Rectangle {
	scaled := func(v float32) int { return int(math.Round(float64(v * c.Scale()))) }
	return image.Rect(scaled(p.from.X), scaled(p.from.Y), scaled(p.from.X+p.room.Width), scaled(p.from.Y+p.room.Height))
}
