package domain

import (
	"slices"
	"strings"

	"harta/internal/calendar"
)

// Resolve writes the resolution: who works on the case and until when.
func (a Acting) Resolve(c Case, e CaseResolved) (CaseResolved, error) {
	e.On = a.Today()
	if seat, ok := a.Office.Seat(a.User, a.Today(), top); ok {
		e.As = seat.Role
	}
	if err := a.permit(c, LetterFile{}, e); err != nil {
		return CaseResolved{}, err
	}
	if _, ok := a.Office.Department(e.Department); !ok {
		return CaseResolved{}, Refuse(string(DoResolve), FieldMissing).On("department").With("field", "department")
	}
	if err := a.knownUsers(DoResolve, e.Lead, e.Others); err != nil {
		return CaseResolved{}, err
	}
	if d, ok := c.Due(); ok && e.Due > d.Due && a.Today() <= d.Due {
		return CaseResolved{}, Refuse(string(DoResolve), InternalAfterDue).On("due").With("due", d.Due)
	}
	return e, nil
}

// knownUsers refuses an assignment to somebody who does not work here. A unit may be given a case without a lead:
// its head will name one.
func (a Acting) knownUsers(op Action, lead UserID, others []UserID) error {
	all := others
	if lead != (UserID{}) || op != DoResolve {
		all = append([]UserID{lead}, others...)
	}
	for _, id := range all {
		if u, ok := a.Office.User(id); !ok || u.gone(a.Today()) {
			return Refuse(string(op), NoSuchUser).On("lead")
		}
	}
	return nil
}

// Accept takes an assigned case into work.
func (a Acting) Accept(c Case) (CaseAccepted, error) {
	return CaseAccepted{}, a.permit(c, LetterFile{}, CaseAccepted{})
}

// GiveBack returns a case for another resolution.
func (a Acting) GiveBack(c Case, reason string) (CaseReturned, error) {
	e := CaseReturned{Reason: reason}
	return e, first(a.permit(c, LetterFile{}, e), filled(DoGiveBack, "reason", reason, MaxText))
}

// Reassign moves a case inside the unit.
func (a Acting) Reassign(c Case, e CaseReassigned) (CaseReassigned, error) {
	return e, first(a.permit(c, LetterFile{}, e), filled(DoReassign, "reason", e.Reason, MaxText),
		a.knownUsers(DoReassign, e.Lead, e.Others))
}

// Note adds a note. A respondent may only give explanations, when he was asked for them.
func (a Acting) Note(c Case, e CaseNoted) (CaseNoted, error) {
	if err := a.permit(c, LetterFile{}, e); err != nil {
		return CaseNoted{}, err
	}
	if !slices.Contains(NoteKinds(), e.Note) {
		return CaseNoted{}, Refuse(string(DoNote), UnknownValue).On("note").With("value", string(e.Note))
	}
	if e.Note == CitizenCame || e.Note == RecusedSelf {
		return e, nil
	}
	return e, first(filled(DoNote, "text", e.Text, MaxText), a.askable(c, e))
}

// Attach adds a document whose bytes are already kept.
func (a Acting) Attach(c Case, e DocumentAdded) (DocumentAdded, error) {
	return e, first(a.permit(c, LetterFile{}, e), filled(DoAttach, "name", e.Name, MaxLine))
}

// Extend decides an extension: once for each clock, before the due day, with reason, final date within the
// maximum of the rule, and its letter T10, which must be drafted. It takes effect when that letter leaves in time.
// A final date on a day off moves to the next working day.
func (a Acting) Extend(c Case, e ExtensionDecided) (ExtensionDecided, error) {
	op := string(DoExtend)
	if err := a.permit(c, LetterFile{}, e); err != nil {
		return ExtensionDecided{}, err
	}
	d, ok := a.Office.Term(c, e.Clock)
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
	e.Source, e.Until = source, a.Office.Calendar().NextWorking(e.Until)
	switch {
	case a.Today() > d.Due:
		return ExtensionDecided{}, Refuse(op, DueDayPassed).With("due", d.Due)
	case e.Until <= d.Due:
		return ExtensionDecided{}, Refuse(op, NotLater).On("until").With("due", d.Due)
	case e.Until > latest:
		return ExtensionDecided{}, Refuse(op, PastMaximum).On("until").With("latest", latest).With("source", source)
	}
	if err := announced(c, e); err != nil {
		return ExtensionDecided{}, err
	}
	if e.Clock == LegalClock { // who is the superior body is recorded, not judged
		err = filled(DoExtend, "authority", e.Authority, MaxLine)
	}
	return e, first(err, filled(DoExtend, "reason", e.Reason+e.Actions, MaxText))
}

// announced refuses an extension without a letter about it that can still leave.
func announced(c Case, e ExtensionDecided) error {
	l, ok := c.Letter(e.Letter)
	switch {
	case !ok || l.State.stage() > LetterSigned.stage():
		return Refuse(string(DoExtend), LetterMissing).On("letter")
	case l.Content.Template != e.Clock.MoreTime():
		return Refuse(string(DoExtend), WrongTemplate).On("letter").With("template", string(e.Clock.MoreTime()))
	}
	return nil
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
	err := first(a.permit(c, LetterFile{}, e), a.notAhead(DoDecide, c.ReceivedOn(), e.On),
		filled(DoDecide, "findings", e.Findings, MaxText))
	if err != nil {
		return CaseDecided{}, err
	}
	if !e.Outcome.Merits() && e.Outcome != Answered && e.Outcome != Thanked {
		return CaseDecided{}, Refuse(string(DoDecide), DecisionMissing).On("outcome")
	}
	for _, m := range e.Measures {
		if err := filled(DoDecide, "measures", m.Text, MaxText); err != nil {
			return CaseDecided{}, err
		}
	}
	return e.consequent()
}

// consequent refuses a decision that gives the sender right and neither orders anything nor says why there is nothing to
// be done: nobody would know whether it was forgotten.
func (e CaseDecided) consequent() (CaseDecided, error) {
	if !e.Outcome.Upholds() || len(e.Measures) > 0 {
		e.Nothing = ""
		return e, nil
	}
	if strings.TrimSpace(e.Nothing) == "" {
		return CaseDecided{}, Refuse(string(DoDecide), MeasuresMissing).On("measures")
	}
	return e, short(DoDecide, "nothing", e.Nothing, MaxLine)
}

// Execute reports the ordered measures done.
func (a Acting) Execute(c Case, e CaseExecuted) (CaseExecuted, error) {
	return e, first(a.permit(c, LetterFile{}, e), a.notAhead(DoExecute, c.ReceivedOn(), e.On),
		filled(DoExecute, "evidence", e.Evidence, MaxText))
}

// Withdraw records that the sender has withdrawn in writing. Who lets the case go on says why.
func (a Acting) Withdraw(c Case, e CaseWithdrawn) (CaseWithdrawn, error) {
	err := first(a.permit(c, LetterFile{}, e), filled(DoWithdraw, "document", e.Document, MaxLine))
	if err == nil && c.Flags.Has(FlagGoesOn) && e.ExOfficio {
		err = Refuse(string(DoWithdraw), NothingChanged)
	}
	return e, first(err, filled(DoWithdraw, "reason", e.Reason, MaxText))
}

// Reopen takes a closed case up again: on a ground, and with a term of its own. The terms of the law stay as they were,
// and the figures too.
func (a Acting) Reopen(c Case, e CaseReopened) (CaseReopened, error) {
	err := first(a.permit(c, LetterFile{}, e), filled(DoReopen, "reason", e.Reason, MaxText))
	switch {
	case err != nil:
		return CaseReopened{}, err
	case !slices.Contains(ReopenGrounds(), e.Ground):
		return CaseReopened{}, Refuse(string(DoReopen), FieldMissing).On("ground").With("field", "ground")
	case e.Due.IsZero():
		return CaseReopened{}, Refuse(string(DoReopen), FieldMissing).On("due").With("field", "due")
	case e.Due < a.Today():
		return CaseReopened{}, Refuse(string(DoReopen), DayPassed).On("due").With("today", a.Today())
	}
	return e, nil
}

// Archive puts a closed case in a file of the nomenclature.
func (a Acting) Archive(c Case, e CaseArchived) (CaseArchived, error) {
	if err := first(a.permit(c, LetterFile{}, e), filled(DoArchive, "filing", e.Filing, MaxLine)); err != nil {
		return CaseArchived{}, err
	}
	if !slices.ContainsFunc(a.Office.Filing, func(x FilingSet) bool { return x.Code == e.Filing && !x.Closed }) {
		return CaseArchived{}, a.Office.noSuchFiling(DoArchive, e.Filing).On("filing")
	}
	return e, nil
}

// Annul strikes a wrong registration; its number stays listed.
func (a Acting) Annul(c Case, reason string) (CaseAnnulled, error) {
	if c.State == StateAnnulled {
		return CaseAnnulled{}, Refuse(string(DoAnnul), AlreadyAnnulled)
	}
	e := CaseAnnulled{Reason: reason}
	return e, first(a.permit(c, LetterFile{}, e), filled(DoAnnul, "reason", reason, MaxText))
}
