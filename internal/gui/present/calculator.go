package present

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
)

// CalculatorOffice is what the calculator asks of the office.
type CalculatorOffice interface {
	Acting() domain.Acting
	ExplainTerms(now *domain.Office, x desk.Explanation) ([]byte, error)
	Show(name string, content []byte) error
}

// Calculator counts terms without a case: for a typed day those of every kind, and one that somebody only tries.
type Calculator struct {
	Env
	watched
	office CalculatorOffice

	start  calendar.Date
	kinds  []domain.KindTerms
	own    domain.Counted // the term that is tried
	count  string         // as it was typed
	unit   calendar.Unit
	end    calendar.Date
	chosen int
	wrong  string // of the day
	wrongs string // of the term
	busy   bool
}

// NewCalculator makes the presenter. It begins on a day of the route, or today.
func NewCalculator(env Env, o CalculatorOffice, at string) *Calculator {
	c := &Calculator{Env: env, office: o, start: env.Today(), count: "10", unit: calendar.WorkingDays}
	if d, err := calendar.ParseLocal(at); err == nil {
		c.start = d
	}
	c.reckon()
	return c
}

// Load counts anew: the calendar or the rules have changed.
func (c *Calculator) Load() {
	c.reckon()
	c.changed()
}

// Start is the day that the terms begin on; Wrong says what is wrong with it.
func (c *Calculator) Start() calendar.Date { return c.start }

// Wrong says why nothing can be counted from the day; empty = it can.
func (c *Calculator) Wrong() string { return c.wrong }

// SetStart takes the day; zero = nobody can read it.
func (c *Calculator) SetStart(d calendar.Date) {
	if d == c.start {
		return
	}
	c.start = d
	c.reckon()
	c.changed()
}

// reckon counts every term from the day.
func (c *Calculator) reckon() {
	c.kinds, c.wrong = nil, ""
	c.own, c.end, c.wrongs = domain.Counted{}, 0, "" // counted from the day too
	if c.start.IsZero() {
		c.wrong = c.T("form.not_a_day")
		return
	}
	o := c.office.Acting().Office
	all, err := o.Compare(c.start)
	if err != nil {
		c.wrong = c.refused(err)
		return
	}
	c.kinds = all
	c.chosen = min(c.chosen, len(c.Rows())-1)
	c.tryCount()
}

func (c *Calculator) refused(err error) string {
	if r, is := errors.AsType[*domain.Refusal](err); is {
		return c.Say.Refusal(r)
	}
	return c.T("fault.date_range", "first", calendar.First, "last", calendar.Last)
}

// Units are the words for what a term is counted in.
func (c *Calculator) Units() []string {
	var all []string
	for _, u := range c.unitOptions() {
		all = append(all, u.Words)
	}
	return all
}

// Own is the term that is tried, as its fields show it.
type Own struct {
	Count string
	Unit  int // index into Units
	End   calendar.Date
	Words string // what comes of it
	Wrong string
}

// Own gives the term that is tried.
func (c *Calculator) Own() Own {
	o := Own{Count: c.count, Unit: max(0, slices.Index(units, c.unit)), End: c.end, Wrong: c.wrongs}
	if c.wrong != "" || c.wrongs != "" || c.own.Due.IsZero() {
		return o
	}
	days, working := c.office.Acting().Office.Between(c.start, c.own.Due)
	o.Words = c.T("calculator.between", "due", c.Say.DateWeekday(c.own.Due), "days", days, "working", working)
	if c.end != c.own.Due {
		o.Words = c.T("calculator.moved", "end", c.Say.DateWeekday(c.end)) + " " + o.Words
	}
	return o
}

// SetCount takes how long the term is: its day follows.
func (c *Calculator) SetCount(typed string) {
	if typed == c.count {
		return
	}
	c.count = typed
	c.tryOwn()
}

// SetUnit takes what it is counted in.
func (c *Calculator) SetUnit(i int) {
	if i >= 0 && i < len(units) && units[i] != c.unit {
		c.unit = units[i]
		c.tryOwn()
	}
}

func (c *Calculator) tryOwn() {
	c.tryCount()
	c.chosen = max(0, len(c.Rows())-1)
	c.changed()
}

// tryCount counts the term that is tried, and gives its day.
func (c *Calculator) tryCount() {
	c.own, c.end, c.wrongs = domain.Counted{}, 0, ""
	n, err := strconv.Atoi(strings.TrimSpace(c.count))
	switch {
	case errors.Is(err, strconv.ErrRange) && n > 0:
		c.wrongs = c.T("calculator.count_far", "last", calendar.Last)
		return
	case err != nil || n < 1:
		c.wrongs = c.T("calculator.count_wrong")
		return
	default:
	}
	c.own, err = c.office.Acting().Office.Trial(c.start, calendar.Term{N: n, Unit: c.unit})
	switch {
	case errors.Is(err, calendar.ErrTerm), errors.Is(err, calendar.ErrRange):
		c.wrongs = c.T("calculator.count_far", "last", calendar.Last)
	case err != nil:
		c.wrongs = c.refused(err)
	default:
		c.end = c.own.Due
	}
}

// SetEnd takes the day on which the term is to end: how long it is follows, in the same unit where that comes out even.
func (c *Calculator) SetEnd(d calendar.Date) {
	if d == c.end || c.start.IsZero() {
		return
	}
	c.end, c.own, c.wrongs = d, domain.Counted{}, ""
	c.chosen = max(0, len(c.Rows())-1)
	switch {
	case d.IsZero():
		c.wrongs = c.T("form.not_a_day")
	case d <= c.start:
		c.wrongs = c.T("calculator.end_before", "start", c.start)
	default:
		c.fit(d)
	}
	c.changed()
}

// fit finds the term that ends on a day.
func (c *Calculator) fit(d calendar.Date) {
	o := c.office.Acting().Office
	days, working := o.Between(c.start, d)
	t := calendar.Term{N: days, Unit: calendar.Days}
	switch c.unit {
	case calendar.WorkingDays:
		if o.Calendar().Working(d) {
			t = calendar.Term{N: working, Unit: c.unit}
		}
	case calendar.Weeks:
		if days%7 == 0 {
			t = calendar.Term{N: days / 7, Unit: c.unit}
		}
	case calendar.Months, calendar.Years:
		if n := monthsTo(c.start, d); n > 0 && (c.unit == calendar.Months || n%12 == 0) {
			t = calendar.Term{N: n, Unit: c.unit}
			if c.unit == calendar.Years {
				t.N /= 12
			}
		}
	default:
	}
	c.unit, c.count = t.Unit, strconv.Itoa(t.N)
	var err error
	if c.own, err = o.Trial(c.start, t); err != nil {
		c.wrongs = c.refused(err)
	}
}

// monthsTo gives how many whole months a day is away; 0 = it is no whole number.
func monthsTo(from, to calendar.Date) int {
	y1, m1, _ := from.Civil()
	y2, m2, _ := to.Civil()
	if n := (y2-y1)*12 + int(m2-m1); n > 0 && from.AddMonths(n) == to {
		return n
	}
	return 0
}

// CalcRow is a line of the comparison.
type CalcRow struct {
	Kind         string // its letter; empty = a task, or the term that is tried
	Words        string
	Law, Charter string
	Latest       string

	of         calcOf
	kind, task int // where it comes from
}

// calcOf says what a line is about.
type calcOf int

const (
	calcKind calcOf = iota
	calcTask
	calcOwn
)

// Rows gives the comparison: every kind, the tasks, and the term that is tried.
func (c *Calculator) Rows() []CalcRow {
	var rows []CalcRow
	for i, k := range c.kinds {
		if k.Kind == "" {
			for j, t := range k.Terms {
				rows = append(rows, CalcRow{Words: capital(c.Say.Clock(t.Clock)), Law: c.Say.Date(t.Due), Latest: c.Say.Date(t.Latest), kind: i, task: j, of: calcTask})
			}
			continue
		}
		row := CalcRow{Kind: c.KindLetter(k.Kind), Words: capital(c.Say.Kind(k.Kind)), kind: i}
		if t, ok := k.Of(domain.LegalClock); ok {
			row.Law, row.Latest = c.Say.Date(t.Due), c.Say.Date(t.Latest)
		}
		if t, ok := k.Of(domain.CharterClock); ok {
			row.Charter, row.Latest = c.Say.Date(t.Due), c.Say.Date(t.Latest)
		}
		rows = append(rows, row)
	}
	if len(rows) > 0 {
		rows = append(rows, CalcRow{Words: c.T("calculator.own"), Law: c.Say.Date(c.own.Due), of: calcOwn})
	}
	return rows
}

// Chosen is the line that is explained.
func (c *Calculator) Chosen() int { return c.chosen }

// Choose explains another line.
func (c *Calculator) Choose(i int) {
	if i >= 0 && i < len(c.Rows()) && i != c.chosen {
		c.chosen = i
		c.changed()
	}
}

// CalcTerm explains a term of the chosen line.
type CalcTerm struct {
	Title, Due, Weekday string
	Provisional         string // empty = it is certain
	Steps               []CaseStep
	Latest              string
	Month               CaseMonth
}

// Terms explains the chosen line.
func (c *Calculator) Terms() []CalcTerm {
	o := c.office.Acting().Office
	var all []CalcTerm
	for _, t := range c.terms() {
		x := CalcTerm{
			Title: c.T("calculator.own"), Due: c.Say.Date(t.Due), Weekday: c.Say.Weekday(t.Due.Weekday()), Steps: c.explain(o, t.Deadline),
			Month: c.monthOf(o.Calendar(), t.Due, t.Nominal),
		}
		if t.Clock != "" {
			x.Title = capital(c.Say.Clock(t.Clock))
		}
		if o.Provisional(t.Due, c.Today()) {
			x.Provisional = c.T("case.term_provisional", "year", t.Due.Year())
		}
		if !t.Latest.IsZero() {
			x.Latest = c.T("due.latest", "latest", c.Say.DateWeekday(t.Latest), "source", c.Say.Source(t.Rule.MaxFrom))
		}
		all = append(all, x)
	}
	return all
}

// terms are those of the chosen line.
func (c *Calculator) terms() []domain.Counted {
	rows := c.Rows()
	if c.chosen < 0 || c.chosen >= len(rows) {
		return nil
	}
	switch row := rows[c.chosen]; {
	case row.of == calcTask:
		return c.kinds[row.kind].Terms[row.task : row.task+1]
	case row.of == calcKind:
		return c.kinds[row.kind].Terms
	case c.own.Due.IsZero():
		return nil
	default:
		return []domain.Counted{c.own}
	}
}

// Print shows the sheet that explains the chosen line.
func (c *Calculator) Print() {
	terms := c.terms()
	if c.busy || len(terms) == 0 {
		return
	}
	x := desk.Explanation{Terms: terms}
	if row := c.Rows()[c.chosen]; row.of == calcKind {
		x.Kind = c.kinds[row.kind].Kind
	}
	c.busy = true
	now := c.office.Acting().Office
	var err error
	c.Go(func() {
		var pdf []byte
		if pdf, err = c.office.ExplainTerms(now, x); err == nil {
			err = c.office.Show("explanation.pdf", pdf)
		}
	}, func() {
		c.busy = false
		if err != nil {
			c.Toast(Toast{Words: c.Tell(err), Warn: true})
		}
	})
}
