package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Field frames an entry: border 1, focus and error 2, an icon before and a button or key cap after it. One line is 28
// high; several take what they are given.
type Field struct {
	*fyne.Container
	Entry *Entry
	frame *Box

	wrong, focused bool
}

// NewField frames an entry of one line; what stands before and after it may be nil.
func NewField(e *Entry, leading, trailing fyne.CanvasObject) *Field {
	return newField(e, func(inner fyne.CanvasObject) *fyne.Container {
		return container.New(fieldLayout{leading, trailing, inner, 28}, present(leading, inner, trailing)...)
	})
}

// NewHighField is the field of the login, 36 high.
func NewHighField(e *Entry, trailing fyne.CanvasObject) *Field {
	return newField(e, func(inner fyne.CanvasObject) *fyne.Container {
		return container.New(fieldLayout{nil, trailing, inner, 36}, present(inner, trailing)...)
	})
}

// NewArea frames an entry of several lines, at least so many high.
func NewArea(e *Entry, lines int) *Field {
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.Scroll = fyne.ScrollVerticalOnly
	return newField(e, func(inner fyne.CanvasObject) *fyne.Container {
		return Sized(0, float32(lines)*Body.Line+11, Padded(1, 1, 4, 4, inner))
	})
}

func newField(e *Entry, hold func(inner fyne.CanvasObject) *fyne.Container) *Field {
	f := &Field{Entry: e, frame: NewBox(Surface).Bordered(Border, 1).Rounded(4)}
	e.OnFocus(f.mark)
	f.Container = Stack(f.frame, hold(e))
	return f
}

// Wrong shows the error border; the sentence stands under the field.
func (f *Field) Wrong(wrong bool) {
	if f.wrong != wrong {
		f.wrong = wrong
		f.mark(f.focused)
	}
}

// Allow enables or disables the field.
func (f *Field) Allow(yes bool) {
	if yes {
		f.Entry.Enable()
		f.frame.Fill(Surface)
	} else {
		f.Entry.Disable()
		f.frame.Fill(Off)
	}
}

func (f *Field) mark(focused bool) {
	f.focused = focused
	f.frame.Bordered(Border, 1)
	switch {
	case focused:
		f.frame.Bordered(Accent, 2)
	case f.wrong:
		f.frame.Bordered(InkOver, 2)
	}
	f.frame.Refresh()
}

type fieldLayout struct {
	leading, trailing, entry fyne.CanvasObject
	height                   float32
}

func (l fieldLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(64, l.height) }

func (l fieldLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	left, right := float32(4), size.Width-4
	if l.leading != nil {
		left = 9
		left += centre(l.leading, left, size.Height) + 3
	}
	if l.trailing != nil {
		width := l.trailing.MinSize().Width
		right -= width + 5
		centre(l.trailing, right, size.Height)
	}
	height := min(size.Height, l.entry.MinSize().Height)
	put(l.entry, left, (size.Height-height)/2, right-left, height)
}

func centre(o fyne.CanvasObject, x, height float32) float32 {
	m := o.MinSize()
	put(o, x, (height-m.Height)/2, m.Width, m.Height)
	return m.Width
}
