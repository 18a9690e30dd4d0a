package present_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// figuresOffice is an office whose figures are made up.
type figuresOffice struct {
	office  domain.Office
	entries []domain.Entry
	yearly  domain.Yearly
	asked   []int
	wrote   []string
	during  func()
	fail    error
}

func newFiguresOffice() *figuresOffice {
	o := &figuresOffice{office: domain.NewOffice()}
	o.entries = []domain.Entry{{ReceivedOn: dayOf("2024-05-06")}, {ReceivedOn: calmDay}, {}}
	unit := domain.DepartmentID{4}
	o.yearly = domain.Yearly{
		Year: 2026, AsOf: calmDay, Target: 95, Calendar: "v1", Received: 318, Carried: 14, Closed: 289, Open: 43,
		Legal: domain.Kept{OnTime: 200, Extended: 24, Late: 3}, Charter: domain.Kept{OnTime: 39, Late: 3},
		Days:    domain.Spread{N: 227, Median: 17},
		Overdue: domain.Overdue{Answered: 4, MeanDelay: 2.25, Open: 0, Reasons: []domain.Count[string]{{Of: "Отпуск", N: 3}, {Of: "", N: 1}}},
		ByKind:  []domain.KindMonths{{Kind: domain.Signal, Months: [12]int{5, 10: 2}, Total: 7}}, ClosedBy: [12]int{3},
		Kinds: []domain.KindYear{
			{Kind: domain.ComplaintStaff, Received: 46, Closed: 42, Open: 6, Legal: domain.Kept{OnTime: 42}, Charter: domain.Kept{OnTime: 39, Late: 3}, Days: domain.Spread{N: 42, Median: 19.5}},
			{Kind: domain.Question, Received: 58, Closed: 53, Open: 0},
		},
		Units: []domain.Unit{
			{Department: unit, Received: 40, Closed: 30, Open: 10, OpenLate: 2, Kept: domain.Kept{OnTime: 28, Extended: 1, Late: 1}, Days: domain.Spread{N: 30, Median: 9}},
			{Received: 2, Open: 2},
		},
		Names:  domain.Names{Departments: map[domain.DepartmentID]string{unit: "Строителство"}},
		Before: []domain.Figures{{Year: 2024, Received: 1}, {Year: 2025, Received: 296, Closed: 280, Open: 14, Legal: domain.Kept{OnTime: 1}, Days: domain.Spread{N: 3, Median: 19}}},
	}
	return o
}

func (o *figuresOffice) Acting() domain.Acting {
	return domain.Acting{Office: &o.office, Now: calmDay.Start()}
}

func (o *figuresOffice) List(want func(domain.Entry) bool) []domain.Entry {
	return slices.DeleteFunc(slices.Clone(o.entries), func(e domain.Entry) bool { return !want(e) })
}

func (o *figuresOffice) Report(year int) (domain.Yearly, error) {
	o.asked = append(o.asked, year)
	y := o.yearly
	if year != y.Year {
		y = domain.Yearly{Year: year, AsOf: calmDay}
	}
	return y, o.fail
}

func (o *figuresOffice) WriteYearly(_ int, path string, watch func(done, total int) bool) error {
	if o.during != nil {
		o.during()
	}
	if !watch(3, 12) {
		return errors.New("отказано")
	}
	o.wrote = append(o.wrote, path)
	return o.fail
}

func openReports(t *testing.T, o *figuresOffice) (*present.Reports, *calmHeard) {
	t.Helper()
	env, heard := calmEnv(t)
	env.Tell = func(error) string { return "повреда" }
	r := present.NewReports(env, o, "")
	r.Load()
	return r, heard
}

func TestHeadlineFiguresSayWhatTheyAreOfAndTheYearBefore(t *testing.T) {
	r, _ := openReports(t, newFiguresOffice())
	var lines []string
	for _, c := range r.Cards() {
		lines = append(lines, strings.Join([]string{c.Label, c.Figure, c.Note, c.Last}, "|"))
	}
	want := []string{
		"Постъпили|318|ръст 7,4 %|2025 г.: 296",
		"Приключени|289|преходни: 14|2025 г.: 280",
		"Неприключени|43|просрочени: 0|2025 г.: 14",
		"В законов срок|98,7 %|224 от 227|2025 г.: 100,0 %",
		"Жалби по Хартата|92,9 %|39 от 42, цел 95 %|2025 г.: н/п",
		"Медиана до отговор|17 дни|по 227 отговора|2025 г.: 19 дни",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("%s", strings.Join(lines, "\n"))
	}
	if cards := r.Cards(); !cards[4].Warn || cards[3].Warn {
		t.Error("the missed target is not marked, or another figure is")
	}
	r.SetCompare(false)
	if r.Cards()[0].Last != "" {
		t.Error("the year before stays")
	}
}

func TestEveryNumberLeadsToItsCasesAndZeroNowhere(t *testing.T) {
	r, heard := openReports(t, newFiguresOffice())
	rows := r.Tables()[0].Rows
	if len(rows) != 3 || !rows[2].Total || rows[2].Numbers[0].Words != "318" {
		t.Fatalf("%+v", rows)
	}
	complaints, questions := rows[0].Numbers, rows[1].Numbers
	for i, want := range []string{"46", "42", "6", "100,0 %", "92,9 %", "19,5"} {
		if complaints[i].Words != want || complaints[i].View == "" {
			t.Errorf("%d: %+v, want %s", i, complaints[i], want)
		}
	}
	for i, want := range []string{"58", "53", "0", "н/п", "н/п", "н/п"} {
		if questions[i].Words != want || (questions[i].View == "") != (i >= 2) {
			t.Errorf("%d: %+v, want %s", i, questions[i], want)
		}
	}
	r.OpenView(complaints[1].View)
	r.OpenView("")
	r.OpenBar(10, 1)
	r.OpenUnit(0)
	r.OpenUnit(7)
	want := []string{
		"figure:closed/2026/0/complaint_staff/", "figure:closed/2026/11//", "figure:answered/2026/0//04000000000000000000000000000000",
	}
	var got []string
	for _, x := range heard.routes {
		got = append(got, x.Arg)
	}
	if !slices.Equal(got, want) {
		t.Errorf("opened %q", got)
	}
}

func TestTheRegisterListsWhatANumberCounts(t *testing.T) {
	for view, want := range map[string]int{
		"figure:received/2026/0//":                                 5,
		"figure:received/2026/11//":                                5,
		"figure:received/2026/10//":                                0,
		"figure:received/2026/0/signal/":                           2,
		"figure:received/2025/0//":                                 0,
		"figure:closed/2026/0//":                                   1,
		"figure:open/2026/0//":                                     4,
		"figure:open_late/2026/0//":                                1,
		"figure:no such/2026/0//":                                  0,
		"figure:received/2026/0//09000000000000000000000000000000": 0,
		"figure:received/2026/0//none":                             5,
		"figure:bad":                                               4, // the open cases
	} {
		if r, _ := newRegister(t, view); r.Count() != want {
			t.Errorf("%s: %d cases, want %d", view, r.Count(), want)
		}
	}
	r, _ := newRegister(t, "figure:received/2026/11//")
	if c := r.Chips()[0]; !c.On || c.Words != "Постъпили през 2026, ноември" {
		t.Errorf("chip %+v", c)
	}
	r.SetChip("figure", "")
	if r.Filter() != (present.Filter{}) {
		t.Errorf("filter %+v", r.Filter())
	}
}

func TestReportsShowOtherYearsAndOtherFigures(t *testing.T) {
	o := newFiguresOffice()
	r, heard := openReports(t, o)
	if years, at := r.Years(); !slices.Equal(years, []string{"2026", "2024"}) || at != 0 {
		t.Errorf("years %v, at %d", years, at)
	}
	if words, on, can := r.Compare(); words != "сравни с 2025" || !on || !can {
		t.Errorf("%q %v %v", words, on, can)
	}
	r.ShowReport(present.ReportOverdue)
	if r.Title() != "Просрочия и причини" || r.Cards()[1].Figure != "2,3" || r.Cards()[3].Figure != "н/п" {
		t.Errorf("%s: %+v", r.Title(), r.Cards())
	}
	reasons := r.Tables()[1]
	if reasons.Rows[1].Label != "Не е посочена" || reasons.Rows[0].Numbers[1].Words != "75,0 %" || reasons.Rows[2].Numbers[0].View == "" {
		t.Errorf("%+v", reasons)
	}
	r.ShowReport(present.ReportUnits)
	rows := r.Tables()[0].Rows
	if rows[0].Label != "Строителство" || rows[0].Numbers[3].View == "" || rows[1].Label != "Невъзложени" || rows[1].Numbers[0].View != "" {
		t.Errorf("%+v", rows)
	}
	if bars := r.UnitBars(); len(bars) != 1 || bars[0].Kept.Late != 1 {
		t.Errorf("%+v", bars)
	}
	r.ShowReport(present.ReportRegister)
	if len(heard.routes) != 1 || heard.routes[0].Place != present.RegisterPlace || r.Report() != present.ReportUnits {
		t.Errorf("%+v", heard.routes)
	}
	r.ShowYear(1)
	if !slices.Equal(o.asked, []int{2026, 2024}) || !r.Empty() || r.Year() != 2024 {
		t.Errorf("asked %v, year %d", o.asked, r.Year())
	}
	if _, _, can := r.Compare(); can {
		t.Error("there is a year before")
	}
}

func TestTheMonthsEndWithTheData(t *testing.T) {
	r, _ := openReports(t, newFiguresOffice())
	labels, values := r.MonthBars()
	if len(labels) != 11 || labels[10] != "ное" || !slices.Equal(values[0], []int{5, 3}) || !slices.Equal(values[10], []int{2, 0}) {
		t.Errorf("%v %v", labels, values)
	}
}

func TestTheBalanceIsSaidAlsoWhenItDoesNotClose(t *testing.T) {
	o := newFiguresOffice()
	r, _ := openReports(t, o)
	if words, ok := r.Balance(); !ok || words != "Баланс: преходни 14 + постъпили 318 – приключени 289 = неприключени 43." {
		t.Errorf("%q", words)
	}
	o.yearly.Open = 42
	r.Load()
	if words, ok := r.Balance(); ok || !strings.HasPrefix(words, "Балансът не излиза") {
		t.Errorf("%q", words)
	}
}

func TestAReportIsComputedWhenAskedForOnly(t *testing.T) {
	o := newFiguresOffice()
	r, _ := openReports(t, o)
	r.Outdated()
	r.Outdated()
	if !r.Stale() || len(o.asked) != 1 {
		t.Errorf("stale %v, asked %v", r.Stale(), o.asked)
	}
	r.Load()
	if r.Stale() || len(o.asked) != 2 {
		t.Errorf("stale %v, asked %v", r.Stale(), o.asked)
	}
}

func TestAnOvertakenReportIsNotShown(t *testing.T) {
	o := newFiguresOffice()
	env, _ := calmEnv(t)
	var late lateJobs
	env.Go = late.run
	r := present.NewReports(env, o, "")
	r.Load()
	r.Load()
	late.jobs[0]()
	if r.Loaded() {
		t.Error("the first one is shown")
	}
	late.jobs[1]()
	if !r.Loaded() {
		t.Error("the second one is not")
	}
}

func TestTheWorkbookIsWrittenOnceAndWhatGoesWrongIsSaid(t *testing.T) {
	o := newFiguresOffice()
	r, heard := openReports(t, o)
	if r.FileName() != "годишен-отчет-2026.xlsx" {
		t.Errorf("%q", r.FileName())
	}
	r.Export("a.xlsx")
	if !slices.Equal(o.wrote, []string{"a.xlsx"}) || !slices.Equal(heard.toasts, []string{"Годишният отчет за 2026 г. е записан."}) {
		t.Errorf("%q, said %q", o.wrote, heard.toasts)
	}
	o.fail = errors.New("disk full")
	r.Export("b.xlsx")
	if r.Meter().Busy() || r.Wrong() != "повреда" {
		t.Errorf("writing %v, wrong %q", r.Meter().Busy(), r.Wrong())
	}
	o.fail, o.during = nil, r.Stop
	r.Export("c.xlsx")
	if o.during = nil; len(o.wrote) != 2 || r.Meter().Busy() {
		t.Errorf("given up, and written all the same: %q", o.wrote)
	}
	r.Export("d.xlsx")
	if len(o.wrote) != 3 || r.Wrong() != "" {
		t.Errorf("after it was given up: %q, wrong %q", o.wrote, r.Wrong())
	}
	o.fail = errors.New("disk full")
	r.Load()
	if r.Loaded() || r.Wrong() != "повреда" || r.Cards() != nil || r.Tables() != nil || r.Method() != nil {
		t.Error("figures that are not there")
	}
}

func TestAnUnconfirmedYearIsSaid(t *testing.T) {
	o := newFiguresOffice()
	r, _ := openReports(t, o)
	if !strings.Contains(r.Unconfirmed(), "2026") {
		t.Errorf("%q", r.Unconfirmed())
	}
}
