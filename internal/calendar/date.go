package calendar

import (
	"fmt"
	"strings"
	"time"
)

// Date is a civil day, counted in days since 1970-01-01 (RFC 8943). The zero Date means "no date".
// Dates compare with the ordinary operators: an earlier day is a smaller number.
type Date int32

const secondsPerDay = 24 * 60 * 60

// NewDate returns the day, normalising values out of range as time.Date does: 31 April is 1 May.
func NewDate(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// DateOf returns the civil day that the instant belongs to in Europe/Sofia.
func DateOf(t time.Time) Date {
	return NewDate(t.In(Sofia()).Date())
}

// ParseDate reads the ISO form 2006-01-02 and nothing else; ErrDate says it is not one. 1970-01-01 is
// refused too, because that Date means none.
func ParseDate(iso string) (Date, error) {
	return parse(time.DateOnly, iso)
}

// ParseLocal reads a day as people here write it: 02.01.2006, 2.1.2006 or 2.1.06, the last one
// always of this century. A day that does not exist, such as 31.02, is refused with ErrDate.
func ParseLocal(s string) (Date, error) {
	full := s
	if year := strings.LastIndexByte(s, '.') + 1; year > 0 && len(s)-year == 2 {
		full = s[:year] + "20" + s[year:]
	}
	return parse("2.1.2006", full)
}

func parse(layout, s string) (Date, error) {
	t, err := time.Parse(layout, s)
	if err != nil || t.Unix() == 0 {
		return 0, fmt.Errorf("%w: %q", ErrDate, s)
	}
	return NewDate(t.Date()), nil
}

// Civil returns the year, the month and the day number.
func (d Date) Civil() (year int, month time.Month, day int) {
	return d.utc().Date()
}

// Year returns the year.
func (d Date) Year() int {
	return d.utc().Year()
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday {
	return d.utc().Weekday()
}

// IsZero reports whether d means "no date".
func (d Date) IsZero() bool {
	return d == 0
}

// AddDays returns the day n days later, or earlier when n is negative.
func (d Date) AddDays(n int) Date {
	return d + Date(n)
}

// AddMonths returns the day with the same number n months later. If that month has no such day,
// it is the last one of the month; nothing remembers that it was clipped.
func (d Date) AddMonths(n int) Date {
	year, month, day := d.Civil()
	month += time.Month(n)
	last := NewDate(year, month+1, 0)
	return min(NewDate(year, month, day), last)
}

// String returns the ISO form 2006-01-02, and "" for the zero Date.
func (d Date) String() string {
	return d.format(time.DateOnly)
}

// Local returns the Bulgarian form 02.01.2006, and "" for the zero Date.
func (d Date) Local() string {
	return d.format("02.01.2006")
}

// Start returns the midnight in Europe/Sofia with which the day begins.
func (d Date) Start() time.Time {
	year, month, day := d.Civil()
	return time.Date(year, month, day, 0, 0, 0, 0, Sofia())
}

func (d Date) format(layout string) string {
	if d.IsZero() {
		return ""
	}
	return d.utc().Format(layout)
}

func (d Date) utc() time.Time {
	return time.Unix(int64(d)*secondsPerDay, 0).UTC()
}
