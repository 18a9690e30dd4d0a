package practice

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/resources"
)

// weeksMonths is how long before today the office is founded: a signal of which the term of two months has passed was
// registered in it too.
const weeksMonths = 4

// settling is how long before the end everything has happened at the latest, so that the clock of the office never
// comes after the one of the machine.
const settling = 10 * time.Minute

// WeeksBefore is the moment at which an office must be founded that Weeks is to fill.
func WeeksBefore(until time.Time) time.Time { return until.AddDate(0, -weeksMonths, 0).UTC() }

// weeks is the life of an office until today: what happens, planned beforehand, and then done in the order of time.
type weeks struct {
	*Town
	is    resources.Practice
	today calendar.Date
	plan  []event
	made  map[string]domain.CaseID // the first case of a subject
}

// event is something that happens at a time.
type event struct {
	at time.Time
	do func() error
}

// Weeks lets the office live the weeks until today, with the cases that are given.
func (t *Town) Weeks(is resources.Practice) error {
	w := &weeks{Town: t, is: is, today: calendar.DateOf(t.Until), made: map[string]domain.CaseID{}}
	if err := w.confirmYear(); err != nil {
		return err
	}
	for i := range is.Cases {
		if err := w.begin(i); err != nil {
			return err
		}
	}
	slices.SortStableFunc(w.plan, func(a, b event) int { return a.at.Compare(b.at) })
	return t.office.Bulk(func() error {
		for i, e := range w.plan {
			t.Clock.SetTo(latest(e.at, t.Clock.shows()))
			if err := e.do(); err != nil {
				return err
			}
			t.step(i+1, len(w.plan))
		}
		return nil
	})
}

// confirmYear lets the founder check the days off of this year, as an office does; the next one stays to be done.
func (t *Town) confirmYear() error {
	founder := t.Plan.Founder.Login
	t.as(founder)
	return t.office.SetCalendar(domain.CalendarSet{
		Declared:  t.now.Declared,
		Confirmed: []domain.ConfirmedYear{{Year: calendar.DateOf(t.Until).Year(), By: t.user(founder)}},
	})
}

func latest(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// begin plans the whole life of a case.
func (w *weeks) begin(i int) error {
	l := &life{weeks: w, PracticeCase: w.is.Cases[i], place: i}
	road, known := roads[l.Way]
	if !known {
		return fmt.Errorf("case %d goes the unknown way %q", i+1, l.Way)
	}
	if err := l.settle(); err != nil {
		return err
	}
	on, err := l.registeredOn()
	if err != nil {
		return fmt.Errorf("case %d: %w", i+1, err)
	}
	steps := slices.DeleteFunc(slices.Clone(road.steps), func(s step) bool { return s.work && l.thanked() })
	last := w.now.Calendar().WorkingDaysBetween(on, w.today)
	needs := 0
	for _, s := range steps {
		needs += s.after
	}
	spread := min(needs, last)
	if road.waits {
		spread = max(0, last-w.random.IntN(3))
	}
	at := w.hour(on)
	w.plan = append(w.plan, event{at, func() error { return l.told("register", l.register()) }})
	gone := 0
	for _, s := range steps {
		gone += s.after
		next := w.hour(w.now.Calendar().AddWorking(on, gone*spread/max(1, needs)))
		at = latest(at, w.bounded(latest(next, at.Add(time.Duration(4+w.random.IntN(20))*time.Minute)))) // never before the step it follows
		w.plan = append(w.plan, event{at, func() error { return l.told(s.name, s.do(l)) }})
	}
	return nil
}

// hour is a moment of a working day at which the office is open.
func (w *weeks) hour(on calendar.Date) time.Time {
	return w.bounded(on.Start().Add(8*time.Hour + 40*time.Minute + time.Duration(w.random.IntN(7*3600))*time.Second).UTC())
}

// bounded keeps everything before the end. On the last day it happens at some hour of the morning that is left.
func (w *weeks) bounded(at time.Time) time.Time {
	end := w.Until.Add(-settling)
	if at.Before(end) {
		return at
	}
	if opens := w.today.Start().Add(8*time.Hour + 30*time.Minute); opens.Before(end) {
		return opens.Add(time.Duration(w.random.Int64N(int64(end.Sub(opens))))).UTC()
	}
	return end.UTC()
}

// registeredOn finds the working day on which a case came in.
func (l *life) registeredOn() (calendar.Date, error) {
	days := l.now.Calendar()
	if l.Due == "" {
		return days.AddWorking(days.AddWorking(l.today.AddDays(1), -1), -l.Ago), nil
	}
	n, err := strconv.Atoi(l.Due)
	if err != nil {
		return 0, fmt.Errorf("due %q: %w", l.Due, err)
	}
	wanted := days.AddWorking(l.today, n)
	found := days.AddWorking(l.today, -1)
	for on := l.today; on > l.today.AddMonths(1-weeksMonths); on = on.AddDays(-1) {
		if !days.Working(on) {
			continue
		}
		terms, err := l.now.Deadlines(domain.Intake{Kind: domain.Kind(l.Kind), ReceivedAt: on.Start().Add(9 * time.Hour), Sender: l.sender()})
		if err != nil {
			return 0, err
		}
		due, _ := domain.Entry{Deadlines: terms}.Due()
		if due.Due < wanted {
			break
		}
		found = on
	}
	return found, nil
}
