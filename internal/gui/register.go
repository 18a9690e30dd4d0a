package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type registerScreen struct {
	still
	window *Window
}

func newRegister(w *Window, _ present.Route) screen { return &registerScreen{window: w} }

func (s *registerScreen) head() head { return head{} }

func (s *registerScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
