package present

import (
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
	Told        string   // what told the sender this day; empty = nothing
	Warnings    []string // the day was told otherwise; it is provisional; an extension waits for its letter
	Month       CaseMonth
	MayExtend   bool
	Provisional bool
	Tasks       []CaseTask // what is to be done besides, and by when
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
		return CaseTerm{Basis: c.T("case.term_none"), Tasks: c.tasks(x)}
	}
	by := c.state.by
	o := by.Office
	t := CaseTerm{
		Has: true, Due: c.Say.Date(d.Due), Left: c.left(o.RemindReply(e, by.Today()), e), Basis: c.basis(x, d),
		Steps: c.steps(o, d), Law: c.law(x, o, d), Month: c.month(d.Due, d.Nominal),
		MayExtend: c.may(domain.DoExtend), Provisional: o.Provisional(d.Due, by.Today()),
	}
	t.Warnings, t.Tasks = c.termWarnings(x, o, d), c.tasks(x)
	if last, told := x.ToldOf(d); told {
		t.Told = c.Say.Telling(last, 0)
	}
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
	case domain.HalfTime:
		return CaseMark{IconHalf, e.LeftLong(r), ToneHalf}
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
	runs := x.State.Open() && x.AnsweredOn.IsZero()
	if runs || d.Told != 0 {
		all = append(all, c.toldOtherwise(x, d)...)
	}
	if runs && o.Provisional(d.Due, c.Today()) {
		all = append(all, c.T("case.term_provisional", "year", d.Due.Year()))
	}
	for _, e := range x.Extensions {
		switch {
		case e.Clock == domain.ExecuteClock: // said of its task
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

// steps explains a term, and which document moved it.
func (c *Case) steps(o *domain.Office, d domain.Deadline) []CaseStep {
	steps := c.explain(o, d)
	if d.Extended && len(steps) > 0 {
		steps = append(steps, CaseStep{Icon: IconExtended, Words: c.T("case.step_extended", "due", c.Say.DateWeekday(d.Due)), Source: c.extension(d)})
	}
	return steps
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

// month gives the month of a due day from Monday to Sunday.
func (c *Case) month(due, nominal calendar.Date) CaseMonth {
	return c.monthOf(c.state.by.Office.Calendar(), due, nominal)
}
