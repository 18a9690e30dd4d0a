package domain_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
)

// BenchmarkDeadlines counts both clocks of a complaint about staff.
func BenchmarkDeadlines(b *testing.B) {
	o := fold(domain.NewOffice(), officeEvents(b)...)
	received, calendar := day(b, "2026-11-23"), o.Calendar()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := o.Rules.Deadlines(calendar, domain.ComplaintStaff, received); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRuleDeadline counts one clock.
func BenchmarkRuleDeadline(b *testing.B) {
	o := fold(domain.NewOffice(), officeEvents(b)...)
	rule, _ := o.Rules.ByID("signal.legal")
	received, calendar := day(b, "2026-11-23"), o.Calendar()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rule.Deadline(calendar, received); err != nil {
			b.Fatal(err)
		}
	}
}

// typical gives the facts of a case from the desk to its end.
func typical(b *testing.B, o *domain.Office) []domain.Fact {
	b.Helper()
	now := at(b, "2026-11-23", 10)
	in := domain.Intake{Kind: domain.Signal, Channel: domain.AtDesk, Subject: "Улица без осветление", Sender: citizen, ReceivedAt: now}
	terms, err := o.Deadlines(in)
	if err != nil {
		b.Fatal(err)
	}
	reply := text(1, domain.TRejected, "Не установихме нарушение.")
	number := domain.Number{Direction: domain.Outgoing, Serial: 1, Date: day(b, "2026-11-23"), Text: "94-1/23.11.2026"}
	var facts []domain.Fact
	for i, x := range []struct {
		by domain.UserID
		e  domain.Event
	}{
		{clerk, domain.CaseRegistered{Case: domain.CaseID{1}, Number: number, Intake: in, RegisteredAt: now, Deadlines: terms}},
		{clerk, domain.AdmissibilityDecided{Ground: domain.Admissible, Result: domain.InResolution}},
		{secretary, domain.CaseResolved{Department: personnel, Lead: executor, As: domain.Secretary}},
		{executor, domain.CaseAccepted{}},
		{executor, domain.CaseDecided{Outcome: domain.Rejected, On: number.Date}},
		{executor, reply},
		{executor, domain.LetterSubmitted{Letter: reply.Letter, Hash: reply.Hash}},
		{head, domain.LetterEndorsed{Letter: reply.Letter, Hash: reply.Hash}},
		{mayor, domain.LetterNumbered{Letter: reply.Letter, Hash: reply.Hash, Number: number, SignedBy: mayor}},
		{clerk, domain.LetterDispatched{Letter: reply.Letter, Channel: domain.ByPost, On: number.Date}},
		{clerk, domain.CaseClosed{On: number.Date}},
	} {
		facts = append(facts, domain.Fact{Event: x.e, Record: domain.RecordID{byte(i + 1)}, By: x.by, At: now})
	}
	return facts
}

// BenchmarkApply folds the eleven facts of a typical case.
func BenchmarkApply(b *testing.B) {
	o := fold(domain.NewOffice(), officeEvents(b)...)
	facts := typical(b, &o)
	b.ReportAllocs()
	for b.Loop() {
		var c domain.Case
		for _, f := range facts {
			c = c.Apply(f)
		}
		if c.State != domain.Closed {
			b.Fatal(c.State)
		}
	}
}

// BenchmarkJudge judges and folds them.
func BenchmarkJudge(b *testing.B) {
	o := fold(domain.NewOffice(), officeEvents(b)...)
	facts, h := typical(b, &o), domain.History{Office: &o}
	b.ReportAllocs()
	for b.Loop() {
		var c domain.Case
		for _, f := range facts {
			if v := domain.Judge(h, c, f); v != domain.Effective {
				b.Fatalf("%T was judged %d", f.Event, v)
			}
			c = c.Apply(f)
		}
	}
}

// BenchmarkReport counts a year over a register of 100,000 entries of ten years.
func BenchmarkReport(b *testing.B) {
	o := fold(domain.NewOffice(), officeEvents(b)...)
	first := day(b, "2016-01-04")
	register := make([]domain.Entry, 0, 100_000)
	for i := range cap(register) {
		received := first.AddDays(i % 3900)
		kind := domain.Kinds()[i%7]
		terms, err := o.Rules.Deadlines(o.Calendar(), kind, received)
		if err != nil {
			b.Fatal(err)
		}
		answered := received.AddDays(i % 70)
		register = append(register, domain.Entry{
			Kind: kind, State: domain.Closed, Channel: domain.AtDesk, Department: domain.DepartmentID{byte(i % 12)}, ReceivedOn: received,
			RegisteredAt: received.Start(), Deadlines: terms, DecidedOn: answered, AnsweredOn: answered, ClosedOn: answered,
			Outcome: domain.Outcomes()[i%4],
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		if y := o.Report(2025, day(b, "2025-12-31"), slices.Values(register), all); y.Balance() != 0 {
			b.Fatal(y.Balance())
		}
	}
}
