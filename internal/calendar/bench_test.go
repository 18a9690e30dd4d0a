package calendar_test

import (
	"testing"

	"harta/internal/calendar"
)

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newCalendar(b, euro...)
	}
}

func BenchmarkDue(b *testing.B) {
	c, start := newCalendar(b, euro...), date(b, "2027-03-31")
	for _, term := range []calendar.Term{
		{N: 14, Unit: calendar.Days},
		{N: 7, Unit: calendar.WorkingDays},
		{N: 1, Unit: calendar.Months},
	} {
		b.Run(term.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = c.Due(start, term)
			}
		})
	}
}

func BenchmarkExplain(b *testing.B) {
	c, start := newCalendar(b, euro...), date(b, "2027-03-31")
	for _, term := range []calendar.Term{
		{N: 1, Unit: calendar.Months},
		{N: 7, Unit: calendar.WorkingDays},
		{N: 60, Unit: calendar.WorkingDays},
	} {
		b.Run(term.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = c.Explain(start, term)
			}
		})
	}
}

// BenchmarkRecount counts again what a busy office has open: 100,000 terms from many days.
func BenchmarkRecount(b *testing.B) {
	c, first := newCalendar(b, euro...), date(b, "2026-01-01")
	terms := []calendar.Term{{N: 2, Unit: calendar.Months}, {N: 1, Unit: calendar.Months}, {N: 7, Unit: calendar.WorkingDays}}
	b.ReportAllocs()
	for b.Loop() {
		for i := range 100_000 {
			_, _ = c.Due(first.AddDays(i%365), terms[i%len(terms)])
		}
	}
}
