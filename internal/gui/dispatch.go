package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

type dispatchScreen struct {
	still
	window *Window
}

func newDispatch(w *Window, _ present.Route) screen { return &dispatchScreen{window: w} }

func (s *dispatchScreen) head() head { return head{} }

func (s *dispatchScreen) body() fyne.CanvasObject { return look.NewBox(look.None) }
