package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestADecisionThatUpholdsOrdersSomethingOrSaysWhyNot(t *testing.T) {
	measures := []domain.Measure{{Text: "Да се постави лампа."}}
	for name, c := range map[string]struct {
		e       domain.CaseDecided
		refused bool
	}{
		"upheld, nothing said":           {domain.CaseDecided{Outcome: domain.Upheld}, true},
		"upheld, only air":               {domain.CaseDecided{Outcome: domain.Upheld, Nothing: " "}, true},
		"partly upheld, nothing said":    {domain.CaseDecided{Outcome: domain.PartlyUpheld}, true},
		"upheld with measures":           {domain.CaseDecided{Outcome: domain.Upheld, Measures: measures}, false},
		"upheld, and it is done already": {domain.CaseDecided{Outcome: domain.Upheld, Nothing: "Лампата е сменена."}, false},
		"rejected":                       {domain.CaseDecided{Outcome: domain.Rejected}, false},
		"answered":                       {domain.CaseDecided{Outcome: domain.Answered}, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			s.registers(s.submission(domain.Signal))
			s.works(secretary)
			c.e.Findings = "Проверихме на място."
			decide := func(a domain.Acting) (domain.CaseDecided, error) { return a.Decide(s.c, c.e) }
			if c.refused {
				refused(s, executor, domain.MeasuresMissing, "measures", decide)
				return
			}
			given(s, executor, decide)
		})
	}
}

func TestMeasuresLeaveNoReasonWhyThereAreNone(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.works(secretary)
	e := given(s, executor, func(a domain.Acting) (domain.CaseDecided, error) {
		return a.Decide(s.c, domain.CaseDecided{
			Outcome: domain.Upheld, Findings: "Тъмно е.", Measures: []domain.Measure{{Text: "Лампа."}}, Nothing: "Направено е.",
		})
	})
	if e.Nothing != "" {
		t.Errorf("orders measures, and says %q", e.Nothing)
	}
}
