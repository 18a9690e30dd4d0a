package domain_test

import (
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
)

func extend(s *story, e domain.ExtensionDecided) func(domain.Acting) (domain.ExtensionDecided, error) {
	return func(a domain.Acting) (domain.ExtensionDecided, error) { return a.Extend(s.c, e) }
}

// charterUntil extends the promise of the charter by letter 5.
func charterUntil(d calendar.Date) domain.ExtensionDecided {
	return domain.ExtensionDecided{Clock: domain.CharterClock, Letter: domain.LetterID{5}, Reason: "Чакаме експертиза.", Until: d}
}

func inWork(t *testing.T, k domain.Kind, now string) *story {
	t.Helper()
	s := newStory(t, now)
	s.registers(s.submission(k))
	s.works(secretary)
	return s
}

func TestAnExtensionIsRefusedInWords(t *testing.T) {
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	until := day(t, "2027-01-15")
	refused(s, secretary, domain.LetterMissing, "letter", extend(s, charterUntil(until)))
	s.drafts(executor, text(5, domain.TReceipt, "Удължаваме."))
	refused(s, secretary, domain.WrongTemplate, "letter", extend(s, charterUntil(until)))
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))

	refused(s, executor, domain.NoRole, "", extend(s, charterUntil(until)))
	refused(s, secretary, domain.NotLater, "until", extend(s, charterUntil(day(t, "2026-12-23"))))
	refused(s, secretary, domain.PastMaximum, "until", extend(s, charterUntil(day(t, "2027-01-26")))) // past the legal term
	noReason := charterUntil(until)
	noReason.Reason = ""
	refused(s, secretary, domain.ReasonMissing, "reason", extend(s, noReason))
	legal := charterUntil(day(t, "2027-02-23"))
	legal.Clock = domain.LegalClock
	refused(s, secretary, domain.NoRole, "", extend(s, legal))
	refused(s, mayor, domain.FieldMissing, "authority", extend(s, legal))
	legal.Authority, legal.Until = "Кмет", day(t, "2027-02-24")
	refused(s, mayor, domain.PastMaximum, "until", extend(s, legal))
	task := charterUntil(until)
	task.Clock = domain.ForwardClock
	refused(s, secretary, domain.NoSuchClock, "clock", extend(s, task))
	s.now = at(t, "2026-12-28", 9)
	refused(s, secretary, domain.DueDayPassed, "", extend(s, charterUntil(until)))

	opinion := inWork(t, domain.Opinion, "2026-11-23")
	refused(opinion, secretary, domain.NoExtension, "", extend(opinion, charterUntil(until)))
}

func TestAnExtensionIsInForceWhenItsLetterHasLeftInTime(t *testing.T) {
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-16")))) // a Saturday moves to Monday
	if d, _ := s.c.Due(); d.Extended || d.Due.String() != "2026-12-23" {
		t.Errorf("moved before the letter left: %+v", d)
	}
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-15")))) // the mind may change until it leaves
	s.submits(executor, domain.LetterID{5})
	s.endorses(head, domain.LetterID{5})
	s.signs(mayor, domain.LetterID{5})
	s.now = at(t, "2026-12-23", 16) // the due day itself
	s.sends(domain.LetterID{5})
	d, _ := s.c.Due()
	if d.Due.String() != "2027-01-15" || !d.Extended || d.Late || d.First.String() != "2026-12-23" {
		t.Errorf("extended term %+v", d)
	}
	s.stands(domain.InWork)
	if legal, _ := s.c.Deadline(domain.LegalClock); legal.Extended {
		t.Error("the legal term moved too")
	}
	refused(s, secretary, domain.AlreadyExtended, "clock", extend(s, charterUntil(day(t, "2027-01-20"))))

	in := s.c.Intake // a correction of the kind keeps what was promised
	in.Kind = domain.ComplaintStaff
	given(s, clerk, func(a domain.Acting) (domain.CaseCorrected, error) {
		return a.Correct(s.c, in, "Срещу служител.")
	})
	if d, _ := s.c.Due(); d.Due.String() != "2027-01-15" || !s.c.Entry().Flags.Has(domain.FlagExtended) {
		t.Errorf("after the correction %+v", d)
	}
	if s.c.LateOn(day(t, "2027-01-15")) || !s.c.LateOn(day(t, "2027-01-16")) {
		t.Error("late on the wrong day")
	}
}

func TestALateExtensionLeavesTheCaseOverdue(t *testing.T) {
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-15"))))
	s.submits(executor, domain.LetterID{5})
	s.endorses(head, domain.LetterID{5})
	s.signs(mayor, domain.LetterID{5})
	s.now = at(t, "2026-12-28", 9)
	s.sends(domain.LetterID{5})
	if d, _ := s.c.Due(); d.Due.String() != "2026-12-23" || !d.Late || d.Extended || !s.c.LateOn(day(t, "2026-12-28")) {
		t.Errorf("late extension %+v", d)
	}
}

func TestTheLawExtendsFromTheReceiptAndNotFromTheMovedDay(t *testing.T) {
	s := inWork(t, domain.Signal, "2025-12-31") // 28.02 is a Saturday, due 02.03; three months end on 31.03
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	e := charterUntil(day(t, "2026-03-31"))
	e.Clock, e.Authority, e.Document = domain.LegalClock, "Кмет", "РД-1/20.02.2026"
	if _, err := s.as(mayor).Extend(s.c, e); err != nil {
		t.Error(err)
	}
	e.Until = day(t, "2026-04-01")
	refused(s, mayor, domain.PastMaximum, "until", extend(s, e))
}

func TestOfTwoExtensionsDecidedAtOnceTheEarlierDayIsShown(t *testing.T) {
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	other := text(6, domain.TExtension, "И ние до 11.01.2027 г.")
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	s.drafts(executor, other)
	first := s.happened(secretary, charterUntil(day(t, "2027-01-15")))
	second := charterUntil(day(t, "2027-01-11"))
	second.Letter = other.Letter
	s.concurrent(deputy, second, first)
	for _, id := range []domain.LetterID{{5}, {6}} {
		s.submits(executor, id)
		s.endorses(head, id)
		s.signs(mayor, id)
		s.sends(id)
	}
	if d, _ := s.c.Due(); d.Due.String() != "2027-01-11" || !s.c.Entry().Flags.Has(domain.FlagDisputed) {
		t.Errorf("shown %+v, flags %b", d, s.c.Entry().Flags)
	}
}

func TestALetterAboutMoreTimeSaysTheDayThatWasDecided(t *testing.T) {
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	submit := func(a domain.Acting) (domain.LetterSubmitted, error) { return a.Submit(s.c, domain.LetterID{5}) }
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 14.01.2027 г."))
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-15"))))
	refused(s, executor, domain.OtherTerm, "FinalDate", submit)
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	s.submits(executor, domain.LetterID{5})
	s.endorses(head, domain.LetterID{5})
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-18")))) // another mind, after the word for the letter
	refused(s, mayor, domain.OtherTerm, "FinalDate", func(a domain.Acting) (domain.LetterFile, error) { return a.MaySign(s.c, domain.LetterID{5}) })
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-15"))))
	s.signs(mayor, domain.LetterID{5})
	s.sends(domain.LetterID{5})
	s.drafts(executor, text(6, domain.TExtension, "Друго писмо, по което нищо не е решено."))
	s.submits(executor, domain.LetterID{6})
}
