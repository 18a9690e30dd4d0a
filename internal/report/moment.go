package report

import (
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"harta/internal/calendar"
)

// firstYear is the earliest a register may speak of; an earlier one is a slip of the pen.
const firstYear = 1990

// parseMoment reads a day, ISO or as people here write it, with or without a time of day in Europe/Sofia.
func parseMoment(s string) (time.Time, bool) {
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		return at.In(calendar.Sofia()), true
	}
	day, clock := splitMoment(s)
	date, err := calendar.ParseDate(day)
	if err != nil {
		date, err = calendar.ParseLocal(day)
	}
	if err != nil {
		return time.Time{}, false
	}
	at := date.Start()
	if clock == "" {
		return at, true
	}
	for _, layout := range []string{time.TimeOnly, "15:04"} {
		if t, err := time.Parse(layout, clock); err == nil {
			return onDay(date, t), true
		}
	}
	return time.Time{}, false
}

// splitMoment cuts a moment into day and time and leaves out the words people write after them (г., ч.).
func splitMoment(s string) (day, clock string) {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == 'T' || r == ',' || r == '\u00a0' })
	var parts []string
	for _, word := range words {
		word = strings.TrimRightFunc(word, func(r rune) bool { return r < '0' || r > '9' })
		if word != "" {
			parts = append(parts, word)
		}
	}
	switch len(parts) {
	case 1:
		return parts[0], ""
	case 2:
		return parts[0], parts[1]
	default:
		return "", ""
	}
}

// serialMoment reads a day as spreadsheets count it, in whole seconds.
func serialMoment(s string, since1904 bool) (time.Time, bool) {
	serial, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return time.Time{}, false
	}
	t, err := excelize.ExcelDateToTime(serial, since1904)
	if err != nil {
		return time.Time{}, false
	}
	t = t.Round(time.Second)
	return onDay(calendar.NewDate(t.Date()), t), true
}

// onDay gives the time of day of t on a day in Europe/Sofia.
func onDay(d calendar.Date, t time.Time) time.Time {
	year, month, day := d.Civil()
	return time.Date(year, month, day, t.Hour(), t.Minute(), t.Second(), 0, calendar.Sofia())
}
