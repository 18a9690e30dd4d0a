package domain_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
)

// turn says whose turn it is by the line of the register.
func (s *story) turn() domain.Turn {
	e := s.c.Entry()
	return s.office.Turn(s.as(clerk).Today())(&e)
}

func (s *story) hasTurn(when string, user domain.UserID, role domain.Role) {
	s.Helper()
	t := s.turn()
	if t.User != user || t.Role != role {
		s.Errorf("%s: the turn of %v, %q", when, t.User, t.Role)
	}
	if step := s.office.NextStep(s.c, s.as(clerk).Today()); len(step.Who) == 1 && step.Who[0] != t.User || step.Action != t.Action {
		s.Errorf("%s: the case says %+v", when, step)
	}
}

func TestALineOfTheRegisterSaysWhoseTurnItIs(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.hasTurn("registered", domain.UserID{}, domain.Clerk) // the clerk or the secretary
	s.works(secretary)
	s.hasTurn("in work", executor, "")
	s.decides(executor, domain.CaseDecided{Outcome: domain.Rejected})
	s.drafts(executor, text(1, domain.TRejected, "Отхвърляме."))
	s.submits(executor, domain.LetterID{1})
	if turn := s.turn(); turn.Action != domain.DoEndorse || turn.User == executor || turn.Nobody() {
		t.Errorf("to be endorsed: %+v", turn)
	}
	s.endorses(head, domain.LetterID{1})
	if turn := s.turn(); turn.Action != domain.DoSign || turn.Nobody() {
		t.Errorf("to be signed: %+v", turn)
	}
	s.signs(mayor, domain.LetterID{1})
	s.sends(domain.LetterID{1})
	s.closes(domain.CaseClosed{})
	if turn := s.turn(); turn != (domain.Turn{}) {
		t.Errorf("closed: %+v", turn)
	}
}

func TestWhereNobodyIsLeftTheTurnIsNobodys(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.office.Users = slices.DeleteFunc(slices.Clone(s.office.Users), func(domain.User) bool { return true })
	if turn := s.turn(); !turn.Nobody() || turn.Action != domain.DoAdmit {
		t.Errorf("%+v", turn)
	}
}
