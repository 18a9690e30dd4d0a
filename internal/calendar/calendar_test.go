package calendar_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"harta/internal/calendar"
)

// euro are the days declared off for the introduction of the euro, the only ones since 2017.
var euro = []calendar.Declared{
	{Date: calendar.NewDate(2025, time.December, 31), Basis: "РМС № 808 от 19.11.2025 г."},
	{Date: calendar.NewDate(2026, time.January, 2), Basis: "РМС № 808 от 19.11.2025 г."},
}

func newCalendar(tb testing.TB, declared ...calendar.Declared) *calendar.Calendar {
	tb.Helper()
	c, err := calendar.New(declared)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func date(tb testing.TB, iso string) calendar.Date {
	tb.Helper()
	d, err := calendar.ParseDate(iso)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func TestFirstAndLastAreTheDaysOfTheirComments(t *testing.T) {
	if got := calendar.First.String(); got != "2010-01-01" {
		t.Errorf("First = %s", got)
	}
	if got := calendar.Last.String(); got != "2099-12-31" {
		t.Errorf("Last = %s", got)
	}
}

func TestWeekdaysOffAreThoseOfTheLaw(t *testing.T) {
	c := newCalendar(t, euro...)
	for _, test := range []struct {
		year int
		off  []string
	}{
		{2024, []string{"01.01", "04.03", "01.05", "03.05", "06.05", "24.05", "06.09", "23.09", "24.12", "25.12", "26.12"}},
		{2025, []string{"01.01", "03.03", "18.04", "21.04", "01.05", "06.05", "26.05", "08.09", "22.09", "24.12", "25.12", "26.12", "31.12"}},
		{2026, []string{"01.01", "02.01", "03.03", "10.04", "13.04", "01.05", "06.05", "25.05", "07.09", "22.09", "24.12", "25.12", "28.12"}},
		{2027, []string{"01.01", "03.03", "30.04", "03.05", "04.05", "06.05", "24.05", "06.09", "22.09", "24.12", "27.12", "28.12"}},
		{2028, []string{"03.01", "03.03", "14.04", "17.04", "01.05", "08.05", "24.05", "06.09", "22.09", "25.12", "26.12", "27.12"}},
		{2029, []string{"01.01", "05.03", "06.04", "09.04", "01.05", "07.05", "24.05", "06.09", "24.09", "24.12", "25.12", "26.12"}},
		{2030, []string{"01.01", "04.03", "26.04", "29.04", "01.05", "06.05", "24.05", "06.09", "23.09", "24.12", "25.12", "26.12"}},
		{2031, []string{"01.01", "03.03", "11.04", "14.04", "01.05", "06.05", "26.05", "08.09", "22.09", "24.12", "25.12", "26.12"}},
		{2032, []string{"01.01", "03.03", "30.04", "03.05", "04.05", "06.05", "24.05", "06.09", "22.09", "24.12", "27.12", "28.12"}},
		{2033, []string{"03.01", "03.03", "22.04", "25.04", "02.05", "06.05", "24.05", "06.09", "22.09", "26.12", "27.12", "28.12"}},
	} {
		if got := weekdaysOff(c, test.year); !slices.Equal(got, test.off) {
			t.Errorf("%d:\n got %v\nwant %v", test.year, got, test.off)
		}
	}
}

func weekdaysOff(c *calendar.Calendar, year int) []string {
	var off []string
	for d := calendar.NewDate(year, time.January, 1); d.Year() == year; d++ {
		if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday && !c.Working(d) {
			off = append(off, d.Local()[:len("02.01")])
		}
	}
	return off
}

func TestDayTellsWhyItIsWorkedOrOff(t *testing.T) {
	c := newCalendar(t, append([]calendar.Declared{
		{Date: date(t, "2010-05-07"), Basis: "вместо 15.05.2010 г."},
		{Date: date(t, "2010-05-15"), Work: true, Basis: "вместо 07.05.2010 г."},
	}, euro...)...)
	for _, test := range []struct {
		name, date string
		want       calendar.Day
	}{
		{"an ordinary Monday", "2026-01-05", calendar.Day{Why: calendar.Ordinary}},
		{"a Sunday", "2026-01-04", calendar.Day{Why: calendar.Weekend}},
		{"a fixed holiday", "2026-03-03", calendar.Day{Why: calendar.FixedHoliday, Holiday: calendar.Liberation}},
		{"a fixed holiday on a Sunday", "2026-05-24", calendar.Day{Why: calendar.FixedHoliday, Holiday: calendar.Culture}},
		{"and the Monday for it", "2026-05-25", calendar.Day{Why: calendar.Compensation, For: calendar.Culture}},
		{"a fixed holiday on a Saturday", "2025-05-24", calendar.Day{Why: calendar.FixedHoliday, Holiday: calendar.Culture}},
		{"and the Monday for that", "2025-05-26", calendar.Day{Why: calendar.Compensation, For: calendar.Culture}},
		{"the first of two compensations", "2022-12-27", calendar.Day{Why: calendar.Compensation, For: calendar.ChristmasEve}},
		{"the second of two compensations", "2022-12-28", calendar.Day{Why: calendar.Compensation, For: calendar.ChristmasDay1}},
		{"26.12 is off though 24.12 fell on a Sunday", "2023-12-26", calendar.Day{Why: calendar.FixedHoliday, Holiday: calendar.ChristmasDay2}},
		{"and again in 2028", "2028-12-26", calendar.Day{Why: calendar.FixedHoliday, Holiday: calendar.ChristmasDay2}},
		{"Good Friday", "2026-04-10", calendar.Day{Why: calendar.EasterHoliday, Holiday: calendar.GoodFriday}},
		{"Holy Saturday", "2026-04-11", calendar.Day{Why: calendar.EasterHoliday, Holiday: calendar.HolySaturday}},
		{"Easter Sunday", "2026-04-12", calendar.Day{Why: calendar.EasterHoliday, Holiday: calendar.EasterSunday}},
		{"Easter Monday", "2026-04-13", calendar.Day{Why: calendar.EasterHoliday, Holiday: calendar.EasterMonday}},
		{"Easter is not compensated", "2026-04-14", calendar.Day{Why: calendar.Ordinary}},
		{"St George on Easter Monday", "2024-05-06", calendar.Day{Why: calendar.FixedHoliday, Holiday: calendar.StGeorge, Also: calendar.EasterMonday}},
		{"gives no further day", "2024-05-07", calendar.Day{Why: calendar.Ordinary}},
		{"1 May before Good Friday", "2024-05-01", calendar.Day{Why: calendar.FixedHoliday, Holiday: calendar.Labour}},
		{"Labour Day on Holy Saturday", "2027-05-01", calendar.Day{Why: calendar.FixedHoliday, Holiday: calendar.Labour, Also: calendar.HolySaturday}},
		{"gives the day after Easter Monday", "2027-05-04", calendar.Day{Why: calendar.Compensation, For: calendar.Labour}},
		{"as in 2021", "2021-05-04", calendar.Day{Why: calendar.Compensation, For: calendar.Labour}},
		{"1 November is for schools only", "2027-11-01", calendar.Day{Why: calendar.Ordinary}},
		{"a day declared off", "2025-12-31", calendar.Day{Why: calendar.DeclaredOff, Basis: euro[0].Basis}},
		{"is declared for that year only", "2026-12-31", calendar.Day{Why: calendar.Ordinary}},
		{"2 January is a Saturday like others", "2027-01-02", calendar.Day{Why: calendar.Weekend}},
		{"no compensation before 2017", "2016-12-27", calendar.Day{Why: calendar.Ordinary}},
		{"the first one", "2017-01-02", calendar.Day{Why: calendar.Compensation, For: calendar.NewYear}},
		{"a day off of 2010", "2010-05-07", calendar.Day{Why: calendar.DeclaredOff, Basis: "вместо 15.05.2010 г."}},
		{"and the Saturday worked for it", "2010-05-15", calendar.Day{Why: calendar.DeclaredWork, Basis: "вместо 07.05.2010 г."}},
		{"the day before the first", "2009-12-31", calendar.Day{Why: calendar.Unsupported}},
		{"the day after the last", "2100-01-01", calendar.Day{Why: calendar.Unsupported}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.want.Date = date(t, test.date)
			test.want.Working = test.want.Why == calendar.Ordinary || test.want.Why == calendar.DeclaredWork
			if got := c.Day(test.want.Date); got != test.want {
				t.Errorf("Day(%s)\n got %+v\nwant %+v", test.date, got, test.want)
			}
			if got := c.Working(test.want.Date); got != test.want.Working {
				t.Errorf("Working(%s) = %t", test.date, got)
			}
		})
	}
}

func TestADayOffMayBeWorkedForOnASaturday(t *testing.T) {
	c := newCalendar(t, calendar.Declared{Date: date(t, "2016-03-04")}, calendar.Declared{Date: date(t, "2016-03-12"), Work: true})
	got, err := c.Due(date(t, "2016-03-03"), calendar.Term{N: 6, Unit: calendar.WorkingDays}) // 07, 08, 09, 10, 11, 12.03
	if err != nil || got.Due != date(t, "2016-03-12") {
		t.Errorf("six working days from 03.03.2016 end on %s, %v", got.Due, err)
	}
}

func TestDeclaredDayMovesTheCompensation(t *testing.T) {
	c := newCalendar(t, calendar.Declared{Date: date(t, "2026-05-25")})
	if got := c.Day(date(t, "2026-05-26")); got.Why != calendar.Compensation || got.For != calendar.Culture {
		t.Errorf("26.05.2026 = %+v, want the compensation of 24.05", got)
	}
}

func TestDayOffMayBeDeclaredAgain(t *testing.T) {
	for _, iso := range []string{"2026-03-03", "2026-03-07", "2026-04-12"} {
		if c := newCalendar(t, calendar.Declared{Date: date(t, iso)}); c.Day(date(t, iso)).Why == calendar.DeclaredOff {
			t.Errorf("%s lost its own reason", iso)
		}
	}
}

func TestNewRefusesContradictions(t *testing.T) {
	for _, test := range []struct {
		name     string
		declared []calendar.Declared
		want     calendar.Conflict
	}{
		{"the same day twice", []calendar.Declared{euro[0], euro[1], euro[0]}, calendar.DeclaredTwice},
		{"off and worked", []calendar.Declared{{Date: date(t, "2026-02-07")}, {Date: date(t, "2026-02-07"), Work: true}}, calendar.DeclaredTwice},
		{"work on a working day", []calendar.Declared{{Date: date(t, "2026-02-05"), Work: true}}, calendar.WorkedAnyway},
		{"work on a fixed holiday", []calendar.Declared{{Date: date(t, "2026-05-24"), Work: true}}, calendar.WorkedOnHoliday},
		{"work on Easter", []calendar.Declared{{Date: date(t, "2026-04-12"), Work: true}}, calendar.WorkedOnHoliday},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := calendar.New(test.declared)
			contradiction, ok := errors.AsType[*calendar.ContradictionError](err)
			if !ok || contradiction.Conflict != test.want {
				t.Errorf("New = %v, want %v", err, test.want)
			}
			if err != nil && !strings.Contains(err.Error(), test.want.String()) {
				t.Errorf("the error %q does not say %q", err, test.want)
			}
		})
	}
}

func TestNewRefusesDaysItDoesNotSupport(t *testing.T) {
	for _, d := range []calendar.Date{0, calendar.First - 1, calendar.Last + 1} {
		if _, err := calendar.New([]calendar.Declared{{Date: d}}); !errors.Is(err, calendar.ErrRange) {
			t.Errorf("New(%s) = %v, want ErrRange", d, err)
		}
	}
}

func TestVersionIsThatOfTheContent(t *testing.T) {
	want := newCalendar(t, euro...).Version()
	if len(want) != 12 {
		t.Errorf("version %q is not 12 digits", want)
	}
	if got := newCalendar(t, euro[1], euro[0]).Version(); got != want {
		t.Errorf("the order changed the version: %s, %s", got, want)
	}
	for name, other := range map[string]*calendar.Calendar{
		"no declared days": newCalendar(t),
		"one less":         newCalendar(t, euro[0]),
		"another basis":    newCalendar(t, euro[0], calendar.Declared{Date: euro[1].Date, Basis: "друга"}),
	} {
		if other.Version() == want {
			t.Errorf("%s: the version stayed %s", name, want)
		}
	}
}

// A change of what the law says about any day must come with a new value of rules, because open terms are
// counted anew only when the version changes. Then both figures change here.
func TestVersionNamesTheRules(t *testing.T) {
	c := newCalendar(t)
	var days []byte
	for d := calendar.First; d <= calendar.Last; d++ {
		day := c.Day(d)
		days = fmt.Appendf(days, "%s %d %s %s %s\n", d, day.Why, day.Holiday, day.Also, day.For)
	}
	sum := sha256.Sum256(days)
	if got, want := hex.EncodeToString(sum[:6]), "8b4ef62dbfae"; got != want {
		t.Errorf("the days are %s, want %s", got, want)
	}
	if got, want := c.Version(), "4a024467a832"; got != want {
		t.Errorf("the version is %s, want %s", got, want)
	}
}

func TestDeclaredGivesBackWhatNewWasGiven(t *testing.T) {
	c := newCalendar(t, euro[1], euro[0])
	got := c.Declared()
	if !slices.Equal(got, euro) {
		t.Errorf("Declared = %v", got)
	}
	got[0].Work = true
	if !slices.Equal(c.Declared(), euro) {
		t.Error("the caller's slice is the calendar's own")
	}
}

func TestWorkingDaysAreCountedBothWays(t *testing.T) {
	c := newCalendar(t, euro...)
	for _, test := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-04-09", 0, "2026-04-09"},
		{"2026-04-11", 0, "2026-04-11"},
		{"2026-04-09", 1, "2026-04-14"},
		{"2026-04-12", 1, "2026-04-14"},
		{"2026-04-14", -1, "2026-04-09"},
		{"2026-04-12", -1, "2026-04-09"},
		{"2026-01-05", -2, "2025-12-29"},
	} {
		if got := c.AddWorking(date(t, test.from), test.n); got != date(t, test.want) {
			t.Errorf("AddWorking(%s, %d) = %s, want %s", test.from, test.n, got, test.want)
		}
	}
	for _, test := range []struct {
		after, upTo string
		want        int
	}{
		{"2026-04-02", "2026-04-15", 7},
		{"2026-04-15", "2026-04-02", -7},
		{"2026-04-10", "2026-04-13", 0},
		{"2026-04-14", "2026-04-14", 0},
		{"1990-01-01", "2010-01-04", 1},
	} {
		if got := c.WorkingDaysBetween(date(t, test.after), date(t, test.upTo)); got != test.want {
			t.Errorf("WorkingDaysBetween(%s, %s) = %d, want %d", test.after, test.upTo, got, test.want)
		}
	}
}

func TestWorkingDaysEndWithTheSupportedYears(t *testing.T) {
	c := newCalendar(t, calendar.Declared{Date: calendar.Last})
	for name, got := range map[string]calendar.Date{
		"before the first":        c.NextWorking(calendar.First - 1),
		"after the last":          c.NextWorking(calendar.Last + 1),
		"past the last":           c.NextWorking(calendar.Last),
		"no working day after":    c.AddWorking(calendar.Last-1, 1),
		"no working day before":   c.AddWorking(calendar.First, -1),
		"from outside":            c.AddWorking(calendar.First-1, 1),
		"far beyond any calendar": c.AddWorking(calendar.First, 1<<30),
	} {
		if !got.IsZero() {
			t.Errorf("%s: %s, want no date", name, got)
		}
	}
}
