package domain

import "harta/internal/calendar"

// Urgency says how near the term of a case is.
type Urgency uint8

// Urgencies, the most urgent last.
const (
	NoTerm Urgency = iota
	OnTime
	HalfTime // half of the term has passed
	Soon     // within the office's warning, working days
	Today    // falls due today
	Late     // overdue
)

// Reminder is what a case needs somebody to look at on a day. It is computed when asked, never stored.
type Reminder struct {
	Urgency     Urgency
	Clock       Clock // of a task that is due before the reply; empty = the term of the reply
	Due         calendar.Date
	WorkingLeft int  // working days after today up to and including the due day
	DaysLate    int  // calendar days after the due day
	Provisional bool // nobody has confirmed the days off of the year it ends in
}

// Remind tells how near the most urgent thing is that an entry is due for: its reply, or a task. A term of the resolution
// that has passed is not the law's: such a case is not late.
func (o *Office) Remind(e Entry, today calendar.Date) Reminder {
	r := o.RemindReply(e, today)
	for _, d := range o.TaskTerms(e) {
		task := o.RemindTask(d, today)
		passed := task.DaysLate > 0 && task.Urgency != Late
		if task.Urgency > r.Urgency || task.Urgency == r.Urgency && task.Due < r.Due && !passed {
			r = task
		}
	}
	return r
}

// RemindTask tells how near the term of a task is.
func (o *Office) RemindTask(d Deadline, today calendar.Date) Reminder {
	r := o.near(d, today)
	r.Clock = d.Clock
	if d.Clock == InternalClock && r.Urgency == Late {
		r.Urgency = Soon
	}
	return r
}

// RemindReply tells how near the term of the reply is. Once it has left it is not urgent any more.
func (o *Office) RemindReply(e Entry, today calendar.Date) Reminder {
	d, ok := e.Due()
	if !ok || !e.State.Open() || !e.AnsweredOn.IsZero() || !e.ClosedOn.IsZero() {
		return Reminder{Due: d.Due}
	}
	return o.near(d, today)
}

func (o *Office) near(d Deadline, today calendar.Date) Reminder {
	r := o.Until(d.Due, today)
	r.Provisional = o.Provisional(d.Due, today)
	if r.Urgency == OnTime && today-d.Start > (d.Due-d.Start)/2 {
		r.Urgency = HalfTime
	}
	return r
}

// Until tells how near a day is by which something has to be done.
func (o *Office) Until(due, today calendar.Date) Reminder {
	r := Reminder{Urgency: OnTime, Due: due, WorkingLeft: o.Calendar().WorkingDaysBetween(today, due)}
	switch {
	case today > due:
		r.Urgency, r.DaysLate, r.WorkingLeft = Late, int(today-due), 0
	case today == due:
		r.Urgency = Today
	case r.WorkingLeft <= o.Settings.WarnDays:
		r.Urgency = Soon
	}
	return r
}
