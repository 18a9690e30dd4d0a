package present

import (
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"harta/internal/domain"
)

// ReportsOffice is what Отчети asks of the office.
type ReportsOffice interface {
	Acting() domain.Acting
	List(want func(domain.Entry) bool) []domain.Entry
	Report(year int) (domain.Yearly, error)
	// WriteYearly writes the workbook of a year; watch is told how far it is, and tells whether to go on.
	WriteYearly(year int, path string, watch func(done, total int) (on bool)) error
}

// ReportRow is a report beside the page.
type ReportRow struct{ Key, Words, Second string }

// Reports that there are.
const (
	ReportYearly   = "yearly"
	ReportOverdue  = "overdue"
	ReportUnits    = "units"
	ReportRegister = "register" // leads to the register
	ReportDestroy  = "destroy"  // leads to what is kept until when
)

// yearlySheets is how many sheets the workbook of a year has.
const yearlySheets = 12

// Reports is the presenter of the figures of a year.
type Reports struct {
	Env
	watched
	office ReportsOffice

	report  string
	year    int
	years   []int
	compare bool
	yearly  *domain.Yearly // nil = still to come
	at      time.Time      // when it was computed
	version int            // grows with everything the page shows
	gen     int
	stale   bool
	wrong   string
	meter   *Meter // of the workbook that is being written
	stop    atomic.Bool
}

// NewReports makes the presenter, with a report and the year that goes on.
func NewReports(env Env, o ReportsOffice, report string) *Reports {
	r := &Reports{Env: env, office: o, report: ReportYearly, year: env.Today().Year(), compare: true}
	r.meter = NewMeter(env, r.changed)
	r.years = []int{r.year}
	if slices.Contains([]string{ReportOverdue, ReportUnits}, report) {
		r.report = report
	}
	return r
}

// Load computes the report anew. That it was is noted; so it is done when somebody asks for it, not at every change.
func (r *Reports) Load() {
	r.gen++
	gen, year := r.gen, r.year
	r.yearly, r.stale, r.wrong = nil, false, ""
	r.version++
	r.changed()
	var yearly domain.Yearly
	var years []int
	var err error
	r.Go(func() {
		years = r.yearsOf()
		yearly, err = r.office.Report(year)
	}, func() {
		switch {
		case gen != r.gen: // overtaken by a later Load
			return
		case err != nil:
			r.wrong = r.Tell(err)
		default:
			r.yearly, r.years, r.at = &yearly, years, r.Now()
		}
		r.version++
		r.changed()
	})
}

// yearsOf gives the years that have cases, and the present one, the latest first.
func (r *Reports) yearsOf() []int {
	seen := map[int]bool{r.Today().Year(): true, r.year: true}
	r.office.List(func(e domain.Entry) bool {
		if !e.ReceivedOn.IsZero() {
			seen[e.ReceivedOn.Year()] = true
		}
		return false
	})
	years := make([]int, 0, len(seen))
	for y := range seen {
		years = append(years, y)
	}
	slices.SortFunc(years, func(a, b int) int { return b - a })
	return years
}

// Outdated says that the office has changed since the report was computed.
func (r *Reports) Outdated() {
	if r.yearly != nil && !r.stale {
		r.stale = true
		r.changed()
	}
}

// Stale tells whether it has.
func (r *Reports) Stale() bool { return r.stale }

// Loaded tells whether there is something to show.
func (r *Reports) Loaded() bool { return r.yearly != nil }

// Empty tells whether the year has no cases at all.
func (r *Reports) Empty() bool { return r.yearly != nil && r.yearly.Received+r.yearly.Carried == 0 }

// Wrong is what went wrong last; empty = nothing.
func (r *Reports) Wrong() string { return r.wrong }

// Version grows whenever the page shows something else.
func (r *Reports) Version() int { return r.version }

// List gives the reports that there are.
func (r *Reports) List() []ReportRow {
	all := []ReportRow{
		{ReportYearly, r.T("reports.yearly"), r.T("reports.yearly_second", "n", yearlySheets)},
		{ReportOverdue, r.T("reports.overdue"), r.T("reports.overdue_second")},
		{ReportUnits, r.T("reports.units"), r.T("reports.units_second")},
		{ReportRegister, r.T("reports.register"), r.T("reports.register_second")},
	}
	if r.office.Acting().MayArchive() == nil {
		all = append(all, ReportRow{ReportDestroy, r.T("place.destroy"), r.T("reports.destroy_second")})
	}
	return all
}

// Elsewhere tells whether a row of the list is no report but leads to another place.
func (r ReportRow) Elsewhere() bool { return r.Key == ReportRegister || r.Key == ReportDestroy }

// Report is the key of the report that is shown.
func (r *Reports) Report() string { return r.report }

// Title is its name.
func (r *Reports) Title() string {
	if r.report == ReportYearly {
		return r.T("reports.yearly_title")
	}
	return r.T("reports." + r.report)
}

// ShowReport shows another report; the register of the year is a place of its own.
func (r *Reports) ShowReport(key string) {
	switch key {
	case r.report:
	case ReportRegister:
		r.OpenView(figureView(Figured{Of: domain.FigureReceived, Year: r.year}, "", domain.DepartmentID{}))
	case ReportDestroy:
		r.Open(Route{Place: DestroyPlace})
	default:
		r.report = key
		r.version++
		r.changed()
	}
}

// Years gives the years that can be chosen, and which one is.
func (r *Reports) Years() (words []string, at int) {
	for _, y := range r.years {
		words = append(words, strconv.Itoa(y))
	}
	return words, slices.Index(r.years, r.year)
}

// Year is the year that is shown.
func (r *Reports) Year() int { return r.year }

// ShowYear shows another year.
func (r *Reports) ShowYear(i int) {
	if i >= 0 && i < len(r.years) && r.years[i] != r.year {
		r.year = r.years[i]
		r.Load()
	}
}

// Compare tells whether the year before stands beside the figures; its words, and whether there is one.
func (r *Reports) Compare() (words string, on, can bool) {
	_, can = r.before()
	return r.T("reports.compare", "year", r.year-1), r.compare, can
}

// SetCompare turns that on or off.
func (r *Reports) SetCompare(on bool) {
	r.compare = on
	r.version++
	r.changed()
}

// before gives the figures of the year before.
func (r *Reports) before() (domain.Figures, bool) {
	if r.yearly == nil {
		return domain.Figures{}, false
	}
	i := slices.IndexFunc(r.yearly.Before, func(f domain.Figures) bool { return f.Year == r.year-1 })
	if i < 0 {
		return domain.Figures{}, false
	}
	return r.yearly.Before[i], true
}

// Unconfirmed says that the holidays of the year are not confirmed; empty = they are.
func (r *Reports) Unconfirmed() string {
	if r.office.Acting().Office.YearConfirmed(r.year) {
		return ""
	}
	return r.T("reports.unconfirmed", "year", r.year)
}

// OpenView opens a list of cases in the register; nothing for the empty one.
func (r *Reports) OpenView(view string) {
	if view != "" {
		r.Open(Route{Place: RegisterPlace, Arg: view})
	}
}

// FileName proposes the name of the workbook.
func (r *Reports) FileName() string { return r.T("reports.file", "year", r.year) + ".xlsx" }

// Meter tells how far the workbook is that is being written.
func (r *Reports) Meter() *Meter { return r.meter }

// Export writes the workbook of the year.
func (r *Reports) Export(path string) {
	if r.meter.Busy() {
		return
	}
	year := r.year
	r.wrong = ""
	r.stop.Store(false)
	r.meter.Begin(r.T("reports.writing", "year", year))
	r.changed()
	var err error
	r.Go(func() {
		err = r.office.WriteYearly(year, path, func(done, total int) bool {
			r.meter.Count(done, total)
			return !r.stop.Load()
		})
	}, func() {
		r.meter.End()
		if err != nil {
			r.wrong = r.Tell(err)
		} else {
			r.Toast(Toast{Words: r.T("reports.written", "year", year)})
		}
		r.changed()
	})
}

// Stop gives up the workbook that is being written: no file is left of it.
func (r *Reports) Stop() { r.stop.Store(true) }

// Restore goes back to what was shown before.
func (r *Reports) Restore(report string, year int, compare bool) {
	r.report, r.compare = report, compare
	r.version++
	if year != r.year {
		r.year = year
		r.Load()
		return
	}
	r.changed()
}
