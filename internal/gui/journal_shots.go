package gui

import (
	"harta/internal/gui/present"
	"harta/internal/office"
)

// journalShots are the states of the screen that the gallery shows.
func journalShots() []shot {
	journal := func(*Window) present.Route { return present.Route{Place: present.JournalPlace} }
	screen := func(do func(*journalScreen)) func(*Window) {
		return func(w *Window) {
			if s, ok := w.screen.(*journalScreen); ok {
				do(s)
			}
		}
	}
	return []shot{
		{name: "17-journal", user: "secretary", route: journal},
		{name: "17-journal-clerk", user: "clerk", route: journal, stage: screen(func(s *journalScreen) { s.model.SetChip("record", present.KindLetter) })},
		{name: "17-journal-checked", user: "secretary", route: journal, stage: screen(func(s *journalScreen) { s.model.Check.Run() })},
		{name: "17-journal-access", user: "secretary", route: journal, stage: screen(func(s *journalScreen) {
			for _, e := range s.window.program.List(nil)[:5] {
				_, _ = s.window.program.Case(e.Case, office.Opened)
			}
			s.tabs.Put(present.JournalAccess)
			s.model.ShowPart(present.JournalAccess)
		})},
		{name: "17-journal-empty", user: "clerk", route: journal, stage: screen(func(s *journalScreen) { s.find.Entry.SetText("99999") })},
	}
}
