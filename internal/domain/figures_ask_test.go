package domain_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
)

func TestEveryListedFigureListsWhatTheReportCounts(t *testing.T) {
	s := newStory(t, "2026-03-01")
	register := entries(t, &s.office, handCounted(t))
	for _, asOf := range []string{"2025-03-15", "2025-12-31", "2026-03-01"} {
		for _, year := range []int{2024, 2025, 2026} {
			y := s.office.Report(year, day(t, asOf), slices.Values(register), all)
			want := map[domain.Figure]int{
				domain.FigureReceived: y.Received, domain.FigureCarried: y.Carried, domain.FigureClosed: y.Closed, domain.FigureOpen: y.Open,
				domain.FigureOpenLate: y.Overdue.Open, domain.FigureLegal: y.Legal.Whole(), domain.FigureLegalLate: y.Legal.Late,
				domain.FigureCharter: y.Charter.Whole(), domain.FigureCharterLate: y.Charter.Late, domain.FigureAnswered: y.Days.N,
				domain.FigureAnsweredLate: y.Overdue.Answered,
			}
			for _, f := range domain.FiguresListed() {
				n := 0
				for _, e := range register {
					if _, yes := e.Counted(f, year, y.AsOf); yes {
						n++
					}
				}
				if n != want[f] {
					t.Errorf("%d as of %s: %d cases are %s, the report says %d", year, asOf, n, f, want[f])
				}
			}
		}
	}
}

func TestTheKindsOfAYearAddUpToIt(t *testing.T) {
	s := newStory(t, "2026-03-01")
	y := s.office.Report(2025, day(t, "2026-03-01"), slices.Values(entries(t, &s.office, handCounted(t))), all)
	var sum domain.KindYear
	for _, k := range y.Kinds {
		sum.Carried, sum.Received, sum.Closed, sum.Open = sum.Carried+k.Carried, sum.Received+k.Received, sum.Closed+k.Closed, sum.Open+k.Open
		sum.Legal.OnTime, sum.Charter.Late, sum.Days.N = sum.Legal.OnTime+k.Legal.OnTime, sum.Charter.Late+k.Charter.Late, sum.Days.N+k.Days.N
		if k.Carried+k.Received-k.Closed != k.Open {
			t.Errorf("%s does not close: %+v", k.Kind, k)
		}
	}
	want := domain.KindYear{Carried: y.Carried, Received: y.Received, Closed: y.Closed, Open: y.Open}
	want.Legal.OnTime, want.Charter.Late, want.Days.N = y.Legal.OnTime, y.Charter.Late, y.Days.N
	if sum != want {
		t.Errorf("%+v, want %+v", sum, want)
	}
}
