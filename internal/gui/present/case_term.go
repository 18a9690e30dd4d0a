package present

import (
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// CaseTerm is the block of the deadline.
type CaseTerm struct {
	Has         bool
	Due         string
	Left        CaseMark
	Basis       string
	Steps       []CaseStep
	Law         string   // the term of the law beside that of the charter
	Warnings    []string // the day was told otherwise; it is provisional; an extension waits for its letter
	Month       CaseMonth
	MayExtend   bool
	Provisional bool
}

// CaseStep is a step of the explanation.
type CaseStep struct {
	Icon   CaseIcon
	Words  string
	Source string
}

// CaseMonth is the month of the due day.
type CaseMonth struct {
	Name string
	Days []CaseDay
}

// CaseDay is a cell of a month; Number 0 leaves the cell empty.
type CaseDay struct {
	Number int
	Kind   DayKind
}

// DayKind says how a day is meant.
type DayKind int

// Kinds of days.
const (
	PlainDay DayKind = iota
	FreeDay
	HolidayDay
	CountedDay // where the term ends by count
	EndDay     // the due day
	LimitDay   // the last day that an extension may reach
)

// term puts the term people see into words.
func (c *Case) term(x domain.Case, e domain.Entry) CaseTerm {
	d, ok := e.Due()
	if !ok {
		return CaseTerm{Basis: c.T("case.term_none")}
	}
	by := c.state.by
	o := by.Office
	t := CaseTerm{
		Has: true, Due: c.Say.Date(d.Due), Left: c.left(o.Remind(e, by.Today()), e), Basis: c.basis(x, d),
		Steps: c.steps(o, d), Law: c.law(x, o, d), Month: c.month(d.Due, d.Nominal),
		MayExtend: c.may(domain.DoExtend), Provisional: o.Provisional(d.Due, by.Today()),
	}
	t.Warnings = c.termWarnings(x, o, d)
	return t
}

// left is the badge beside the day.
func (c *Case) left(r domain.Reminder, e domain.Entry) CaseMark {
	if r.Urgency == domain.NoTerm {
		return c.ended(e)
	}
	return c.leftMark(r)
}

// leftMark is a badge that says how much is left of a term that runs.
func (e Env) leftMark(r domain.Reminder) CaseMark {
	switch r.Urgency {
	case domain.Late:
		return CaseMark{IconBad, e.LeftLong(r), ToneLate}
	case domain.Today:
		return CaseMark{IconWarn, e.LeftLong(r), ToneToday}
	case domain.Soon:
		return CaseMark{IconClock, e.LeftLong(r), ToneSoon}
	default:
		return CaseMark{IconDone, e.LeftLong(r), ToneGood}
	}
}

// ended says of a term that does not run any more whether it was kept.
func (c *Case) ended(e domain.Entry) CaseMark {
	d, _ := e.Due()
	switch {
	case e.AnsweredOn.IsZero():
		return CaseMark{IconDone, c.Say.State(e.State), ToneState}
	case e.AnsweredOn > d.Due:
		return CaseMark{IconBad, c.T("case.term_answered_late", "n", int(e.AnsweredOn-d.Due)), ToneLate}
	default:
		return CaseMark{IconDone, c.T("case.term_answered", "on", e.AnsweredOn), ToneGood}
	}
}

// basis says under the day what day of the week it is, and whose term it is.
func (c *Case) basis(x domain.Case, d domain.Deadline) string {
	words := c.T("case.term_basis", "weekday", c.Say.Weekday(d.Due.Weekday()), "clock", c.T("case.clock_"+string(d.Clock)))
	if d.Extended {
		words = c.T("case.term_extended", "weekday", c.Say.Weekday(d.Due.Weekday()), "first", d.First)
	}
	if legal, ok := x.Deadline(domain.LegalClock); ok && d.Clock != domain.LegalClock {
		words += " " + c.T("case.term_legal", "due", legal.Due)
	}
	return words
}

// law tells about the term of the law, when that of the charter is the earlier one.
func (c *Case) law(x domain.Case, o *domain.Office, d domain.Deadline) string {
	legal, ok := x.Deadline(domain.LegalClock)
	if !ok || d.Clock == domain.LegalClock {
		return ""
	}
	rule, _ := o.Rules.ByID(legal.Rule)
	return c.T("case.term_law", "term", legal.Term, "due", c.Say.DateWeekday(legal.Due), "source", c.Say.Source(rule.Source))
}

func (c *Case) termWarnings(x domain.Case, o *domain.Office, d domain.Deadline) []string {
	var all []string
	all = append(all, c.toldOtherwise(x, d)...)
	if o.Provisional(d.Due, c.Today()) && x.State.Open() && x.AnsweredOn.IsZero() {
		all = append(all, c.T("case.term_provisional", "year", d.Due.Year()))
	}
	for _, e := range x.Extensions {
		switch {
		case e.Late:
			all = append(all, c.T("case.term_late_extension", "until", e.Until))
		case !e.InForce && x.State.Open():
			all = append(all, c.T("case.term_waits_letter", "until", e.Until))
		}
	}
	if d.Late {
		all = append(all, c.T("case.term_counts_late"))
	}
	return all
}

// steps explains a term, with the source of each step in a line of its own.
func (c *Case) steps(o *domain.Office, d domain.Deadline) []CaseStep {
	rule, _ := o.Rules.ByID(d.Rule)
	e, err := o.Calendar().Explain(d.Start, d.Term)
	if err != nil { // an imported case may lie before the calendar
		return nil
	}
	source := c.Say.Source(rule.Source)
	rule.Source, rule.MaxFrom = "", ""
	words := c.Say.Explain(e, rule)
	steps := make([]CaseStep, 0, len(words)+1)
	for i, step := range e.Steps {
		s := CaseStep{Words: words[i]}
		if secondOfWeekend(e.Steps, i) {
			before := e.Steps[i-1].Date
			steps[len(steps)-1].Words = c.T("case.step_weekend", "from", c.Say.DateWeekday(before), "to", c.Say.DateWeekday(step.Date))
			continue
		}
		switch step.Kind {
		case calendar.Received:
			s.Icon, s.Source = IconReceived, c.T("case.step_received")
		case calendar.Counted:
			s.Icon, s.Source = IconKind, source
		case calendar.Clipped:
			s.Icon = IconDay
		case calendar.Rested, calendar.Skipped:
			s.Icon, s.Source = IconSkipped, c.year(o, step.Date.Year())
		default:
			s.Icon = IconDone
		}
		steps = append(steps, s)
	}
	if d.Extended {
		steps = append(steps, CaseStep{Icon: IconExtended, Words: c.T("case.step_extended", "due", c.Say.DateWeekday(d.Due)), Source: c.extension(d)})
	}
	return steps
}

// secondOfWeekend tells whether a step is the Sunday of a Saturday before it: both are told in one line.
func secondOfWeekend(steps []calendar.Step, i int) bool {
	if i == 0 || steps[i].Day.Why != calendar.Weekend || steps[i].Date.Weekday() != time.Sunday {
		return false
	}
	before := steps[i-1]
	return before.Kind == steps[i].Kind && before.Day.Why == calendar.Weekend && before.Date == steps[i].Date-1 &&
		(steps[i].Kind == calendar.Rested || steps[i].Kind == calendar.Skipped)
}

// extension names the document that moved a term.
func (c *Case) extension(d domain.Deadline) string {
	for _, x := range c.state.Case.Extensions {
		if x.Clock == d.Clock && x.InForce {
			return listed(x.Authority, x.Document)
		}
	}
	return ""
}

func (c *Case) year(o *domain.Office, year int) string {
	if o.YearConfirmed(year) {
		return c.T("case.step_year", "year", year)
	}
	return c.T("case.step_year_open", "year", year)
}

// month gives the month of a due day from Monday to Sunday.
func (c *Case) month(due, nominal calendar.Date) CaseMonth {
	cal := c.state.by.Office.Calendar()
	y, m, _ := due.Civil()
	first := calendar.NewDate(y, m, 1)
	days := make([]CaseDay, (int(first.Weekday())+6)%7, 42)
	for d := first; d < first.AddMonths(1); d++ {
		days = append(days, CaseDay{Number: int(d-first) + 1, Kind: kindOfDay(cal.Day(d), due, nominal)})
	}
	return CaseMonth{Name: c.T("case.month", "month", c.Say.Month(m), "year", y), Days: days}
}

func kindOfDay(d calendar.Day, due, nominal calendar.Date) DayKind {
	switch {
	case d.Date == due:
		return EndDay
	case d.Date == nominal:
		return CountedDay
	case d.Working:
		return PlainDay
	case d.Why == calendar.Weekend:
		return FreeDay
	default:
		return HolidayDay
	}
}
