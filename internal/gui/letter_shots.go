package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// letterShots are the states of the screen that the gallery shows.
func letterShots() []shot {
	return []shot{
		{name: "06-letter", user: "executor", route: newLetterRoute, stage: writeLetter},
		{name: "06-letter-long", user: "executor", route: newLetterRoute, stage: longLetter},
		{name: "06-letter-misfit", user: "executor", route: newLetterRoute, stage: misfitLetter},
		{name: "06-letter-ask", user: "executor", route: askRoute},
		{name: "06-letter-draft", user: "executor", route: letterRoute(domain.LetterDraft)},
		{name: "06-letter-compare", user: "executor", route: letterRoute(domain.LetterWaiting), stage: compareLetter},
		{name: "06-letter-waiting", user: "clerk", route: letterRoute(domain.LetterWaiting)},
		{name: "06-letter-approved", user: "mayor", route: letterRoute(domain.LetterApproved)},
		{name: "06-letter-signed", user: "clerk", route: letterRoute(domain.LetterSigned)},
	}
}

// newLetterRoute finds a case that the user may answer with a decision.
func newLetterRoute(w *Window) present.Route {
	a := w.program.Acting()
	for _, e := range w.program.List(func(e domain.Entry) bool { return e.Kind == domain.ComplaintStaff || e.Kind == domain.Signal }) {
		if e.Lead == a.User && (e.State == domain.InWork || e.State == domain.ReplyDraft) {
			return present.Route{Place: present.LetterPlace, Case: e.Case, Arg: string(domain.TUpheld)}
		}
	}
	return present.Route{Place: present.LettersPlace}
}

// askRoute begins the letter to somebody who was asked to explain.
func askRoute(w *Window) present.Route {
	to := caseOf(w, func(e domain.Entry) bool { return e.Flags.Has(domain.FlagAsked) })
	return present.Route{Place: present.LetterPlace, Case: to.Case, Arg: string(domain.TAsk)}
}

// letterRoute finds a letter in a state.
func letterRoute(state domain.LetterState) func(*Window) present.Route {
	return func(w *Window) present.Route {
		for _, e := range w.program.List(func(e domain.Entry) bool { return len(e.Pending) > 0 }) {
			for _, p := range e.Pending {
				if p.State == state {
					return present.Route{Place: present.LetterPlace, Case: e.Case, Letter: p.Letter}
				}
			}
		}
		return present.Route{Place: present.LettersPlace}
	}
}

// misfitLetter takes the last template, which is for other cases.
func misfitLetter(w *Window) {
	if s, ok := w.screen.(*letterScreen); ok {
		titles, _, _ := s.model.Templates()
		s.model.Choose(len(titles) - 1)
	}
}

// compareLetter looks at what was changed since the first version.
func compareLetter(w *Window) {
	if s, ok := w.screen.(*letterScreen); ok {
		s.model.View(1)
	}
}

// writeLetter writes the first field and leaves the others.
func writeLetter(w *Window) {
	s, ok := w.screen.(*letterScreen)
	if !ok {
		return
	}
	for _, b := range s.model.Blocks() {
		if b.Field == "Findings" {
			s.write(b.ID)
			e := s.blocks[b.ID].area.Editor
			e.TypedShortcut(&fyne.ShortcutSelectAll{})
			for _, r := range w.env.T("write.shot") {
				e.TypedRune(r)
			}
		}
	}
}

// longLetter writes more than the window shows, and marks the last words.
func longLetter(w *Window) {
	writeLetter(w)
	e, ok := w.Canvas().Focused().(*look.Editor)
	if !ok {
		return
	}
	for range 11 {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		for _, r := range w.env.T("write.shot") {
			e.TypedRune(r)
		}
	}
	for range 4 {
		e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift})
	}
}
