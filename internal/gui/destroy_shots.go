package gui

import (
	"os"
	"path/filepath"

	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// destroyShots are the states of the screen that the gallery shows. They stand last: an older register is taken over for
// them, and is archived.
func destroyShots() []shot {
	route := func(*Window) present.Route { return present.Route{Place: present.DestroyPlace} }
	on := func(do func(*destroyScreen)) func(*Window) {
		return func(w *Window) {
			if s, ok := w.screen.(*destroyScreen); ok {
				do(s)
				w.screen.reload()
			}
		}
	}
	return []shot{
		{name: "18-destroy-case", user: "clerk", route: func(w *Window) present.Route {
			archived := w.program.List(func(e domain.Entry) bool { return e.State == domain.Archived })
			return present.Route{Place: present.CasePlace, Case: archived[0].Case}
		}},
		{name: "18-destroy-none", user: "clerk", route: route},
		{name: "18-destroy", user: "clerk", route: route, stage: on(func(s *destroyScreen) { s.archiveSample() })},
		{name: "18-destroy-form", user: "clerk", route: route, stage: on(func(s *destroyScreen) {
			s.archiveSample()
			s.model.Propose()
		})},
		{name: "18-destroy-lists", user: "clerk", route: route, stage: on(func(s *destroyScreen) {
			s.archiveSample()
			s.proposeSample()
			s.model.ShowPart(present.DestroyLists)
		})},
		{name: "18-destroy-confirm", user: "mayor", route: route, stage: on(func(s *destroyScreen) {
			s.model.ShowPart(present.DestroyLists)
			s.model.Confirm()
		})},
		{name: "18-destroy-withdraw", user: "secretary", route: route, stage: on(func(s *destroyScreen) {
			s.model.ShowPart(present.DestroyLists)
			s.model.Withdraw()
		})},
	}
}

// archiveSample takes over an older register and archives it, once.
func (s *destroyScreen) archiveSample() {
	dir, err := os.MkdirTemp("", "harta-register-")
	if err != nil {
		return
	}
	defer os.RemoveAll(dir) //nolint:errcheck // made-up people alone
	path := filepath.Join(dir, "register.csv")
	if os.WriteFile(path, []byte(sampleRegister()), 0o600) != nil {
		return
	}
	p := s.window.program
	rows, _, err := p.ReadRegister(path)
	if err != nil {
		return
	}
	if _, err := p.Import(office.Command{}, office.Register{Rows: rows, Source: "Регистър 2019"}); err == nil {
		old := p.List(func(e domain.Entry) bool { return e.State == domain.Closed && e.ReceivedOn.Year() == 2019 })
		files := p.Acting().Office.Filing
		for i, e := range old {
			_ = p.Archive(office.Command{}, e.Case, domain.CaseArchived{Filing: files[i%3].Code, Volume: "1"})
		}
	}
	s.model.Load()
}

// proposeSample proposes what the register had, once; on one of the cases somebody works again.
func (s *destroyScreen) proposeSample() {
	p := s.window.program
	kept, err := p.Keeping()
	if lists, no := p.Erasures(); err != nil || no != nil || len(lists) > 0 {
		return
	}
	var cases []domain.CaseID
	for _, k := range kept {
		if k.Retention.Over(s.window.env.Today()) {
			cases = append(cases, k.Case)
		}
	}
	e := domain.ErasureProposed{Protocol: "12", Of: s.window.env.Today()}
	if _, err := p.ProposeErasure(office.Command{}, e, cases, ""); err == nil {
		_ = p.Note(office.Command{}, cases[0], domain.CaseNoted{Note: domain.PlainNote, Text: "Търсена за справка."})
	}
}
