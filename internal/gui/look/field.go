package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Field frames an entry: border 1, focus and error 2, an icon before and a button or key cap after it. It is 28 high.
type Field struct {
	framed
	Entry *Entry
}

// Area frames an editor as a field frames an entry. It takes what it is given.
type Area struct {
	framed
	Editor *Editor
}

// framed is what can be typed into, with the frame around it.
type framed struct {
	*fyne.Container
	typed fyne.Disableable
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

// What an area leaves between its edge and its editor.
const (
	AreaTop  = 1
	AreaSide = 4
)

// NewArea frames an editor, at least so many lines high.
func NewArea(e *Editor, lines int) *Area {
	a := &Area{Editor: e}
	a.enclose(e, Sized(0, float32(lines)*Body.Line+11, Padded(AreaTop, AreaTop, AreaSide, AreaSide, e)))
	e.OnFocus(a.mark)
	return a
}

func newField(e *Entry, hold func(inner fyne.CanvasObject) *fyne.Container) *Field {
	f := &Field{Entry: e}
	f.enclose(e, hold(e))
	e.OnFocus(f.mark)
	return f
}

func (f *framed) enclose(typed fyne.Disableable, content fyne.CanvasObject) {
	f.typed, f.frame = typed, NewBox(Surface).Bordered(Border, 1).Rounded(4)
	f.Container = Stack(f.frame, content)
}

// Wrong shows the error border; the sentence stands under the field.
func (f *framed) Wrong(wrong bool) {
	if f.wrong != wrong {
		f.wrong = wrong
		f.mark(f.focused)
	}
}

// Allow enables or disables the field.
func (f *framed) Allow(yes bool) {
	if yes {
		f.typed.Enable()
		f.frame.Fill(Surface)
	} else {
		f.typed.Disable()
		f.frame.Fill(Off)
	}
}

func (f *framed) mark(focused bool) {
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
