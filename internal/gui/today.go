package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type todayScreen struct {
	still
	window *Window
}

func newToday(w *Window, _ present.Route) screen { return &todayScreen{window: w} }

func (s *todayScreen) head() head { return head{} }

func (s *todayScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
