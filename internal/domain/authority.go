package domain

import (
	"cmp"
	"slices"

	"harta/internal/calendar"
)

// Authority answers whether a user may take an action on a case on a day, whatever state it is in. Commands,
// the fold and the screens ask the same question; nil means yes.
func (o *Office) Authority(s Situation, a Action, on calendar.Date) *Refusal {
	rule, ok := RuleFor(a)
	if !ok {
		return Refuse(string(a), UnknownValue).With("value", string(a))
	}
	if s.By == (UserID{}) {
		return Refuse(string(a), NotSignedIn)
	}
	if u, known := o.User(s.By); !known || u.gone(on) {
		return Refuse(string(a), UserRemovedEarlier)
	}
	s.Office, s.On = o, on
	seats := o.seats(rule, s)
	if len(seats) == 0 {
		return nobodyThere(rule, s)
	}
	var no *Refusal
	for _, s.Seat = range seats {
		r := rule.forbids(s)
		if r == nil {
			return nil
		}
		no = cmp.Or(no, r)
	}
	no.Op = string(a)
	return no
}

// nobodyThere refuses somebody without a role for the action. Of one's own letter that is said first: it helps more
// than a list of roles.
func nobodyThere(r Rule, s Situation) *Refusal {
	no := Refuse(string(r.Action), NoRole).With("roles", r.Roles)
	if r.Action == DoEndorse || r.Action == DoSign {
		if own := notAuthor(s); own != nil {
			own.Op = no.Op
			return own
		}
	}
	return no
}

// forbids gives the first refusal of the guards.
func (r Rule) forbids(s Situation) *Refusal {
	for _, guard := range r.Guards {
		if no := guard(s); no != nil {
			return no
		}
	}
	return nil
}

// seats gives the roles in which a user may try an action, the highest first: those granted, and that of the
// executor to whoever has the case in hand. A respondent may be asked for explanations whatever he is.
func (o *Office) seats(r Rule, s Situation) []RoleGranted {
	seats := slices.DeleteFunc(o.Grants(s.By, s.On), func(g RoleGranted) bool {
		return g.Role == Executor || !slices.Contains(r.Roles, g.Role)
	})
	slices.SortStableFunc(seats, func(a, b RoleGranted) int { return b.Role.rank() - a.Role.rank() })
	asked := r.Action == DoNote && o.concerns(s.Case.Intake.against(), s.By)
	if slices.Contains(r.Roles, Executor) && (asked || s.Case.executor(s.By)) {
		seats = append(seats, RoleGranted{User: s.By, Role: Executor})
	}
	return seats
}

// Possible tells whether a user may take an action on a case now: the state allows it and so does his authority.
// Screens offer exactly the actions for which it gives nil.
func (o *Office) Possible(s Situation, a Action, on calendar.Date) *Refusal {
	rule, ok := RuleFor(a)
	switch {
	case !ok:
		return Refuse(string(a), UnknownValue).With("value", string(a))
	case s.Case.State == Erased:
		return Refuse(string(a), CaseIsErased)
	case s.Case.Flags.Has(FlagNewer):
		return Refuse(string(a), CaseReadOnly)
	case !rule.Allows(s.Case.State):
		return Refuse(string(a), WrongState).With("state", s.Case.State)
	case s.Letter.ID != LetterID{} && len(rule.Letter) > 0 && !slices.Contains(rule.Letter, s.Letter.State):
		return Refuse(string(a), LetterWrongState).With("state", s.Letter.State)
	}
	if rule.Needs != nil {
		if no := rule.Needs(s.Case); no != nil {
			no.Op = string(a)
			return no
		}
	}
	return o.Authority(s, a, on)
}
