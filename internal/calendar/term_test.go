package calendar_test

import (
	"errors"
	"testing"

	"harta/internal/calendar"
)

func TestTermsAreReadAndWritten(t *testing.T) {
	for _, test := range []struct {
		text string
		want calendar.Term
	}{
		{"14d", calendar.Term{N: 14, Unit: calendar.Days}},
		{"7wd", calendar.Term{N: 7, Unit: calendar.WorkingDays}},
		{"2w", calendar.Term{N: 2, Unit: calendar.Weeks}},
		{"1m", calendar.Term{N: 1, Unit: calendar.Months}},
		{"2y", calendar.Term{N: 2, Unit: calendar.Years}},
		{"ext3m", calendar.Term{N: 3, Unit: calendar.Months, Extended: true}},
		{"ext24d", calendar.Term{N: 24, Unit: calendar.Days, Extended: true}},
		{"65535wd", calendar.Term{N: 65535, Unit: calendar.WorkingDays}},
	} {
		got, err := calendar.ParseTerm(test.text)
		if err != nil || got != test.want || got.String() != test.text {
			t.Errorf("ParseTerm(%q) = %+v, %v; written %q", test.text, got, err, got)
		}
	}
}

func TestTextsThatAreNoTermsAreRefused(t *testing.T) {
	for _, text := range []string{
		"", "d", "wd", "14", "ext", "extd", "ext14", "0d", "-1d", "+1d", " 1d", "1d ", "1 d", "1h", "1D", "1dd", "1wwd", "1.5m",
		"extext1d", "EXT1d", "65536d", "99999999999999999999d", "signal/2m",
	} {
		if got, err := calendar.ParseTerm(text); !errors.Is(err, calendar.ErrTerm) || got != (calendar.Term{}) {
			t.Errorf("ParseTerm(%q) = %+v, %v, want ErrTerm", text, got, err)
		}
	}
}

func TestUnknownUnitIsWrittenAsSuch(t *testing.T) {
	if got := (calendar.Term{N: 1, Unit: calendar.Years + 1}).String(); got != "1?" {
		t.Errorf("written %q", got)
	}
}

func TestUnitsAreCountedAsTheLawSays(t *testing.T) {
	c := newCalendar(t, euro...)
	for _, test := range []struct{ start, term, nominal, due string }{
		{"2026-04-02", "7d", "2026-04-09", "2026-04-09"},
		{"2026-04-10", "1wd", "2026-04-14", "2026-04-14"},
		{"2026-03-29", "2w", "2026-04-12", "2026-04-14"},
		{"2026-01-31", "1m", "2026-02-28", "2026-03-02"},
		{"2028-02-29", "1y", "2029-02-28", "2029-02-28"},
	} {
		term, err := calendar.ParseTerm(test.term)
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.Due(date(t, test.start), term)
		if err != nil || got.Nominal != date(t, test.nominal) || got.Due != date(t, test.due) {
			t.Errorf("%s + %s = %s, %s, %v, want %s, %s", test.start, test.term, got.Nominal, got.Due, err, test.nominal, test.due)
		}
	}
}

func FuzzParseTerm(f *testing.F) {
	f.Add("14d")
	f.Add("ext3m")
	f.Add("007wd")
	f.Fuzz(func(t *testing.T, text string) {
		term, err := calendar.ParseTerm(text)
		if err != nil {
			return
		}
		if again, err := calendar.ParseTerm(term.String()); err != nil || again != term {
			t.Errorf("%q is written %q and read back %+v, %v", text, term, again, err)
		}
	})
}
