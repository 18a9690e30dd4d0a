package present

import (
	"slices"

	"harta/internal/domain"
)

// Place is a screen of the window.
type Place string

// Places. The first ones stand on the rail; Case and Letter are reached from a list.
const (
	TodayPlace    Place = "today"
	NewPlace      Place = "new"
	RegisterPlace Place = "register"
	LettersPlace  Place = "letters"
	ApprovalPlace Place = "approval"
	DispatchPlace Place = "dispatch"
	ReportsPlace  Place = "reports"
	CalendarPlace Place = "calendar"
	JournalPlace  Place = "journal"
	SettingsPlace Place = "settings"
	ImportPlace   Place = "import"
	DestroyPlace  Place = "destroy" // what is kept until when, and what is to be destroyed

	CalculatorPlace Place = "calculator"
	CasePlace       Place = "case"
	ExplainPlace    Place = "explain" // what somebody is asked in a case that he may not see
	LetterPlace     Place = "letter"
)

// Route says where to go, and with what: navigation is data.
type Route struct {
	Place  Place
	Case   domain.CaseID
	Letter domain.LetterID
	Arg    string // a view of the register, an action of a case, a tab of the settings
	Walk   *Walk  // the list one came from, to go on in it; nil = none
}

// Walk is a list of cases, in the order in which it was shown: a case opened from it leads to the next one.
type Walk struct{ Cases []domain.CaseID }

// Place gives where a case stands in the list, counted from 1; 0 when it is not there.
func (w *Walk) Place(id domain.CaseID) int {
	if w == nil {
		return 0
	}
	return slices.Index(w.Cases, id) + 1
}

// Step gives the next case (1) or the one before (-1); ok is false at the ends.
func (w *Walk) Step(from domain.CaseID, by int) (to domain.CaseID, ok bool) {
	i := w.Place(from) - 1 + by
	if w == nil || w.Place(from) == 0 || i < 0 || i >= len(w.Cases) {
		return domain.CaseID{}, false
	}
	return w.Cases[i], true
}

// Nav remembers the way here, and of each place what its screen wants to find again: scroll and selection.
type Nav struct {
	now    Route
	past   []visited
	opened []domain.CaseID
}

type visited struct {
	route Route
	kept  any
}

const mostVisited = 50

// Now is where the window is.
func (n *Nav) Now() Route { return n.now }

// Go goes to a route; kept is what the screen that is left wants to find again. A place of the rail begins a new way
// when it is gone to twice.
func (n *Nav) Go(to Route, kept any) {
	if n.now.Place != "" && n.now != to {
		n.past = append(n.past, visited{n.now, kept})
		if len(n.past) > mostVisited {
			n.past = n.past[1:]
		}
	}
	n.now = to
	if to.Place == CasePlace {
		n.opened = slices.Insert(slices.DeleteFunc(n.opened, func(id domain.CaseID) bool { return id == to.Case }), 0, to.Case)
		n.opened = n.opened[:min(len(n.opened), mostVisited)]
	}
}

// Opened gives the cases that were open since somebody sat down, the latest first.
func (n *Nav) Opened() []domain.CaseID { return slices.Clone(n.opened) }

// Back goes to where one came from and gives what that screen had kept; ok is false at the beginning.
func (n *Nav) Back() (to Route, kept any, ok bool) {
	if len(n.past) == 0 {
		return n.now, nil, false
	}
	last := n.past[len(n.past)-1]
	n.past, n.now = n.past[:len(n.past)-1], last.route
	return last.route, last.kept, true
}

// Replace goes to a route in the place of the present one: back leads to where that one was come to from.
func (n *Nav) Replace(to Route) { n.now = to }

// CanBack tells whether there is a way back.
func (n *Nav) CanBack() bool { return len(n.past) > 0 }

// Forget drops the way, when another user sits down.
func (n *Nav) Forget() { *n = Nav{} }
