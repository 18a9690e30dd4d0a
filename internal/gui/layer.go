package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// layer lies over the window and shows messages in passing. It takes no input but on the message itself.
type layer struct {
	*fyne.Container
	hide func()
}

func newLayer() *layer { return &layer{Container: look.Stack()} }

// over puts the layer over a content.
func (l *layer) over(content fyne.CanvasObject) fyne.CanvasObject {
	return look.Stack(content, l.Container)
}

// showToast says in passing that something was done.
func (w *Window) showToast(present.Toast) {}

// ask asks before something that cannot be taken back.
func (w *Window) ask(present.Question, func(yes bool)) {}
