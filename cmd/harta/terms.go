package main

import "harta/internal/domain"

// terms tells each term with its steps.
func (a *app) terms(deadlines []domain.Deadline) []string {
	var lines []string
	for _, d := range deadlines {
		lines = append(lines, a.say.T("console.due.clock", "clock", d.Clock, "due", a.say.DateWeekday(d.Due)))
		for _, step := range a.desk.Steps(d) {
			lines = append(lines, "  "+step)
		}
	}
	if len(deadlines) == 0 {
		lines = append(lines, a.say.T("console.due.none"))
	}
	return lines
}

// tasks tells the terms of what is to be done besides the reply; nothing when there is nothing.
func (a *app) tasks(now *domain.Office, c domain.Case) []string {
	all := now.TaskTerms(c.Entry())
	if len(all) == 0 {
		return nil
	}
	return a.terms(all)
}
