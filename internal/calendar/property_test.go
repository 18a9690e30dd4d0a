package calendar_test

import (
	"testing"

	"pgregory.net/rapid"

	"harta/internal/calendar"
)

func supportedDate() *rapid.Generator[calendar.Date] {
	return rapid.Custom(func(t *rapid.T) calendar.Date {
		return calendar.Date(rapid.Int32Range(int32(calendar.First), int32(calendar.Last)).Draw(t, "day"))
	})
}

// innerDate leaves room at both ends, so that no term drawn leaves the supported years.
func innerDate() *rapid.Generator[calendar.Date] {
	return rapid.Custom(func(t *rapid.T) calendar.Date {
		return calendar.Date(rapid.Int32Range(int32(calendar.First)+3000, int32(calendar.Last)-3000).Draw(t, "day"))
	})
}

func anyTerm() *rapid.Generator[calendar.Term] {
	return rapid.Custom(func(t *rapid.T) calendar.Term {
		unit := calendar.Unit(rapid.IntRange(int(calendar.Days), int(calendar.Years)).Draw(t, "unit"))
		longest := map[calendar.Unit]int{calendar.Days: 1000, calendar.WorkingDays: 1000, calendar.Weeks: 200, calendar.Months: 60, calendar.Years: 5}
		return calendar.Term{N: rapid.IntRange(1, longest[unit]).Draw(t, "n"), Unit: unit, Extended: rapid.Bool().Draw(t, "extended")}
	})
}

// daysOff draws days declared off.
func daysOff() *rapid.Generator[[]calendar.Declared] {
	return rapid.Custom(func(t *rapid.T) []calendar.Declared {
		days := rapid.SliceOfNDistinct(
			rapid.Int32Range(int32(calendar.First), int32(calendar.Last)), 0, 40, rapid.ID[int32]).Draw(t, "off")
		declared := make([]calendar.Declared, len(days))
		for i, d := range days {
			declared[i].Date = calendar.Date(d)
		}
		return declared
	})
}

func TestDueDayIsTheFirstWorkingDayFromTheNominalEnd(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := newCalendar(t, daysOff().Draw(rt, "declared")...)
		start, term := innerDate().Draw(rt, "start"), anyTerm().Draw(rt, "term")
		got, err := c.Due(start, term)
		if err != nil {
			rt.Fatal(err)
		}
		if !c.Working(got.Due) || got.Nominal <= start || got.Due < got.Nominal {
			rt.Errorf("%s + %s = %+v", start, term, got)
		}
		for d := got.Nominal; d < got.Due; d++ {
			if c.Working(d) {
				rt.Errorf("%s + %s passed over %s", start, term, d)
			}
		}
	})
}

func TestOneMoreDayOffMovesNoDueDayEarlier(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		declared := daysOff().Filter(func(d []calendar.Declared) bool { return len(d) > 0 }).Draw(rt, "declared")
		before, after := newCalendar(t, declared[1:]...), newCalendar(t, declared...)
		term := anyTerm().Draw(rt, "term")
		start := declared[0].Date.AddDays(-rapid.IntRange(0, 400).Draw(rt, "earlier"))
		old, err := before.Due(start, term)
		if err != nil {
			return // the term leaves the supported years with fewer days off too
		}
		got, err := after.Due(start, term)
		if err == nil && got.Due < old.Due {
			rt.Errorf("%s + %s moved from %s to %s", start, term, old.Due, got.Due)
		}
	})
}

func TestExplanationAccountsForEveryDay(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := newCalendar(t, daysOff().Draw(rt, "declared")...)
		start, term := innerDate().Draw(rt, "start"), anyTerm().Draw(rt, "term")
		got, err := c.Explain(start, term)
		if err != nil {
			rt.Fatal(err)
		}
		steps := map[calendar.StepKind]int{}
		for _, s := range got.Steps {
			steps[s.Kind]++
			off := s.Kind == calendar.Rested || s.Kind == calendar.Skipped
			if off && s.Day.Working || s.Kind == calendar.Result && !s.Day.Working || s.Day.Date != s.Date {
				rt.Errorf("%s + %s: %+v", start, term, s)
			}
		}
		rested := int(got.Nominal-start) - c.WorkingDaysBetween(start, got.Nominal)
		if term.Unit != calendar.WorkingDays {
			rested = 0
		}
		if steps[calendar.Skipped] != int(got.Due-got.Nominal) || steps[calendar.Rested] != rested {
			rt.Errorf("%s + %s: %v", start, term, steps)
		}
		if cap(got.Steps) > len(got.Steps)+1 {
			rt.Errorf("%s + %s: room for %d steps, %d told", start, term, cap(got.Steps), len(got.Steps))
		}
	})
}

func TestNextWorkingDayIsWorkedAndItsOwnNext(t *testing.T) {
	c := newCalendar(t, euro...)
	rapid.Check(t, func(rt *rapid.T) {
		d := supportedDate().Draw(rt, "date")
		next := c.NextWorking(d)
		if !c.Working(next) || c.NextWorking(next) != next || next < d || c.Working(d) != (next == d) {
			rt.Errorf("NextWorking(%s) = %s", d, next)
		}
	})
}

func TestAddingAndCountingWorkingDaysAreInverse(t *testing.T) {
	c := newCalendar(t, euro...)
	rapid.Check(t, func(rt *rapid.T) {
		d, n := innerDate().Draw(rt, "date"), rapid.IntRange(-1000, 1000).Draw(rt, "n")
		if n < 0 {
			d = c.NextWorking(d) // backwards the count includes its own start
		}
		end := c.AddWorking(d, n)
		if got := c.WorkingDaysBetween(d, end); got != n {
			rt.Errorf("%s + %d working days = %s, counted back %d", d, n, end, got)
		}
		if got := c.WorkingDaysBetween(end, d); got != -n {
			rt.Errorf("from %s back to %s are %d working days, want %d", end, d, got, -n)
		}
	})
}
