package present_test

import (
	"errors"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// calmDay is the day of the tests: Monday, 23.11.2026.
var calmDay = calendar.NewDate(2026, time.November, 23)

// calmHeard is what a presenter has asked of the window around it.
type calmHeard struct {
	routes []present.Route
	toasts []string
	asked  []present.Question
	answer bool
}

// calmEnv makes a presenter's surroundings: work runs at once, and nothing happens later.
func calmEnv(tb testing.TB) (present.Env, *calmHeard) {
	tb.Helper()
	s := speaker(tb)
	h := &calmHeard{}
	return present.Env{
		Say: s, Go: inline, After: func(time.Duration, func()) func() { return func() {} },
		Now:  func() time.Time { return calmDay.Start().Add(10 * time.Hour) },
		Tell: func(err error) string { return errors.Unwrap(err).Error() },
		Open: func(r present.Route) { h.routes = append(h.routes, r) }, Back: func() {},
		Toast: func(x present.Toast) { h.toasts = append(h.toasts, x.Words) },
		Ask: func(q present.Question, answered func(bool)) {
			h.asked = append(h.asked, q)
			answered(h.answer)
		},
	}, h
}

// lateJobs keeps the work that was given to it, to be done in an order of the test's choice.
type lateJobs struct{ jobs []func() }

func (w *lateJobs) run(work, done func()) {
	w.jobs = append(w.jobs, func() { work(); done() })
}

func calmCase(n byte) domain.CaseID { return domain.CaseID{15: n} }

// entry makes a line of the register.
func calmEntry(n int, sender, subject string, due calendar.Date) domain.Entry {
	number := domain.Number{Direction: domain.Incoming, Serial: n, Date: calmDay.AddDays(-20 + n%20)}
	number.Text = domain.NumberTemplate("").Render("94", number)
	return domain.Entry{
		Case: calmCase(byte(n)), Number: number, Kind: domain.Signal, State: domain.Assigned, Sender: sender, Subject: subject,
		Person: domain.PersonID{15: byte(n)}, ReceivedOn: number.Date, RegisteredAt: number.Date.Start().Add(time.Duration(n) * time.Minute),
		Deadlines: []domain.Deadline{{Clock: domain.LegalClock, Start: number.Date, Due: due}},
	}
}
