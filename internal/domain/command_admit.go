package domain

import (
	"cmp"
	"errors"
	"slices"
)

// Admit decides whether and how a submission is considered. The result follows from the ground.
func (a Acting) Admit(c Case, e AdmissibilityDecided) (AdmissibilityDecided, error) {
	rule, ok := RuleOf(e.Ground)
	if !ok {
		return AdmissibilityDecided{}, Refuse(string(DoAdmit), UnknownValue).On("ground").With("value", string(e.Ground))
	}
	e.Result, e.Basis, e.Decided = rule.Result, rule.Source, a.Today()
	if e.HandsOver() {
		e.Body, e.Check.Whose = cmp.Or(e.Body, a.Office.Settings.DataOfficer), OwnData
		e.Check.HandedOn = cmp.Or(e.Check.HandedOn, a.Today())
	}
	if err := first(a.permit(c, LetterFile{}, e), a.groundFits(DoAdmit, c, e)); err != nil {
		return AdmissibilityDecided{}, err
	}
	if e.Ground == Admissible {
		return e, nil
	}
	return e, filled(DoAdmit, "reason", e.Reason, MaxText)
}

// Propose fills in the form of the check and sends the case to whoever decides on it. It decides nothing.
func (a Acting) Propose(c Case, e AdmissibilityProposed) (AdmissibilityProposed, error) {
	if _, ok := RuleOf(e.Ground); !ok {
		return AdmissibilityProposed{}, Refuse(string(DoPropose), UnknownValue).On("ground").With("value", string(e.Ground))
	}
	if e.Decision().HandsOver() {
		e.Body, e.Check.Whose = cmp.Or(e.Body, a.Office.Settings.DataOfficer), OwnData
	}
	err := first(a.permit(c, LetterFile{}, e), a.groundFits(DoPropose, c, e.Decision()))
	if err == nil && e.Ground != Admissible {
		err = filled(DoPropose, "reason", e.Reason, MaxText)
	}
	return e, err
}

// groundFits refuses a ground that the facts contradict, and one without the facts that it stands on.
func (a Acting) groundFits(op Action, c Case, e AdmissibilityDecided) error {
	rule, _ := RuleOf(e.Ground)
	kind := c.Intake.Kind
	if len(rule.Kinds) > 0 && !slices.Contains(rule.Kinds, kind) || kind == Whistleblower && e.Ground != GroundSealed {
		return Refuse(string(op), GroundNotForKind).On("ground").With("ground", e.Ground).With("kind", kind)
	}
	if err := first(dangerFirst(op, c.Intake, e), a.told(op, "toldAt", e.Danger)); err != nil {
		return err
	}
	switch e.Ground {
	case Admissible, GroundAnonymous, GroundExOfficio:
		return anonymityFits(op, c.Intake, e)
	case GroundTooOld:
		return ageFits(op, c, e)
	case GroundRepeated, GroundDuplicate:
		return a.joins(op, c, e)
	case GroundClassified: // nothing of it may stay here
		return Refuse(string(op), SealInstead).On("ground").With("source", rule.Source)
	case GroundSealed:
		return filled(op, "seal", e.Seal, MaxLine)
	case GroundNotOurs, GroundOtherOrder:
		return first(filled(op, "body", e.Body, MaxLine), short(op, "competence", e.Check.Competence, MaxText))
	default:
		return a.partFits(op, c, e)
	}
}

// ownData asks to whom and when a request for one's own data was handed over: the data protection officer answers it
// (чл. 15 и чл. 38, пар. 4 ОРЗД).
func (a Acting) ownData(op Action, c Case, e AdmissibilityDecided) error {
	err := first(filled(op, "data", e.Check.Data, MaxLine), filled(op, "officer", e.Body, MaxLine))
	if on := e.Check.HandedOn; err == nil && !on.IsZero() {
		if err = a.notAhead(op, c.ReceivedOn(), on); err != nil {
			return onDay(err, "handedOn")
		}
	}
	return err
}

// onDay points a refusal of a day to the field it was typed into.
func onDay(err error, field string) error {
	if r, is := errors.AsType[*Refusal](err); is {
		return r.On(field)
	}
	return err
}

// HandsOver tells whether the decision hands a request for the sender's own data to the data protection officer.
func (e AdmissibilityDecided) HandsOver() bool {
	return e.Ground == GroundOwnData || e.Ground == GroundPersonalPart && e.Check.Whose == OwnData
}

// partFits asks which part is answered, and which data are asked for, where the ground is about them.
func (a Acting) partFits(op Action, c Case, e AdmissibilityDecided) error {
	var err error
	if e.Ground == GroundObscenePart || e.Ground == GroundPersonalPart {
		err = filled(op, "answerable", e.Check.Answerable, MaxText)
	}
	if e.Ground == GroundPersonal || e.Ground == GroundPersonalPart {
		err = first(err, filled(op, "data", e.Check.Data, MaxLine), whoseData(op, e.Check.Whose))
	}
	switch {
	case e.HandsOver():
		return first(err, a.ownData(op, c, e))
	case e.Ground == GroundPersonal && e.Check.Whose == OwnData:
		rule, _ := RuleOf(GroundOwnData)
		return first(err, Refuse(string(op), OwnDataIsGiven).On("whose").With("source", rule.Source))
	default:
		return err
	}
}

// dangerFirst lets nobody put a threat to health or safety aside: who sent it, how often, how late and in which words
// does not matter then (CH-6). What the sender is answered is another question.
func dangerFirst(op Action, in Intake, e AdmissibilityDecided) error {
	aside := []Ground{GroundAnonymous, GroundTooOld, GroundRepeated, GroundObscene, GroundUnreasoned}
	if slices.Contains(aside, e.Ground) && (in.Danger.Exists() || e.Danger.Exists()) {
		if e.Ground == GroundAnonymous && in.Sender.Contact.Type != Anonymous {
			return Refuse(string(op), NotAnonymous).On("ground")
		}
		return Refuse(string(op), DangerOverrides).On("ground")
	}
	return nil
}

// anonymityFits holds to чл. 111, ал. 4 АПК and its exception in the charter: what has no sender is looked into
// only when health or safety is threatened, and then always.
func anonymityFits(op Action, in Intake, e AdmissibilityDecided) error {
	anonymous := in.Sender.Contact.Type == Anonymous
	danger := in.Danger.Exists() || e.Danger.Exists()
	switch {
	case e.Ground == GroundAnonymous && !anonymous:
		return Refuse(string(op), NotAnonymous).On("ground")
	case e.Ground == GroundAnonymous:
		return filled(op, "noDanger", e.Check.NoDanger, MaxLine)
	case e.Ground == GroundExOfficio && !danger:
		return Refuse(string(op), FieldMissing).On("danger").With("field", "danger")
	case e.Ground == Admissible && anonymous:
		return Refuse(string(op), FieldMissing).On("ground").With("field", "ground")
	}
	return nil
}

// ageFits holds to the two years of чл. 111, ал. 4 АПК. What still goes on is not old.
func ageFits(op Action, c Case, e AdmissibilityDecided) error {
	switch {
	case e.Check.Continuing:
		return Refuse(string(op), StillGoesOn).On("ground")
	case !TooOld(c.Intake.Violation, c.ReceivedOn()):
		return Refuse(string(op), NotOlder).On("violation").With("date", c.Intake.Violation)
	}
	return nil
}

// joins refuses to join a case to one that is not there, to itself, or to one that is too far or not far enough for
// it: a repeated submission comes after the decision (чл. 116 АПК), a duplicate before it.
func (a Acting) joins(op Action, c Case, e AdmissibilityDecided) error {
	if e.Ground == GroundRepeated && e.Check.Anew() {
		return Refuse(string(op), ConsideredAnew).On("ground")
	}
	if e.Into == (CaseID{}) {
		return Refuse(string(op), NoOldCase).On("into")
	}
	if e.Into == c.ID {
		return Refuse(string(op), JoinsItself).On("into")
	}
	old, ok := a.knows(e.Into)
	if !ok || old.State == StateAnnulled {
		return Refuse(string(op), NoSuchCase).On("into")
	}
	decided := old.Outcome != ""
	switch {
	case e.Ground == GroundRepeated && !decided:
		return Refuse(string(op), NotYetDecided).On("into").With("number", old.Number.Text)
	case e.Ground == GroundDuplicate && (decided || !old.State.Open()):
		return Refuse(string(op), AlreadyDecided).On("into").With("number", old.Number.Text)
	}
	return nil
}

func whoseData(op Action, w Whose) error {
	if w != OwnData && w != OthersData {
		return Refuse(string(op), FieldMissing).On("whose").With("field", "whose")
	}
	return nil
}
