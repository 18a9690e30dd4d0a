package present

import (
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// explain tells how a term came about, with the source of each step in a line of its own.
func (e Env) explain(o *domain.Office, d domain.Deadline) []CaseStep {
	rule, _ := o.Rules.ByID(d.Rule)
	told, err := o.Calendar().Explain(d.Start, d.Term)
	if err != nil { // an imported case may lie before the calendar
		return nil
	}
	source := e.Say.Source(rule.Source)
	rule.Source, rule.MaxFrom = "", ""
	words := e.Say.Explain(told, rule)
	steps := make([]CaseStep, 0, len(words))
	for i, step := range told.Steps {
		s := CaseStep{Words: words[i]}
		if secondOfWeekend(told.Steps, i) {
			before := told.Steps[i-1].Date
			steps[len(steps)-1].Words = e.T("case.step_weekend", "from", e.Say.DateWeekday(before), "to", e.Say.DateWeekday(step.Date))
			continue
		}
		switch step.Kind {
		case calendar.Received:
			s.Icon, s.Source = IconReceived, e.T("case.step_received")
		case calendar.Counted:
			s.Icon, s.Source = IconKind, source
		case calendar.Clipped:
			s.Icon = IconDay
		case calendar.Rested, calendar.Skipped:
			s.Icon, s.Source = IconSkipped, e.year(o, step.Date.Year())
		default:
			s.Icon = IconDone
		}
		steps = append(steps, s)
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

func (e Env) year(o *domain.Office, year int) string {
	if o.YearConfirmed(year) {
		return e.T("case.step_year", "year", year)
	}
	return e.T("case.step_year_open", "year", year)
}

// monthOf gives the month of a due day from Monday to Sunday.
func (e Env) monthOf(cal *calendar.Calendar, due, nominal calendar.Date) CaseMonth {
	y, m, _ := due.Civil()
	first := calendar.NewDate(y, m, 1)
	days := make([]CaseDay, (int(first.Weekday())+6)%7, 42)
	for d := first; d < first.AddMonths(1); d++ {
		days = append(days, CaseDay{Number: int(d-first) + 1, Kind: kindOfDay(cal.Day(d), due, nominal)})
	}
	return CaseMonth{Name: e.T("case.month", "month", e.Say.Month(m), "year", y), Days: days}
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
