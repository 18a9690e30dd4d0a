package gui

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// caseShots are the states of the screen that the gallery shows.
func caseShots() []shot {
	do := func(a domain.Action) func(*Window) {
		return func(w *Window) { withCase(w, func(s *caseScreen) { s.model.Start(a) }) }
	}
	tab := func(t caseTab) func(*Window) {
		return func(w *Window) { withCase(w, func(s *caseScreen) { s.open(t) }) }
	}
	return []shot{
		{name: "05-case", user: "executor", route: caseIn(domain.InWork)},
		{name: "05-case-paper", user: "clerk", route: caseIn(domain.Dispatched), stage: func(w *Window) {
			withCase(w, func(s *caseScreen) {
				s.open(lettersTab)
				s.model.LookAtLetter(s.model.View().Letters[0].ID)
			})
		}},
		{name: "05-case-closed", user: "secretary", route: caseIn(domain.Closed)},
		{name: "05-case-letters", user: "clerk", route: caseIn(domain.Dispatched), stage: tab(lettersTab)},
		{name: "05-case-tasks", user: "secretary", route: caseIn(domain.InExecution)},
		{name: "05-case-tasks-extend", user: "secretary", route: caseIn(domain.InExecution), stage: do(domain.DoExtend)},
		{name: "05-case-files", user: "clerk", route: caseIn(domain.InWork), stage: tab(filesTab)},
		{name: "05-case-people", user: "clerk", route: caseIn(domain.InWork), stage: tab(peopleTab)},
		{name: "05-case-history", user: "secretary", route: caseIn(domain.Closed), stage: tab(historyTab)},
		{name: "05-case-anonymous", user: "secretary", route: anonymous},
		{name: "05-case-admit", user: "secretary", route: caseIn(domain.Registered), stage: do(domain.DoAdmit)},
		{name: "05-case-propose", user: "clerk", route: anonymous, stage: do(domain.DoPropose)},
		{name: "05-case-admit-part", user: "secretary", route: plainlyRegistered, stage: func(w *Window) {
			do(domain.DoAdmit)(w)
			withCase(w, func(s *caseScreen) { s.stageForm(map[string]string{"ground": "not_competent"}, "split") })
		}},
		{name: "05-case-admit-own-data", user: "secretary", route: plainlyRegistered, stage: func(w *Window) {
			do(domain.DoAdmit)(w)
			withCase(w, func(s *caseScreen) {
				s.stageForm(map[string]string{"ground": "own_data", "data": "досието на подателя"}, "")
			})
		}},
		{name: "05-case-admit-assign", user: "secretary", route: plainlyRegistered, stage: func(w *Window) {
			do(domain.DoAdmit)(w)
			withCase(w, func(s *caseScreen) { s.stageForm(map[string]string{"ground": "admissible"}, "assign") })
		}},
		{name: "05-case-seal", user: "clerk", route: plainlyRegistered, stage: do(domain.DoSeal)},
		{name: "05-case-sealed", user: "clerk", route: caseIn(domain.StateSealed)},
		{name: "05-case-reopen", user: "secretary", route: caseIn(domain.Closed), stage: do(domain.DoReopen)},
		{name: "05-case-surplus", user: "clerk", route: caseIn(domain.InWork), stage: do(domain.DoFindSurplus)},
		{name: "05-case-withdraw", user: "secretary", route: caseIn(domain.InWork), stage: do(domain.DoWithdraw)},
		{name: "05-case-resolve", user: "secretary", route: caseIn(domain.InResolution), stage: do(domain.DoResolve)},
		{name: "05-case-decide", user: "secretary", route: caseIn(domain.InWork), stage: do(domain.DoDecide)},
		{name: "05-case-decide-nothing", user: "secretary", route: caseIn(domain.InWork), stage: func(w *Window) {
			do(domain.DoDecide)(w)
			withCase(w, (*caseScreen).stageNothing)
		}},
		{name: "05-case-slip", user: "clerk", route: plainlyRegistered, stage: func(w *Window) {
			w.showToast(present.Toast{Words: w.env.T("case.slip_open"), Do: w.env.T("case.slip_given"), Key: present.GiveKey, Act: func() {}})
		}},
		{name: "05-case-told", user: "clerk", route: plainlyRegistered, stage: func(w *Window) {
			withCase(w, func(s *caseScreen) { s.model.Press(present.GiveKey) })
		}},
		{name: "05-case-close", user: "secretary", route: caseIn(domain.InWork), stage: do(domain.DoClose)},
		{name: "05-case-correct", user: "clerk", route: caseIn(domain.InWork), stage: do(domain.DoCorrect)},
		{name: "05-case-note", user: "clerk", route: caseIn(domain.InWork), stage: do(domain.DoNote)},
		{name: "13a-extension", user: "secretary", route: extendable, stage: do(domain.DoExtend)},
		{name: "13a-extension-letter", user: "secretary", route: extendable, stage: func(w *Window) {
			do(domain.DoExtend)(w)
			withCase(w, (*caseScreen).stageLetter)
		}},
		{name: "05-case-link", user: "clerk", route: caseIn(domain.InWork), stage: do("link")},
		{name: "05-case-ask", user: "executor", route: complained, stage: do("ask")},
		{name: "13b-conflict", user: "clerk", route: invited(present.CasePlace)},
		{name: "13b-explain", user: "clerk", route: invited(present.ExplainPlace)},
		{name: "13b-unknown", user: "clerk", route: func(*Window) present.Route {
			return present.Route{Place: present.CasePlace, Case: domain.CaseID{1}}
		}},
	}
}

func withCase(w *Window, do func(*caseScreen)) {
	if s, ok := w.screen.(*caseScreen); ok {
		do(s)
	}
}

// caseIn is the case in a state that shows the most: the list one came from are the cases in that state.
func caseIn(state domain.State) func(*Window) present.Route {
	return func(w *Window) present.Route {
		return caseOf(w, func(e domain.Entry) bool { return e.State == state })
	}
}

// plainlyRegistered waits for a decision on its admissibility, and has a sender.
func plainlyRegistered(w *Window) present.Route {
	return caseOf(w, func(e domain.Entry) bool {
		return (e.State == domain.Registered || e.State == domain.InResolution) && !e.Kind.OtherOrder() && e.Sender != ""
	})
}

// anonymous is a case without a sender that nobody has decided on.
func anonymous(w *Window) present.Route {
	return caseOf(w, func(e domain.Entry) bool { return e.State == domain.Registered && e.Flags.Has(domain.FlagAnonymous) })
}

// stageForm types into the form beside the case and sets a mark.
func (s *caseScreen) stageForm(typed map[string]string, tick string) {
	f := s.model.Form()
	for key, words := range typed {
		f.Write(f.Field(key), words)
	}
	x := f.Field(tick)
	x.On = true
	f.Edit(x)
}

// complained is a complaint in work, against somebody.
func complained(w *Window) present.Route {
	return caseOf(w, func(e domain.Entry) bool {
		return e.State == domain.InWork && len(e.Respondents) > 0 && e.Kind.Complaint()
	})
}

// invited leads to the case in which whoever works is asked to explain.
func invited(place present.Place) func(*Window) present.Route {
	return func(w *Window) present.Route {
		to := present.Route{Place: place}
		if all, err := w.program.Invitations(); err == nil && len(all) > 0 {
			to.Case = all[0].Case
		}
		return to
	}
}

// extendable is a case whose term can still be moved.
func extendable(w *Window) present.Route {
	by := w.program.Acting()
	return caseOf(w, func(e domain.Entry) bool {
		d, ok := e.Due()
		return ok && e.Kind == domain.ComplaintStaff && e.State == domain.InWork && d.Due > by.Today() && d.First.IsZero()
	})
}

func caseOf(w *Window, want func(domain.Entry) bool) present.Route {
	found := w.program.List(want)
	by := w.program.Acting()
	own := by.Office.Waiting(by.User, by.Today())
	slices.SortStableFunc(found, func(a, b domain.Entry) int { return worth(b, own) - worth(a, own) })
	to := present.Route{Place: present.CasePlace, Walk: &present.Walk{}}
	for _, e := range found {
		to.Walk.Cases = append(to.Walk.Cases, e.Case)
	}
	if len(found) > 0 {
		to.Case = found[0].Case
	}
	return to
}

// worth prefers cases with much to be seen, and something to be done by whoever looks.
func worth(e domain.Entry, own func(domain.Entry) (domain.Step, bool)) int {
	n := len(e.Respondents) + len(e.Pending)
	if _, waits := own(e); waits {
		n += 8
	}
	if e.Kind == domain.ComplaintStaff {
		n += 4
	}
	return n
}

// stageLetter fills the form to extend and has its letter written.
func (s *caseScreen) stageLetter() {
	f := s.model.Form()
	if f == nil {
		return
	}
	t := s.window.env.T
	for key, words := range map[string]string{"reason": t("tour.extension.reason"), "actions": t("tour.extension.actions")} {
		f.Write(f.Field(key), words)
	}
	until := f.Field("until")
	until.Date = s.window.env.Today().AddDays(28)
	until.Text = until.Date.Local()
	f.Edit(until)
	for _, n := range f.Notices {
		if n.Go != nil {
			n.Go()
			return
		}
	}
}

// stageNothing chooses a decision that upholds, and says that there is nothing to be done.
func (s *caseScreen) stageNothing() {
	f := s.model.Form()
	if f == nil {
		return
	}
	f.Field("outcome").Text = string(domain.Upheld)
	f.Field("none").On = true
	f.Edit(f.Field("none"))
	f.Submit()
}
