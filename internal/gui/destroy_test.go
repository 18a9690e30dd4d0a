//go:build !race

// One goroutine goes this way, through the office that the gallery draws: there is nothing to race.

package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// TestCasesAreDestroyedFromTheWindow goes the way of a list: the clerk ticks and proposes by keys, the mayor confirms, an
// administrator carries out; what was worked on meanwhile stays.
func TestCasesAreDestroyedFromTheWindow(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	g := demoGallery(t, fyne.NewSize(1366, 768))
	asked := ""
	sit := func(user string, part int) (*Window, *destroyScreen) {
		t.Helper()
		w, err := g.show(shot{user: user, route: func(*Window) present.Route { return present.Route{Place: present.ReportsPlace} }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(w.Close)
		reports, ok := w.screen.(*reportsScreen)
		if !ok {
			t.Fatalf("opened %T", w.screen)
		}
		row := slices.IndexFunc(reports.model.List(), func(r present.ReportRow) bool { return r.Key == present.ReportDestroy })
		if reports.list.OnChosen(row); w.screen != screen(reports) {
			t.Error("the arrows lead away")
		}
		if !reports.list.OnPress(row, fyne.Position{}) {
			t.Error("a press leads nowhere")
		}
		s, ok := w.screen.(*destroyScreen)
		if !ok {
			t.Fatalf("the reports lead to %T", w.screen)
		}
		s.model.Ask = func(q present.Question, answer func(bool)) {
			asked = q.Typed
			answer(true)
		}
		s.model.ShowPart(part)
		return w, s
	}
	w, s := sit("clerk", present.DestroyKept)
	if !strings.Contains(strings.Join(wordsOf(w.Content()), " "), "Няма преписка с изтекъл срок") {
		t.Error("nothing is said of an archive whose terms run")
	}
	s.archiveSample()
	if s.first() != fyne.Focusable(s.kept.Rows) || len(s.model.Rows()) != 13 {
		t.Fatalf("%d rows", len(s.model.Rows()))
	}
	w.focus(s.kept.Rows)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if words, _ := s.model.ProposeWords(); words != "Предложи за унищожаване (9)" {
		t.Errorf("the button says %q", words)
	}
	w.typedKey(&fyne.KeyEvent{Name: look.CtrlEnter})
	f := s.model.Form()
	if f == nil || s.panel == nil {
		t.Fatal("no form")
	}
	f.Field("protocol").Text, f.Field("on").Date = "12", w.env.Today()
	s.key(&fyne.KeyEvent{Name: look.CtrlEnter})
	if s.model.Part() != present.DestroyLists || s.panel != nil || !strings.Contains(strings.Join(wordsOf(w.Content()), " "), "Протокол № 12/23.11.2026") {
		t.Fatalf("says %s", wordsOf(w.Content()))
	}
	list, _ := s.model.Chosen()
	if err := w.program.Note(office.Command{}, list.Rows[0].Case, domain.CaseNoted{Note: domain.PlainNote, Text: "Търсена."}); err != nil {
		t.Fatal(err)
	}
	_, s = sit("mayor", present.DestroyLists)
	s.model.Confirm()
	if v, _ := s.model.View(); asked != "ЗАЛИЧИ" || v.MayConfirm || !strings.Contains(v.Sum, "отпада 1") {
		t.Errorf("asked for %q, then %+v", asked, v)
	}
	w, s = sit("secretary", present.DestroyLists)
	s.printNow()
	s.model.Erase()
	gone := w.program.List(func(e domain.Entry) bool { return e.State == domain.Erased })
	if v, _ := s.model.View(); len(gone) != 8 || v.MayErase || s.model.Waiting() != 0 || s.model.Wrong() != "" {
		t.Errorf("%d are gone, %q", len(gone), s.model.Wrong())
	}
	s.resized(narrow - 1)
	if len(s.cases.Rows.Items()) != 9 {
		t.Errorf("a narrow window lists %d", len(s.cases.Rows.Items()))
	}
}

// TestAFormOfAListFitsAWindowThatBecomesNarrow opens the form first: nothing but the window changes then.
func TestAFormOfAListFitsAWindowThatBecomesNarrow(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	g := demoGallery(t, fyne.NewSize(1366, 768))
	w, err := g.show(shot{user: "clerk", route: func(*Window) present.Route { return present.Route{Place: present.DestroyPlace} }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	s, ok := w.screen.(*destroyScreen)
	if !ok {
		t.Fatalf("opened %T", w.screen)
	}
	s.archiveSample()
	s.model.Propose()
	s.resized(narrow - 1)
	if len(s.middle.Objects) != 1 || s.middle.Objects[0] != fyne.CanvasObject(s.panel.Container) {
		t.Error("the form still stands beside the table")
	}
	s.resized(narrow)
	if shown := wordsOf(s.middle); !strings.Contains(strings.Join(shown, " "), "Пази се до") {
		t.Errorf("the table does not come back: %s", shown)
	}
}
