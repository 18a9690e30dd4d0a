package domain

import (
	"strings"
	"time"
	"unicode/utf8"

	"harta/internal/calendar"
)

// Acting is somebody at work: under whose rules, who, and when. Its methods are the commands: each returns the
// event to record, or a *Refusal.
type Acting struct {
	Office *Office
	User   UserID
	Now    time.Time
	Known  func(CaseID) (Entry, bool) // another case of the register, when the user may see it; nil = none
	Joined func(CaseID) []Entry       // the cases that name one, as far as he may see them; nil = none
}

func (a Acting) knows(id CaseID) (Entry, bool) {
	if a.Known == nil {
		return Entry{}, false
	}
	return a.Known(id)
}

// Today is the civil day of the command.
func (a Acting) Today() calendar.Date { return calendar.DateOf(a.Now) }

// Limits of what can be typed. The decoder of the journal refuses records over 1 MiB.
const (
	MaxSubject = 500     // characters
	MaxText    = 200_000 // characters
	MaxLine    = 300     // characters of a name, address, title
)

// permit asks the workflow whether the action is possible now, about to record the event.
func (a Acting) permit(c Case, l LetterFile, e Event) error {
	if r := a.Office.Possible(Situation{Case: c, Letter: l, By: a.User, Event: e}, e.action(), a.Today()); r != nil {
		return r
	}
	return nil
}

// May asks whether the user may take an action on a case, or on one of its letters, now; nil means yes. It is what a
// command would be told by the workflow, before it looks at what was filled in.
func (a Acting) May(c Case, l LetterFile, do Action) *Refusal {
	return a.Office.Possible(Situation{Case: c, Letter: l, By: a.User}, do, a.Today())
}

// Possible gives what the user may do on a letter of a case now, or with the zero letter on the case itself, in the
// order of the workflow. Screens offer exactly this.
func (a Acting) Possible(c Case, l LetterFile) []Action {
	var all []Action
	for _, r := range workflow {
		if onLetter := len(r.Letter) > 0; onLetter != (l.ID != LetterID{}) && (r.Action != DoDraft || !onLetter) {
			continue
		}
		if a.May(c, l, r.Action) == nil {
			all = append(all, r.Action)
		}
	}
	return all
}

// MayOffice asks whether the user may record an event of the office itself.
func (a Acting) MayOffice(e Event) error {
	if r := a.Office.AuthorityOver(e, a.User, a.Today()); r != nil {
		return r
	}
	return nil
}

// notAhead refuses a day that is missing, in the future or before the receipt.
func (a Acting) notAhead(op Action, received, on calendar.Date) error {
	switch {
	case on.IsZero():
		return Refuse(string(op), FieldMissing).On("on").With("field", "on")
	case on > a.Today():
		return Refuse(string(op), InFuture).On("on").With("today", a.Today())
	case on < received:
		return Refuse(string(op), BeforeReceipt).On("on").With("received", received)
	}
	return nil
}

// filled refuses a field that is empty or longer than its limit.
func filled(op Action, field, text string, limit int) error {
	if strings.TrimSpace(text) == "" {
		if field == "reason" {
			return Refuse(string(op), ReasonMissing).On(field)
		}
		return Refuse(string(op), FieldMissing).On(field).With("field", field)
	}
	return short(op, field, text, limit)
}

func short(op Action, field, text string, limit int) error {
	if utf8.RuneCountInString(text) > limit {
		return Refuse(string(op), TooLong).On(field).With("limit", limit)
	}
	return nil
}

// first gives the first error, so that checks read as a list.
func first(checks ...error) error {
	for _, err := range checks {
		if err != nil {
			return err
		}
	}
	return nil
}
