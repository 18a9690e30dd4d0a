package gui

import (
	"fyne.io/fyne/v2"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// floatShots are what floats above the screens: open options, a calendar, a message in passing. Questions are shown with
// the screens that ask them.
func floatShots() []shot {
	fresh := func(*Window) present.Route { return present.Route{Place: present.NewPlace} }
	open := func(key string, name fyne.KeyName) func(*Window) {
		return func(w *Window) {
			if s, ok := w.screen.(*intakeScreen); ok {
				s.clean()
				w.focus(s.inputs[key])
				s.inputs[key].TypedKey(&fyne.KeyEvent{Name: name})
			}
		}
	}
	of := func(do func(*caseScreen)) func(*Window) {
		return func(w *Window) {
			if s, ok := w.screen.(*caseScreen); ok {
				do(s)
			}
		}
	}
	return []shot{
		{name: "19-options", user: "clerk", route: fresh, stage: open(present.IntakeTopic, fyne.KeySpace)},
		{name: "19-date", user: "clerk", route: fresh, stage: open(present.IntakeDate, fyne.KeyPageDown)},
		{name: "19-more", user: "secretary", route: caseIn(domain.InWork), stage: of(func(s *caseScreen) { s.showMore(s.model.View().More) })},
		{name: "19-toast", user: "clerk", route: caseIn(domain.InWork), stage: of(func(s *caseScreen) {
			s.window.showToast(present.Toast{Words: s.window.env.T("case.undone"), Undo: func() {}})
		})},
	}
}
