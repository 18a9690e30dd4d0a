package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Beside puts something at the right of what is read, or under it where that would leave less than a width to read in.
func Beside(least, gap float32, read, right fyne.CanvasObject) *fyne.Container {
	return container.New(&besideLayout{least: least, gap: gap}, read, right)
}

type besideLayout struct{ least, gap, width float32 }

func (l *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[0].MinSize().Width, objects[1].MinSize().Width)
	return fyne.NewSize(width, l.heightAt(objects, max(width, l.width)))
}

// under tells whether the second object goes under the first.
func (l *besideLayout) under(objects []fyne.CanvasObject, width float32) bool {
	return width-objects[1].MinSize().Width-l.gap < l.least
}

func (l *besideLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	right := objects[1].MinSize()
	if l.under(objects, width) {
		return heightAt(objects[0], width) + l.gap/2 + right.Height
	}
	return max(heightAt(objects[0], width-right.Width-l.gap), right.Height)
}

func (l *besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	right := objects[1].MinSize()
	if l.under(objects, size.Width) {
		high := heightAt(objects[0], size.Width)
		put(objects[0], 0, 0, size.Width, high)
		put(objects[1], 0, high+l.gap/2, min(right.Width, size.Width), right.Height)
		return
	}
	room := size.Width - right.Width - l.gap
	high := heightAt(objects[0], room)
	put(objects[0], 0, float32(int((size.Height-high)/2)), room, high)
	put(objects[1], size.Width-right.Width, float32(int((size.Height-right.Height)/2)), right.Width, right.Height)
}
