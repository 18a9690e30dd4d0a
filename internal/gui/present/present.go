// Package present is what the screens say and do, without a screen: a presenter owns the state of one, answers its
// keys and buttons, and gets everything else as small interfaces it declares itself.
//
// It knows what is shown, in which order, in which words, what a press leads to, and what waits to be saved. It refuses
// to know widgets, pixels, the disk and rules: whether something is allowed it asks the domain's own table.
//
// A presenter runs on the goroutine of the screen alone. Work that may take time goes through [Go], and comes back
// there. Every presenter has a Changed function that the view sets and that it calls when there is something to
// redraw.
package present

import (
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/say"
)

// Go runs work off the screen's goroutine, and then done on it.
type Go func(work, done func())

// After calls f on the screen's goroutine when d has passed, unless stop was called before.
type After func(d time.Duration, f func()) (stop func())

// Env is what every presenter is given of the program around it.
type Env struct {
	Say   *say.Speaker
	Go    Go
	After After
	Now   func() time.Time
	Tell  func(error) string             // one calm sentence for whatever went wrong
	Open  func(Route)                    // goes to a place
	Back  func()                         // goes to where one came from
	Toast func(Toast)                    // says in passing that something was done
	Ask   func(Question, func(yes bool)) // asks before something that cannot be taken back
	// Habits changes how somebody at this PC likes the window, and gives it; nil changes nothing.
	Habits   func(change func(*desk.Habits)) desk.Habits
	ReadOnly bool // the office is open for reading alone
}

// Today is the civil day by the clock.
func (e Env) Today() calendar.Date { return calendar.DateOf(e.Now()) }

// T gives the text of a key.
func (e Env) T(key string, args ...any) string { return e.Say.T(key, args...) }

// Toast is a message in passing. Undo, when there is one, takes back what was done.
type Toast struct {
	Words string
	Undo  func()
	Warn  bool   // not all of it was done
	Do    string // words of what can be done about it; empty = nothing
	Key   string // that does the same on the screen below; empty = none
	Act   func()
}

// Question is asked before something that cannot be taken back.
type Question struct {
	Title, Words string
	Yes, No      string
	Danger       bool
	Typed        string // a word to be typed before Yes works; empty = none
}

// Urgency is how near a term is, as badge, colour and word say it.
type Urgency = domain.Urgency

// Left says how much of a term is left, short for lists („закъснява 5 дни“, „днес“, „2 раб. дни“), and of a task which.
func (e Env) Left(r domain.Reminder) string {
	if r.Clock == domain.WaitClock {
		return e.T("left.unanswered", "n", r.DaysLate)
	}
	if r.Clock != "" && r.Urgency == domain.Late { // the sign beside it says that it is late
		return e.ofTask(r, e.T("left.late_by", "n", r.DaysLate))
	}
	return e.ofTask(r, e.leftShort(r))
}

// leftShort says it where the task is said already.
func (e Env) leftShort(r domain.Reminder) string {
	switch {
	case r.Urgency == domain.NoTerm:
		return ""
	case r.Urgency == domain.Late:
		return e.T("left.late", "n", r.DaysLate)
	case r.DaysLate > 0:
		return e.T("left.passed", "n", r.DaysLate)
	case r.Urgency == domain.Today:
		return e.T("left.today")
	default:
		if r.Provisional {
			return e.T("left.days_provisional", "n", r.WorkingLeft)
		}
		return e.T("left.days", "n", r.WorkingLeft)
	}
}

// LeftLong says it for a badge („просрочена с 5 дни“, „остават 2 раб. дни“).
func (e Env) LeftLong(r domain.Reminder) string {
	switch {
	case r.Urgency == domain.NoTerm:
		return ""
	case r.Urgency == domain.Late:
		return e.ofTask(r, e.T("left.late_long", "n", r.DaysLate))
	case r.DaysLate > 0:
		return e.ofTask(r, e.T("left.passed", "n", r.DaysLate))
	case r.Urgency == domain.Today:
		return e.ofTask(r, e.T("left.today_long"))
	default:
		if r.Provisional {
			return e.ofTask(r, e.T("left.days_long_provisional", "n", r.WorkingLeft))
		}
		return e.ofTask(r, e.T("left.days_long", "n", r.WorkingLeft))
	}
}

// ofTask adds the task that is due before the reply.
func (e Env) ofTask(r domain.Reminder, left string) string {
	if r.Clock == "" || left == "" {
		return left
	}
	return e.T("left.task", "left", left, "task", e.T("task.short_"+string(r.Clock)))
}

// KindLetter is the letter of a kind in lists, and the key that chooses it.
func (e Env) KindLetter(k domain.Kind) string { return e.T("kind_letter." + string(k)) }

// SenderName is a sender as lists show him.
func (e Env) SenderName(x domain.Entry) string {
	switch {
	case x.State == domain.Erased:
		return e.T("list.erased")
	case x.Sender == "":
		return e.T("list.anonymous")
	default:
		return x.Sender
	}
}

// ShortNumber is a number as lists show it: without the date, and with the year where it is another one.
func (e Env) ShortNumber(n domain.Number) string {
	if y := n.Date.Year(); n.Date != 0 && y != e.Today().Year() {
		return e.T("list.number_of_year", "number", n.Short(), "year", y)
	}
	return n.Short()
}

// ShortName is a person of the office as lists show him: „М. Петрова“.
func ShortName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	return string([]rune(words[0])[:1]) + ". " + words[len(words)-1]
}

// EventWords tells in a line what an event of a case was.
func (e Env) EventWords(j office.Judged) string {
	if j.Newer || j.Event == nil {
		return e.T("event.newer")
	}
	title, more := e.Say.Event(j.Event)
	if more == "" {
		return title
	}
	return e.T("list.event", "title", title, "more", more)
}

// watched is whom a view looks at.
type watched struct {
	// Changed is set by the view and called when there is something to redraw.
	Changed func()
}

func (w *watched) changed() {
	if w.Changed != nil {
		w.Changed()
	}
}
