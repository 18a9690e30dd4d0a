package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var _ desktop.Cursorable = (*Watch)(nil)

// Watch lies under everything and hears that the pointer moves: the toolkit asks whatever it finds under the pointer
// for its cursor, from the bottom up. It takes nothing away from what lies above it.
type Watch struct {
	widget.BaseWidget
	moved func()
}

// NewWatch makes a watch; it takes the room it is given.
func NewWatch(moved func()) *Watch {
	w := &Watch{moved: moved}
	w.ExtendBaseWidget(w)
	return w
}

// Cursor implements desktop.Cursorable.
func (w *Watch) Cursor() desktop.Cursor {
	w.moved()
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (*Watch) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(NewBox(None)) }
