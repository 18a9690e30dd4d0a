package office_test

import (
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

const openCases = 100_000

// BenchmarkCalendar changes the calendar and a rule of an office with 100,000 open cases, beside the bare count of as many
// terms.
func BenchmarkCalendar(b *testing.B) {
	d := newDesk(b)
	d.clock.set("2026-01-05")
	o, _, err := office.Found(d.data, plan(), d.options())
	must(b, err)
	b.Cleanup(func() { must(b, o.Close()) })
	m := newTeam(b, o, d.clock)
	m.o.Take(m.clerk)
	must(b, o.Bulk(func() error {
		for range openCases {
			m.at.at = m.at.at.Add(5 * 60e9)
			if _, err := m.o.Register(office.Command{}, m.intake()); err != nil {
				return err
			}
		}
		return nil
	}))
	m.o.Take(m.secretary)
	now := o.Settings()
	due, _ := o.Entries(nil)[openCases-1].Due()
	other := []domain.CalendarSet{now.CalendarNow().Declare(calendar.Declared{Date: due.Due, Basis: "РМС № 1"}), now.CalendarNow()}
	b.Run("try", func(b *testing.B) {
		for b.Loop() {
			trial, err := o.TryCalendar(other[0])
			must(b, err)
			if trial.Open != openCases || len(trial.Moves) == 0 {
				b.Fatalf("%d open, %d move", trial.Open, len(trial.Moves))
			}
		}
	})
	b.Run("set", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			must(b, o.SetCalendar(other[i%2]))
		}
	})
	rule := func(n int) domain.RuleChange {
		r, _ := now.Rules.ByID(o.Entries(nil)[0].Deadlines[0].Rule)
		return domain.RuleChange{Rule: r.ID, Term: calendar.Term{N: n, Unit: r.Term.Unit}, Max: r.Max, Source: r.Source, MaxFrom: r.MaxFrom}
	}
	b.Run("try rule", func(b *testing.B) {
		for b.Loop() {
			trial, err := o.TryRule(rule(1))
			must(b, err)
			if trial.Open != openCases || len(trial.Moves) != openCases {
				b.Fatalf("%d open, %d move", trial.Open, len(trial.Moves))
			}
		}
	})
	b.Run("set rule", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			must(b, o.ChangeRule(rule(1+i%2), "изменение на закона"))
		}
	})
	b.Run("bare", func(b *testing.B) {
		c, terms := now.Calendar(), make([]domain.Deadline, 0, openCases)
		for _, e := range o.Entries(nil) {
			terms = append(terms, e.Deadlines[0])
		}
		for b.Loop() {
			for _, t := range terms {
				_, _ = c.Due(t.Start, t.Term)
			}
		}
	})
}
