package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type calendarScreen struct {
	still
	window *Window
}

func newCalendar(w *Window, _ present.Route) screen { return &calendarScreen{window: w} }

func (s *calendarScreen) head() head { return head{} }

func (s *calendarScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
