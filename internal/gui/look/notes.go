package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Notes puts notes under the one or two fields of a line, each under its own. The first one is as wide as its field, and
// alone it has the whole line.
func Notes(first float32, notes ...fyne.CanvasObject) *fyne.Container {
	return container.New(notesLayout{first}, notes...)
}

type notesLayout struct{ first float32 }

const notesGap = 12

// room gives where a note begins and how wide it is.
func (l notesLayout) room(objects []fyne.CanvasObject, i int, width float32) (x, w float32) {
	switch {
	case i > 0:
		return l.first, max(0, width-l.first)
	case len(shown(objects)) > 1:
		return 0, l.first - notesGap
	default:
		return 0, width
	}
}

func (l notesLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for i, o := range objects {
		_, w := l.room(objects, i, width)
		height = max(height, heightAt(o, w))
	}
	return height
}

// MinSize implements fyne.Layout.
func (l notesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.heightAt(objects, 2*l.first))
}

// Layout implements fyne.Layout.
func (l notesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		x, w := l.room(objects, i, size.Width)
		put(o, x, 0, w, size.Height)
	}
}
