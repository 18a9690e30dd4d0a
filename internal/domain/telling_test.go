package domain_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
)

func give(s *story) func(domain.Acting) (domain.CaseNoted, error) {
	return func(a domain.Acting) (domain.CaseNoted, error) { return a.GiveSlip(s.office.Recount(s.c)) }
}

// dueNow gives the term that people see, by the calendar of the office.
func (s *story) dueNow() domain.Deadline {
	d, _ := s.office.Recount(s.c).Due()
	return d
}

func TestTheSlipTellsTheSenderHisTermsOnce(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.ComplaintStaff))
	if _, told := s.c.ToldOf(s.dueNow()); told || s.c.Entry().Flags.Has(domain.FlagSlipGiven) {
		t.Error("it was told before it was given")
	}
	refused(s, executor, domain.NoRole, "", give(s))
	e := given(s, clerk, give(s))
	want := []domain.ToldTerm{{Clock: domain.LegalClock, Due: day(t, "2027-01-25")}, {Clock: domain.CharterClock, Due: day(t, "2026-12-23")}}
	if !slices.Equal(e.Told, want) {
		t.Errorf("told %+v", e.Told)
	}
	told, ok := s.c.ToldOf(s.dueNow())
	if !ok || !told.Slip() || told.On != day(t, "2026-11-23") || told.Due != day(t, "2026-12-23") || len(s.c.ToldOtherwise(s.dueNow())) != 0 {
		t.Errorf("%+v, otherwise %+v", told, s.c.ToldOtherwise(s.dueNow()))
	}
	if !s.c.Entry().Flags.Has(domain.FlagSlipGiven) {
		t.Error("the line of the register does not know it")
	}
	refused(s, clerk, domain.SlipGivenAlready, "", give(s))
	refused(s, clerk, domain.UnknownValue, "note", func(a domain.Acting) (domain.CaseNoted, error) { return a.Note(s.c, e) })

	in := s.c.Intake
	in.Kind = domain.Signal
	given(s, clerk, func(a domain.Acting) (domain.CaseCorrected, error) {
		return a.Correct(s.c, in, "По съдържание.")
	})
	d := s.dueNow()
	if all := s.c.ToldOtherwise(d); len(all) != 0 { // the term of the law is the one that was told
		t.Errorf("%s: told otherwise by %+v", d.Due, all)
	}
	s.on("2026-11-24")
	given(s, clerk, give(s)) // fewer terms stand on the new one
	s.c.State = domain.Closed
	refused(s, clerk, domain.WrongState, "", give(s))
}

func TestOfASlipThatSaysAnotherDayTheSenderIsToLearn(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.ComplaintService))
	given(s, clerk, give(s))
	s.declareOff("2026-12-23")
	d := s.dueNow()
	all := s.c.ToldOtherwise(d)
	if len(all) != 1 || !all[0].Slip() || all[0].Due != day(t, "2026-12-23") {
		t.Errorf("told otherwise by %+v", all)
	}
	if _, told := s.c.ToldOf(d); told {
		t.Error("nobody has told the new day")
	}
	if told := s.c.Tellings(day(t, "2026-12-23")); len(told) != 1 { // what a trial of the calendar asks
		t.Errorf("told by %+v", told)
	}
	s.on("2026-12-01")
	given(s, clerk, give(s))
	if all := s.c.ToldOtherwise(d); len(all) != 0 {
		t.Errorf("he has the new slip: %+v", all)
	}
}

func TestAnExtensionThatWasSentIsWhatTheSenderWasToldLast(t *testing.T) {
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	given(s, clerk, give(s))
	s.on("2026-11-25")
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-15"))))
	s.submits(executor, domain.LetterID{5})
	s.endorses(head, domain.LetterID{5})
	s.signs(mayor, domain.LetterID{5})
	s.sends(domain.LetterID{5})
	d := s.dueNow()
	told, ok := s.c.ToldOf(d)
	if !ok || told.Slip() || told.Due != day(t, "2027-01-15") || len(s.c.ToldOtherwise(d)) != 0 {
		t.Errorf("%+v, otherwise %+v", told, s.c.ToldOtherwise(d))
	}
}
