package domain

import "time"

// CaseTakenOut takes out of the register what must not be in it: what turns out to be a whistleblower's report, or classified
// information. Only a number, figures and to whom the paper was handed stay. Sealed office-wide; like an erasure it wins
// over everything, for ever.
type CaseTakenOut struct {
	Case     CaseID
	Ground   Ground // whistleblower or classified
	Residue  Residue
	Seal     string // № of the envelope, or in the classified registry
	HandedTo string // who signed for it
	At       time.Time
}

func (CaseTakenOut) action() Action { return DoSeal }

// SealGrounds lists on which grounds a case is sealed.
func SealGrounds() []Ground { return []Ground{GroundSealed, GroundClassified} }

// Seal leaves of a case a stub and nothing that says who submitted what. There is no way back.
func (a Acting) Seal(c Case, e CaseTakenOut) (CaseTakenOut, error) {
	e.Case = c.ID
	if e.At.IsZero() {
		e.At = a.Now
	}
	err := first(a.permit(c, LetterFile{}, e), filled(DoSeal, "seal", e.Seal, MaxLine), filled(DoSeal, "handedTo", e.HandedTo, MaxLine))
	if err != nil {
		return CaseTakenOut{}, err
	}
	if e.At.After(a.Now) {
		return CaseTakenOut{}, Refuse(string(DoSeal), HandedInFuture).On("on").With("now", a.Now)
	}
	r := Residue{
		Number: c.Number, Kind: c.Intake.Kind, Channel: c.Intake.Channel, ReceivedOn: c.ReceivedOn(), ClosedOn: a.Today(),
		State: StateSealed, Outcome: HandedOver, Ground: e.Ground, Issued: c.Remains().Issued,
	}
	switch e.Ground {
	case GroundSealed:
		r.Kind = Whistleblower
	case GroundClassified:
		r.State, r.Outcome = StateReplyDeclined, ReplyDeclined
	default:
		return CaseTakenOut{}, Refuse(string(DoSeal), FieldMissing).On("ground").With("field", "ground")
	}
	e.Residue = r
	return e, nil
}

// sealed is the case that is left.
func (e CaseTakenOut) sealed(f Fact) Case {
	return Case{
		ID: e.Case, State: Erased, StateBy: f.Record, Number: e.Residue.Number, Residue: e.Residue, EraseAct: e.Seal, Sealed: e,
	}
}
