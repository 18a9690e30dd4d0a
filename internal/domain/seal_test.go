package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestWhatMustNotBeHereLeavesAStub(t *testing.T) {
	for ground, want := range map[domain.Ground]struct {
		kind domain.Kind
		out  domain.Outcome
	}{
		domain.GroundSealed:     {domain.Whistleblower, domain.HandedOver},
		domain.GroundClassified: {domain.Signal, domain.ReplyDeclined},
	} {
		t.Run(string(ground), func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			in := s.submission(domain.Signal)
			in.Respondents = []domain.Respondent{{User: colleague}}
			s.registers(in)
			s.works(secretary)
			seal := func(e domain.CaseTakenOut) func(domain.Acting) (domain.CaseTakenOut, error) {
				return func(a domain.Acting) (domain.CaseTakenOut, error) { return a.Seal(s.c, e) }
			}
			good := domain.CaseTakenOut{Ground: ground, Seal: "П-4", HandedTo: "Длъжностно лице"}
			refused(s, executor, domain.NoRole, "", seal(good))
			refused(s, clerk, domain.FieldMissing, "seal", seal(domain.CaseTakenOut{Ground: ground, HandedTo: "x"}))
			refused(s, clerk, domain.FieldMissing, "handedTo", seal(domain.CaseTakenOut{Ground: ground, Seal: "1"}))
			refused(s, clerk, domain.FieldMissing, "ground", seal(domain.CaseTakenOut{Seal: "1", HandedTo: "x"}))
			later := good
			later.At = s.now.AddDate(0, 0, 1)
			refused(s, clerk, domain.HandedInFuture, "on", seal(later))
			given(s, clerk, seal(good))
			s.stands(domain.Erased)
			if h, ok := s.c.Handover(); !ok || h.Seal != "П-4" || h.To != good.HandedTo || h.Ground != ground || h.At.IsZero() || h.Number.Text == "" {
				t.Errorf("handed over %+v", h)
			}
			e := s.c.Entry()
			if e.Subject+e.Sender != "" || len(e.Respondents) > 0 || e.Topic != (domain.TopicID{}) || e.Department != (domain.DepartmentID{}) {
				t.Errorf("words stay: %+v", e)
			}
			if e.Kind != want.kind || e.Outcome != want.out || e.Number.Text == "" || s.c.Sealed.HandedTo != good.HandedTo {
				t.Errorf("the stub is %+v", e)
			}
			if may := s.office.MaySee(executor, e, day(t, "2026-11-23")); ground == domain.GroundSealed && may {
				t.Error("everybody sees that there is one")
			}
		})
	}
}

func TestAStubTellsWhichEnvelopeIsHandedOver(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Whistleblower))
	if h, ok := s.c.Handover(); ok {
		t.Errorf("handed over before anybody decided: %+v", h)
	}
	given(s, clerk, func(a domain.Acting) (domain.AdmissibilityDecided, error) {
		return a.Admit(s.c, domain.AdmissibilityDecided{Ground: domain.GroundSealed, Reason: "Плик № П-7.", Seal: "П-7"})
	})
	if h, ok := s.c.Handover(); !ok || h.Seal != "П-7" || h.To != "" || h.Number.Text == "" {
		t.Errorf("handed over %+v", h)
	}
}

func TestACorrectionSealsNothing(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	in := s.c.Intake
	in.Kind = domain.Whistleblower
	refused(s, clerk, domain.SealInstead, "kind", func(a domain.Acting) (domain.CaseCorrected, error) {
		return a.Correct(s.c, in, "По съдържание.")
	})
}
