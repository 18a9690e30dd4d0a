package domain

import (
	"slices"
	"strings"

	"harta/internal/calendar"
)

// Recount gives a case with its terms as the calendar and the rules of the office have them. They are counted anew while
// they run; what was computed first stays beside a day that moved, and nothing of it is written back. A case without
// anything to count is given as it is.
//
// A term is counted by the rule in force on the day it runs from, the receipt. A rule that is changed from a day on leaves
// every case received before to the rule of its receipt: that is the law it was filed under, and the promise that was made
// (domain.md §2(e): a change never restarts a term). So what moves a term is the correction of a rule that is in force, and
// an amendment that is entered when it holds already: the cases received since are counted by it, as the law says, and not
// by what the office knew that day.
func (o *Office) Recount(c Case) Case {
	if running(c.State, c.AnsweredOn) {
		c.Deadlines = o.recount(c.Intake.Kind, c.Deadlines)
	}
	return c
}

// RecountEntry does the same for a line of the register.
func (o *Office) RecountEntry(e Entry) Entry {
	if running(e.State, e.AnsweredOn) {
		e.Deadlines = o.recount(e.Kind, e.Deadlines)
	}
	return e
}

// running tells whether the terms of a case can still move: those of an answered or closed one keep the calendar and the
// rule that they were kept or missed by. A decision alone ends none: the sender waits for his reply, by the day of the law
// too, and no reply is due on a day off.
func running(s State, answered calendar.Date) bool { return s.Open() && answered.IsZero() }

// recount gives the terms of a kind by the calendar and the rules of the office, the same slice when they are that already.
func (o *Office) recount(k Kind, all []Deadline) []Deadline {
	fresh := all
	for i := range all {
		d := &all[i]
		rule := o.Rules.counts(k, d)
		if d.Calendar == o.Calendar().Version() && (rule == nil || rule.ID == d.Rule && rule.Term == d.Term) {
			continue
		}
		if &fresh[0] == &all[0] {
			fresh = slices.Clone(all)
		}
		if rule != nil {
			fresh[i].Rule, fresh[i].Term = rule.ID, rule.Term
		}
		fresh[i] = fresh[i].recount(o.Calendar())
	}
	return fresh
}

// counts gives the rule by which a term is counted; nil = none holds that day, or it was counted by none of ours, and it
// stays as it is.
func (rs Rules) counts(k Kind, d *Deadline) *DeadlineRule {
	if d.Rule == "" {
		return nil
	}
	for i := range rs {
		if r := &rs[i]; r.Clock == d.Clock && r.holdsFor(k) && r.holdsOn(d.Start) {
			return r
		}
	}
	return nil
}

// Same tells whether rules say the same as others.
func (rs Rules) Same(others Rules) bool {
	if len(rs) == len(others) && (len(rs) == 0 || &rs[0] == &others[0]) {
		return true // nothing was recorded between
	}
	return slices.EqualFunc(rs, others, DeadlineRule.same)
}

// recount counts the term anew from its start. A day that a letter has set moves only to the next working day.
func (d Deadline) recount(c *calendar.Calendar) Deadline {
	end, err := c.Due(d.Start, d.Term)
	if err != nil { // of an imported register, before the calendar begins
		return d
	}
	told, now := d.stored(), end.Due
	if d.Extended {
		now = max(now, c.NextWorking(told))
	}
	if !d.First.IsZero() {
		d.First = end.Due
	}
	d.Nominal, d.Due, d.Told, d.Calendar = end.Nominal, now, 0, c.Version()
	if now != told {
		d.Told = told
	}
	return d
}

// stored is the due day as it was computed first.
func (d Deadline) stored() calendar.Date {
	if d.Told.IsZero() {
		return d.Due
	}
	return d.Told
}

// names tells whether a text stands in the body of the letter.
func (l Letter) names(text string) bool {
	return slices.ContainsFunc(l.Paragraphs, func(p Paragraph) bool { return strings.Contains(p.Text, text) })
}

// Move is what a change of the calendar or of the rules does to a term of a case.
type Move struct {
	Entry    *Entry
	Clock    Clock // of a task; empty = the term that people see
	From, To calendar.Date
	Told     []Telling // the letters that have told the day it moves from, or one before
}

// Moves gives what another calendar or other rules do to a line of the register as the office has it; ok is false when
// nothing. The term that people see comes first, then another of the reply, then that of a task.
func (o *Office) Moves(other *Office, e *Entry) (m Move, ok bool) {
	if running(e.State, e.AnsweredOn) {
		m, ok = e.moves(other.recount(e.Kind, e.Deadlines))
	}
	if !ok {
		m, ok = movedTask(o.TaskTerms(*e), other.TaskTerms(*e))
	}
	m.Entry = e
	return m, ok
}

// Counts tells whether a term of a line of the register runs that a calendar or a rule can move.
func (o *Office) Counts(e *Entry) bool {
	return running(e.State, e.AnsweredOn) && len(e.Deadlines) > 0 || len(o.TaskTerms(*e)) > 0
}

// moves compares the terms of the reply with what they become.
func (e *Entry) moves(after []Deadline) (m Move, ok bool) {
	for i, d := range e.Deadlines {
		if now := after[i]; now.Due != d.Due {
			m, ok = Move{From: d.Due, To: now.Due}, true
		}
	}
	was, _ := earliest(e.Deadlines)
	if now, due := earliest(after); ok && due && now.Due != was.Due { // what people see comes first
		m.From, m.To = was.Due, now.Due
	}
	return m, ok
}

// movedTask gives the first task whose term ends on another day.
func movedTask(before, after []Deadline) (m Move, ok bool) {
	for _, d := range before {
		if now, due := deadlineOf(after, d.Clock); due && now.Due != d.Due {
			return Move{Clock: d.Clock, From: d.Due, To: now.Due}, true
		}
	}
	return m, false
}
