package domain

import (
	"slices"
	"strings"

	"harta/internal/calendar"
)

// Recount gives a case with its terms as the calendar of the office has them. They are counted anew while they run;
// what was computed first stays beside a day that moved, and nothing of it is written back. A case without anything
// to count is given as it is.
func (o *Office) Recount(c Case) Case {
	if running(c.State, c.AnsweredOn) {
		c.Deadlines = o.recount(c.Deadlines)
	}
	return c
}

// RecountEntry does the same for a line of the register.
func (o *Office) RecountEntry(e Entry) Entry {
	if running(e.State, e.AnsweredOn) {
		e.Deadlines = o.recount(e.Deadlines)
	}
	return e
}

// running tells whether the terms of a case can still move: those of an answered or closed one keep the calendar
// that they were kept or missed by. A decision alone ends none: the sender waits for his reply, by the day of the law
// too, and no reply is due on a day off.
func running(s State, answered calendar.Date) bool { return s.Open() && answered.IsZero() }

// recount gives terms by the calendar of the office, the same slice when they are that already.
func (o *Office) recount(all []Deadline) []Deadline {
	fresh := all
	for i, d := range all {
		if d.Calendar == o.Calendar().Version() {
			continue
		}
		if &fresh[0] == &all[0] {
			fresh = slices.Clone(all)
		}
		fresh[i] = d.recount(o.Calendar())
	}
	return fresh
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

// Move is what a change of the calendar does to the term that people see of a case.
type Move struct {
	Entry    Entry
	From, To calendar.Date
	Told     []Telling // the letters that have told the day it moves from, or one before
}

// Moves gives what another calendar does to a line of the register; ok is false when nothing.
func (o *Office) Moves(e *Entry) (m Move, ok bool) {
	after := o.RecountEntry(*e)
	for i, d := range e.Deadlines {
		if now := after.Deadlines[i]; now.Due != d.Due {
			m, ok = Move{From: d.Due, To: now.Due}, true
		}
	}
	if !ok {
		return m, false
	}
	m.Entry = *e
	was, _ := e.Due()
	if now, due := after.Due(); due && now.Due != was.Due { // what people see comes first
		m.From, m.To = was.Due, now.Due
	}
	return m, true
}
