package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestWhatAClerkMayNotDecideIsOfferedToThoseWhoMayBeforeAnybodyProposed(t *testing.T) {
	anonymous := func(in *domain.Intake) { in.Sender = nobody }
	other := func(in *domain.Intake) { in.Kind = domain.FOIRequest }
	for name, change := range map[string]func(*domain.Intake){"anonymous": anonymous, "of another order": other} {
		t.Run(name, func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			in := s.submission(domain.Signal)
			change(&in)
			s.registers(in)
			s.waits(domain.DoAdmit, secretary)
			today := day(t, "2026-11-23")
			if step, ok := s.office.WaitsFor(secretary, s.c.Entry(), today); !ok || step.Action != domain.DoAdmit {
				t.Errorf("the secretary is asked to %q", step.Action)
			}
			if step, ok := s.office.WaitsFor(clerk, s.c.Entry(), today); ok {
				t.Errorf("the clerk is asked to %q, though he needs not", step.Action)
			}
			if own := s.as(clerk).Own(s.c, s.office.NextStep(s.c, today)); own != domain.DoPropose {
				t.Errorf("the clerk may %q", own)
			}
			without := fold(s.office, domain.UserRemoved{User: secretary, From: today})
			if step, ok := without.WaitsFor(mayor, s.c.Entry(), today); !ok || step.Action != domain.DoAdmit {
				t.Errorf("without a secretary the mayor is asked to %q", step.Action)
			}
		})
	}
}
