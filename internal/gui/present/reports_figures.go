package present

import (
	"strconv"
	"strings"
	"time"

	"harta/internal/domain"
)

// FigureCard is one headline figure of a report.
type FigureCard struct {
	Label, Figure string
	Note, Last    string // what it is of, and the year before; empty = nothing
	Warn          bool
	View          string // of the register; empty = it leads nowhere
}

// Number is a number of a table, with the list it stands for.
type Number struct {
	Words, View string
	Warn        bool
}

// NumberRow is a line of a table of figures.
type NumberRow struct {
	Label   string
	Numbers []Number
	Total   bool
}

// NumberTable is a table of figures.
type NumberTable struct {
	Title string
	Heads []string // the first one is that of the labels
	Rows  []NumberRow
	Empty string // said instead, when it has no rows
}

// view names the list behind a figure of the year.
func (r *Reports) view(f domain.Figure, kind domain.Kind) string {
	if kind == domain.ComplaintAny { // no list has both
		return ""
	}
	return figureView(Figured{Of: f, Year: r.year}, kind, domain.DepartmentID{})
}

// count is a number of cases with its list; behind 0 there is none.
func (r *Reports) count(n int, view string) Number {
	if n == 0 {
		view = ""
	}
	return Number{Words: r.Say.Number(n), View: view}
}

// share is a share with the list of what it is of.
func (r *Reports) share(s domain.Share, view string) Number {
	if s.Whole == 0 {
		view = ""
	}
	return Number{Words: r.Say.Share(s), View: view}
}

// decimal writes a mean or median: without a fraction where there is none.
func (r *Reports) decimal(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), ".", r.T("number.decimal"), 1)
}

// days writes a number of days; nothing to count reads „н/п“.
func (r *Reports) days(n int, x float64) string {
	if n == 0 {
		return r.T("common.not_applicable")
	}
	return r.decimal(float64(int(x*10+0.5)) / 10)
}

func (r *Reports) withDays(n int, x float64) string {
	if n == 0 {
		return r.days(n, x)
	}
	if x == float64(int(x)) {
		return r.T("unit.d", "n", int(x))
	}
	return r.T("reports.days", "n", r.days(n, x), "unit", r.T("report.card.days"))
}

// Cards gives the headline figures of the report that is shown.
func (r *Reports) Cards() []FigureCard {
	switch {
	case r.yearly == nil:
		return nil
	case r.report == ReportOverdue:
		return r.lateCards()
	case r.report == ReportUnits:
		return nil
	default:
		return r.yearlyCards()
	}
}

func (r *Reports) yearlyCards() []FigureCard {
	y, t := r.yearly, r.T
	legal, charter := y.Legal.Share(), y.Charter.Share()
	cards := []FigureCard{
		{Label: t("report.card.received"), Figure: r.Say.Number(y.Received), View: r.view(domain.FigureReceived, "")},
		{
			Label: t("report.card.closed"), Figure: r.Say.Number(y.Closed), Note: t("report.card.carried", "n", y.Carried),
			View: r.view(domain.FigureClosed, ""),
		},
		{
			Label: t("report.card.open"), Figure: r.Say.Number(y.Open), Note: t("report.card.open_late", "n", y.Overdue.Open),
			View: r.view(domain.FigureOpen, ""),
		},
		{Label: t("report.card.legal"), Figure: r.Say.Share(legal), Note: r.partOf(legal), View: r.view(domain.FigureLegal, "")},
		{
			Label: t("reports.charter"), Figure: r.Say.Share(charter), View: r.view(domain.FigureCharter, ""), Warn: below(charter, y.Target),
			Note: r.partOf(charter) + t("common.comma") + t("report.card.target", "n", y.Target),
		},
		{
			Label: t("report.card.median"), Figure: r.withDays(y.Days.N, y.Days.Median), Note: t("report.card.answered", "n", y.Days.N),
			View: r.view(domain.FigureAnswered, ""),
		},
	}
	if b, ok := r.before(); ok && r.compare {
		cards[0].Note = r.growth(y.Received, b.Received)
		for i, words := range []string{
			r.Say.Number(b.Received), r.Say.Number(b.Closed), r.Say.Number(b.Open), r.Say.Share(b.Legal.Share()), r.Say.Share(b.Charter.Share()), r.withDays(b.Days.N, b.Days.Median),
		} {
			cards[i].Last = t("reports.last", "year", b.Year, "n", words)
		}
	}
	return cards
}

func (r *Reports) partOf(s domain.Share) string {
	return r.T("report.card.part_of", "part", s.Part, "whole", s.Whole)
}

// below tells whether a share misses the per cent aimed at.
func below(s domain.Share, target int) bool { return s.Whole > 0 && s.Part*100 < target*s.Whole }

// growth says by how much this year has more or fewer than the one before, nothing where it has as many.
func (r *Reports) growth(now, before int) string {
	switch {
	case before > 0 && now > before:
		return r.T("reports.growth", "share", r.Say.Share(domain.Share{Part: now - before, Whole: before}))
	case before > 0 && now < before:
		return r.T("reports.fall", "share", r.Say.Share(domain.Share{Part: before - now, Whole: before}))
	default:
		return ""
	}
}

func (r *Reports) lateCards() []FigureCard {
	o, t := r.yearly.Overdue, r.T
	return []FigureCard{
		{Label: t("report.terms.answered_late"), Figure: r.Say.Number(o.Answered), View: r.view(domain.FigureAnsweredLate, ""), Warn: o.Answered > 0},
		{Label: t("report.terms.mean_delay"), Figure: r.days(o.Answered, o.MeanDelay)},
		{Label: t("report.terms.open_late"), Figure: r.Say.Number(o.Open), View: r.view(domain.FigureOpenLate, ""), Warn: o.Open > 0},
		{Label: t("report.terms.oldest"), Figure: r.days(o.Open, float64(o.OldestAge))},
	}
}

// MonthBars gives what was received and closed by month, up to the last month that counts.
func (r *Reports) MonthBars() (labels []string, values [][]int) {
	if r.yearly == nil {
		return nil, nil
	}
	last := time.December
	if _, month, _ := r.yearly.AsOf.Civil(); r.yearly.AsOf.Year() == r.year {
		last = month
	}
	for m := range int(last) {
		in := 0
		for _, k := range r.yearly.ByKind {
			in += k.Months[m]
		}
		labels = append(labels, r.T("report.month."+strconv.Itoa(m+1)))
		values = append(values, []int{in, r.yearly.ClosedBy[m]})
	}
	return labels, values
}

// OpenBar opens the list behind a bar.
func (r *Reports) OpenBar(month, series int) {
	of := domain.FigureReceived
	if series == 1 {
		of = domain.FigureClosed
	}
	r.OpenView(figureView(Figured{Of: of, Year: r.year, Month: time.Month(month + 1)}, "", domain.DepartmentID{}))
}

// UnitBar is how a department kept the terms that people see.
type UnitBar struct {
	Label string
	Kept  domain.Kept
}

// UnitBars gives it of every department that answered something.
func (r *Reports) UnitBars() []UnitBar {
	var bars []UnitBar
	for _, u := range r.answering() {
		bars = append(bars, UnitBar{r.unitName(u.Department), u.Kept})
	}
	return bars
}

func (r *Reports) answering() []domain.Unit {
	var units []domain.Unit
	if r.yearly == nil {
		return nil
	}
	for _, u := range r.yearly.Units {
		if u.Kept.Whole() > 0 {
			units = append(units, u)
		}
	}
	return units
}

// OpenUnit opens the list behind the bar of a department.
func (r *Reports) OpenUnit(i int) {
	if all := r.answering(); i >= 0 && i < len(all) {
		r.OpenView(r.unitView(domain.FigureAnswered, all[i].Department))
	}
}

// unitView lists the cases of a department; those of none cannot be listed.
func (r *Reports) unitView(f domain.Figure, d domain.DepartmentID) string {
	if d == (domain.DepartmentID{}) {
		return ""
	}
	return figureView(Figured{Of: f, Year: r.year}, "", d)
}

func (r *Reports) unitName(d domain.DepartmentID) string {
	if d == (domain.DepartmentID{}) {
		return r.T("report.unassigned")
	}
	if name := r.yearly.Names.Departments[d]; name != "" {
		return name
	}
	return r.T("report.unnamed")
}

// Balance says whether the figures close, in words.
func (r *Reports) Balance() (words string, ok bool) {
	if r.yearly == nil {
		return "", true
	}
	y, key := r.yearly, "reports.balance"
	if y.Balance() != 0 {
		key = "reports.balance_off"
	}
	return r.T(key, "carried", y.Carried, "received", y.Received, "closed", y.Closed, "open", y.Open), y.Balance() == 0
}

// Method says how the figures were made.
func (r *Reports) Method() []string {
	if r.yearly == nil {
		return nil
	}
	return []string{
		r.T("report.define.in_time.text"), r.T("report.define.waiting.text"),
		r.T("report.define.none") + ": " + r.T("report.define.none.text"),
		r.T("reports.as_of", "calendar", r.yearly.Calendar, "at", r.Say.DateTime(r.at)),
	}
}
