package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Turn is whose turn it is in a case: somebody's, or, of several who may as well, that of whoever holds a role.
type Turn struct {
	Action     Action // empty = nothing is to be done
	User       UserID // the only one
	Role       Role   // that of several
	Department DepartmentID
}

// Nobody tells whether something is to be done that nobody here may do.
func (t Turn) Nobody() bool { return t.Action != "" && t.User == UserID{} && t.Role == "" }

// Turn gives a question: whose turn the main step of an open case is on a day. It looks at everybody who works here, so
// it is for the lines that somebody sees, and for one goroutine; NextStep says the same of a whole case.
func (o *Office) Turn(on calendar.Date) func(*Entry) Turn {
	q := o.asking(on)
	return func(e *Entry) Turn {
		if !e.State.Open() {
			return Turn{}
		}
		return q.turn(e, e.now())
	}
}

func (q *asking) turn(e *Entry, t task) Turn {
	found := Turn{Action: t.action, Department: e.Department}
	if t.action == "" {
		return Turn{}
	}
	q.look(e, t)
	for _, turn := range e.turns(t) {
		switch who := q.takers(turn, e, t); len(who) {
		case 0:
		case 1:
			found.User = who[0].id
			return found
		default:
			found.Role = turn.shared(who)
			return found
		}
	}
	return found
}

// takers gives those whose turn a task is and who may take it.
func (q *asking) takers(turn turn, e *Entry, t task) []holder {
	var who []holder
	for _, h := range q.all {
		if turn.covers(h, e) && q.may(h, t) {
			who = append(who, h)
		}
	}
	return who
}

// shared gives the role by which several have a turn: the first of the turn that one of them holds.
func (t turn) shared(who []holder) Role {
	for _, r := range t.roles {
		if slices.ContainsFunc(who, func(h holder) bool {
			return slices.ContainsFunc(h.held, func(g RoleGranted) bool { return g.Role == r })
		}) {
			return r
		}
	}
	return ""
}
