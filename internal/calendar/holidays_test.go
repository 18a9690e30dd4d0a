package calendar_test

import (
	"testing"
	"time"

	"harta/internal/calendar"
)

func TestEasterIsTheOrthodoxOne(t *testing.T) {
	for _, want := range []string{
		"1916-04-23", "2000-04-30", "2010-04-04", "2011-04-24", "2012-04-15", "2013-05-05", "2014-04-20", "2015-04-12",
		"2016-05-01", "2017-04-16", "2018-04-08", "2019-04-28", "2020-04-19", "2021-05-02", "2022-04-24", "2023-04-16",
		"2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16", "2029-04-08", "2030-04-28", "2031-04-13",
		"2032-05-02", "2033-04-24", "2040-05-06", "2099-04-12", "2100-05-02",
	} {
		d := date(t, want)
		if got := calendar.Easter(d.Year()); got != d {
			t.Errorf("Easter %d = %s, want %s", d.Year(), got, want)
		}
	}
}

func TestEasterIsAlwaysASundayOfSpring(t *testing.T) {
	for year := 1900; year < 2200; year++ {
		d := calendar.Easter(year)
		if d.Weekday() != time.Sunday || d < calendar.NewDate(year, time.April, 3) || d > calendar.NewDate(year, time.May, 10) {
			t.Errorf("Easter %d = %s, %s", year, d, d.Weekday())
		}
	}
}
