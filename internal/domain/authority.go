package domain

import (
	"cmp"
	"slices"

	"harta/internal/calendar"
)

// Authority answers whether a user may take an action on a case on a day, whatever state it is in. Commands,
// the fold and the screens ask the same question; nil means yes.
func (o *Office) Authority(s Situation, a Action, on calendar.Date) *Refusal {
	_, no := o.SeatFor(s, a, on)
	return no
}

// SeatFor gives the role in which a user takes an action on a case: of equal ones his own comes before one in which he
// stands in for somebody.
func (o *Office) SeatFor(s Situation, a Action, on calendar.Date) (RoleGranted, *Refusal) {
	rule := ruleFor(a)
	if rule == nil {
		return RoleGranted{}, Refuse(string(a), UnknownValue).With("value", string(a))
	}
	s.Office, s.On = o, on
	if no := o.holder(s.By, on).tries(rule, &s); no != nil {
		return RoleGranted{}, no
	}
	return s.Seat, nil
}

// holder is somebody with the roles held on a day, the highest first, and his own before those of others.
type holder struct {
	id    UserID
	works bool
	held  []RoleGranted
}

func (o *Office) holder(id UserID, on calendar.Date) holder {
	u, known := o.User(id)
	h := holder{id: id, works: known && !u.gone(on), held: o.Grants(id, on)}
	slices.SortStableFunc(h.held, func(a, b RoleGranted) int {
		return cmp.Or(b.Role.rank()-a.Role.rank(), boolRank(a.ActingFor != UserID{}, b.ActingFor != UserID{}))
	})
	return h
}

// tries takes the seats from which an action may be tried, until the guards let one of them pass. Those are the roles
// granted, and that of the executor to whoever has the case in hand. Anybody may be asked for explanations, whatever he
// is.
func (h holder) tries(r *Rule, s *Situation) *Refusal {
	switch {
	case h.id == UserID{}:
		return Refuse(string(r.Action), NotSignedIn)
	case !h.works:
		return Refuse(string(r.Action), UserRemovedEarlier)
	}
	var no *Refusal
	for _, s.Seat = range h.held {
		if s.Seat.Role == Executor || !slices.Contains(r.Roles, s.Seat.Role) {
			continue
		}
		found := r.forbids(s)
		if found == nil {
			return nil
		}
		no = cmp.Or(no, found)
	}
	if h.executes(r, s) {
		s.Seat = RoleGranted{User: h.id, Role: Executor}
		found := r.forbids(s)
		if found == nil {
			return nil
		}
		no = cmp.Or(no, found)
	}
	if no == nil {
		return nobodyThere(r, s)
	}
	no.Op = string(r.Action)
	return no
}

// executes tells whether somebody may try an action as the executor.
func (h holder) executes(r *Rule, s *Situation) bool {
	if !slices.Contains(r.Roles, Executor) {
		return false
	}
	return s.Case.executor(h.id) ||
		r.Action == DoNote && (s.Case.invited(h.id) || s.Office.concerns(s.Case.Intake.against(), h.id))
}

// nobodyThere refuses somebody without a role for the action. Of one's own letter that is said first: it helps more
// than a list of roles.
func nobodyThere(r *Rule, s *Situation) *Refusal {
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
func (r *Rule) forbids(s *Situation) *Refusal {
	for _, guard := range r.Guards {
		if no := guard(s); no != nil {
			return no
		}
	}
	return nil
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
	case s.Case.stub() && !rule.Stub:
		sealed, _ := RuleOf(GroundSealed)
		return Refuse(string(a), CaseSealed).With("source", sealed.Source)
	case !rule.Allows(s.Case.State):
		return Refuse(string(a), WrongState).With("state", s.Case.State)
	case s.Letter.ID != LetterID{} && len(rule.Letter) > 0 && !slices.Contains(rule.Letter, s.Letter.State):
		return Refuse(string(a), LetterWrongState).With("state", s.Letter.State)
	}
	s.Office, s.On = o, on
	if rule.Needs != nil {
		if no := rule.Needs(&s); no != nil {
			no.Op = string(a)
			return no
		}
	}
	return o.Authority(s, a, on)
}
