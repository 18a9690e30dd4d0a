package present

import (
	"cmp"

	"harta/internal/domain"
)

// Tables gives the tables of the report that is shown.
func (r *Reports) Tables() []NumberTable {
	switch {
	case r.yearly == nil:
		return nil
	case r.report == ReportOverdue:
		return []NumberTable{r.termTable(), r.reasonTable(), r.taskTable()}
	case r.report == ReportUnits:
		return []NumberTable{r.unitTable()}
	default:
		return []NumberTable{r.kindTable()}
	}
}

func (r *Reports) heads(keys ...string) []string {
	words := make([]string, len(keys))
	for i, k := range keys {
		words[i] = r.T(k)
	}
	return words
}

func (r *Reports) kindTable() NumberTable {
	y := r.yearly
	t := NumberTable{Heads: r.heads("report.head.kind", "report.head.received", "report.head.closed", "report.head.open",
		"reports.of_law", "reports.of_charter", "report.head.median")}
	for _, k := range y.Kinds {
		t.Rows = append(t.Rows, r.kindRow(r.T("report.kind."+string(k.Kind)), k))
	}
	all := r.kindRow(r.T("report.head.total"), domain.KindYear{
		Received: y.Received, Closed: y.Closed, Open: y.Open, Legal: y.Legal, Charter: y.Charter, Days: y.Days,
	})
	all.Total = true
	t.Rows = append(t.Rows, all)
	return t
}

func (r *Reports) kindRow(label string, k domain.KindYear) NumberRow {
	charter := r.share(k.Charter.Share(), r.view(domain.FigureCharter, k.Kind))
	charter.Warn = below(k.Charter.Share(), r.yearly.Target)
	return NumberRow{Label: label, Numbers: []Number{
		r.count(k.Received, r.view(domain.FigureReceived, k.Kind)), r.count(k.Closed, r.view(domain.FigureClosed, k.Kind)),
		r.count(k.Open, r.view(domain.FigureOpen, k.Kind)), r.share(k.Legal.Share(), r.view(domain.FigureLegal, k.Kind)),
		charter, r.measured(k.Days, r.view(domain.FigureAnswered, k.Kind)),
	}}
}

// measured is a median of days with the list it was taken of.
func (r *Reports) measured(d domain.Spread, view string) Number {
	if d.N == 0 {
		view = ""
	}
	return Number{Words: r.days(d.N, d.Median), View: view}
}

func (r *Reports) termTable() NumberTable {
	t := NumberTable{Title: r.T("reports.terms"), Heads: r.heads("report.head.term", "report.head.on_time", "report.head.extended",
		"report.head.late", "report.head.decided_all", "report.head.kept")}
	row := func(label string, k domain.Kept, all, late domain.Figure) {
		t.Rows = append(t.Rows, NumberRow{Label: label, Numbers: []Number{
			r.count(k.OnTime, ""), r.count(k.Extended, ""), r.count(k.Late, r.view(late, "")), r.count(k.Whole(), r.view(all, "")),
			r.share(k.Share(), ""),
		}})
	}
	row(r.T("report.terms.legal"), r.yearly.Legal, domain.FigureLegal, domain.FigureLegalLate)
	row(r.T("report.terms.charter"), r.yearly.Charter, domain.FigureCharter, domain.FigureCharterLate)
	return t
}

func (r *Reports) reasonTable() NumberTable {
	o := r.yearly.Overdue
	t := NumberTable{
		Title: r.T("reports.reasons"), Heads: r.heads("report.head.late_reason", "report.head.count", "report.head.share"),
		Empty: r.T("reports.no_late", "year", r.year),
	}
	for _, x := range o.Reasons {
		t.Rows = append(t.Rows, NumberRow{Label: cmp.Or(x.Of, r.T("report.terms.no_reason")), Numbers: []Number{
			r.count(x.N, ""), r.share(domain.Share{Part: x.N, Whole: o.Answered}, ""),
		}})
	}
	if len(t.Rows) > 0 {
		t.Rows = append(t.Rows, NumberRow{Label: r.T("report.head.total"), Total: true, Numbers: []Number{
			r.count(o.Answered, r.view(domain.FigureAnsweredLate, "")), {},
		}})
	}
	return t
}

func (r *Reports) taskTable() NumberTable {
	t := NumberTable{Title: r.T("reports.tasks"), Heads: r.heads("report.head.indicator", "report.head.kept_count", "report.head.of", "report.head.share")}
	for _, x := range []struct {
		label string
		share domain.Share
	}{
		{r.T("report.terms.notified"), r.yearly.Notified},
		{r.T("report.terms.forwarded"), r.yearly.Forwards},
		{r.T("report.terms.extensions"), r.yearly.Extended},
	} {
		t.Rows = append(t.Rows, NumberRow{Label: x.label, Numbers: []Number{r.count(x.share.Part, ""), r.count(x.share.Whole, ""), r.share(x.share, "")}})
	}
	return t
}

func (r *Reports) unitTable() NumberTable {
	t := NumberTable{Heads: r.heads("report.head.unit", "report.head.received", "report.head.closed", "report.head.open",
		"reports.overdue_head", "report.head.kept", "report.head.median")}
	for _, u := range r.yearly.Units {
		view := func(f domain.Figure) string { return r.unitView(f, u.Department) }
		t.Rows = append(t.Rows, NumberRow{Label: r.unitName(u.Department), Numbers: []Number{
			r.count(u.Received, view(domain.FigureReceived)), r.count(u.Closed, view(domain.FigureClosed)),
			r.count(u.Open, view(domain.FigureOpen)), r.count(u.OpenLate, view(domain.FigureOpenLate)),
			r.share(u.Kept.Share(), view(domain.FigureAnswered)), r.measured(u.Days, view(domain.FigureAnswered)),
		}})
	}
	return t
}
