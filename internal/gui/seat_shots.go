package gui

import (
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// seatShots show an order by which the head stands in for the secretary, and what he does by it. They come last: the
// order runs on.
func seatShots() []shot {
	today := func(*Window) present.Route { return present.Route{Place: present.TodayPlace} }
	return []shot{
		{name: "21-seat-holder", user: "secretary", route: today, stage: func(w *Window) {
			w.standIn("head")
			w.open(present.Route{Place: present.TodayPlace})
		}},
		{name: "21-seat-deputy", user: "head", route: today},
		{name: "21-seat-case", user: "head", route: caseIn(domain.InResolution), stage: func(w *Window) {
			withCase(w, func(s *caseScreen) { s.resolves(caseIn(domain.InResolution)(w).Case) })
		}},
		{name: "21-seat-history", user: "head", route: caseIn(domain.Assigned), stage: func(w *Window) {
			withCase(w, func(s *caseScreen) { s.open(historyTab) })
		}},
		{name: "21-seat-journal", user: "head", route: func(*Window) present.Route { return present.Route{Place: present.JournalPlace} }},
	}
}

// standIn lets a user of the demo office stand in for whoever works.
func (w *Window) standIn(login string) {
	a := w.program.Acting()
	_ = w.program.Grant(domain.RoleGranted{
		User: w.userOf(login), Role: domain.Secretary, ActingFor: a.User, Order: "РД-09-214", From: a.Today(), Until: a.Today().AddDays(7),
	}) // pictures without it tell less
}

// userOf finds a user of the demo office by his login.
func (w *Window) userOf(login string) (id domain.UserID) {
	all, _ := w.program.Accounts()
	for _, x := range all {
		if x.Login == login {
			id = x.User
		}
	}
	return id
}

// resolves gives a case to whoever works.
func (s *caseScreen) resolves(id domain.CaseID) {
	a := s.window.program.Acting()
	me, _ := a.Office.User(a.User)
	e := domain.CaseResolved{Department: me.Department, Lead: me.ID, Text: s.window.env.T("tour.resolution")}
	_ = s.window.program.Assign(office.Command{}, id, domain.Assignment{Resolution: e})
	s.model.Load()
}
