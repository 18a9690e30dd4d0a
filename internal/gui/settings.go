package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type settingsScreen struct {
	still
	window *Window
}

func newSettings(w *Window, _ present.Route) screen { return &settingsScreen{window: w} }

func (s *settingsScreen) head() head { return head{} }

func (s *settingsScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
