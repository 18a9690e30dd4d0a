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

// swaps are the days off of 2010–2016 and the Saturdays worked for them. The power to order such
// swaps ended on 1.01.2017, so the table is history and will not grow.
var swaps = [...]struct {
	year        int
	offMonth    time.Month
	off         int
	workedMonth time.Month
	worked      int
}{
	{2010, time.May, 7, time.May, 15},
	{2010, time.December, 31, time.December, 11},
	{2011, time.March, 4, time.March, 19},
	{2011, time.May, 23, time.May, 28},
	{2011, time.September, 5, time.September, 3},
	{2011, time.September, 23, time.September, 17},
	{2012, time.January, 2, time.January, 21},
	{2012, time.April, 30, time.April, 21},
	{2012, time.May, 25, time.May, 19},
	{2012, time.September, 7, time.September, 29},
	{2012, time.December, 31, time.December, 15},
	{2013, time.May, 2, time.May, 18},
	{2013, time.December, 23, time.December, 21},
	{2013, time.December, 31, time.December, 14},
	{2014, time.May, 2, time.May, 10},
	{2014, time.May, 5, time.May, 31},
	{2014, time.December, 31, time.December, 13},
	{2015, time.January, 2, time.January, 24},
	{2015, time.March, 2, time.March, 21},
	{2015, time.September, 21, time.September, 12},
	{2015, time.December, 31, time.December, 12},
	{2016, time.March, 4, time.March, 12},
	{2016, time.May, 23, time.May, 14},
	{2016, time.September, 5, time.September, 10},
	{2016, time.September, 23, time.September, 17},
}

// Swaps returns the days off and the worked Saturdays of 2010–2016. They are history, so every
// Calendar has them built in; they carry no basis. The caller owns the slice.
func Swaps() []Declared {
	days := make([]Declared, 0, 2*len(swaps))
	for _, s := range swaps {
		days = append(days,
			Declared{Date: NewDate(s.year, s.offMonth, s.off)},
			Declared{Date: NewDate(s.year, s.workedMonth, s.worked), Work: true})
	}
	return days
}
