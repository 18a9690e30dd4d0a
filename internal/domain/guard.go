package domain

import (
	"slices"

	"harta/internal/calendar"
)

// notRespondent keeps whom a submission is directed against, and who declared a conflict, from every step.
func notRespondent(s *Situation) *Refusal {
	switch {
	case s.Office.concerns(s.Case.Intake.against(), s.By):
		return Refuse("", IsRespondent)
	case slices.Contains(s.Case.Recused, s.By):
		return Refuse("", HasRecused)
	}
	return nil
}

// handsOver keeps a respondent from the documents of a case. Only what came with it he adds, when it was he who had to
// register it: on that day, and before anybody has decided anything. A screen never offers it.
func handsOver(s *Situation) *Refusal {
	c := &s.Case
	if s.Event != nil && c.RegisteredBy == s.By && c.State == Registered && calendar.DateOf(c.RegisteredAt) == s.On {
		return nil
	}
	return notRespondent(s)
}

// onlyExplains lets a respondent note nothing but his explanations, and these when he was asked for them: by name, or by
// a question that was put to nobody in particular. Who has no other part in the case may do no more either.
func onlyExplains(s *Situation) *Refusal {
	concerned := s.Office.concerns(s.Case.Intake.against(), s.By)
	if !concerned && (s.Seat.Role != Executor || s.Case.executor(s.By)) {
		return nil
	}
	e, ok := s.Event.(CaseNoted)
	switch {
	case concerned && ok && e.Note == ClaimedMistake:
		return nil // he learns nothing by it
	case (!ok || e.Note == GaveExplaining) && s.Case.wasAsked(s.By, concerned):
		return nil
	case concerned:
		return Refuse("", IsRespondent)
	default:
		return Refuse("", NoRole).With("roles", staff)
	}
}

// wasAsked tells whether somebody was ever asked: by name, or being concerned by a question to nobody in particular.
func (c Case) wasAsked(id UserID, concerned bool) bool {
	return slices.ContainsFunc(c.Notes, func(n Note) bool {
		return n.Note == AskedOpinion && (n.To == id || n.To == UserID{} && concerned)
	})
}

// notTheMayor keeps everybody from deciding on who holds the office of mayor.
func notTheMayor(s *Situation) *Refusal {
	all := s.Case.Intake.against()
	if len(all) == 0 {
		return nil
	}
	if s.Office.againstMayor(all, calendar.DateOf(s.Case.RegisteredAt)) || s.Office.againstMayor(all, s.On) {
		return Refuse("", AgainstMayor)
	}
	return nil
}

// onlyPassedOn leaves of a submission against the mayor only its way to the competent body, or none.
func onlyPassedOn(s *Situation) *Refusal {
	no := notTheMayor(s)
	if no == nil || s.Seat.Role == DeputyMayor {
		return no
	}
	e, deciding := s.Event.(AdmissibilityDecided)
	if !deciding || slices.Contains([]State{InResolution, StateForwarded, StateNotOpened, StateSealed}, e.Result) {
		return nil
	}
	return no
}

// onlyToldOff lets a letter in a case against the mayor say where it went, but decide nothing.
func onlyToldOff(s *Situation) *Refusal {
	if s.Seat.Role != DeputyMayor && (s.Case.State.Side() || !s.Case.answers(s.Letter.Content.Template)) {
		return nil
	}
	return notTheMayor(s)
}

// superior gives the lowest roles that may resolve, endorse and sign when a respondent holds a role (чл. 113 АПК).
type superior struct{ resolve, endorse, sign Role }

func resolver(s superior) Role { return s.resolve }
func endorser(s superior) Role { return s.endorse }
func signer(s superior) Role   { return s.sign }

// over keeps a step with those who stand above everybody whom the submission is directed against.
func over(step func(superior) Role) Guard {
	return func(s *Situation) *Refusal {
		if s.Seat.Role == Adviser { // his word is said besides that of whoever stands above
			return nil
		}
		for _, r := range s.Case.Intake.against() {
			lowest := step(s.Office.superior(r, s.On))
			if s.Seat.Role.rank() < lowest.rank() {
				return Refuse("", NoRole).With("roles", atLeast(lowest))
			}
		}
		return nil
	}
}

// superior looks at the person, not at an office he stands in for. A whole unit counts as its head.
func (o *Office) superior(r Respondent, on calendar.Date) superior {
	role := Executor
	for g := range o.held(r.User, on) {
		if g.ActingFor == (UserID{}) && g.Role.rank() > role.rank() {
			role = g.Role
		}
	}
	switch {
	case role == Mayor:
		return superior{Mayor, Head, Secretary}
	case role == DeputyMayor:
		return superior{Mayor, Head, Mayor}
	case role == Secretary:
		return superior{DeputyMayor, Head, DeputyMayor}
	case role == Head || r.Department != DepartmentID{}:
		return superior{Secretary, Secretary, DeputyMayor}
	case r.User == UserID{}:
		return superior{}
	default:
		return superior{Secretary, Head, Secretary}
	}
}

func atLeast(lowest Role) []Role {
	return slices.DeleteFunc(slices.Clone(chiefs), func(r Role) bool { return r.rank() < lowest.rank() })
}

// knownState takes over of an older register only states that the work can go on from.
func knownState(s *Situation) *Refusal {
	if e, ok := s.Event.(CaseImported); ok && !slices.Contains(imported, e.State) {
		return Refuse("", UnknownValue).With("value", string(e.State))
	}
	return nil
}

// groundRole asks the admissibility table who may decide on this ground, and where it leads.
func groundRole(s *Situation) *Refusal {
	e, ok := s.Event.(AdmissibilityDecided)
	if !ok {
		return nil
	}
	rule, ok := RuleOf(e.Ground)
	if !ok || e.Result != rule.Result {
		return Refuse("", UnknownValue).On("ground").With("value", string(e.Ground))
	}
	if !slices.Contains(rule.Roles, s.Seat.Role) {
		return Refuse("", NoRole).With("roles", rule.Roles)
	}
	return nil
}

// ownRole holds a resolution to the role it says it was written in: of two concurrent ones the higher stands.
func ownRole(s *Situation) *Refusal {
	if e, ok := s.Event.(CaseResolved); ok && e.As != s.Seat.Role {
		return Refuse("", NoRole).With("roles", []Role{e.As})
	}
	return nil
}

func extensionRole(s *Situation) *Refusal {
	e, ok := s.Event.(ExtensionDecided)
	if ok && e.Clock == LegalClock && s.Seat.Role == Secretary {
		return Refuse("", NoRole).With("roles", []Role{Mayor, DeputyMayor})
	}
	return nil
}

// cleanAssignees keeps a case from those it is directed against, from their unit when it is theirs to lead, and
// from those who declared a conflict.
func cleanAssignees(s *Situation) *Refusal {
	var assigned []UserID
	var unit DepartmentID
	switch e := s.Event.(type) {
	case CaseResolved:
		assigned, unit = append([]UserID{e.Lead}, e.Others...), e.Department
	case CaseReassigned:
		assigned = append([]UserID{e.Lead}, e.Others...)
	}
	for _, id := range assigned {
		if s.Office.concerns(s.Case.Intake.against(), id) || slices.Contains(s.Case.Recused, id) {
			u, _ := s.Office.User(id)
			return Refuse("", AssigneeRespondent).On("lead").With("name", u.Name)
		}
	}
	if unit != (DepartmentID{}) && s.Office.against(s.Case.Intake.against(), unit) {
		d, _ := s.Office.Department(unit)
		return Refuse("", AssigneeRespondent).On("department").With("name", d.Name)
	}
	return nil
}

// ownUnit binds a head to the cases of his department; before an assignment to the proposed one.
func ownUnit(s *Situation) *Refusal {
	if s.Seat.Role != Head || s.Seat.Department == (DepartmentID{}) {
		return nil
	}
	if d := s.Case.department(); d != (DepartmentID{}) && d != s.Seat.Department {
		return Refuse("", NoRole).With("roles", []Role{Head})
	}
	return nil
}

// notAuthor is the four eyes: who wrote any version of a letter neither endorses nor signs it.
func notAuthor(s *Situation) *Refusal {
	if slices.Contains(s.Letter.Writers, s.By) {
		return Refuse("", OwnLetter)
	}
	return nil
}

// aboveHead makes the secretary endorse what a head wrote.
func aboveHead(s *Situation) *Refusal {
	if s.Seat.Role == Head && s.Office.Holds(s.Letter.Author, Head, calendar.DateOf(s.Letter.Since)) {
		return Refuse("", NoRole).With("roles", top)
	}
	return nil
}

// approved lets only content be signed that has every word it needs.
func approved(s *Situation) *Refusal {
	e, ok := s.Event.(LetterNumbered)
	last := func(a Approval) bool { return a.Hash == e.Hash && a.Waits == "" }
	if ok && !slices.ContainsFunc(s.Letter.Approvals, last) {
		return Refuse("", OtherVersion)
	}
	return nil
}

// namedSigner lets a letter be signed by whom it names: nobody signs under another's name.
func namedSigner(s *Situation) *Refusal {
	u, _ := s.Office.User(s.By)
	if name := s.Letter.Content.Signer.Name; name != "" && name != u.Name {
		return Refuse("", OtherSigner).With("name", name)
	}
	return nil
}

func headByOrder(s *Situation) *Refusal {
	if s.Seat.Role == Head && s.Seat.Order == "" {
		return Refuse("", OrderNeeded)
	}
	return nil
}

// thirdPerson keeps the endorser from signing: always where the chain of the kind says so, elsewhere unless an
// order empowers him.
func thirdPerson(s *Situation) *Refusal {
	hash := s.Letter.Hash
	if e, ok := s.Event.(LetterNumbered); ok {
		hash = e.Hash
	}
	endorsers := s.Letter.approvers(hash)
	if s.Office.ChainOf(s.Case, s.Letter).Third && slices.Contains(endorsers, s.By) {
		return Refuse("", ThirdPersonNeeded)
	}
	if len(endorsers) == 0 || slices.ContainsFunc(endorsers, func(id UserID) bool { return id != s.By }) {
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
