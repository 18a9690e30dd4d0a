package calendar_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"harta/internal/calendar"
)

func TestDatesAreReadAndWritten(t *testing.T) {
	for _, test := range []struct {
		name, text string
		parse      func(string) (calendar.Date, error)
		want       string
	}{
		{"ISO", "2026-02-28", calendar.ParseDate, "28.02.2026"},
		{"ISO of a leap day", "2028-02-29", calendar.ParseDate, "29.02.2028"},
		{"ISO before the count of days begins", "1969-12-31", calendar.ParseDate, "31.12.1969"},
		{"local in full", "05.03.2026", calendar.ParseLocal, "05.03.2026"},
		{"local without zeros", "5.3.2026", calendar.ParseLocal, "05.03.2026"},
		{"local with a short year", "5.3.26", calendar.ParseLocal, "05.03.2026"},
		{"a short year is of this century", "05.03.99", calendar.ParseLocal, "05.03.2099"},
		{"a local leap day", "29.2.28", calendar.ParseLocal, "29.02.2028"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := test.parse(test.text)
			if err != nil || got.Local() != test.want {
				t.Errorf("%q = %q, %v, want %q", test.text, got.Local(), err, test.want)
			}
		})
	}
}

func TestTextsThatAreNoDatesAreRefused(t *testing.T) {
	for _, text := range []string{
		"", "2026", "2026-2-3", "2026-02-29", "2026-13-01", "2026-00-10", "26-02-03", "2026-02-03 ", "02.01.2026", "1970-01-01",
	} {
		if got, err := calendar.ParseDate(text); !errors.Is(err, calendar.ErrDate) || !got.IsZero() {
			t.Errorf("ParseDate(%q) = %s, %v, want ErrDate", text, got, err)
		}
	}
	for _, text := range []string{
		"", ".", "..", "1.1", "31.02.2026", "29.02.2026", "00.01.2026", "01.00.2026", "1.13.2026", "1.1.202", "1.1.20260",
		"1.1.6", "001.1.2026", "1,1,2026", "1.1.2026.26", " 1.1.2026", "1.1.2026 г.", "2026-01-01", "-1.1.2026", "1.1.-6", "01.01.1970",
	} {
		if got, err := calendar.ParseLocal(text); !errors.Is(err, calendar.ErrDate) || !got.IsZero() {
			t.Errorf("ParseLocal(%q) = %s, %v, want ErrDate", text, got, err)
		}
	}
}

func TestNoDateIsWrittenAsNothing(t *testing.T) {
	if d := calendar.Date(0); d.String() != "" || d.Local() != "" || !d.IsZero() {
		t.Errorf("no date is written %q, %q", d.String(), d.Local())
	}
}

func TestMonthsAreAddedByDayNumber(t *testing.T) {
	for _, test := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-01-05", 2, "2026-03-05"},
		{"2025-12-31", 2, "2026-02-28"},
		{"2027-12-31", 2, "2028-02-29"},
		{"2027-12-29", 2, "2028-02-29"},
		{"2026-02-28", 1, "2026-03-28"},
		{"2028-02-29", 12, "2029-02-28"},
		{"2028-02-29", 48, "2032-02-29"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-01-31", -2, "2025-11-30"},
		{"2026-01-31", 0, "2026-01-31"},
	} {
		if got := date(t, test.from).AddMonths(test.months); got != date(t, test.want) {
			t.Errorf("%s + %d months = %s, want %s", test.from, test.months, got, test.want)
		}
	}
}

func TestInstantBelongsToItsDayInSofia(t *testing.T) {
	for _, test := range []struct{ instant, want string }{
		{"2026-01-04T21:59:59Z", "2026-01-04"},
		{"2026-01-04T22:00:00Z", "2026-01-05"},
		{"2026-07-04T20:59:59Z", "2026-07-04"},
		{"2026-07-04T21:00:00Z", "2026-07-05"},
		{"2026-03-28T22:00:00Z", "2026-03-29"},
		{"2026-10-24T21:00:00Z", "2026-10-25"},
		{"2026-01-04T23:30:00-05:00", "2026-01-05"},
	} {
		instant, err := time.Parse(time.RFC3339, test.instant)
		if err != nil {
			t.Fatal(err)
		}
		if got := calendar.DateOf(instant); got != date(t, test.want) {
			t.Errorf("DateOf(%s) = %s, want %s", test.instant, got, test.want)
		}
	}
}

func TestZoneByRuleIsThatOfTheDatabase(t *testing.T) {
	database, err := time.LoadLocation("Europe/Sofia")
	if err != nil {
		t.Fatal(err)
	}
	rule := calendar.ZoneByRule()
	for at := calendar.First.Start(); at.Before(calendar.Last.Start()); at = at.Add(time.Hour) {
		want, _ := at.In(database).Zone()
		if got, _ := at.In(rule).Zone(); got != want {
			t.Fatalf("%s: %s by rule, %s by the database", at.UTC(), got, want)
		}
	}
}

func TestDateAgreesWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := calendar.Date(rapid.Int32Range(-700_000, 2_900_000).Draw(t, "date"))
		year, month, day := d.Civil()
		want := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
		switch {
		case calendar.NewDate(year, month, day) != d || d.Year() != year:
			t.Errorf("%d is not the day %d-%d-%d", d, year, month, day)
		case d.Weekday() != want.Weekday():
			t.Errorf("%s is a %s, want %s", d, d.Weekday(), want.Weekday())
		case d.AddDays(1) != calendar.NewDate(want.AddDate(0, 0, 1).Date()):
			t.Errorf("the day after %s is %s", d, d.AddDays(1))
		case calendar.DateOf(d.Start()) != d || calendar.DateOf(d.Start().Add(-1)) != d-1:
			t.Errorf("%s does not start at %s", d, d.Start())
		}
	})
}

func TestMonthsClipToTheLastDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := supportedDate().Draw(t, "date"), rapid.IntRange(-1200, 1200).Draw(t, "months")
		year, month, day := d.Civil()
		gotYear, gotMonth, gotDay := d.AddMonths(n).Civil()
		_, _, nextDay := d.AddMonths(n).AddDays(1).Civil()
		if (gotYear-year)*12+int(gotMonth-month) != n {
			t.Errorf("%s + %d months is in %d-%d", d, n, gotYear, gotMonth)
		}
		if gotDay != day && (gotDay > day || nextDay != 1) {
			t.Errorf("%s + %d months has the day number %d", d, n, gotDay)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	f.Add("2026-02-28")
	f.Add("2028-02-29")
	f.Add("1970-01-01")
	f.Fuzz(func(t *testing.T, text string) {
		if d, err := calendar.ParseDate(text); err == nil && d.String() != text {
			t.Errorf("%q is written back %q", text, d)
		}
	})
}

func FuzzParseLocal(f *testing.F) {
	f.Add("31.12.2026")
	f.Add("1.2.26")
	f.Add("31.02.2026")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := calendar.ParseLocal(text)
		if err != nil {
			return
		}
		if again, err := calendar.ParseLocal(d.Local()); err != nil || again != d {
			t.Errorf("%q is written %q and read back %s, %v", text, d.Local(), again, err)
		}
	})
}
