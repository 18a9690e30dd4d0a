package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// folderInput is a folder that is typed, or chosen in the dialog of the system.
type folderInput struct {
	text *lineInput
	body fyne.CanvasObject
}

func newFolderInput(f *formField) *folderInput {
	in := &folderInput{text: newLineInput(f)}
	w, x := f.panel.window, f.field
	pick := look.NewButton(w.env.T("gate.choose_folder"), nil, look.Plain, func() {
		w.picker.Folder(func(path string) {
			f.panel.form.Write(x, path)
			w.focus(in.stop())
		})
	})
	in.body = look.Edged(nil, nil, nil, look.Padded(0, 0, 8, 0, pick), in.text.object())
	return in
}

func (in *folderInput) object() fyne.CanvasObject { return in.body }
func (in *folderInput) stop() fyne.Focusable      { return in.text.stop() }
func (in *folderInput) put(x *present.Field)      { in.text.put(x) }
