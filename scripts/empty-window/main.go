//go:build bench

// Command empty-window is the least that the toolkit can show: what the window of the program is measured beside. With
// "entry" it holds one entry, with "text" one of several lines, with "list" a list of plain lines as large as the window:
// what a key and a step down cost at the least. With "long" it holds 20,000 characters in the entry of the toolkit, with
// "editor" as many in our own, and with "lines" as many bare lines as are seen of them, of which a key changes one. It is
// not shipped, and built under the tag bench alone.
package main

import (
	"fmt"
	"image/color"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"harta/internal/gui/look"
)

const rows = 100_000

func main() {
	w := app.NewWithID("bg.harta.empty").NewWindow("Празен")
	w.Resize(fyne.NewSize(1366, 768))
	var focus fyne.Focusable
	long := strings.Repeat(strings.Repeat("На гише 3 чаках дълго, а после ме върнаха. ", 10)+"\n", 20_000/431)
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
	case os.Args[1] == "lines":
		w.SetContent(lines(w, long))
	case os.Args[1] == "long":
		e := widget.NewMultiLineEntry()
		e.Wrapping = fyne.TextWrapWord
		e.SetText(long)
		w.SetContent(e)
		focus = e
	case os.Args[1] == "editor":
		fyne.CurrentApp().Settings().SetTheme(look.Theme{})
		e := look.NewEditor("")
		e.Put(long)
		w.SetContent(e)
		focus = e
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

// lines shows the beginning of a text in lines that nobody edits; letters go to the last one.
func lines(w fyne.Window, text string) fyne.CanvasObject {
	const height, count, letters = 18, 42, 190
	all := container.NewWithoutLayout()
	var last *canvas.Text
	for i := range count {
		last = canvas.NewText(string([]rune(text)[i*letters:(i+1)*letters]), color.Black)
		last.TextSize = 13
		last.Move(fyne.NewPos(5, float32(i)*height))
		all.Add(last)
	}
	last.Text = ""
	w.Canvas().SetOnTypedRune(func(r rune) {
		last.Text += string(r)
		canvas.Refresh(all)
	})
	return all
}
