package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Wrapped puts objects beside each other and goes on in the next line where they do not fit.
func Wrapped(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrappedLayout{gap: gap, lineGap: lineGap}, present(objects...)...)
}

type wrappedLayout struct{ gap, lineGap, width float32 }

func (l *wrappedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range shown(objects) {
		width = max(width, o.MinSize().Width)
	}
	return fyne.NewSize(width, l.heightAt(objects, max(width, l.width)))
}

func (l *wrappedLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	return l.flow(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (l *wrappedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.flow(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, m fyne.Size) {
		o.Move(at)
		o.Resize(m)
	})
}

// flow walks over the objects line by line and gives the height they take.
func (l *wrappedLayout) flow(objects []fyne.CanvasObject, width float32, set func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	x, y, height := float32(0), float32(0), float32(0)
	for _, o := range shown(objects) {
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, height = 0, y+height+l.lineGap, 0
		}
		set(o, fyne.NewPos(x, y), fyne.NewSize(min(m.Width, width), m.Height))
		x += m.Width + l.gap
		height = max(height, m.Height)
	}
	return y + height
}
