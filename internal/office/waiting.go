package office

import (
	"cmp"
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Task is an open case that waits for the signed-in user.
type Task struct {
	Due
	Step domain.Step
}

// Tasks gives what waits for the signed-in user: cases to decide and work on, letters that came back, that he is to
// approve, sign or send. The most urgent come first.
func (o *Office) Tasks() []Task {
	office, user, today := o.Settings(), o.User().ID, calendar.DateOf(o.Now())
	waits := office.Waiting(user, today)
	var all []Task
	for _, e := range o.entries(func(e *domain.Entry) bool { return e.State.Open() }) {
		if step, ok := waits(*e); ok {
			all = append(all, Task{Due{*e, office.Remind(*e, today)}, step})
		}
	}
	slices.SortStableFunc(all, func(a, b Task) int {
		return cmp.Or(cmp.Compare(b.Urgency, a.Urgency), cmp.Compare(a.Reminder.Due, b.Reminder.Due))
	})
	return all
}

// PendingLetter is a letter that waits, in its case.
type PendingLetter struct {
	Entry  domain.Entry
	Letter domain.Pending
	// Mine tells that it waits for the signed-in user to do what comes next.
	Mine bool
	Next domain.Action
}

// Letters gives the pending letters that are wanted, of cases that the user may see: those that have waited longest
// first. The filter is asked with the office unlocked; nil wants all.
func (o *Office) Letters(want func(domain.Entry, domain.Pending) bool) []PendingLetter {
	office, user, today := o.Settings(), o.User().ID, calendar.DateOf(o.Now())
	mine := office.WaitingLetter(user, today)
	var all []PendingLetter
	for _, e := range o.entries(func(e *domain.Entry) bool { return len(e.Pending) > 0 }) {
		for _, p := range e.Pending {
			if want != nil && !want(*e, p) {
				continue
			}
			x := PendingLetter{Entry: *e, Letter: p}
			x.Next, x.Mine = mine(*e, p)
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b PendingLetter) int { return cmp.Compare(a.Letter.Since, b.Letter.Since) })
	return all
}
