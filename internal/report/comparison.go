package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"harta/internal/domain"
)

// indicator is a headline figure that years are compared by.
type indicator struct {
	key string
	of  func(domain.Figures) any
}

func indicators() []indicator {
	return []indicator{
		{"report.compare.received", func(f domain.Figures) any { return f.Received }},
		{"report.compare.closed", func(f domain.Figures) any { return f.Closed }},
		{"report.compare.open", func(f domain.Figures) any { return f.Open }},
		{"report.compare.legal", func(f domain.Figures) any { return f.Legal.Share() }},
		{"report.compare.charter", func(f domain.Figures) any { return f.Charter.Share() }},
		{"report.compare.median", func(f domain.Figures) any { return average{f.Days.N, f.Days.Median} }},
		{"report.compare.upheld", func(f domain.Figures) any { return f.UpheldOf }},
	}
}

// yearsOf gives the years to compare, the reported one last.
func yearsOf(y domain.Yearly) []domain.Figures {
	return append(slices.Clip(y.Before), domain.Figures{
		Year: y.Year, Received: y.Received, Closed: y.Closed, Open: y.Open, Legal: y.Legal, Charter: y.Charter, Days: y.Days,
		UpheldOf: y.UpheldOf,
	})
}

func yearName(year int) string { return strconv.Itoa(year) }

// comparison is F-21: the years side by side and what changed since the one before.
func (b *book) comparison(y domain.Yearly) {
	s := b.page("comparison", paper{}, 40, 12, 12, 12, 14, 14)
	s.heading(b.words.T("report.comparison.title"), b.words.T("report.comparison.note"))
	years := yearsOf(y)
	t := table{heads: b.heads("indicator")}
	for _, f := range years {
		t.heads = append(t.heads, yearName(f.Year))
	}
	t.heads = append(t.heads, b.heads("change", "growth")...)
	for _, i := range indicators() {
		row := []any{b.words.T(i.key)}
		for _, f := range years {
			row = append(row, i.of(f))
		}
		if len(years) > 1 {
			row = append(row, b.change(i.of(years[len(years)-2]), i.of(years[len(years)-1]))...)
		} else {
			row = append(row, domain.Share{}, domain.Share{})
		}
		t.rows = append(t.rows, row)
	}
	where := s.table(t)
	p := plot{
		kind: excelize.Line, title: b.words.T("report.chart.years"), col: 1, last: len(s.widths), row: s.row, height: 300,
		legend: true, shares: true,
	}
	const legalRow, charterRow = 3, 4
	for i, color := range []string{accent, longer} {
		row := where.first + legalRow + i*(charterRow-legalRow)
		p.series = append(p.series, painted(across(s.name, where.first-1, row, len(years)+1), color))
	}
	s.chart(p)
}

// change gives the difference and the growth between two values of an indicator. Shares differ by percentage
// points and have no growth; what was not counted in either year cannot be compared.
func (b *book) change(before, now any) []any {
	none := domain.Share{}
	switch now := now.(type) {
	case int:
		then, _ := before.(int)
		if then == 0 {
			return []any{formatted{now, changeFormat}, none}
		}
		return []any{formatted{now - then, changeFormat}, formatted{float64(now-then) / float64(then), growthFormat}}
	case average:
		then, _ := before.(average)
		if then.n == 0 || now.n == 0 || then.value == 0 {
			return []any{none, none}
		}
		return []any{formatted{now.value - then.value, averageChange}, formatted{(now.value - then.value) / then.value, growthFormat}}
	case domain.Share:
		then, _ := before.(domain.Share)
		if then.Whole == 0 || now.Whole == 0 {
			return []any{none, none}
		}
		points := 100 * (float64(now.Part)/float64(now.Whole) - float64(then.Part)/float64(then.Whole))
		return []any{formatted{points, b.pointsFormat()}, nil}
	}
	return []any{nil, nil}
}

// pointsFormat is a change with its unit after the number.
func (b *book) pointsFormat() string {
	unit := `" ` + strings.ReplaceAll(b.words.T("report.points"), `"`, "") + `"`
	return strings.ReplaceAll(averageChange, "0.0", "0.0"+unit)
}
