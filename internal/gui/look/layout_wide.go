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
	return heightAt(objects[0], min(width-2, l.wide))
}

func (l *inMiddleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	width, height := min(size.Width-2, l.wide), l.heightAt(objects, size.Width)
	put(objects[0], float32(int((size.Width-width)/2)), max(0, float32(int((size.Height-height)/2))), width, height)
}

// Labelled puts a label of a width before what it names, or above it where that would leave less than a width to it. An
// empty line above is left out.
func Labelled(width, least float32, label *Text, named fyne.CanvasObject) *fyne.Container {
	return container.New(&labelledLayout{label: label, wide: width, least: least}, label, named)
}

type labelledLayout struct {
	label              *Text
	wide, least, width float32
}

const (
	labelGap  = 12 // between a label and what stands beside it
	labelHigh = 28 // of what is named, in the middle of which the label stands
	// labelUnder is between a label and what stands under it, with its frame of the focus.
	labelUnder = 5
)

func (l *labelledLayout) above(width float32) bool { return width-l.wide < l.least }

func (l *labelledLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := objects[1].MinSize().Width
	return fyne.NewSize(width, l.heightAt(objects, max(width, l.width)))
}

// high is the height of a label above.
func (l *labelledLayout) high() float32 {
	if l.label.words == "" {
		return 0
	}
	return l.label.face.Line + labelUnder
}

func (l *labelledLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	if l.above(width) {
		return l.high() + heightAt(objects[1], width)
	}
	return max(labelHigh, heightAt(objects[1], width-l.wide))
}

func (l *labelledLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if l.above(size.Width) {
		l.label.Aligned(fyne.TextAlignLeading)
		put(l.label, 0, 0, size.Width, l.high())
		put(objects[1], 0, l.high(), size.Width, size.Height-l.high())
	} else {
		l.label.Aligned(fyne.TextAlignTrailing)
		put(l.label, 0, 0, l.wide-labelGap, labelHigh)
		put(objects[1], l.wide, 0, size.Width-l.wide, size.Height)
	}
	l.label.Refresh()
}

// FoldingPanes are panes of which those with a width go where the other one would keep less than some width.
func FoldingPanes(gap, least float32, widths []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(foldingLayout{panesLayout{gap: gap, least: least, widths: widths}}, objects...)
}

type foldingLayout struct{ panesLayout }

func (l foldingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := size.Width
	for _, w := range l.widths {
		if w > 0 {
			rest -= w + l.gap
		}
	}
	for i, o := range objects {
		if l.widths[i] == 0 {
			continue
		}
		if rest < l.least {
			o.Hide()
		} else {
			o.Show()
		}
	}
	l.panesLayout.Layout(objects, size)
}

// StackingPanes are two panes, the second one of a width, that go under each other where the first one would keep less
// than some width.
func StackingPanes(gap, width, least float32, first, second fyne.CanvasObject) *fyne.Container {
	return container.New(&stackingLayout{gap: gap, wide: width, least: least}, first, second)
}

type stackingLayout struct{ gap, wide, least, width float32 }

func (l *stackingLayout) rest(width float32) float32 { return width - l.gap - l.wide }

func (l *stackingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[0].MinSize().Width, objects[1].MinSize().Width)
	return fyne.NewSize(width, l.heightAt(objects, max(width, l.width)))
}

func (l *stackingLayout) heightAt(objects []fyne.CanvasObject, width float32) float32 {
	if rest := l.rest(width); rest >= l.least {
		return max(heightAt(objects[0], rest), heightAt(objects[1], l.wide))
	}
	return heightAt(objects[0], width) + l.gap + heightAt(objects[1], width)
}

func (l *stackingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if rest := l.rest(size.Width); rest >= l.least {
		put(objects[0], 0, 0, rest, size.Height)
		put(objects[1], rest+l.gap, 0, l.wide, size.Height)
		return
	}
	high := heightAt(objects[0], size.Width)
	put(objects[0], 0, 0, size.Width, high)
	put(objects[1], 0, high+l.gap, size.Width, size.Height-high-l.gap)
}
