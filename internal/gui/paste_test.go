package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// pastes are what people paste without knowing: too much, pictures, another direction of reading, and what is not seen.
var pastes = map[string]string{
	"a book":         strings.Repeat("дума ", 20_000),
	"pictures":       "🙂 лампа 👍 👩‍👩‍👧‍👦 نص من اليمين إلى اليسار",
	"what is unseen": "\u202eобратно\u202c а\x00б\x07в\x1b[31m по\xffловин два\r\nреда\tи табулация",
}

// entriesIn gives what can be typed into and is seen.
func entriesIn(o fyne.CanvasObject) []fyne.Focusable {
	var all []fyne.Focusable
	walk(o, place{}, func(o fyne.CanvasObject, _ place) bool {
		switch e := o.(type) {
		case *look.Entry:
			all = append(all, e)
		case *look.Editor:
			all = append(all, e)
		}
		return o.Visible()
	})
	return all
}

// pasted is a clipboard.
type pasted struct{ words string }

func (c *pasted) Content() string     { return c.words }
func (c *pasted) SetContent(w string) { c.words = w }

// retype puts words in the place of all that is in a field, as one does who pastes.
func retype(f fyne.Focusable, words string) {
	s, ok := f.(fyne.Shortcutable)
	if !ok {
		return
	}
	f.FocusGained()
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &pasted{words}})
}

// wordsIn gives what is written in a field.
func wordsIn(f fyne.Focusable) string {
	switch e := f.(type) {
	case *look.Entry:
		return e.Text
	case *look.Editor:
		return e.Text()
	default:
		return ""
	}
}

// bears pastes into every field, and holds what is kept to what can be shown. A book takes its time to be laid out: it is
// pasted on some screens only.
func bears(t *testing.T, w *Window, books bool) {
	t.Helper()
	if len(entriesIn(w.Content())) == 0 {
		t.Fatal("there is nothing to type into")
	}
	for name, pasted := range pastes {
		if len(pasted) > 1000 && !books {
			pasted = strings.Repeat("я", 100) // longer than a day is
		}
		for i := range entriesIn(w.Content()) {
			all := entriesIn(w.Content())
			if i >= len(all) { // another field has gone, because of what was pasted
				break
			}
			e := all[i]
			retype(e, pasted)
			kept := []rune(wordsIn(e))
			if len(kept) > 20_000 {
				t.Errorf("%s: field %d keeps %d characters", name, i, len(kept))
			}
			if strings.ContainsAny(wordsIn(e), "\x00\x07\x1b\u202e\u202c\u200d\ufffd") {
				t.Errorf("%s: field %d keeps %q", name, i, wordsIn(e))
			}
			retype(e, "")
		}
	}
}

func TestEveryFieldOfACaseBearsWhatPeoplePaste(t *testing.T) {
	for _, do := range []domain.Action{"", domain.DoNote, "ask", "link", domain.DoCorrect} {
		w, s, p := caseWindow(t, wide)
		p.office.Users = append(p.office.Users, domain.User{ID: domain.UserID{2}, Name: "Калин Русев"})
		if do != "" {
			s.model.Start(do)
			if s.panel == nil {
				t.Fatalf("%s has no form", do)
			}
			w.SetContent(look.Stack(s.body(), w.layer))
		}
		bears(t, w, do == domain.DoNote)
	}
}

func TestWhatIsTakenOutOfAPasteIsSaid(t *testing.T) {
	w, s, _ := caseWindow(t, wide)
	s.note.Entry.SetText("обаж\u202eдане")
	if !said(w, "не се виждат") || s.note.Entry.Text != "обаждане" {
		t.Errorf("the note says nothing, and keeps %q", s.note.Entry.Text)
	}
	s.note.Entry.SetText(strings.Repeat("я", 100_000))
	if !said(w, "скъсен") {
		t.Error("the note does not say that it was cut")
	}
	s.model.Start(domain.DoNote)
	w.SetContent(look.Stack(s.body(), w.layer))
	f := s.model.Form()
	text := s.panel.of(f.Field("text")).input.(*textInput).area.Editor
	retype(text, "дума\x00")
	if !said(w, "не се виждат") {
		t.Error("the form says nothing")
	}
	retype(text, strings.Repeat("я", 100_000))
	if !said(w, "скъсен") {
		t.Error("the form does not say that it was cut")
	}
}

func TestTheRegisterAndANewCaseBearWhatPeoplePaste(t *testing.T) {
	for _, to := range []present.Place{present.RegisterPlace, present.NewPlace} {
		w, _ := wholeWindow(t, fyne.NewSize(1366, 768), present.Route{Place: to})
		bears(t, w, to == present.RegisterPlace)
	}
}
