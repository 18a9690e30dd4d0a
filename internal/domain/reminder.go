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
// that has passed is not the law's: such a case is not late. Nor is one whose sender has not answered what he was asked,
// but somebody has to go on without him.
func (o *Office) Remind(e Entry, today calendar.Date) Reminder {
	r := o.RemindReply(e, today)
	for _, d := range o.TaskTerms(e) {
		task := o.RemindTask(d, today)
		passed := task.DaysLate > 0 && task.Urgency != Late
		if task.Urgency > r.Urgency || task.Urgency == r.Urgency && task.Due < r.Due && !passed {
			r = task
		}
	}
	if without, ok := e.unanswered(today); ok && r.Urgency < without.Urgency {
		r = without
	}
	return r
}

// Unanswered tells whether the sender has let the day pass until which he was waited for.
func (e *Entry) Unanswered(today calendar.Date) bool {
	return e.State.Open() && e.AnsweredOn.IsZero() && e.Flags.Has(FlagWaiting) && !e.WaitsUntil.IsZero() && today > e.WaitsUntil
}

func (e *Entry) unanswered(today calendar.Date) (Reminder, bool) {
	return Reminder{Urgency: Soon, Clock: WaitClock, Due: e.WaitsUntil, DaysLate: int(today - e.WaitsUntil)}, e.Unanswered(today)
}

// Beside gives what else of a case is due today or soon, or late, beside the most urgent of it: a list has one line for a
// case, and no term that runs is to be lost behind another. The reply and the telling of its decision are one letter, and
// the term of the resolution is only that of the house: of these the most urgent is enough.
func (o *Office) Beside(e Entry, main Reminder, today calendar.Date) []Reminder {
	var all []Reminder
	add := func(r Reminder) {
		if r.Urgency >= Soon && r.Clock != main.Clock {
			all = append(all, r)
		}
	}
	if main.Clock != NotifyClock {
		add(o.RemindReply(e, today))
	}
	for _, d := range o.TaskTerms(e) {
		if d.Clock != InternalClock && d.Clock != NotifyClock {
			add(o.RemindTask(d, today))
		}
	}
	if without, ok := e.unanswered(today); ok {
		add(without)
	}
	return all
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
