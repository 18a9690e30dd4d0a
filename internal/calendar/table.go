package calendar

import "time"

// compensationsFrom is the year in which чл. 154, ал. 2 КТ came into force.
const compensationsFrom = 2017

// mark is one day of the table.
type mark struct {
	why    Why
	fixed  uint8 // 1 + index in fixedHolidays of the holiday, or of the compensated one; 0 is none
	easter uint8 // 1 + index in easterHolidays; 0 is none
}

// lawful returns the table by the law alone: weekends and holidays, without declared days and the
// compensations, which depend on them.
func lawful() []mark {
	marks := make([]mark, supportedDays)
	for i := range marks {
		marks[i].why = Ordinary
		if onWeekend(First + Date(i)) {
			marks[i].why = Weekend
		}
	}
	for year := First.Year(); year <= Last.Year(); year++ {
		for i, h := range easterHolidays {
			m := &marks[Easter(year).AddDays(h.offset)-First]
			m.why, m.easter = EasterHoliday, uint8(i+1)
		}
		for i, h := range fixedHolidays {
			m := &marks[NewDate(year, h.month, h.day)-First]
			m.why, m.fixed = FixedHoliday, uint8(i+1)
		}
	}
	return marks
}

// compensate gives each fixed holiday on a weekend, in the order of dates, the first ordinary day after it.
func compensate(marks []mark) {
	for i := NewDate(compensationsFrom, time.January, 1) - First; int(i) < len(marks); i++ {
		if marks[i].why != FixedHoliday || !onWeekend(First+i) {
			continue
		}
		for next := int(i) + 1; next < len(marks); next++ {
			if marks[next].why == Ordinary {
				marks[next].why, marks[next].fixed = Compensation, marks[i].fixed
				break
			}
		}
	}
}

func onWeekend(d Date) bool {
	weekday := d.Weekday()
	return weekday == time.Saturday || weekday == time.Sunday
}

func easterID(n uint8) HolidayID {
	if n == 0 {
		return ""
	}
	return easterHolidays[n-1].id
}
