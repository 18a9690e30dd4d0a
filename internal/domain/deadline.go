package domain

import (
	"errors"
	"slices"

	"harta/internal/calendar"
)

// Clock names a term that runs for a case. The earliest of legal and charter is the term people see; both are
// stored and reported separately.
type Clock string

// Clocks of a case and of its tasks.
const (
	LegalClock    Clock = "legal"    // the law: a decision
	CharterClock  Clock = "charter"  // the promise: a written reply
	InternalClock Clock = "internal" // the resolution's own term
	ForwardClock  Clock = "forward"  // чл. 112 АПК: to the competent body
	NotifyClock   Clock = "notify"   // чл. 118, 123 АПК: the decision is communicated
	ExecuteClock  Clock = "execute"  // чл. 125 АПК: the decision is executed
	SurplusClock  Clock = "surplus"  // чл. 25а ЗЗЛД: surplus personal data returned or erased
	WaitClock     Clock = "wait"     // чл. 111, ал. 3 АПК: what the sender was asked to add; it stops no other
)

// RuleID names a deadline rule, for ever: it is stored with every deadline.
type RuleID string

// DeadlineRule is one term as data: whose, how long, from which source.
type DeadlineRule struct {
	ID       RuleID
	Kinds    []Kind // empty = every kind (tasks)
	Clock    Clock
	Term     calendar.Term
	Max      calendar.Term // longest total term with an extension; zero N = cannot be extended
	Source   string        // key of the article or charter statement; another text is shown as it is
	MaxFrom  string        // source of the extension
	Law      bool          // law: a change needs a recorded reason; else the office's own standard
	From     calendar.Date // first day of receipt the rule holds for; zero = always
	Until    calendar.Date // last day; zero = still in force
	Revision int
}

// Deadline is a term as computed and as told to the citizen.
type Deadline struct {
	Clock    Clock
	Rule     RuleID
	Term     calendar.Term
	Start    calendar.Date
	Nominal  calendar.Date
	Due      calendar.Date
	Told     calendar.Date // the day as it was computed first, when calendar or rule give another one since; else zero
	Calendar string        // version of the calendar
	Extended bool          // moved by an extension in force
	Late     bool          // the extension came after the due day: it still counts as overdue
	First    calendar.Date // the due day before any extension; zero when never extended
}

// DefaultRules are the terms of the law and of the charter as published; the office may edit its own standards.
func DefaultRules() []DeadlineRule {
	month, twoMonths := term(1, calendar.Months), term(2, calendar.Months)
	week, inquiry := term(7, calendar.Days), term(7, calendar.WorkingDays)
	signals := []Kind{Signal, ComplaintStaff, ComplaintService}
	return []DeadlineRule{
		{
			ID: "signal.legal", Kinds: signals, Clock: LegalClock, Term: twoMonths, Max: total(3, calendar.Months),
			Source: "law.apk_121", MaxFrom: "law.apk_121", Law: true, Revision: 1,
		},
		{
			ID: "proposal.legal", Kinds: []Kind{Proposal}, Clock: LegalClock, Term: twoMonths, Max: total(6, calendar.Months),
			Source: "law.apk_118_1", MaxFrom: "law.apk_118_2", Law: true, Revision: 1,
		},
		{
			ID: "complaint.charter", Kinds: []Kind{ComplaintStaff, ComplaintService}, Clock: CharterClock, Term: month,
			Max: total(3, calendar.Months), Source: "charter.month", MaxFrom: "charter.month", Revision: 1,
		},
		{
			ID: "question.charter", Kinds: []Kind{Question}, Clock: CharterClock, Term: inquiry, Max: total(1, calendar.Months),
			Source: "standard.inquiry", MaxFrom: "standard.inquiry", Revision: 1,
		},
		{
			ID: "opinion.charter", Kinds: []Kind{Opinion, Praise}, Clock: CharterClock, Term: inquiry,
			Source: "standard.opinion", Revision: 1,
		},
		{
			ID: "foi.legal", Kinds: []Kind{FOIRequest}, Clock: LegalClock, Term: term(14, calendar.Days),
			Max: total(24, calendar.Days), Source: "law.zdoi_28", MaxFrom: "law.zdoi_30", Law: true, Revision: 1,
		},
		{
			ID: "service.legal", Kinds: []Kind{ServiceRequest}, Clock: LegalClock, Term: term(14, calendar.Days),
			Max: total(1, calendar.Months), Source: "law.apk_57", MaxFrom: "law.apk_57_5", Law: true, Revision: 1,
		},
		{ID: "forward.task", Clock: ForwardClock, Term: week, Source: "law.apk_112", Law: true, Revision: 1},
		{ID: "notify.task", Clock: NotifyClock, Term: week, Source: "law.apk_118_123", Law: true, Revision: 1},
		{
			ID: "execute.task", Clock: ExecuteClock, Term: month, Max: total(2, calendar.Months), Source: "law.apk_125",
			MaxFrom: "law.apk_125", Law: true, Revision: 1,
		},
		{ID: "surplus.task", Clock: SurplusClock, Term: month, Source: "law.zzld_25a", Law: true, Revision: 1},
	}
}

func term(n int, u calendar.Unit) calendar.Term  { return calendar.Term{N: n, Unit: u} }
func total(n int, u calendar.Unit) calendar.Term { return calendar.Term{N: n, Unit: u, Extended: true} }

// Rules answers which term holds for what.
type Rules []DeadlineRule

// Of gives the rules of a kind for a receipt on the given day, in the order legal, charter.
func (rs Rules) Of(k Kind, on calendar.Date) []DeadlineRule {
	var found []DeadlineRule
	for _, r := range rs {
		if r.holdsFor(k) && r.holdsOn(on) {
			found = append(found, r)
		}
	}
	return found
}

// Task gives the rule of a task clock on the given day.
func (rs Rules) Task(c Clock, on calendar.Date) (DeadlineRule, bool) {
	return find(rs, func(r *DeadlineRule) bool { return len(r.Kinds) == 0 && r.Clock == c && r.holdsOn(on) })
}

// ByID gives a rule by its name.
func (rs Rules) ByID(id RuleID) (DeadlineRule, bool) {
	return find(rs, func(r *DeadlineRule) bool { return r.ID == id })
}

func (r *DeadlineRule) holdsFor(k Kind) bool {
	return slices.Contains(r.Kinds, k)
}

func (r *DeadlineRule) holdsOn(d calendar.Date) bool {
	return (r.From.IsZero() || d >= r.From) && (r.Until.IsZero() || d <= r.Until)
}

// Deadline counts the term of the rule from a day.
func (r DeadlineRule) Deadline(c *calendar.Calendar, start calendar.Date) (Deadline, error) {
	due, err := c.Due(start, r.Term)
	if err != nil {
		return Deadline{}, refuseDate("count", "receivedAt", err)
	}
	return Deadline{
		Clock: r.Clock, Rule: r.ID, Term: r.Term, Start: start, Nominal: due.Nominal, Due: due.Due, Calendar: c.Version(),
	}, nil
}

// Latest gives the last day an extension of the rule may reach: the total term from the receipt, moved to a
// working day.
func (r DeadlineRule) Latest(c *calendar.Calendar, start calendar.Date) (calendar.Date, error) {
	if r.Max.N == 0 {
		return 0, Refuse("extend", NoExtension).With("source", r.Source)
	}
	due, err := c.Due(start, r.Max)
	if err != nil {
		return 0, refuseDate("extend", "until", err)
	}
	return due.Due, nil
}

// Deadlines counts every term of a kind from the day of receipt.
func (rs Rules) Deadlines(c *calendar.Calendar, k Kind, received calendar.Date) ([]Deadline, error) {
	var all []Deadline
	for i := range rs {
		if r := &rs[i]; !r.holdsFor(k) || !r.holdsOn(received) {
			continue
		}
		d, err := rs[i].Deadline(c, received)
		if err != nil {
			return nil, err
		}
		if all == nil {
			all = make([]Deadline, 0, 2) // legal and charter
		}
		all = append(all, d)
	}
	return all, nil
}

func refuseDate(op, field string, err error) error {
	if errors.Is(err, calendar.ErrRange) {
		return Refuse(op, DateOutOfRange).On(field).With("first", calendar.First).With("last", calendar.Last)
	}
	return err
}

// earliest gives the term people see: the earliest of legal and charter.
func earliest(all []Deadline) (Deadline, bool) {
	var found Deadline
	ok := false
	for _, d := range all {
		if (d.Clock == LegalClock || d.Clock == CharterClock) && (!ok || d.Due < found.Due) {
			found, ok = d, true
		}
	}
	return found, ok
}

func deadlineOf(all []Deadline, c Clock) (Deadline, bool) {
	for _, d := range all {
		if d.Clock == c {
			return d, true
		}
	}
	return Deadline{}, false
}
