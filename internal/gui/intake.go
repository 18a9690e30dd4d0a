package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type intakeScreen struct {
	still
	window *Window
}

func newIntake(w *Window, _ present.Route) screen { return &intakeScreen{window: w} }

func (s *intakeScreen) head() head { return head{} }

func (s *intakeScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
