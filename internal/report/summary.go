package report

import (
	"strings"

	"harta/internal/domain"
)

// The summary is a grid of twelve equal columns: six cards of two, two charts of six.
const (
	gridColumns = 12
	gridWidth   = 11.3
	cardColumns = 2
	chartRow    = 8 // where the charts of the summary stand
	chartHeight = 324
)

// card is one headline figure.
type card struct {
	label  string
	figure any
	note   string
	color  string
}

// summary is the mayor's page. Its charts come last, by repeatCharts.
func (b *book) summary(y domain.Yearly) *sheet {
	s := b.page("summary", paper{landscape: true}, repeated(gridWidth, gridColumns)...)
	s.put(1, b.title, titleLook)
	s.height(32)
	s.row++
	s.put(1, b.words.T("report.summary.note", "office", y.Office, "date", y.AsOf.Local()), look{color: muted})
	s.height(18)
	s.row += 2
	s.cards(b.cards(y))
	s.row = chartRow
	s.reserve(chartHeight)
	s.row++
	s.compared(y)
	return s
}

func repeated(value float64, n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = value
	}
	return all
}

func (b *book) cards(y domain.Yearly) []card {
	charter := ink
	if kept := y.Charter.Share(); kept.Whole > 0 && kept.Part*100 < y.Target*kept.Whole {
		charter = warning
	}
	return []card{
		{b.words.T("report.card.received"), y.Received, b.lastYear(y), ink},
		{b.words.T("report.card.closed"), y.Closed, b.words.T("report.card.carried", "n", y.Carried), ink},
		{b.words.T("report.card.open"), y.Open, b.words.T("report.card.open_late", "n", y.Overdue.Open), ink},
		{b.words.T("report.card.legal"), y.Legal.Share(), b.partOf(y.Legal.Share()), ink},
		{
			b.words.T("report.card.charter"), y.Charter.Share(),
			b.partOf(y.Charter.Share()) + ", " + b.words.T("report.card.target", "n", y.Target), charter,
		},
		{b.words.T("report.card.median"), b.days(y.Days), b.words.T("report.card.answered", "n", y.Days.N), ink},
	}
}

func (b *book) lastYear(y domain.Yearly) string {
	if len(y.Before) == 0 {
		return ""
	}
	last := y.Before[len(y.Before)-1]
	return b.words.T("report.card.last_year", "year", last.Year, "n", last.Received)
}

func (b *book) partOf(s domain.Share) string {
	return b.words.T("report.card.part_of", "part", s.Part, "whole", s.Whole)
}

// days gives the median with its unit, as a number: 17 days, 17,5 days.
func (b *book) days(d domain.Spread) any {
	if d.N == 0 {
		return average{}
	}
	unit := `" ` + strings.ReplaceAll(b.words.T("report.card.days"), `"`, "") + `"`
	if d.Median == float64(int(d.Median)) {
		return formatted{int(d.Median), "0" + unit}
	}
	return formatted{d.Median, "0.0" + unit}
}

// cards writes the headline figures beside each other: label, figure, note.
func (s *sheet) cards(all []card) {
	first := s.row
	for i, c := range all {
		col := 1 + i*cardColumns
		figure := figureLook
		figure.color = c.color
		for line, part := range []struct {
			value any
			look  look
		}{{c.label, labelLook}, {c.figure, figure}, {c.note, labelLook}} {
			s.row = first + line
			part.look.bar = accent
			if c.color == warning {
				part.look.bar = warning
			}
			s.put(col, part.value, part.look)
			s.span(col, col+cardColumns-1)
		}
	}
	for line, points := range []float64{16, 30, 16} {
		s.row = first + line
		s.height(points)
	}
}

// compared writes the years side by side on the left half, the balance on the right one.
func (s *sheet) compared(y domain.Yearly) {
	const labelColumns, balanceFrom, balanceTo = 3, 8, 12
	first := s.row
	years := yearsOf(y)
	s.wide(1, labelColumns, s.words.T("report.head.indicator"), headLook)
	for i, f := range years {
		head := headLook
		head.align = "right"
		s.put(labelColumns+1+i, yearName(f.Year), head)
	}
	s.height(18)
	s.row++
	for _, i := range indicators() {
		s.wide(1, labelColumns, s.words.T(i.key), bodyLook)
		for n, f := range years {
			l := bodyLook
			l.bold = n == len(years)-1
			s.put(labelColumns+1+n, i.of(f), l)
		}
		s.height(17)
		s.row++
	}
	last := s.row
	s.row = first
	s.wide(balanceFrom, balanceTo-1, s.words.T("report.balance.title"), headLook)
	s.put(balanceTo, nil, headLook)
	s.row++
	for _, part := range []struct {
		key string
		n   int
	}{{"carried", y.Carried}, {"received", y.Received}, {"closed", -y.Closed}, {"open", -y.Open}} {
		s.wide(balanceFrom, balanceTo-1, s.words.T("report.balance."+part.key), bodyLook)
		s.put(balanceTo, formatted{part.n, `#,##0;\−#,##0;0`}, bodyLook)
		s.row++
	}
	check := totalLook
	check.color = onTime
	if y.Balance() != 0 {
		check.color = late
	}
	s.wide(balanceFrom, balanceTo-1, s.words.T("report.balance.check"), totalLook)
	s.put(balanceTo, y.Balance(), check)
	s.row = last
}

// wide writes a text over several columns.
func (s *sheet) wide(from, to int, text string, l look) {
	for col := from; col <= to; col++ {
		s.put(col, nil, l)
	}
	s.put(from, text, l)
	s.span(from, to)
}

// repeatCharts draws on the summary the charts that the sheets behind it have put in front.
func (s *sheet) repeatCharts() {
	const half = gridColumns / 2
	for i, p := range s.front {
		p.col, p.row, p.last, p.height = 1+i*half, chartRow, (i+1)*half, chartHeight
		s.chart(p)
	}
}
