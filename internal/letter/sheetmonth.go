package letter

import (
	"strconv"

	"harta/internal/calendar"
)

// Months are small calendars beside each other, three to a line: days off are shaded, holidays darker than weekends,
// the day on which a term ends by count is framed and its due day is framed in bold.
type Months struct {
	Weekdays [7]string // from Monday
	All      []Month
}

// Month is one of them, from its first day on. Empty is how many cells stand before it.
type Month struct {
	Name  string
	Empty int
	Days  []MonthDay
}

// MonthDay is a day of a month.
type MonthDay struct {
	Off     bool
	Holiday bool // off by more than a weekend
	Nominal bool
	Due     bool
}

// MonthOf gives the month of a day as the calendar has it, with the days on which a term ends.
func MonthOf(c *calendar.Calendar, name string, of calendar.Date, ends calendar.Due) Month {
	year, month, _ := of.Civil()
	first := calendar.NewDate(year, month, 1)
	m := Month{Name: name, Empty: (int(first.Weekday()) + 6) % 7}
	for d := first; d < first.AddMonths(1); d++ {
		day := c.Day(d)
		m.Days = append(m.Days, MonthDay{
			Off: !day.Working, Holiday: !day.Working && day.Why != calendar.Weekend, Nominal: d == ends.Nominal, Due: d == ends.Due,
		})
	}
	return m
}

// The hand of a month.
const (
	monthCell  = 7 * mm
	monthLine  = 5.4 * mm
	monthSize  = 9
	monthsLine = 3 // beside each other
	shadeFree  = 232
	shadeFeast = 205
)

func (m Months) texts() []string {
	var all []string
	all = append(all, m.Weekdays[:]...)
	for _, one := range m.All {
		all = append(all, one.Name)
	}
	return all
}

func (m Months) set(c *compositor) {
	pitch := (column - 7*monthCell) / (monthsLine - 1)
	for from := 0; from < len(m.All); from += monthsLine {
		var b box
		for i, one := range m.All[from:min(from+monthsLine, len(m.All))] {
			const above = 2 // lines: the name and the weekdays
			b.height = max(b.height, float64(above+(one.Empty+len(one.Days)+6)/7)*monthLine)
			m.draw(c, &b, one, float64(i)*pitch)
		}
		c.add(12, []box{b})
	}
}

// draw puts a month into a box, its left edge at x.
func (m Months) draw(c *compositor, b *box, one Month, x float64) {
	centred := func(fc face, words string, cell, line int, gray uint8) {
		width := c.fonts.width(fc, monthSize, words)
		b.texts = append(b.texts, text{
			x: x + float64(cell)*monthCell + (monthCell-width)/2, y: float64(line)*monthLine + monthLine*0.7, s: words, face: fc,
			size: monthSize, gray: gray,
		})
	}
	b.texts = append(b.texts, text{x: x, y: monthLine * 0.7, s: one.Name, face: bold, size: monthSize + 1})
	for i, words := range m.Weekdays {
		centred(regular, words, i, 1, 90)
	}
	for i, d := range one.Days {
		cell, line := (one.Empty+i)%7, 2+(one.Empty+i)/7
		left, top := x+float64(cell)*monthCell, float64(line)*monthLine
		fc := regular
		if d.Due {
			fc = bold
		}
		b.shades = append(b.shades, d.shade(left, top)...)
		b.rules = append(b.rules, d.frame(left, top)...)
		centred(fc, strconv.Itoa(i+1), cell, line, 0)
	}
}

// shade gives the ground of the cell of a day off.
func (d MonthDay) shade(left, top float64) []shade {
	const air = 0.4
	if !d.Off {
		return nil
	}
	s := shade{left + air, top + air, monthCell - 2*air, monthLine - 2*air, shadeFree}
	if d.Holiday {
		s.gray = shadeFeast
	}
	return []shade{s}
}

// frame marks the cell of the day on which the term ends.
func (d MonthDay) frame(left, top float64) []rule {
	const air, thin, thick = 1, 0.5, 1.4
	if !d.Nominal && !d.Due {
		return nil
	}
	width := thin
	if d.Due {
		width = thick
	}
	all := frame(monthCell-2*air, monthLine-2*air)
	for i := range all {
		r := &all[i]
		r.x1, r.x2, r.y1, r.y2, r.width = left+air+r.x1, left+air+r.x2, top+air+r.y1, top+air+r.y2, width
	}
	return all
}
