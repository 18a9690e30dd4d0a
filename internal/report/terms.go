package report

import (
	"cmp"
	"strconv"

	"github.com/xuri/excelize/v2"

	"harta/internal/domain"
)

// terms is F-5 to F-8, F-11 and F-12: what the law and the charter promise, and what was late.
func (b *book) terms(y domain.Yearly) {
	s := b.page("terms", paper{}, 44, 13, 13, 11, 11, 12)
	s.heading(b.words.T("report.terms.title"), b.words.T("report.terms.note"))
	kept := func(key string, k domain.Kept) []any {
		return []any{b.words.T(key), k.OnTime, k.Extended, k.Late, k.Whole(), k.Share()}
	}
	s.table(table{
		heads: b.heads("term", "on_time", "extended", "late", "decided_all", "kept"),
		rows:  [][]any{kept("report.terms.legal", y.Legal), kept("report.terms.charter", y.Charter)},
	})
	s.caption("report.terms.tasks")
	s.shares(b.heads("indicator", "kept_count", "of", "share"), []measured{
		{"report.terms.notified", y.Notified}, {"report.terms.forwarded", y.Forwards}, {"report.terms.extensions", y.Extended},
	})
	s.caption("report.terms.overdue")
	s.table(table{heads: b.heads("indicator", "value"), rows: [][]any{
		{b.words.T("report.terms.answered_late"), y.Overdue.Answered},
		{b.words.T("report.terms.mean_delay"), average{y.Overdue.Answered, y.Overdue.MeanDelay}},
		{b.words.T("report.terms.open_late"), y.Overdue.Open},
		{b.words.T("report.terms.oldest"), y.Overdue.OldestAge},
	}})
	if len(y.Overdue.Reasons) > 0 {
		t := table{heads: b.heads("late_reason", "count")}
		for _, r := range y.Overdue.Reasons {
			t.rows = append(t.rows, []any{cmp.Or(r.Of, b.words.T("report.terms.no_reason")), r.N})
		}
		s.table(t)
	}
	s.target(y)
}

// target draws the charter's share beside the one aimed at.
func (s *sheet) target(y domain.Yearly) {
	s.caption("report.terms.target")
	charter := s.words.T("report.terms.charter")
	where := s.table(table{
		heads: []string{s.words.T("report.head.indicator"), s.words.T("report.terms.reached"), s.words.T("report.terms.aim")},
		rows:  [][]any{{charter, y.Charter.Share(), domain.Share{Part: y.Target, Whole: 100}}},
	})
	s.chart(plot{
		kind: excelize.Bar, title: s.words.T("report.chart.target"), col: 1, last: len(s.widths), row: s.row, height: 190,
		series: []excelize.ChartSeries{painted(down(s.name, where, 2), accent), painted(down(s.name, where, 3), grey)},
		labels: true, shares: true, legend: true, gap: 45,
	})
}

// measured is an indicator that is a share.
type measured struct {
	key   string
	share domain.Share
}

// shares writes indicators with numerator, denominator and share.
func (s *sheet) shares(heads []string, all []measured) {
	t := table{heads: heads}
	for _, m := range all {
		t.rows = append(t.rows, []any{s.words.T(m.key), m.share.Part, m.share.Whole, m.share})
	}
	s.table(t)
}

// durations is F-9 and F-10: how long a reply took.
func (b *book) durations(y domain.Yearly) {
	s := b.page("durations", paper{}, 40, 12, 12, 12, 16)
	s.heading(b.words.T("report.durations.title"), b.words.T("report.durations.note"))
	spread := func(name string, d domain.Spread) []any {
		return []any{name, d.N, average{d.N, d.Mean}, average{d.N, d.Median}, average{d.N, d.P90}}
	}
	t := table{heads: b.heads("kind", "answered", "mean", "median", "p90"), total: spread(b.words.T("report.head.total"), y.Days)}
	for _, k := range y.DaysByKind {
		t.rows = append(t.rows, spread(b.words.T("report.kind."+string(k.Kind)), k.Days))
	}
	s.table(t)
	s.caption("report.durations.histogram")
	var sum int
	for _, n := range y.Histogram {
		sum += n
	}
	h := table{heads: b.heads("days", "count", "share")}
	for i, n := range y.Histogram {
		h.rows = append(h.rows, []any{b.words.T("report.days." + strconv.Itoa(i+1)), n, domain.Share{Part: n, Whole: sum}})
	}
	where := s.table(h)
	s.chart(plot{
		kind: excelize.Col, title: b.words.T("report.chart.histogram"), col: 1, last: len(s.widths), row: s.row, height: 300,
		series: []excelize.ChartSeries{painted(down(s.name, where, 2), accent)}, labels: true, gap: 8,
	})
}

// voices is what citizens say of the service, and the quality of the office's own work (F-13 to F-20).
func (b *book) voices(y domain.Yearly) {
	s := b.page("voices", paper{}, 58, 14, 14, 14)
	s.heading(b.words.T("report.voices.title"), b.words.T("report.voices.note"))
	complaints := 0
	for _, k := range y.ByKind {
		if k.Kind.Complaint() {
			complaints += k.Total
		}
	}
	of := func(part, whole int) domain.Share { return domain.Share{Part: part, Whole: whole} }
	s.caption("report.voices.citizens")
	s.shares(b.heads("indicator", "count", "of", "share"), []measured{
		{"report.voices.upheld", y.UpheldOf},
		{"report.voices.staff", y.Staff},
		{"report.voices.proposals", y.Proposals},
		{"report.voices.praise", of(y.Praise, complaints)},
		{"report.voices.opinions", of(y.Opinions, y.Received)},
		{"report.voices.repeats", of(y.Repeats, y.Received)},
		{"report.voices.anonymous", of(y.Anonymous, y.Received)},
		{"report.voices.danger", of(y.Danger, y.Anonymous)},
	})
	s.caption("report.voices.office")
	s.shares(b.heads("indicator", "count", "of", "share"), []measured{
		{"report.voices.measures_kept", of(y.Measures.InTime, y.Measures.Ordered)},
		{"report.voices.measures_late", of(y.Measures.Overdue, y.Measures.Ordered)},
	})
	s.table(table{heads: b.heads("indicator", "count"), rows: [][]any{
		{b.words.T("report.voices.apologies"), y.Apologies},
		{b.words.T("report.voices.returned"), y.Returned},
		{b.words.T("report.voices.annulled"), y.Annulled},
	}})
}
