package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"harta/internal/gui/present"
)

func journalOf(t *testing.T) (*Window, *journalScreen, *wholeProgram) {
	t.Helper()
	w, p := wholeWindow(t, wide, present.Route{Place: present.JournalPlace})
	s, ok := w.screen.(*journalScreen)
	if !ok {
		t.Fatalf("at %T", w.screen)
	}
	return w, s, p
}

func TestTheJournalOpensItsCases(t *testing.T) {
	w, s, p := journalOf(t)
	if w.Canvas().Focused() != fyne.Focusable(s.table.Rows) || !said(w, "М. Петрова") || !said(w, "94-1") {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	if got := w.nav.Now(); got.Case != p.entries[1].Case {
		t.Errorf("went to %+v", got)
	}
	w.back()
	if _, ok := w.screen.(*journalScreen); !ok {
		t.Errorf("back at %T", w.screen)
	}
}

func TestTheCheckIsRememberedOnOtherScreens(t *testing.T) {
	w, s, p := journalOf(t)
	s.check.OnTapped()
	if p.checked != 1 || !said(w, "без разлики") {
		t.Errorf("checked %d times", p.checked)
	}
	w.open(present.Route{Place: present.CalendarPlace})
	w.open(present.Route{Place: present.JournalPlace})
	if p.checked != 1 || !said(w, "2 записа, без разлики") {
		t.Error("the result is forgotten")
	}
}

func TestF3LeadsToTheNumberAndEscEmptiesIt(t *testing.T) {
	w, s, _ := journalOf(t)
	press(w, fyne.KeyF3)
	typeInto(w, "94-2")
	if s.find.Entry.Text != "94-2" {
		t.Fatalf("typed %q", s.find.Entry.Text)
	}
	press(w, fyne.KeyEscape)
	if s.find.Entry.Text != "" || w.nav.Now().Place != present.JournalPlace {
		t.Errorf("left %q at %s", s.find.Entry.Text, w.nav.Now().Place)
	}
}
