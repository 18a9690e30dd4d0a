package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NoWider gives an object its room, but no more width than that: lines that are too long are hard to read.
func NoWider(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(noWiderLayout{width}, o)
}

type noWiderLayout struct{ width float32 }

func (noWiderLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l noWiderLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	return heightAt(objects[0], min(width, l.width))
}

func (l noWiderLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, min(size.Width, l.width), size.Height)
}
