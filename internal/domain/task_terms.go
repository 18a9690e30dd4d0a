package domain

import (
	"slices"

	"harta/internal/calendar"
)

// TaskTerms gives the terms of what is still to be done in a case beside its reply, the earliest first: passing it on,
// telling the decision, carrying the measures out, giving surplus data back, and the term that the resolution sets. They
// follow from the case and the rules of the office, and nothing of them is stored. Of a closed case surplus data may
// still be here.
func (o *Office) TaskTerms(e Entry) []Deadline {
	if !e.Runs() {
		return nil
	}
	var all []Deadline
	add := func(c Clock, start calendar.Date) {
		if d, ok := o.taskTerm(c, start); ok {
			all = append(all, d)
		}
	}
	set := func(c Clock, due calendar.Date) {
		if !due.IsZero() {
			all = append(all, Deadline{Clock: c, Start: e.ReceivedOn, Nominal: due, Due: due})
		}
	}
	if e.toForward() {
		add(ForwardClock, e.ReceivedOn)
	}
	if e.State.Open() && e.Outcome.Merits() && e.AnsweredOn.IsZero() {
		add(NotifyClock, e.DecidedOn)
	}
	if d, ok := o.executeTerm(e); ok {
		all = append(all, d)
	}
	set(SurplusClock, e.SurplusDue)
	if e.inHand() {
		set(InternalClock, e.InternalDue)
	}
	slices.SortStableFunc(all, func(a, b Deadline) int { return int(a.Due) - int(b.Due) })
	return all
}

// Runs tells whether a term of a case may still run: while it is open, or surplus data are here after it was closed.
func (e *Entry) Runs() bool { return e.State.Open() || e.State == Closed && !e.SurplusDue.IsZero() }

// inHand tells whether somebody works on the case by a term of the house: until it is decided, and one that was reopened
// until it is answered anew, for it has no other term.
func (e *Entry) inHand() bool {
	reopened := !e.ClosedOn.IsZero()
	works := e.State == Assigned || slices.Contains(writing, e.State)
	return works && (reopened || e.DecidedOn.IsZero()) || reopened && e.State == InResolution
}

// toForward tells whether the competent body has yet to be written to.
func (e *Entry) toForward() bool {
	return e.State == StateForwarded && e.ForwardedOn.IsZero() && !e.Flags.Has(FlagElsewhere)
}

// taskTerm counts the term of a task from a day; there is none from no day, nor without a rule.
func (o *Office) taskTerm(c Clock, start calendar.Date) (Deadline, bool) {
	rule, ok := o.Rules.Task(c, start)
	if !ok || start.IsZero() {
		return Deadline{}, false
	}
	d, err := rule.Deadline(o.Calendar(), start)
	return d, err == nil
}

// executeTerm is that of the measures, while they are not carried out (чл. 125 АПК). A letter that has left in time moves
// it; one that left later leaves it overdue.
func (o *Office) executeTerm(e Entry) (Deadline, bool) {
	if e.Measures == 0 || !e.ExecutedOn.IsZero() || !e.State.Open() {
		return Deadline{}, false
	}
	d, ok := o.taskTerm(ExecuteClock, e.DecidedOn)
	if !ok || e.ExecuteUntil.IsZero() {
		return d, ok
	}
	d.First = d.Due
	if d.Late = e.ExecuteTold > d.Due; !d.Late {
		d.Due, d.Extended = max(d.First, e.ExecuteUntil), true
	}
	return d, true
}

// Term gives the term of a clock as it stands: one of the reply, or of a task.
func (o *Office) Term(c Case, clock Clock) (Deadline, bool) {
	if d, ok := c.Deadline(clock); ok {
		return d, true
	}
	return deadlineOf(o.TaskTerms(c.Entry()), clock)
}

// SurplusTerm gives the term of the piece of surplus data that must be gone first, from the day it was noticed.
func (o *Office) SurplusTerm(c Case) (Deadline, bool) {
	due := c.SurplusDue()
	for _, s := range c.Surplus {
		if s.Open() && s.Due == due {
			return o.taskTerm(SurplusClock, s.Learned)
		}
	}
	return Deadline{}, false
}

// MoreTime names the letter that tells of more time for a clock.
func (c Clock) MoreTime() TemplateID {
	if c == ExecuteClock {
		return TExecution
	}
	return TExtension
}

// executing gives the extension of the measures that has been told last.
func (c Case) executing() Extension {
	for _, x := range slices.Backward(c.Extensions) {
		if x.Clock == ExecuteClock && !x.Sent.IsZero() {
			return x
		}
	}
	return Extension{}
}
