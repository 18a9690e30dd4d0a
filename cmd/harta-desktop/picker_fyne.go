//go:build cgo && !windows

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"harta/internal/gui"
)

var _ gui.Picker = picker{}

// picker asks for files in the toolkit's own dialog: this system has none of its own that every desktop has.
type picker struct{ window fyne.Window }

func newPicker(w fyne.Window) gui.Picker { return picker{w} }

// Save implements gui.Picker.
func (p picker) Save(proposed string, chosen func(path string)) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err == nil && f != nil {
			_ = f.Close() // whoever asked writes it
			chosen(f.URI().Path())
		}
	}, p.window)
	d.SetFileName(proposed)
	p.show(d)
}

// Open implements gui.Picker.
func (p picker) Open(extensions []string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err == nil && f != nil {
			_ = f.Close() // whoever asked reads it
			chosen(f.URI().Path())
		}
	}, p.window)
	if len(extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	p.show(d)
}

// Folder implements gui.Picker.
func (p picker) Folder(chosen func(path string)) {
	d := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		if err == nil && f != nil {
			chosen(f.Path())
		}
	}, p.window)
	p.show(d)
}

// share is the part of the window that a dialog takes.
const share = 0.85

// show sizes the dialog after it is shown: before that it has no window, and the toolkit panics.
func (p picker) show(d *dialog.FileDialog) {
	d.Show()
	size := p.window.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width*share, size.Height*share))
}
