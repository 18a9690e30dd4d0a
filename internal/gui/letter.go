package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type letterScreen struct {
	still
	window *Window
}

func newLetter(w *Window, _ present.Route) screen { return &letterScreen{window: w} }

func (s *letterScreen) head() head { return head{} }

func (s *letterScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
