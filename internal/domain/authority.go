package domain

import (
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
	s.Office = o
	seat, ok := o.seatFor(rule, s, on)
	if !ok {
		return Refuse(string(a), NoRole).With("roles", rule.Roles)
	}
	s.Seat = seat
	for _, guard := range rule.Guards {
		if r := guard(s); r != nil {
			r.Op = string(a)
			return r
		}
	}
	return nil
}

// seatFor gives the role in which a user acts. Somebody with the case in hand acts as its executor, unless a
// higher role of his allows the action too.
func (o *Office) seatFor(r Rule, s Situation, on calendar.Date) (RoleGranted, bool) {
	if seat, ok := o.Seat(s.By, on, r.Roles); ok && seat.Role != Executor {
		return seat, true
	}
	if slices.Contains(r.Roles, Executor) && s.Case.executor(s.By) {
		return RoleGranted{User: s.By, Role: Executor}, true
	}
	return RoleGranted{}, false
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
	}
	return o.Authority(s, a, on)
}

func notRespondent(s Situation) *Refusal {
	if s.Office.concerns(s.Case.Intake.Respondents, s.By) {
		return Refuse("", IsRespondent)
	}
	if slices.Contains(s.Case.Recused, s.By) {
		return Refuse("", HasRecused)
	}
	return nil
}

func mayorCannot(s Situation) *Refusal {
	e, deciding := s.Event.(AdmissibilityDecided)
	if deciding && (e.Result == StateForwarded || e.Result == StateNotOpened || e.Result == StateSealed) {
		return nil
	}
	if s.Office.againstMayor(s.Case.Intake.Respondents, calendar.DateOf(s.Case.RegisteredAt)) && s.Event != nil {
		return Refuse("", AgainstMayor)
	}
	return nil
}

// groundRole asks the admissibility table who may decide on this ground.
func groundRole(s Situation) *Refusal {
	e, ok := s.Event.(AdmissibilityDecided)
	if !ok {
		return nil
	}
	rule, ok := RuleOf(e.Ground)
	if !ok {
		return Refuse("", UnknownValue).On("ground").With("value", string(e.Ground))
	}
	if !slices.Contains(rule.Roles, s.Seat.Role) {
		return Refuse("", NoRole).With("roles", rule.Roles)
	}
	return nil
}

func extensionRole(s Situation) *Refusal {
	e, ok := s.Event.(ExtensionDecided)
	if ok && e.Clock == LegalClock && s.Seat.Role == Secretary {
		return Refuse("", NoRole).With("roles", []Role{Mayor, DeputyMayor})
	}
	return nil
}

// cleanAssignees keeps a case from those it is directed against and from those who declared a conflict.
func cleanAssignees(s Situation) *Refusal {
	var assigned []UserID
	switch e := s.Event.(type) {
	case CaseResolved:
		assigned = append([]UserID{e.Lead}, e.Others...)
	case CaseReassigned:
		assigned = append([]UserID{e.Lead}, e.Others...)
	}
	for _, id := range assigned {
		if s.Office.concerns(s.Case.Intake.Respondents, id) || slices.Contains(s.Case.Recused, id) {
			u, _ := s.Office.User(id)
			return Refuse("", AssigneeRespondent).On("lead").With("name", u.Name)
		}
	}
	return nil
}

// ownUnit binds a head to the cases of his department; before an assignment to the proposed one.
func ownUnit(s Situation) *Refusal {
	if s.Seat.Role != Head || s.Seat.Department == (DepartmentID{}) {
		return nil
	}
	if d := s.Case.department(); d != (DepartmentID{}) && d != s.Seat.Department {
		return Refuse("", NoRole).With("roles", []Role{Head})
	}
	return nil
}

func notAuthor(s Situation) *Refusal {
	if s.Letter.Author == s.By {
		return Refuse("", OwnLetter)
	}
	return nil
}

// aboveHead makes the secretary endorse what a head wrote.
func aboveHead(s Situation) *Refusal {
	author := s.Letter.Author
	day := calendar.DateOf(s.Letter.Since)
	if s.Seat.Role == Head && s.Office.Holds(author, Head, day) {
		return Refuse("", NoRole).With("roles", []Role{Secretary, DeputyMayor, Mayor})
	}
	return nil
}

func headByOrder(s Situation) *Refusal {
	if s.Seat.Role == Head && s.Seat.Order == "" {
		return Refuse("", OrderNeeded)
	}
	return nil
}

// thirdPerson keeps the endorser from signing: always where the chain of the kind says so, elsewhere unless an
// order empowers him.
func thirdPerson(s Situation) *Refusal {
	if s.Letter.EndorsedBy != s.By {
		return nil
	}
	if s.Case.Sensitive(s.Office.Settings) && s.Letter.Content.Template.Reply() {
		return Refuse("", ThirdPersonNeeded)
	}
	if s.Seat.Order == "" {
		return Refuse("", OrderNeeded)
	}
	return nil
}
