//go:build bench

// Command empty-window is the least that the toolkit can show: what the window of the program is measured beside. It
// is not shipped, and built under the tag bench alone.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	w := app.NewWithID("bg.harta.empty").NewWindow("Празен")
	w.Resize(fyne.NewSize(1366, 768))
	w.ShowAndRun()
}
