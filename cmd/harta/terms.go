package main

import "harta/internal/domain"

// terms tells each term with its steps.
func (a *app) terms(now *domain.Office, deadlines []domain.Deadline) []string {
	var lines []string
	for _, d := range deadlines {
		lines = append(lines, a.say.T("console.due.clock", "clock", d.Clock, "due", a.say.DateWeekday(d.Due)))
		for _, step := range a.steps(now, d) {
			lines = append(lines, "  "+step)
		}
	}
	if len(deadlines) == 0 {
		lines = append(lines, a.say.T("console.due.none"))
	}
	return lines
}

// steps explains a term as the calendar of today counts it. An imported case may lie before the calendar: then
// there is nothing to explain.
func (a *app) steps(now *domain.Office, d domain.Deadline) []string {
	rule, _ := now.Rules.ByID(d.Rule)
	e, err := now.Calendar().Explain(d.Start, d.Term)
	if err != nil {
		return nil
	}
	steps := a.say.Explain(e, rule)
	if d.Extended {
		steps = append(steps, a.say.T("console.due.extended", "first", d.First, "due", d.Due))
	}
	if told, differs := now.Told(d); differs && !d.Extended {
		steps = append(steps, a.say.T("console.due.differs", "told", d.Due, "now", told))
	}
	return steps
}
