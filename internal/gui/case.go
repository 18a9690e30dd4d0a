package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type caseScreen struct {
	still
	window *Window
}

func newCase(w *Window, _ present.Route) screen { return &caseScreen{window: w} }

func (s *caseScreen) head() head { return head{} }

func (s *caseScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
