package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Admit decides whether and how a submission is considered. The result follows from the ground.
func (a Acting) Admit(c Case, e AdmissibilityDecided) (AdmissibilityDecided, error) {
	rule, ok := RuleOf(e.Ground)
	if !ok {
		return AdmissibilityDecided{}, Refuse(string(DoAdmit), UnknownValue).On("ground").With("value", string(e.Ground))
	}
	e.Result, e.Basis, e.Decided = rule.Result, rule.Source, a.Today()
	if err := first(a.may(c, LetterFile{}, e), groundFits(c, e, rule)); err != nil {
		return AdmissibilityDecided{}, err
	}
	if e.Ground == Admissible {
		return e, nil
	}
	return e, filled(DoAdmit, "reason", e.Reason, MaxText)
}

// groundFits refuses a ground that the facts of the case contradict.
func groundFits(c Case, e AdmissibilityDecided, rule GroundRule) error {
	op, in := string(DoAdmit), c.Intake
	if len(rule.Kinds) > 0 && !slices.Contains(rule.Kinds, in.Kind) {
		return Refuse(op, GroundNotForKind).On("ground").With("ground", e.Ground).With("kind", in.Kind)
	}
	anonymous := in.Sender.Contact.Type == Anonymous
	danger := in.Danger.Exists() || e.Danger.Exists()
	switch e.Ground {
	case GroundAnonymous:
		switch {
		case !anonymous:
			return Refuse(op, NotAnonymous).On("ground")
		case danger:
			return Refuse(op, DangerOverrides).On("ground")
		}
	case GroundExOfficio:
		if !danger {
			return Refuse(op, FieldMissing).On("danger").With("field", "danger")
		}
	case GroundTooOld:
		if !TooOld(in.Violation, c.ReceivedOn()) {
			return Refuse(op, NotOlder).On("violation").With("date", in.Violation)
		}
	case GroundRepeated, GroundDuplicate:
		if e.Into == (CaseID{}) {
			return Refuse(op, NoOldCase).On("into")
		}
	case GroundNotOurs, GroundOtherOrder:
		return filled(DoAdmit, "body", e.Body, MaxLine)
	case Admissible:
		if anonymous {
			return Refuse(op, FieldMissing).On("ground").With("field", "ground")
		}
	}
	return nil
}

// Resolve writes the resolution: who works on the case and until when.
func (a Acting) Resolve(c Case, e CaseResolved) (CaseResolved, error) {
	e.On = a.Today()
	if seat, ok := a.Office.Seat(a.User, a.Today(), top); ok {
		e.As = seat.Role
	}
	if err := a.may(c, LetterFile{}, e); err != nil {
		return CaseResolved{}, err
	}
	if _, ok := a.Office.Department(e.Department); !ok {
		return CaseResolved{}, Refuse(string(DoResolve), FieldMissing).On("department").With("field", "department")
	}
	if err := a.knownUsers(DoResolve, append([]UserID{e.Lead}, e.Others...)); err != nil {
		return CaseResolved{}, err
	}
	if d, ok := c.Due(); ok && e.Due > d.Due {
		return CaseResolved{}, Refuse(string(DoResolve), InternalAfterDue).On("due").With("due", d.Due)
	}
	return e, nil
}

func (a Acting) knownUsers(op Action, all []UserID) error {
	for _, id := range all {
		if u, ok := a.Office.User(id); !ok || u.gone(a.Today()) {
			return Refuse(string(op), NoSuchUser).On("lead")
		}
	}
	return nil
}

// Accept takes an assigned case into work.
func (a Acting) Accept(c Case) (CaseAccepted, error) {
	return CaseAccepted{}, a.may(c, LetterFile{}, CaseAccepted{})
}

// GiveBack returns a case for another resolution.
func (a Acting) GiveBack(c Case, reason string) (CaseReturned, error) {
	e := CaseReturned{Reason: reason}
	return e, first(a.may(c, LetterFile{}, e), filled(DoGiveBack, "reason", reason, MaxText))
}

// Reassign moves a case inside the unit.
func (a Acting) Reassign(c Case, e CaseReassigned) (CaseReassigned, error) {
	return e, first(a.may(c, LetterFile{}, e), filled(DoReassign, "reason", e.Reason, MaxText),
		a.knownUsers(DoReassign, append([]UserID{e.Lead}, e.Others...)))
}

// Note adds a note. A respondent may only give explanations.
func (a Acting) Note(c Case, e CaseNoted) (CaseNoted, error) {
	if a.Office.concerns(c.Intake.Respondents, a.User) && e.Note != GaveExplaining {
		return CaseNoted{}, Refuse(string(DoNote), IsRespondent)
	}
	if err := a.may(c, LetterFile{}, e); err != nil {
		return CaseNoted{}, err
	}
	if e.Note == CitizenCame || e.Note == RecusedSelf {
		return e, nil
	}
	return e, filled(DoNote, "text", e.Text, MaxText)
}

// Attach adds a document whose bytes are already kept.
func (a Acting) Attach(c Case, e DocumentAdded) (DocumentAdded, error) {
	return e, first(a.may(c, LetterFile{}, e), filled(DoAttach, "name", e.Name, MaxLine))
}

// Extend decides an extension: once for each clock, before the due day, with reason, final date within the
// maximum of the rule, and its letter T10, which must be drafted. It takes effect when that letter leaves in time.
func (a Acting) Extend(c Case, e ExtensionDecided) (ExtensionDecided, error) {
	op := string(DoExtend)
	if err := a.may(c, LetterFile{}, e); err != nil {
		return ExtensionDecided{}, err
	}
	d, ok := c.Deadline(e.Clock)
	if !ok {
		return ExtensionDecided{}, Refuse(op, NoSuchClock).On("clock").With("clock", e.Clock)
	}
	if !d.First.IsZero() {
		return ExtensionDecided{}, Refuse(op, AlreadyExtended).On("clock").With("until", d.Due)
	}
	latest, source, err := a.latest(c, d)
	if err != nil {
		return ExtensionDecided{}, err
	}
	e.Source = source
	l, drafted := c.Letter(e.Letter)
	switch {
	case a.Today() > d.Due:
		return e, Refuse(op, DueDayPassed).With("due", d.Due)
	case e.Until <= d.Due:
		return e, Refuse(op, NotLater).On("until").With("due", d.Due)
	case e.Until > latest:
		return e, Refuse(op, PastMaximum).On("until").With("latest", latest).With("source", source)
	case !drafted:
		return e, Refuse(op, LetterMissing).On("letter")
	case l.Content.Template != TExtension:
		return e, Refuse(op, WrongTemplate).On("letter").With("template", string(TExtension))
	}
	return e, filled(DoExtend, "reason", e.Reason+e.Actions, MaxText)
}

// latest gives the last day an extension may reach. The charter's promise is never moved past the legal term.
func (a Acting) latest(c Case, d Deadline) (calendar.Date, string, error) {
	rule, ok := a.Office.Rules.ByID(d.Rule)
	if !ok {
		return 0, "", Refuse(string(DoExtend), NoSuchClock).On("clock").With("clock", d.Clock)
	}
	latest, err := rule.Latest(a.Office.Calendar(), d.Start)
	if err != nil {
		return 0, "", err
	}
	if legal, ok := c.Deadline(LegalClock); ok && d.Clock == CharterClock && legal.Due < latest {
		return legal.Due, legal.sourceIn(a.Office.Rules), nil
	}
	return latest, rule.MaxFrom, nil
}

func (d Deadline) sourceIn(rules Rules) string {
	r, _ := rules.ByID(d.Rule)
	return r.Source
}

// Decide records the findings and the decision on the merits.
func (a Acting) Decide(c Case, e CaseDecided) (CaseDecided, error) {
	if e.On.IsZero() {
		e.On = a.Today()
	}
	err := first(a.may(c, LetterFile{}, e), a.notAhead(DoDecide, "on", c, e.On),
		filled(DoDecide, "findings", e.Findings, MaxText))
	if err != nil {
		return CaseDecided{}, err
	}
	if !slices.Contains(Outcomes(), e.Outcome) || e.Outcome.Refuses() {
		return CaseDecided{}, Refuse(string(DoDecide), DecisionMissing).On("outcome")
	}
	for _, m := range e.Measures {
		if err := filled(DoDecide, "measures", m.Text, MaxText); err != nil {
			return CaseDecided{}, err
		}
	}
	return e, nil
}

// Execute reports the ordered measures done.
func (a Acting) Execute(c Case, e CaseExecuted) (CaseExecuted, error) {
	return e, first(a.may(c, LetterFile{}, e), a.notAhead(DoExecute, "on", c, e.On),
		filled(DoExecute, "evidence", e.Evidence, MaxText))
}

// Withdraw ends a case at the sender's written wish.
func (a Acting) Withdraw(c Case, reason string) (CaseWithdrawn, error) {
	e := CaseWithdrawn{Reason: reason}
	return e, first(a.may(c, LetterFile{}, e), filled(DoWithdraw, "reason", reason, MaxText))
}

// Close ends a case: its reply is sent, or a file note says why there is none; a late one gives its reason and
// the unit that answers for it.
func (a Acting) Close(c Case, e CaseClosed) (CaseClosed, error) {
	op := string(DoClose)
	e.On = a.Today()
	if err := a.may(c, LetterFile{}, e); err != nil {
		return CaseClosed{}, err
	}
	answered := !c.AnsweredOn.IsZero()
	switch {
	case !answered && c.Intake.Sender.Contact.Reachable() && c.State != StateWithdrawn:
		return CaseClosed{}, Refuse(op, NotDispatched)
	case !answered && e.Note == "":
		return CaseClosed{}, Refuse(op, FileNoteMissing).On("note")
	case c.State == InExecution:
		return CaseClosed{}, Refuse(op, MeasuresOpen)
	}
	if d, ok := c.Due(); ok && c.LateOn(a.Today()) && (e.LateReason == "" || e.LateUnit == DepartmentID{}) {
		return CaseClosed{}, Refuse(op, LatenessMissing).On("lateReason").With("due", d.Due)
	}
	return e, nil
}

// Reopen takes a closed case up again.
func (a Acting) Reopen(c Case, reason string) (CaseReopened, error) {
	e := CaseReopened{Reason: reason}
	return e, first(a.may(c, LetterFile{}, e), filled(DoReopen, "reason", reason, MaxText))
}

// Archive puts a closed case in its file.
func (a Acting) Archive(c Case, e CaseArchived) (CaseArchived, error) {
	return e, first(a.may(c, LetterFile{}, e), filled(DoArchive, "filing", e.Filing, MaxLine))
}

// Annul strikes a wrong registration; its number stays listed.
func (a Acting) Annul(c Case, reason string) (CaseAnnulled, error) {
	e := CaseAnnulled{Reason: reason}
	return e, first(a.may(c, LetterFile{}, e), filled(DoAnnul, "reason", reason, MaxText))
}

// Erase leaves of a case its residue, by an act of the commission.
func (a Acting) Erase(c Case, act string) (CaseErased, error) {
	e := CaseErased{Case: c.ID, Residue: c.Remains(), Act: act}
	return e, first(a.may(c, LetterFile{}, e), filled(DoErase, "act", act, MaxLine))
}
