package calendar

import "time"

// HolidayID names a public holiday of чл. 154, ал. 1 КТ. Words for people are found by it elsewhere.
type HolidayID string

// The public holidays. 1 November is not one of them: only schools rest then.
const (
	NewYear       HolidayID = "new_year"
	Liberation    HolidayID = "liberation"
	Labour        HolidayID = "labour"
	StGeorge      HolidayID = "st_george"
	Culture       HolidayID = "culture"
	Unification   HolidayID = "unification"
	Independence  HolidayID = "independence"
	ChristmasEve  HolidayID = "christmas_eve"
	ChristmasDay1 HolidayID = "christmas_1"
	ChristmasDay2 HolidayID = "christmas_2"
	GoodFriday    HolidayID = "good_friday"
	HolySaturday  HolidayID = "holy_saturday"
	EasterSunday  HolidayID = "easter_sunday"
	EasterMonday  HolidayID = "easter_monday"
)

// fixedHolidays stand in the order of the year, in which they are compensated.
var fixedHolidays = [...]struct {
	id    HolidayID
	month time.Month
	day   int
}{
	{NewYear, time.January, 1},
	{Liberation, time.March, 3},
	{Labour, time.May, 1},
	{StGeorge, time.May, 6},
	{Culture, time.May, 24},
	{Unification, time.September, 6},
	{Independence, time.September, 22},
	{ChristmasEve, time.December, 24},
	{ChristmasDay1, time.December, 25},
	{ChristmasDay2, time.December, 26},
}

// easterHolidays are counted from Easter Sunday.
var easterHolidays = [...]struct {
	id     HolidayID
	offset int
}{
	{GoodFriday, -2},
	{HolySaturday, -1},
	{EasterSunday, 0},
	{EasterMonday, 1},
}

// Easter returns the Orthodox Easter Sunday of the year: Meeus's Julian reckoning, moved to the civil
// calendar by 13 days until 28.02.2100 and by 14 after.
func Easter(year int) Date {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	month, day := (d+e+114)/31, (d+e+114)%31+1
	behind := year/100 - year/400 - 2 // exact from March on, and Easter is never earlier
	return NewDate(year, time.Month(month), day+behind)
}
