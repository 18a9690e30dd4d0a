//go:build bench

// Command empty-window is the least that the toolkit can show: what the window of the program is measured beside. With
// "entry" it holds one entry, with "text" one of several lines, with "list" a list of plain lines as large as the window:
// what a key and a step down cost at the least. It is not shipped, and built under the tag bench alone.
package main

import (
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

const rows = 100_000

func main() {
	w := app.NewWithID("bg.harta.empty").NewWindow("Празен")
	w.Resize(fyne.NewSize(1366, 768))
	var focus fyne.Focusable
	switch {
	case len(os.Args) < 2:
	case os.Args[1] == "list":
		l := widget.NewList(func() int { return rows }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(i int, o fyne.CanvasObject) {
			if label, ok := o.(*widget.Label); ok {
				label.SetText(fmt.Sprintf("94-%d-1/23.11.2026 Сигнал за шум край кръстовището", i))
			}
		})
		w.SetContent(l)
		focus = l
	default:
		e := widget.NewEntry()
		if os.Args[1] == "text" {
			e = widget.NewMultiLineEntry()
			e.Wrapping = fyne.TextWrapWord
		}
		w.SetContent(container.NewVBox(e))
		focus = e
	}
	if focus != nil {
		w.Canvas().Focus(focus)
	}
	w.ShowAndRun()
}
