package report

import (
	"cmp"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"harta/internal/domain"
)

// received is F-1: kind by month, and what was received and closed.
func (b *book) received(y domain.Yearly) {
	widths := slices.Repeat([]float64{7.5}, 14)
	widths[0], widths[13] = 34, 10
	s := b.page("received", paper{landscape: true}, widths...)
	s.heading(b.words.T("report.received.title", "year", y.Year), b.words.T("report.received.note"))
	heads := append([]string{b.words.T("report.head.kind")}, b.months()...)
	heads = append(heads, b.words.T("report.head.total"))
	var all [12]int
	var colors []string
	t := table{heads: heads}
	for _, k := range y.ByKind {
		if k.Total == 0 && k.Kind.OtherOrder() {
			continue // rare by nature: an empty row would only tire the reader
		}
		colors = append(colors, kindColor(k.Kind))
		t.rows = append(t.rows, monthRow(b.words.T("report.kind."+string(k.Kind)), k.Months))
		for i, n := range k.Months {
			all[i] += n
		}
	}
	t.total = monthRow(b.words.T("report.head.total"), all)
	kinds := s.table(t)
	s.caption("report.received.flow")
	flow := s.table(table{heads: append([]string{""}, heads[1:]...), rows: [][]any{
		monthRow(b.words.T("report.received.in"), all), monthRow(b.words.T("report.received.out"), y.ClosedBy),
	}})
	if len(colors) == 0 {
		return
	}
	s.chart(plot{
		kind: excelize.Doughnut, title: b.words.T("report.chart.kinds"), col: 1, last: 5, row: s.row, height: 320,
		legend: true, points: colors, series: []excelize.ChartSeries{down(s.name, kinds, 14)},
	})
	months := b.monthPlot(s.name, flow)
	b.front = append(b.front, months)
	months.col, months.last, months.row, months.height = 6, 14, s.row, 320
	s.chart(months)
}

// monthPlot draws received and closed by month from the two rows of a table.
func (b *book) monthPlot(sheet string, flow area) plot {
	return plot{
		kind: excelize.Col, title: b.words.T("report.chart.months"), legend: true, gap: 55,
		series: []excelize.ChartSeries{
			painted(across(sheet, flow.first-1, flow.first, 13), accent),
			painted(across(sheet, flow.first-1, flow.last, 13), grey),
		},
	}
}

func (b *book) months() []string {
	names := make([]string, 12)
	for i := range names {
		names[i] = b.words.T("report.month." + strconv.Itoa(i+1))
	}
	return names
}

func monthRow(name string, months [12]int) []any {
	row := make([]any, 0, 14)
	row = append(row, name)
	sum := 0
	for _, n := range months {
		row, sum = append(row, n), sum+n
	}
	return append(row, sum)
}

// channels is F-1 by channel.
func (b *book) channels(y domain.Yearly) {
	b.counted("channels", tally(y.ByChannel, func(c domain.Channel) string { return b.capital("channel." + string(c)) }))
}

// topics is F-1 by topic, the most frequent first.
func (b *book) topics(y domain.Yearly) {
	b.counted("topics", descending(tally(y.ByTopic, func(id domain.TopicID) string {
		return cmp.Or(y.Names.Topics[id], b.words.T("report.unnamed"))
	})))
}

// capital gives a word of the vocabulary as it begins a row.
func (b *book) capital(key string) string {
	word := b.words.T(key)
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// named is a count with the word for what was counted.
type named struct {
	name string
	n    int
}

func tally[T comparable](counts []domain.Count[T], name func(T) string) []named {
	all := make([]named, len(counts))
	for i, c := range counts {
		all[i] = named{name(c.Of), c.N}
	}
	return all
}

func descending(all []named) []named {
	slices.SortStableFunc(all, func(a, b named) int { return cmp.Compare(b.n, a.n) })
	return all
}

// counted is a sheet of one table and its bars. Title, note and chart stand under the key of the sheet.
func (b *book) counted(key string, all []named) {
	s := b.page(key, paper{}, 48, 14, 14)
	s.heading(b.words.T("report."+key+".title"), b.words.T("report."+key+".note"))
	s.tallied(b.words.T("report.head."+key), b.words.T("report.chart."+key), all)
}

// tallied writes counts with their shares and draws them.
func (s *sheet) tallied(head, title string, all []named) {
	sum := 0
	for _, one := range all {
		sum += one.n
	}
	t := table{
		heads: []string{head, s.words.T("report.head.count"), s.words.T("report.head.share")},
		total: []any{s.words.T("report.head.total"), sum, domain.Share{Part: sum, Whole: sum}},
	}
	for _, one := range all {
		t.rows = append(t.rows, []any{one.name, one.n, domain.Share{Part: one.n, Whole: sum}})
	}
	where := s.table(t)
	if len(all) > 0 {
		s.bars(title, painted(down(s.name, where, 2), accent), all)
	}
}

// bars draws counts as lying bars with their values, below what was written last.
func (s *sheet) bars(title string, of excelize.ChartSeries, all []named) {
	const head, each = 70, 26
	p := plot{
		kind: excelize.Bar, title: title, series: []excelize.ChartSeries{of}, col: 1, last: len(s.widths), row: s.row,
		height: head + len(all)*each, labels: true, gap: 45,
	}
	for _, one := range all {
		p.most = max(p.most, one.n)
	}
	s.reserve(p.height)
	s.chart(p)
	s.row++
}

// units is the sheet of the departments.
func (b *book) units(y domain.Yearly) {
	s := b.page("units", paper{landscape: true}, 44, 11, 12, 13, 10, 11, 9, 10, 10, 12, 10, 10, 10)
	s.heading(b.words.T("report.units.title"), b.words.T("report.units.note"))
	t := table{heads: b.heads("unit", "received", "closed", "open", "on_time", "extended", "late", "kept", "median", "open_late",
		"upheld", "decided", "upheld_share")}
	var sum domain.Unit
	for _, u := range y.Units {
		t.rows = append(t.rows, unitRow(b.unitName(y, u.Department), u))
		sum.Received, sum.Closed, sum.Open = sum.Received+u.Received, sum.Closed+u.Closed, sum.Open+u.Open
		sum.OpenLate += u.OpenLate
		sum.Kept = domain.Kept{
			OnTime: sum.Kept.OnTime + u.Kept.OnTime, Extended: sum.Kept.Extended + u.Kept.Extended, Late: sum.Kept.Late + u.Kept.Late,
		}
		sum.UpheldOf = domain.Share{Part: sum.UpheldOf.Part + u.UpheldOf.Part, Whole: sum.UpheldOf.Whole + u.UpheldOf.Whole}
	}
	sum.Days = y.Days
	t.total = unitRow(b.words.T("report.head.total"), sum)
	where := s.table(t)
	if len(y.Units) > 0 {
		p := b.unitPlot(s.name, where, y.Units)
		b.front = append(b.front, p)
		p.col, p.last, p.row = 1, len(s.widths), s.row
		s.chart(p)
	}
}

func unitRow(name string, u domain.Unit) []any {
	return []any{
		name, u.Received, u.Closed, u.Open, u.Kept.OnTime, u.Kept.Extended, u.Kept.Late, u.Kept.Share(),
		average{u.Days.N, u.Days.Median},
		u.OpenLate, u.UpheldOf.Part, u.UpheldOf.Whole, u.UpheldOf,
	}
}

// unitPlot draws on time, extended and late of each department.
func (b *book) unitPlot(sheet string, where area, all []domain.Unit) plot {
	const onTimeColumn = 5
	p := plot{
		kind: excelize.BarStacked, title: b.words.T("report.chart.units"), legend: true, gap: 45,
		height: 110 + 28*len(all),
	}
	for _, u := range all {
		p.most = max(p.most, u.Kept.Whole())
	}
	for i, color := range []string{onTime, longer, late} {
		p.series = append(p.series, painted(down(sheet, where, onTimeColumn+i), color))
	}
	return p
}

func (b *book) unitName(y domain.Yearly, id domain.DepartmentID) string {
	if id == (domain.DepartmentID{}) {
		return b.words.T("report.unassigned")
	}
	return cmp.Or(y.Names.Departments[id], b.words.T("report.unnamed"))
}

// heads gives the words of the columns named.
func (b *book) heads(keys ...string) []string {
	words := make([]string, len(keys))
	for i, key := range keys {
		words[i] = b.words.T("report.head." + key)
	}
	return words
}

// outcomes is F-3 by outcome, and the grounds of admissibility.
func (b *book) outcomes(y domain.Yearly) {
	s := b.page("outcomes", paper{}, 48, 14, 14)
	s.heading(b.words.T("report.outcomes.title"), b.words.T("report.outcomes.note"))
	s.tallied(b.words.T("report.head.outcomes"), b.words.T("report.chart.outcomes"),
		tally(y.ByOutcome, func(o domain.Outcome) string { return b.capital("outcome." + string(o)) }))
	s.caption("report.outcomes.grounds")
	s.tallied(b.words.T("report.head.grounds"), b.words.T("report.chart.grounds"),
		tally(y.ByGround, func(g domain.Ground) string { return b.capital("ground." + string(g)) }))
}
