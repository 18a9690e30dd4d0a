package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// small is 1024×600 with the text at 175 %.
var small = fyne.NewSize(585, 343)

// Invitation asks whoever works about a case.
func (p *caseProgram) Invitation(id domain.CaseID) (office.Invitation, error) {
	return office.Invitation{
		Case: id, Number: p.c.Number, Named: true, Waits: true, Due: calendar.NewDate(2026, 11, 27),
		Questions: []domain.Note{{CaseNoted: domain.CaseNoted{Text: strings.Repeat("Какво се случи на гишето? ", 20)}, At: caseNow()}},
	}, nil
}

func TestWhoIsAskedReadsTheQuestionsAndAnswersInASmallWindow(t *testing.T) {
	w, _, p := caseWindow(t, small)
	s, ok := newExplain(w, present.Route{Place: present.ExplainPlace, Case: p.c.ID}).(*explainScreen)
	if !ok {
		t.Fatal("another screen")
	}
	w.screen = s
	w.SetContent(look.Stack(s.body(), w.layer))
	w.Resize(small)
	w.focus(s.first())
	if w.Canvas().Focused() != fyne.Focusable(s.tabs) || s.panel.Visible() {
		t.Fatalf("the questions do not come first: the focus is on %T", w.Canvas().Focused())
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if !s.panel.Visible() || said(w, "Какво се случи") {
		t.Error("the answer lies over the questions")
	}
	s.resized(wide.Width)
	w.Resize(wide)
	if !s.panel.Visible() || !said(w, "Какво се случи") {
		t.Error("in a large window they do not stand beside each other")
	}
}

func TestTheButtonsOfARefusalCanBeScrolledIntoView(t *testing.T) {
	w, s, _ := caseWindow(t, small)
	no := present.CaseRefused{Title: "Преписката не може да се покаже", Words: strings.Repeat("Посочени сте в тази преписка. ", 9), Explain: true, Foot: strings.Repeat("Обърнете се към секретаря. ", 9)}
	look.Swap(s.root, s.refused(no))
	w.Resize(small)
	var give *look.Button
	var scroll fyne.Scrollable
	at := fyne.NewPos(0, 0)
	walk(w.Content(), place{}, func(o fyne.CanvasObject, p place) bool {
		switch o := o.(type) {
		case fyne.Scrollable:
			scroll = o
		case *look.Button:
			give, at = o, p.at
		}
		return true
	})
	if scroll == nil || give == nil || at.X+give.Size().Width > small.Width {
		t.Fatalf("the last button is at %v", at)
	}
	scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -2000)})
	if at = fyne.CurrentApp().Driver().AbsolutePositionForObject(give); at.Y+give.Size().Height > small.Height {
		t.Errorf("the last button stays at %v", at)
	}
}
