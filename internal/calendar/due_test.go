package calendar_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"strings"
	"testing"

	"harta/internal/calendar"
)

func TestDueIsThatOfTheWorkedExamples(t *testing.T) {
	file, err := os.ReadFile("testdata/deadline_cases.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(rows), 1+48; got != want {
		t.Fatalf("%d rows, want %d", got, want)
	}
	c := newCalendar(t, euro...)
	for _, row := range rows[1:] {
		start, want, why := date(t, row[0]), row[2], row[3]
		_, code, _ := strings.Cut(row[1], "/")
		term, err := calendar.ParseTerm(code)
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.Due(start, term)
		if err != nil || got.Due.String() != want {
			t.Errorf("%s + %s = %s, %v, want %s: %s", start, term, got.Due, err, want, why)
		}
		explained, err := c.Explain(start, term)
		if err != nil || explained.Due != got.Due || explained.Nominal != got.Nominal {
			t.Errorf("%s + %s: Explain says %s, %v; Due says %s", start, term, explained.Due, err, got.Due)
		}
	}
}

func TestDueRefusesWhatItCannotCount(t *testing.T) {
	c := newCalendar(t)
	for _, test := range []struct {
		name  string
		start calendar.Date
		term  calendar.Term
		want  error
	}{
		{"no date", 0, calendar.Term{N: 1}, calendar.ErrRange},
		{"a start before the first", calendar.First - 1, calendar.Term{N: 1}, calendar.ErrRange},
		{"a start after the last", calendar.Last + 1, calendar.Term{N: 1}, calendar.ErrRange},
		{"an end after the last", calendar.Last, calendar.Term{N: 1}, calendar.ErrRange},
		{"working days after the last", calendar.Last, calendar.Term{N: 1, Unit: calendar.WorkingDays}, calendar.ErrRange},
		{"many years", calendar.First, calendar.Term{N: 65535, Unit: calendar.Years}, calendar.ErrRange},
		{"no term", calendar.First, calendar.Term{}, calendar.ErrTerm},
		{"a term backwards", calendar.First, calendar.Term{N: -1}, calendar.ErrTerm},
		{"a term beyond counting", calendar.First, calendar.Term{N: 1 << 40}, calendar.ErrTerm},
		{"an unknown unit", calendar.First, calendar.Term{N: 1, Unit: calendar.Years + 1}, calendar.ErrTerm},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := c.Due(test.start, test.term); !errors.Is(err, test.want) {
				t.Errorf("Due = %v, want %v", err, test.want)
			}
			if _, err := c.Explain(test.start, test.term); !errors.Is(err, test.want) {
				t.Errorf("Explain = %v, want %v", err, test.want)
			}
		})
	}
}

func TestDueDoesNotAllocate(t *testing.T) {
	c, start, term := newCalendar(t, euro...), date(t, "2026-10-24"), calendar.Term{N: 2, Unit: calendar.Months}
	if got := testing.AllocsPerRun(100, func() { _, _ = c.Due(start, term) }); got != 0 {
		t.Errorf("%v allocations", got)
	}
}

func TestExplainTellsEachStep(t *testing.T) {
	c := newCalendar(t, euro...)
	type step struct {
		kind calendar.StepKind
		date string
		why  calendar.Why
		n    int
	}
	for _, test := range []struct {
		name, start, term string
		want              []step
	}{
		{"nothing in the way", "2026-01-05", "2m", []step{
			{calendar.Received, "2026-01-05", calendar.Ordinary, 0},
			{calendar.Counted, "2026-03-05", calendar.Ordinary, 2},
			{calendar.Result, "2026-03-05", calendar.Ordinary, 0},
		}},
		{"no 31 February, and a weekend", "2025-12-31", "2m", []step{
			{calendar.Received, "2025-12-31", calendar.DeclaredOff, 0},
			{calendar.Counted, "2026-02-28", calendar.Weekend, 2},
			{calendar.Clipped, "2026-02-28", calendar.Weekend, 31},
			{calendar.Skipped, "2026-02-28", calendar.Weekend, 0},
			{calendar.Skipped, "2026-03-01", calendar.Weekend, 0},
			{calendar.Result, "2026-03-02", calendar.Ordinary, 0},
		}},
		{"Easter with a compensation after it", "2027-03-31", "1m", []step{
			{calendar.Received, "2027-03-31", calendar.Ordinary, 0},
			{calendar.Counted, "2027-04-30", calendar.EasterHoliday, 1},
			{calendar.Clipped, "2027-04-30", calendar.EasterHoliday, 31},
			{calendar.Skipped, "2027-04-30", calendar.EasterHoliday, 0},
			{calendar.Skipped, "2027-05-01", calendar.FixedHoliday, 0},
			{calendar.Skipped, "2027-05-02", calendar.EasterHoliday, 0},
			{calendar.Skipped, "2027-05-03", calendar.EasterHoliday, 0},
			{calendar.Skipped, "2027-05-04", calendar.Compensation, 0},
			{calendar.Result, "2027-05-05", calendar.Ordinary, 0},
		}},
		{"working days", "2025-12-29", "3wd", []step{
			{calendar.Received, "2025-12-29", calendar.Ordinary, 0},
			{calendar.Rested, "2025-12-31", calendar.DeclaredOff, 0},
			{calendar.Rested, "2026-01-01", calendar.FixedHoliday, 0},
			{calendar.Rested, "2026-01-02", calendar.DeclaredOff, 0},
			{calendar.Rested, "2026-01-03", calendar.Weekend, 0},
			{calendar.Rested, "2026-01-04", calendar.Weekend, 0},
			{calendar.Counted, "2026-01-06", calendar.Ordinary, 3},
			{calendar.Result, "2026-01-06", calendar.Ordinary, 0},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			term, err := calendar.ParseTerm(test.term)
			if err != nil {
				t.Fatal(err)
			}
			got, err := c.Explain(date(t, test.start), term)
			if err != nil {
				t.Fatal(err)
			}
			if got.Calendar != c.Version() {
				t.Errorf("counted by %q, want %q", got.Calendar, c.Version())
			}
			if len(got.Steps) != len(test.want) {
				t.Fatalf("%d steps, want %d: %+v", len(got.Steps), len(test.want), got.Steps)
			}
			for i, want := range test.want {
				have := got.Steps[i]
				if (step{have.Kind, have.Date.String(), have.Day.Why, have.N}) != want || have.Day.Date != have.Date {
					t.Errorf("step %d = %+v, want %+v", i, have, want)
				}
			}
		})
	}
}
