package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

func calendarOf(t *testing.T, size fyne.Size) (*Window, *calendarScreen, *wholeProgram) {
	t.Helper()
	w, p := wholeWindow(t, size, present.Route{Place: present.CalendarPlace})
	s, ok := w.screen.(*calendarScreen)
	if !ok {
		t.Fatalf("at %T", w.screen)
	}
	return w, s, p
}

func TestTheCalendarFollowsTheArrows(t *testing.T) {
	w, s, _ := calendarOf(t, wide)
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyRight, "24.11.2026"},
		{fyne.KeyDown, "01.12.2026"},
		{fyne.KeyLeft, "30.11.2026"},
		{fyne.KeyUp, "23.11.2026"},
		{fyne.KeyPageDown, "23.11.2027"},
		{fyne.KeyRight, "24.11.2027"},
		{fyne.KeyPageUp, "24.11.2026"},
	} {
		press(w, step.key)
		if got := s.model.ChosenDay().Local(); got != step.want || w.Canvas().Focused() != fyne.Focusable(s.month()) {
			t.Errorf("%s leads to %s, want %s", step.key, got, step.want)
		}
	}
	if !said(w, "Изтича срокът") && !said(w, "Изтичат сроковете на 2 преписки.") {
		t.Error("the terms of the day are not told")
	}
}

func TestAPressedYearIsShown(t *testing.T) {
	w, s, _ := calendarOf(t, wide)
	for _, o := range test.LaidOutObjects(w.Content()) {
		if b, ok := o.(*yearButton); ok && !b.on {
			test.Tap(b)
			break
		}
	}
	if s.model.Year() != 2025 {
		t.Errorf("the year is %d", s.model.Year())
	}
}

func TestTheSecretaryConfirmsAYear(t *testing.T) {
	w, s, p := calendarOf(t, wide)
	s.model.Confirm()
	if !look.Covered(w.Canvas()) {
		t.Fatal("nothing is asked")
	}
	press(w, fyne.KeyReturn)
	if len(p.set) != 1 || !p.office.YearConfirmed(2026) || !said(w, "Потвърдил: Мария Петрова") {
		t.Errorf("set %v", p.set)
	}
}

func TestANarrowCalendarKeepsTheDayInView(t *testing.T) {
	w, s, _ := calendarOf(t, fyne.NewSize(911, 512))
	if !s.folded || !said(w, "23.11.2026, понеделник") || said(w, "Празници и обявени дни") {
		t.Error("the year is not folded")
	}
	s.tabs.Put(1)
	s.arrange()
	if !said(w, "Празници и обявени дни") {
		t.Error("the days of the year are not behind the tab")
	}
	w.Resize(wide)
	if s.folded || !said(w, "Празници и обявени дни") {
		t.Error("the year stays folded")
	}
}

func TestADayIsDeclaredByKeys(t *testing.T) {
	w, s, p := calendarOf(t, wide)
	p.trial = office.Trial{Open: 43, Hidden: 1}
	press(w, fyne.KeyRight) // Tuesday the 24th
	press(w, fyne.KeyInsert)
	if s.panel == nil || !said(w, "Ще се премести 1 срок") {
		t.Fatal("nothing is tried")
	}
	press(w, fyne.KeyEscape)
	if s.panel != nil || s.model.Change() != nil || w.Canvas().Focused() != fyne.Focusable(s.month()) {
		t.Fatal("not given up")
	}
	press(w, fyne.KeyInsert)
	test.Type(focusedEntry(t, w), "РМС № 1")
	w.typedKey(&fyne.KeyEvent{Name: look.CtrlEnter})
	if len(p.set) != 1 || s.panel != nil || !said(w, "Неприсъствен ден (РМС № 1)") {
		t.Fatalf("recorded %+v", p.set)
	}
	press(w, fyne.KeyDelete)
	w.typedKey(&fyne.KeyEvent{Name: look.CtrlEnter})
	if len(p.set) != 2 || len(p.set[1].Declared) != len(p.set[0].Declared)-1 {
		t.Errorf("taken back %+v", p.set)
	}
}

// focusedEntry is the entry that has the focus.
func focusedEntry(t *testing.T, w *Window) fyne.Focusable {
	t.Helper()
	f := w.Canvas().Focused()
	if _, ok := f.(*look.Entry); !ok {
		t.Fatalf("the focus is on %T", f)
	}
	return f
}

func TestAFileOfDaysIsLookedThrough(t *testing.T) {
	w, s, p := calendarOf(t, wide)
	p.review = shotDays()
	s.dropped([]fyne.URI{storage.NewFileURI("/tmp/дни.csv")})
	if s.panel == nil || !said(w, "обявен е другояче") || w.Canvas().Focused() != fyne.Focusable(s.panel.file.Rows) {
		t.Fatal("the lines are not shown")
	}
	rows := s.panel.file.Rows
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !s.model.Change().Review.Rows[0].Picked {
		t.Error("the first line is not ticked")
	}
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // off by law
	if s.model.Change().Review.Rows[1].Picked {
		t.Error("a day off by law is ticked")
	}
	w.Resize(fyne.NewSize(911, 512))
	if !s.folded || !said(w, "почивен и без това") {
		t.Error("the lines are not in view when it is narrow")
	}
}
