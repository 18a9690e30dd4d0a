package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type journalScreen struct {
	still
	window *Window
}

func newJournal(w *Window, _ present.Route) screen { return &journalScreen{window: w} }

func (s *journalScreen) head() head { return head{} }

func (s *journalScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
