package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/calendar"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

func TestTheCalculatorOpensFromAnywhereAndCountsAsOneTypes(t *testing.T) {
	w, p := wholeWindow(t, wide, present.Route{Place: present.TodayPlace})
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyF9})
	s, ok := w.screen.(*calculatorScreen)
	if !ok || w.Canvas().Focused() != fyne.Focusable(s.start.Entry()) {
		t.Fatalf("at %T", w.screen)
	}
	retype := func(e *look.Entry, text string) {
		w.focus(e)
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		test.Type(e, text)
	}
	retype(s.start.Entry(), "24.11.2026")
	if !said(w, "29.12.2026") || !said(w, "Срок по Хартата") {
		t.Errorf("the terms of %s are not counted", s.model.Start())
	}
	retype(s.count.Entry, "30")
	if d, _, _ := s.end.Date(); d != calendar.NewDate(2027, 1, 11) {
		t.Errorf("30 working days end on %s", d)
	}
	retype(s.end.Entry(), "15.12.2026")
	if s.count.Entry.Text != "15" {
		t.Errorf("15.12.2026 is %q working days away", s.count.Entry.Text)
	}
	w.printHere()
	if len(p.explained) != 1 {
		t.Error("nothing is printed")
	}
	w.Resize(fyne.NewSize(911, 512))
	if s.tabs.Put(1); !s.folded {
		t.Error("the explanation is not folded")
	}
	w.Resize(small)
	s.tabs.Put(0)
	if s.arrange(); s.scroll == nil {
		t.Error("in a low window the kinds are not scrolled")
	}
	if high := s.table.Rows.Size().Height; high < 4*28 {
		t.Errorf("in a low window %v is left to the kinds", high)
	}
	w.Resize(wide)
	w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.nav.Now().Place != present.TodayPlace {
		t.Errorf("back at %s", w.nav.Now().Place)
	}
}
