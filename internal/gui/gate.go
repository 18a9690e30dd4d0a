package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
)

// gateScreen is what is shown before somebody has signed in: who may, or how an office is begun.
type gateScreen struct {
	still
	window *Window
}

func newGate(w *Window) screen { return &gateScreen{window: w} }

func (s *gateScreen) head() head { return head{} }

func (s *gateScreen) body() fyne.CanvasObject { return look.NewBox(look.Ground) }

// lock leaves the seat: whoever comes next signs in.
func (w *Window) lock() { w.showGate() }
