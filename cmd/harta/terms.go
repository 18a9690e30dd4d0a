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
