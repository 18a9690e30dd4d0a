package gui

import (
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// mistakeShots show how whom a case names says that this is a mistake, and how he is answered. What is said stays: they
// stand behind the others.
func mistakeShots() []shot {
	claim := func(w *Window) {
		withCase(w, func(s *caseScreen) {
			s.model.ClaimMistake()
			if f := s.model.Form(); f != nil {
				f.Write(f.Field("text"), "На 2 ноември бях в отпуск и не съм работил на гишето.")
			}
		})
	}
	claimed := func(w *Window) present.Route {
		return caseOf(w, func(e domain.Entry) bool { return e.Flags.Has(domain.FlagClaimed) })
	}
	settle := func(w *Window) {
		withCase(w, func(s *caseScreen) {
			s.model.Start("settle_mistake")
			if f := s.model.Form(); f != nil {
				f.Write(f.Field("text"), "Заповедта за отпуска е от 3 ноември, а на 2 ноември сте по график.")
			}
		})
	}
	submit := func(w *Window) {
		withCase(w, func(s *caseScreen) {
			if f := s.model.Form(); f != nil {
				f.Submit()
			}
		})
	}
	return []shot{
		{name: "13b-mistake", user: "clerk", route: invited(present.CasePlace), stage: claim},
		{name: "13b-mistake-said", user: "clerk", route: invited(present.CasePlace), stage: func(w *Window) { claim(w); submit(w) }},
		{name: "13b-mistake-case", user: "secretary", route: claimed},
		{name: "13b-mistake-settle", user: "secretary", route: claimed, stage: settle},
		{name: "13b-mistake-today", user: "secretary", route: claimed, stage: func(w *Window) {
			settle(w)
			submit(w)
			w.open(present.Route{Place: present.TodayPlace})
		}},
		{name: "13b-mistake-answered", user: "clerk", route: invited(present.CasePlace)},
	}
}
