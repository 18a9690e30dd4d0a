package domain

import (
	"cmp"
	"time"

	"harta/internal/calendar"
)

// Figure names a number of the yearly report that counts cases, so that they can be listed.
type Figure string

// Figures that can be listed.
const (
	FigureReceived     Figure = "received"
	FigureCarried      Figure = "carried"
	FigureClosed       Figure = "closed"
	FigureOpen         Figure = "open"
	FigureOpenLate     Figure = "open_late"
	FigureLegal        Figure = "legal"         // with a legal term, decided
	FigureLegalLate    Figure = "legal_late"    // of those, late
	FigureCharter      Figure = "charter"       // complaints, answered
	FigureCharterLate  Figure = "charter_late"  // of those, late
	FigureAnswered     Figure = "answered"      // of which the days were counted
	FigureAnsweredLate Figure = "answered_late" // after the due day
)

// days are the days that count for the report of a year.
type days struct{ first, end calendar.Date }

func (y days) has(d calendar.Date) bool { return !d.IsZero() && d >= y.first && d <= y.end }

// counts tells for every figure whether it counts an entry, and by which day: of an entry that was there in the year.
var counts = []struct {
	of  Figure
	has func(Entry, days) (calendar.Date, bool)
}{
	{FigureReceived, func(e Entry, y days) (calendar.Date, bool) { return e.ReceivedOn, y.has(e.ReceivedOn) }},
	{FigureCarried, func(e Entry, y days) (calendar.Date, bool) { return e.ReceivedOn, !y.has(e.ReceivedOn) }},
	{FigureClosed, func(e Entry, y days) (calendar.Date, bool) { return e.endedOn(), y.has(e.endedOn()) }},
	{FigureOpen, func(e Entry, y days) (calendar.Date, bool) { return e.ReceivedOn, !y.has(e.endedOn()) }},
	{FigureOpenLate, func(e Entry, y days) (calendar.Date, bool) {
		d, ok := e.Due()
		answered := !e.AnsweredOn.IsZero() && e.AnsweredOn <= y.end
		return e.ReceivedOn, ok && !y.has(e.endedOn()) && !answered && y.end > d.Due
	}},
	{FigureLegal, func(e Entry, y days) (calendar.Date, bool) {
		on := cmp.Or(e.DecidedOn, e.AnsweredOn)
		_, ok := e.Deadline(LegalClock)
		return on, ok && y.has(on)
	}},
	{FigureLegalLate, func(e Entry, y days) (calendar.Date, bool) {
		on := cmp.Or(e.DecidedOn, e.AnsweredOn)
		d, ok := e.Deadline(LegalClock)
		return on, ok && y.has(on) && !d.keptBy(on)
	}},
	{FigureCharter, func(e Entry, y days) (calendar.Date, bool) {
		_, ok := e.Deadline(CharterClock)
		return e.AnsweredOn, ok && e.Kind.Complaint() && y.has(e.AnsweredOn)
	}},
	{FigureCharterLate, func(e Entry, y days) (calendar.Date, bool) {
		d, ok := e.Deadline(CharterClock)
		return e.AnsweredOn, ok && e.Kind.Complaint() && y.has(e.AnsweredOn) && !d.keptBy(e.AnsweredOn)
	}},
	{FigureAnswered, func(e Entry, y days) (calendar.Date, bool) { return e.AnsweredOn, y.has(e.AnsweredOn) }},
	{FigureAnsweredLate, func(e Entry, y days) (calendar.Date, bool) {
		d, ok := e.Due()
		return e.AnsweredOn, ok && y.has(e.AnsweredOn) && e.AnsweredOn > d.Due
	}},
}

// FiguresListed gives the figures that can be listed.
func FiguresListed() []Figure {
	all := make([]Figure, len(counts))
	for i, c := range counts {
		all[i] = c.of
	}
	return all
}

// Counted tells whether a figure of the report of a year, as of a day, counts the entry, and on which day it does: that
// of receipt, end or answer, by which the report has months.
func (e Entry) Counted(f Figure, year int, asOf calendar.Date) (on calendar.Date, yes bool) {
	y := days{calendar.NewDate(year, time.January, 1), min(calendar.NewDate(year, time.December, 31), asOf)}
	ended := e.endedOn()
	before := !y.has(e.ReceivedOn) && !ended.IsZero() && ended < y.first
	if e.State == StateAnnulled || e.ReceivedOn > y.end || before {
		return 0, false
	}
	for _, c := range counts {
		if c.of == f {
			return c.has(e, y)
		}
	}
	return 0, false
}
