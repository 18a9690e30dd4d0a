package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestWhomACaseNamesSaysThatItIsAMistakeAndIsAnswered(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.ComplaintStaff)
	in.Respondents = []domain.Respondent{{User: executor}}
	s.registers(in)
	claim := func(a domain.Acting) (domain.CaseNoted, error) {
		return a.ClaimMistake(s.c, "Тогава бях в отпуск.")
	}
	refused(s, head, domain.NoSuchCase, "", claim)
	refused(s, executor, domain.FieldMissing, "text", func(a domain.Acting) (domain.CaseNoted, error) { return a.ClaimMistake(s.c, "") })
	refused(s, executor, domain.IsRespondent, "", func(a domain.Acting) (domain.CaseNoted, error) {
		return a.Note(s.c, domain.CaseNoted{Note: domain.PlainNote, Text: "Не бях аз."})
	})
	given(s, executor, claim)
	refused(s, executor, domain.ClaimedAlready, "", claim)
	e := s.c.Entry()
	if !e.Flags.Has(domain.FlagClaimed) {
		t.Error("the register does not show it")
	}
	s.admits(clerk, domain.AdmissibilityDecided{Ground: domain.Admissible})
	if step, ok := s.office.WaitsFor(secretary, s.c.Entry(), day(t, "2026-11-23")); !ok || step.Action != domain.DoResolve {
		t.Errorf("the main step is %v", step)
	}
	settle := func(a domain.Acting) (domain.CaseNoted, error) {
		return a.SettleMistake(s.c, domain.CaseNoted{To: executor, Text: "В графика сте на гишето."})
	}
	refused(s, clerk, domain.NoRole, "", settle)
	refused(s, executor, domain.IsRespondent, "", settle)
	if !s.as(secretary).MaySettle(s.c) || s.as(clerk).MaySettle(s.c) || s.as(executor).MaySettle(s.c) {
		t.Error("the screens offer it to others than those who decide")
	}
	refused(s, secretary, domain.NamesSender, "text", func(a domain.Acting) (domain.CaseNoted, error) {
		return a.SettleMistake(s.c, domain.CaseNoted{To: executor, Text: "Стоян Примеров посочи Вас."})
	})
	given(s, secretary, settle)
	refused(s, secretary, domain.NobodyClaims, "", settle)
	if n, ok := s.c.Settled(executor); !ok || n.Text != "В графика сте на гишето." || s.c.Entry().Flags.Has(domain.FlagClaimed) {
		t.Errorf("answered %+v", n)
	}
	given(s, executor, claim) // he has found the order of his leave
	in.Respondents = []domain.Respondent{{User: colleague}}
	given(s, clerk, func(a domain.Acting) (domain.CaseCorrected, error) {
		return a.Correct(s.c, in, "Объркано име.")
	})
	if len(s.c.Claims()) != 0 || s.c.Entry().Flags.Has(domain.FlagSettled) {
		t.Errorf("after the correction %+v wait", s.c.Claims())
	}
}

func TestAClaimThatNobodyAnswersWaitsForTheSecretary(t *testing.T) {
	s := newStory(t, "2026-11-23")
	in := s.submission(domain.ComplaintStaff)
	in.Respondents = []domain.Respondent{{User: colleague}}
	s.registers(in)
	s.works(secretary)
	given(s, colleague, func(a domain.Acting) (domain.CaseNoted, error) {
		return a.ClaimMistake(s.c, "Не работя там.")
	})
	step, ok := s.office.WaitsFor(secretary, s.c.Entry(), day(t, "2026-11-23"))
	if !ok || step.Action != domain.DoCorrect {
		t.Errorf("%+v, %v", step, ok)
	}
	if step, ok := s.office.WaitsFor(clerk, s.c.Entry(), day(t, "2026-11-23")); ok {
		t.Errorf("the clerk is asked too: %+v", step)
	}
}
