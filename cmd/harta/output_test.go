package main

import (
	"testing"
	"time"

	"harta/internal/calendar"
)

func TestTextsOfPeopleAreNeverFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"=HYPERLINK(1)": "'=HYPERLINK(1)", "+359": "'+359", "-1": "'-1", "@x": "'@x", "\tx": "'\tx", "\rx": "'\rx",
		"Нова година": "Нова година", "": "", "2m": "2m",
	} {
		if got := cell(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestASubjectIsOneLine(t *testing.T) {
	if got := oneLined(" Вода\r\nи\tток\x1b[2J\u2028тук\x00 "); got != "Вода и ток [2J тук" {
		t.Errorf("%q", got)
	}
}

func TestMomentsAreReadAsPeopleWriteThem(t *testing.T) {
	today := calendar.NewDate(2026, time.November, 23)
	for typed, want := range map[string]string{
		"":                 "0001-01-01T00:00:00Z",
		"23.11.2026":       "0001-01-01T00:00:00Z", // today without an hour is now
		"20.11.2026":       "2026-11-20T10:00:00+02:00",
		"20.11.2026 15:04": "2026-11-20T15:04:00+02:00",
		"2026-07-01T08:30": "2026-07-01T08:30:00+03:00",
	} {
		var m momentValue
		if err := m.Set(typed); typed != "" && err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		if got := m.at(today).Format(time.RFC3339); got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
	for _, wrong := range []string{"вчера", "31.02.2026", "20.11.2026 25:00"} {
		if err := new(momentValue).Set(wrong); err == nil {
			t.Errorf("%q was read", wrong)
		}
	}
}
