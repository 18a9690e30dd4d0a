package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

func TestAnOlderRegisterIsTakenOverInTheWindow(t *testing.T) {
	h := newGateHouse(t)
	h.begin(t)
	h.Window.open(present.Route{Place: present.RegisterPlace, Arg: present.ViewAll})
	if !strings.Contains(h.words(), h.env.T("menu.import")) {
		t.Error("the empty register does not tell of the older one")
	}
	h.act(present.ActionID(present.ImportPlace))
	s, ok := h.screen.(*importScreen)
	if !ok {
		t.Fatalf("the menu opens %T", h.screen)
	}
	path := filepath.Join(t.TempDir(), "стар.csv")
	if err := os.WriteFile(path, []byte(sampleRegister()), 0o600); err != nil {
		t.Fatal(err)
	}
	s.dropped([]fyne.URI{storage.NewFileURI(path)})
	if s.model.Step() != present.ImportTried || len(s.model.Mistakes()) != 0 || !strings.Contains(h.words(), "Внеси 10 преписки") {
		t.Fatalf("%+v %s", s.model.Mistakes(), h.words())
	}
	if h.Canvas().Focused() != fyne.Focusable(s.rows.Rows) {
		t.Errorf("the focus is at %T", h.Canvas().Focused())
	}
	h.typedKey(&fyne.KeyEvent{Name: look.CtrlEnter})
	if len(h.desk.List(func(domain.Entry) bool { return true })) != 10 || !strings.Contains(h.words(), "Внесени са 10 преписки") {
		t.Errorf("%s", h.words())
	}
}
