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

// FiguresListed gives them.
func FiguresListed() []Figure {
	return []Figure{
		FigureReceived, FigureCarried, FigureClosed, FigureOpen, FigureOpenLate, FigureLegal, FigureLegalLate, FigureCharter,
		FigureCharterLate, FigureAnswered, FigureAnsweredLate,
	}
}

// Counted tells whether a figure of the report of a year, as of a day, counts the entry, and on which day it does: that
// of receipt, end or answer, by which the report has months.
func (e Entry) Counted(f Figure, year int, asOf calendar.Date) (on calendar.Date, yes bool) {
	first := calendar.NewDate(year, time.January, 1)
	end := min(calendar.NewDate(year, time.December, 31), asOf)
	within := func(d calendar.Date) bool { return !d.IsZero() && d >= first && d <= end }
	ended := e.endedOn()
	received := within(e.ReceivedOn)
	if e.State == StateAnnulled || e.ReceivedOn > end || !received && !ended.IsZero() && ended < first {
		return 0, false
	}
	switch f {
	case FigureReceived:
		return e.ReceivedOn, received
	case FigureCarried:
		return e.ReceivedOn, !received
	case FigureClosed:
		return ended, within(ended)
	case FigureOpen:
		return e.ReceivedOn, !within(ended)
	case FigureOpenLate:
		d, ok := e.Due()
		answered := !e.AnsweredOn.IsZero() && e.AnsweredOn <= end
		return e.ReceivedOn, ok && !within(ended) && !answered && end > d.Due
	case FigureLegal, FigureLegalLate:
		d, ok := e.Deadline(LegalClock)
		on = cmp.Or(e.DecidedOn, e.AnsweredOn)
		return on, ok && within(on) && (f == FigureLegal || !d.keptBy(on))
	case FigureCharter, FigureCharterLate:
		d, ok := e.Deadline(CharterClock)
		on = e.AnsweredOn
		return on, ok && e.Kind.Complaint() && within(on) && (f == FigureCharter || !d.keptBy(on))
	case FigureAnswered:
		return e.AnsweredOn, within(e.AnsweredOn)
	case FigureAnsweredLate:
		d, ok := e.Due()
		return e.AnsweredOn, ok && within(e.AnsweredOn) && e.AnsweredOn > d.Due
	default:
		return 0, false
	}
}
