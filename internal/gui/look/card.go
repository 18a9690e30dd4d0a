package look

import (
	"fyne.io/fyne/v2"
)

// NewCard is a surface with an optional header line of 36.
func NewCard(header, content fyne.CanvasObject) *fyne.Container {
	face := NewBox(Surface).Bordered(Rule, 1).Rounded(6)
	if header == nil {
		return Stack(face, content)
	}
	return Stack(face, Tall(CardHead(header), content))
}

// CardHead is the header line of a card with the rule under it.
func CardHead(header fyne.CanvasObject) *fyne.Container {
	return Edged(nil, Line(Rule), nil, nil, Sized(0, 36, Padded(1, 0, 13, 13, header)))
}

// NewHeader is the usual header: icon, bold words, and what stands at the right end.
func NewHeader(res fyne.Resource, words string, rest ...fyne.CanvasObject) *fyne.Container {
	objects := []fyne.CanvasObject{NewGlyph(res, Ink, 16), NewText(words, Strong, Ink), Spacer()}
	return Row(8, append(objects, rest...)...)
}

// Line is a line of 1.
func Line(name fyne.ThemeColorName) fyne.CanvasObject { return Sized(1, 1, NewBox(name)) }

// Pair is a label with a value beside it.
func Pair(label string, width float32, value fyne.CanvasObject) *fyne.Container {
	return Edged(nil, nil, Sized(width, 0, AtTop(Sized(0, 18, NewText(label, Second, InkSecond).Elided()))), nil, value)
}
