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

// InMiddle stands an object of a width in the middle of a room. It gets less where there is less, and where it is too high
// for the room it is scrolled: no button of it falls off the end.
func InMiddle(width float32, o fyne.CanvasObject) *fyne.Container {
	return NewScrolled(container.New(&inMiddleLayout{wide: width}, o)).Container
}

type inMiddleLayout struct{ wide, width float32 }

func (l *inMiddleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := objects[0].MinSize().Width
	return fyne.NewSize(width, l.heightAt(objects, max(width, l.width)))
}

func (l *inMiddleLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	return heightAt(objects[0], min(width, l.wide))
}

func (l *inMiddleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	width, height := min(size.Width, l.wide), l.heightAt(objects, size.Width)
	put(objects[0], float32(int((size.Width-width)/2)), max(0, float32(int((size.Height-height)/2))), width, height)
}
