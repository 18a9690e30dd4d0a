package say

import (
	"fmt"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Explain tells how a due day came about, a sentence a step. The rule names the source of the term; the zero rule
// is of a term that somebody only tries out.
func (s *Speaker) Explain(e calendar.Explanation, rule domain.DeadlineRule) []string {
	lines := make([]string, len(e.Steps))
	for i, step := range e.Steps {
		lines[i] = s.step(step, e.Term, rule)
	}
	return lines
}

func (s *Speaker) step(step calendar.Step, t calendar.Term, rule domain.DeadlineRule) string {
	day := s.DateWeekday(step.Date)
	switch step.Kind {
	case calendar.Received:
		if rule.Clock != "" {
			return s.T("step.start."+string(rule.Clock), "day", day)
		}
		return s.T("step.start", "day", day)
	case calendar.Rested:
		return s.T("step.rested", "day", day, "why", s.Day(step.Day))
	case calendar.Counted:
		key, source := counted(t, rule)
		return s.T(key, "term", t, "source", source, "day", day)
	case calendar.Clipped:
		return s.T("step.clipped", "wanted", wanted(step), "date", step.Date)
	case calendar.Skipped:
		return s.T("step.skipped", "day", day, "why", s.Day(step.Day))
	default:
		return s.T("step.result", "day", day)
	}
}

// wanted writes the day that its month does not have: 30.02.2026.
func wanted(clipped calendar.Step) string {
	return fmt.Sprintf("%02d%s", clipped.N, clipped.Date.Local()[2:])
}

// counted gives the sentence for a counted term, and the source it names.
func counted(t calendar.Term, rule domain.DeadlineRule) (key, source string) {
	key, source = "step.counted", rule.Source
	if t.Extended {
		key, source = "step.counted.extended", rule.MaxFrom
	}
	if source != "" {
		key += ".source"
	}
	return key, source
}

// Source returns the words for the article, charter statement or standard that a rule names by its key. An office
// may name a source of its own, which is said as it stands.
func (s *Speaker) Source(key string) string {
	if s.has(key) {
		return s.T(key)
	}
	return key
}

// Day tells what a day is, and why it is off: a weekend, a holiday, a compensation or an act.
func (s *Speaker) Day(d calendar.Day) string {
	switch d.Why {
	case calendar.Ordinary:
		return s.T("day.ordinary")
	case calendar.Weekend:
		return s.T("day.weekend")
	case calendar.FixedHoliday, calendar.EasterHoliday:
		return s.T("day.holiday", "holiday", s.holidays(d))
	case calendar.Compensation:
		return s.T("day.compensation", "holiday", d.For)
	case calendar.DeclaredOff:
		return s.T("day.declared_off", "basis", s.basis(d))
	case calendar.DeclaredWork:
		return s.T("day.declared_work", "basis", s.basis(d))
	default:
		return s.T("day.unsupported")
	}
}

func (s *Speaker) holidays(d calendar.Day) string {
	if d.Also == "" {
		return s.Holiday(d.Holiday)
	}
	return s.Holiday(d.Holiday) + s.T("common.and") + s.Holiday(d.Also)
}

// basis names the act. An office may have entered none.
func (s *Speaker) basis(d calendar.Day) string {
	if d.Basis == "" {
		return s.T("day.no_basis")
	}
	return d.Basis
}
