package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"harta/internal/domain"
	"harta/internal/gui/look"
)

// papers is a picker that chooses what is proposed, in one folder.
type papers struct{ proposed []string }

func (p *papers) Save(proposed string, chosen func(string)) {
	p.proposed = append(p.proposed, proposed)
	chosen("/копия/" + proposed)
}
func (*papers) Open([]string, func(string)) {}
func (*papers) Folder(func(string))         {}

// saved are the copies that a program of one case wrote.
func (p *caseProgram) SaveCopy(path string, content []byte) error {
	p.saved = append(p.saved, path+"="+string(content))
	return nil
}

func (*caseProgram) CopyDocument(domain.CaseID, domain.DocumentID) ([]byte, error) {
	return []byte("скан"), nil
}

func TestACopyIsSavedByKeyAndByButton(t *testing.T) {
	w, s, p := caseWindow(t, wide)
	picker := &papers{}
	w.picker = picker
	key := w.copyHere // F12 of the window
	key()
	if len(picker.proposed) != 0 {
		t.Fatal("a copy of nothing is saved")
	}
	p.c.Documents = []domain.DocumentAdded{{Document: domain.DocumentID{1}, Name: "макрос.exe"}}
	s.model.Load()
	s.open(filesTab)
	w.focus(s.files)
	key()
	tapButton(t, w, "Запази копие…")
	if len(p.saved) != 2 || p.saved[0] != "/копия/макрос.exe=скан" || p.saved[1] != p.saved[0] {
		t.Errorf("saved %q", p.saved)
	}
}

// tapButton presses a button by its words.
func tapButton(t *testing.T, w *Window, words string) {
	t.Helper()
	pressed := false
	walk(w.Content(), place{}, func(o fyne.CanvasObject, _ place) bool {
		if b, ok := o.(*look.Button); ok && b.Words == words && !pressed {
			pressed = true
			b.OnTapped()
		}
		return !pressed
	})
	if !pressed {
		t.Fatalf("there is no button %q", words)
	}
}
