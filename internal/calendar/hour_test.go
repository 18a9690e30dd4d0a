package calendar_test

import (
	"fmt"
	"testing"

	"harta/internal/calendar"
)

func TestTimesAreReadAsPeopleWriteThem(t *testing.T) {
	for typed, want := range map[string]string{
		"9": "09:00", "09": "09:00", "930": "09:30", "0930": "09:30", "9:30": "09:30", "9.30": "09:30", "9,05": "09:05", "23:59": "23:59", "7 15": "07:15",
		"": "", "24": "", "9:60": "", "960": "", "обед": "", "12345": "", "-1": "", "9:": "", "1:2:3": "", "9:300": "",
	} {
		got := ""
		if hour, minute, ok := calendar.ParseHour(typed); ok {
			got = fmt.Sprintf("%02d:%02d", hour, minute)
		}
		if got != want {
			t.Errorf("%q = %q, want %q", typed, got, want)
		}
	}
}
