package present

import (
	"harta/internal/domain"
)

// CaseTask is the term of something that is still to be done beside the reply.
type CaseTask struct {
	Words string
	Left  CaseMark
	Steps []CaseStep
}

// tasks puts the terms of the tasks of a case into words, each with its steps.
func (c *Case) tasks(x domain.Case) []CaseTask {
	o, today := c.state.by.Office, c.state.by.Today()
	var all []CaseTask
	for _, d := range o.TaskTerms(x.Entry()) {
		if counted, ok := o.SurplusTerm(x); ok && d.Clock == domain.SurplusClock {
			d = counted
		}
		t := CaseTask{Words: c.taskWords(d), Left: c.taskLeft(o.RemindTask(d, today)), Steps: c.steps(o, d)}
		if len(t.Steps) > 0 && d.Clock != domain.ForwardClock {
			t.Steps[0].Source = c.T("case.step_not_counted") // it is no receipt
		}
		all = append(all, t)
	}
	return all
}

// taskLeft is the badge of a task: which one it is stands beside it.
func (c *Case) taskLeft(r domain.Reminder) CaseMark {
	r.Clock = ""
	return c.leftMark(r)
}

// taskWords says what is to be done by when, and what moved the day.
func (c *Case) taskWords(d domain.Deadline) string {
	words := c.T("case.task", "task", c.T("task."+string(d.Clock)), "due", c.Say.DateWeekday(d.Due))
	switch {
	case d.Late:
		return sentences(words, c.T("case.task_late"))
	case d.Extended:
		return sentences(words, c.T("case.task_extended", "first", d.First))
	}
	for _, x := range c.state.Case.Extensions {
		if x.Clock == d.Clock && x.Sent.IsZero() {
			return sentences(words, c.T("case.term_waits_letter", "until", x.Until))
		}
	}
	return words
}
