package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Verdict says whether an event has effect. What has none stays in the history, flagged.
type Verdict uint8

// Verdicts.
const (
	Effective        Verdict = iota
	WithoutAuthority         // the author lacked the role, or the four eyes were two, or he was the respondent
	AfterRemoval             // the author had been removed, as far as the remover could see
)

// History is what Judge needs to know of the office around a fact: the office as the author saw it, and whether
// somebody removed the author without having seen this fact. No clock decides this.
type History struct {
	Office  *Office
	Removed func(UserID) bool // nil = nobody was removed
}

// Judge says whether a fact about a case, a person or the office has effect.
func Judge(h History, c Case, f Fact) Verdict {
	verdict, _ := JudgeSeat(h, c, f)
	return verdict
}

// JudgeSeat says also in which role its author acted: the zero seat when it has no effect, or needed none.
func JudgeSeat(h History, c Case, f Fact) (Verdict, RoleGranted) {
	if h.Removed != nil && f.By != (UserID{}) && h.Removed(f.By) {
		return AfterRemoval, RoleGranted{}
	}
	seat, no := h.Office.seatOf(c, f)
	if no != nil {
		return WithoutAuthority, RoleGranted{}
	}
	return Effective, seat
}

// seatOf gives the role in which the author of a fact had the authority for it.
func (o *Office) seatOf(c Case, f Fact) (RoleGranted, *Refusal) {
	day := calendar.DateOf(f.At)
	action := f.Event.action()
	if action == "" {
		return o.overseer(f.Event, f.By, day)
	}
	s := Situation{Case: c, By: f.By, Event: f.Event}
	if e, ok := f.Event.(letterEvent); ok {
		s.Letter, _ = c.Letter(e.letter())
	}
	seat, no := o.SeatFor(s, action, day)
	if no != nil || seat.ActingFor == (UserID{}) || action == DoSign { // a letter says itself for whom it is signed
		return seat, no
	}
	return o.ownSeat(s, action, day, seat), nil
}

// ownSeat gives the own role of whoever also stands in for somebody, where it would have done: nobody acts in another's
// place without need.
func (o *Office) ownSeat(s Situation, a Action, on calendar.Date, acting RoleGranted) RoleGranted {
	s.Office, s.On = o, on
	h := o.holder(s.By, on)
	h.held = slices.DeleteFunc(h.held, func(g RoleGranted) bool { return g.ActingFor != UserID{} })
	if h.tries(ruleFor(a), &s) != nil {
		return acting
	}
	return s.Seat
}

// AuthorityOver answers whether a user may record an event of the office itself; nil means yes. The zero user is
// the recovery key: it may only give keys and roles.
func (o *Office) AuthorityOver(e Event, by UserID, on calendar.Date) *Refusal {
	_, no := o.overseer(e, by, on)
	return no
}

// overseer gives the role in which a user may record an event of the office itself; the zero seat where none is needed.
func (o *Office) overseer(e Event, by UserID, on calendar.Date) (RoleGranted, *Refusal) {
	if by == (UserID{}) {
		switch e.(type) {
		case UserKeyed, RoleGranted:
			return RoleGranted{}, nil
		default:
			return RoleGranted{}, Refuse("change_office", NotSignedIn)
		}
	}
	if _, founding := e.(OfficeFounded); founding && o.FoundedAt.IsZero() {
		return RoleGranted{}, nil
	}
	if u, known := o.User(by); !known || u.gone(on) {
		return RoleGranted{}, Refuse("change_office", UserRemovedEarlier)
	}
	roles, anybody := overseers(e, by)
	seat, ok := o.Seat(by, on, roles)
	switch {
	case anybody:
		return RoleGranted{}, nil
	case !ok:
		return RoleGranted{}, Refuse("change_office", NoRole).With("roles", roles)
	}
	if no := o.secondPerson(e, by); no != nil {
		return RoleGranted{}, no
	}
	return o.inOwnRight(seat, roles, on), nil
}

// inOwnRight gives the own role of whoever also stands in for somebody, where it is one of the roles.
func (o *Office) inOwnRight(seat RoleGranted, roles []Role, on calendar.Date) RoleGranted {
	for own := range o.held(seat.User, on) {
		if seat.ActingFor != (UserID{}) && own.ActingFor == (UserID{}) && slices.Contains(roles, own.Role) {
			seat = *own
		}
	}
	return seat
}

// overseers gives the roles that may record an event of the office, or that everybody who works here may.
func overseers(e Event, by UserID) (roles []Role, anybody bool) {
	switch e := e.(type) {
	case ChainOpened, OfficeKeyed, AccessViewed:
		return nil, true
	case UserKeyed:
		return []Role{Admin}, e.User == by
	case PersonRecorded, PersonCorrected:
		return desk, false
	case PersonErased:
		if e.Sealed != (CaseID{}) { // whoever may seal his only case
			return append([]Role{Admin}, desk...), false
		}
		return []Role{Admin}, false
	case CalendarSet, SettingsSet, TemplateSet, ParagraphSet, TopicSet, FilingSet, DepartmentSet:
		return []Role{Admin, Secretary}, false
	case ErasureProposed:
		return proposing, false
	case ErasureConfirmed:
		return confirming, false
	case ErasureWithdrawn:
		return slices.Concat(proposing, confirming), false
	case RulesSet:
		return []Role{Secretary, Mayor}, false
	default:
		return []Role{Admin}, false
	}
}
