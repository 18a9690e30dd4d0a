package gui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"harta/internal/gui/look"
)

func TestAFileIsChosenByKeysAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "скан"), 0o700); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "скан", "жалба.pdf")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := bareWindow(t, newIntakeProgram())
	w.Canvas().SetContent(look.Stack(look.NewBox(look.Ground), w.layer))
	w.Resize(fyne.NewSize(900, 600))
	took := ""
	p := &ownPicker{window: w, dir: dir}
	p.Open(nil, func(path string) { took = path })
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if took != file || w.Canvas().Overlays().Top() != nil || p.dir != filepath.Join(dir, "скан") {
		t.Errorf("took %q, the next one begins in %q", took, p.dir)
	}

	took = ""
	p.Folder(func(path string) { took = path })
	for _, r := range dir {
		w.Canvas().Focused().TypedRune(r)
	}
	press(fyne.KeyReturn)
	if took != dir {
		t.Errorf("took %q for what was typed over the path", took)
	}

	p.Save("справка.xlsx", func(string) { t.Error("it was given up") })
	press(fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Esc leaves the panel open")
	}
}
