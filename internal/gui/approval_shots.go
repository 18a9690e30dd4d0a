package gui

import (
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// approvalShots are the states of the screen that the gallery shows.
func approvalShots() []shot {
	list := func(*Window) present.Route { return present.Route{Place: present.ApprovalPlace} }
	on := func(do func(*approvalScreen)) func(*Window) {
		return func(w *Window) {
			if s, ok := w.screen.(*approvalScreen); ok {
				do(s)
			}
		}
	}
	return []shot{
		{name: "07-approval", user: "secretary", route: list},
		{name: "07-approval-sign", user: "mayor", route: list},
		{name: "07-approval-return", user: "head", route: list, stage: on(func(s *approvalScreen) { s.model.Do(domain.DoReturn) })},
		{name: "07-approval-ask", user: "mayor", route: list, stage: on(func(s *approvalScreen) { s.model.Do(domain.DoSign) })},
		{name: "07-approval-compare", user: "head", route: list, stage: on(func(s *approvalScreen) { s.model.Turn() })},
		{name: "07-approval-edit", user: "head", route: list, stage: on(func(s *approvalScreen) { s.model.Do(domain.DoDraft) })},
		{name: "07-approval-refused", user: "head", route: list, stage: on(func(s *approvalScreen) {
			s.model.ShowOthers(true)
			s.model.Step(len(s.model.Rows()))
		})},
		{name: "07-approval-empty", user: "executor", route: list},
	}
}
