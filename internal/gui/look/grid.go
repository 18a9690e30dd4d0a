package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Grid puts objects into cells of one width, as many beside each other as the function says for the room; the cells of a
// line are as high as the highest.
func Grid(gap float32, columns func(width float32) int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&gridLayout{gap: gap, columns: columns}, present(objects...)...)
}

type gridLayout struct {
	gap, width float32
	columns    func(width float32) int
}

func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.heightAt(objects, l.width))
}

func (l *gridLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	return l.flow(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.flow(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, m fyne.Size) { put(o, at.X, at.Y, m.Width, m.Height) })
}

// flow walks over the cells line by line and gives the height they take.
func (l *gridLayout) flow(objects []fyne.CanvasObject, width float32, set func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	all := shown(objects)
	n := max(1, min(l.columns(width), len(all)))
	cell := (width - l.gap*float32(n-1)) / float32(n)
	y := float32(0)
	for from := 0; from < len(all); from += n {
		line := all[from:min(from+n, len(all))]
		height := float32(0)
		for _, o := range line {
			height = max(height, heightAt(o, cell))
		}
		if y > 0 {
			y += l.gap
		}
		for i, o := range line {
			x := float32(int(float32(i) * (cell + l.gap)))
			set(o, fyne.NewPos(x, y), fyne.NewSize(float32(int(float32(i+1)*(cell+l.gap)-l.gap))-x, height))
		}
		y += height
	}
	return y
}
