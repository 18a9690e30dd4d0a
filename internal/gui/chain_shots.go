package gui

import (
	"slices"

	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// chainShots show a reply on its way through two words. They change the settings, and stand behind the others.
func chainShots() []shot {
	list := func(*Window) present.Route { return present.Route{Place: present.ApprovalPlace} }
	return []shot{
		{name: "22-chain-settings", user: "secretary", route: func(w *Window) present.Route {
			w.chain(domain.Chain{Steps: []domain.Role{domain.Head, domain.Secretary}, Signs: domain.Mayor})
			return present.Route{Place: present.SettingsPlace, Arg: string(present.ChainsTab)}
		}},
		{name: "22-chain-letter", user: "executor", route: func(w *Window) present.Route {
			w.submitAnew()
			return chained(w)
		}},
		{name: "22-chain-head", user: "head", route: list, stage: chooseChained},
		{name: "22-chain-history", user: "head", route: func(w *Window) present.Route {
			to := chained(w)
			w.endorse(to)
			return present.Route{Place: present.CasePlace, Case: to.Case}
		}},
		{name: "22-chain-secretary", user: "secretary", route: list, stage: chooseChained},
	}
}

// chain lets every reply of the demo office go through a chain. What cannot be done is seen in the picture.
func (w *Window) chain(x domain.Chain) {
	s := w.program.Acting().Office.Settings
	s.Chains = append(slices.Clone(s.Chains), x)
	_ = w.program.SetSettings(s)
}

// chained finds the reply that goes through a chain.
func chained(w *Window) present.Route {
	for _, e := range w.program.List(func(e domain.Entry) bool { return len(e.Pending) > 0 }) {
		for _, p := range e.Pending {
			if len(p.Chain.Steps) > 0 {
				return present.Route{Place: present.LetterPlace, Case: e.Case, Letter: p.Letter}
			}
		}
	}
	return present.Route{Place: present.LettersPlace}
}

func chooseChained(w *Window) {
	s, ok := w.screen.(*approvalScreen)
	if !ok {
		return
	}
	s.model.ShowOthers(true)
	to := chained(w)
	s.model.Choose(slices.IndexFunc(s.model.Rows(), func(r present.ApprovalRow) bool { return r.Letter == to.Letter }))
}

// submitAnew changes a reply that waits and submits it again: it goes the way of today.
func (w *Window) submitAnew() {
	to := letterRoute(domain.LetterWaiting)(w)
	file, err := w.program.Case(to.Case, office.Again)
	if err != nil {
		return
	}
	l, _ := file.Case.Letter(to.Letter)
	content := l.Content
	content.Paragraphs = content.Paragraphs[:max(1, len(content.Paragraphs)-1)]
	if _, err = w.program.Draft(office.Command{}, to.Case, to.Letter, content); err == nil {
		_ = w.program.Submit(office.Command{}, to.Case, to.Letter)
	}
}

func (w *Window) endorse(to present.Route) {
	file, err := w.program.Case(to.Case, office.Again)
	if err != nil {
		return
	}
	l, _ := file.Case.Letter(to.Letter)
	_ = w.program.Endorse(office.Command{}, to.Case, to.Letter, l.Hash)
}
