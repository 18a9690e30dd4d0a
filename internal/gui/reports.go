package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type reportsScreen struct {
	still
	window *Window
}

func newReports(w *Window, _ present.Route) screen { return &reportsScreen{window: w} }

func (s *reportsScreen) head() head { return head{} }

func (s *reportsScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
