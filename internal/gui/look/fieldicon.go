package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Tappable      = (*FieldIcon)(nil)
	_ desktop.Hoverable  = (*FieldIcon)(nil)
	_ desktop.Cursorable = (*FieldIcon)(nil)
)

// FieldIcon is an icon of 16 inside a field that can be pressed. It takes no focus: a key of the field does the same.
type FieldIcon struct {
	widget.BaseWidget
	glyph  *Glyph
	tapped func()
	res    fyne.Resource
}

const fieldIcon = 24

// NewFieldIcon makes an icon to be put at the end of a field.
func NewFieldIcon(res fyne.Resource, tapped func()) *FieldIcon {
	i := &FieldIcon{res: res, tapped: tapped, glyph: NewGlyph(res, InkSecond, 16)}
	i.ExtendBaseWidget(i)
	return i
}

// Tapped implements fyne.Tappable.
func (i *FieldIcon) Tapped(*fyne.PointEvent) { i.tapped() }

// MouseIn implements desktop.Hoverable.
func (i *FieldIcon) MouseIn(*desktop.MouseEvent) { i.glyph.Set(i.res, InkAccent) }

// MouseMoved implements desktop.Hoverable.
func (*FieldIcon) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (i *FieldIcon) MouseOut() { i.glyph.Set(i.res, InkSecond) }

// Cursor implements desktop.Cursorable: over the field, the pointer shows that this part is pressed.
func (*FieldIcon) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer implements fyne.Widget.
func (i *FieldIcon) CreateRenderer() fyne.WidgetRenderer {
	return again(widget.NewSimpleRenderer(Sized(fieldIcon, fieldIcon, Centred(i.glyph))), i.Size())
}
