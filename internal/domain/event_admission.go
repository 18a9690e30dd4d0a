package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Missing names what is not known of a sender (чл. 111, ал. 3 и 4 АПК).
type Missing string

// What can be missing.
const (
	NoName    Missing = "name"
	NoAddress Missing = "address"
	NoContact Missing = "contact"
)

// Missings lists what can be missing of a sender.
func Missings() []Missing { return []Missing{NoName, NoAddress, NoContact} }

// Whose says whose personal data somebody asks for.
type Whose string

// Whose data it can be. Who asks for his own has the right of access, which the data protection officer answers.
const (
	OwnData    Whose = "own"
	OthersData Whose = "other"
)

// Check is what was found out about a submission before its admissibility is decided: the facts behind the ground.
type Check struct {
	Missing     []Missing // what is not known of the sender
	Illegible   bool      // there is a signature, which nobody can read
	NoDanger    string    // why health and safety are not threatened
	Continuing  bool      // the violation still goes on, so that it is not an old one
	NewFacts    bool      // of a repeated one: it brings facts that the first decision did not know (чл. 116 АПК)
	Execution   bool      // … it is about the execution of a positive decision
	Contested   bool      // … it contests a refusal
	Answerable  string    // the part that is answered although the rest is not
	Data        string    // which personal data are asked for
	Whose       Whose
	Competence  string // why the other body is competent
	Already     bool   // it is before that body already: only the sender is told
	Translation string // how a text in a foreign language is translated
	Registry    string // where classified information was handed over
	HandedTo    string // who signed for it
	HandedOn    calendar.Date
}

// Anew tells whether a repeated submission must be considered after all (чл. 116 АПК).
func (k Check) Anew() bool { return k.NewFacts || k.Execution || k.Contested }

// AdmissibilityDecided says whether and how a submission is considered.
type AdmissibilityDecided struct {
	Ground  Ground
	Result  State // in_resolution when it proceeds, else the side state
	Reason  string
	Body    string // the competent body or the other procedure
	Into    CaseID // the case it is joined to
	Danger  Danger
	Seal    string // № of the sealed envelope
	Basis   string // source of the ground, as the rule had it
	Decided calendar.Date
	Check   Check
}

// AdmissibilityProposed is the form of the check as the desk or a head fills it, for whoever decides.
type AdmissibilityProposed struct {
	Ground Ground
	Reason string
	Body   string
	Into   CaseID
	Danger Danger
	Check  Check
}

// Decision gives the decision that the proposal asks for.
func (e AdmissibilityProposed) Decision() AdmissibilityDecided {
	k := e.Check
	k.Missing = slices.Clone(k.Missing)
	return AdmissibilityDecided{Ground: e.Ground, Reason: e.Reason, Body: e.Body, Into: e.Into, Danger: e.Danger, Check: k}
}

func (AdmissibilityDecided) action() Action  { return DoAdmit }
func (AdmissibilityProposed) action() Action { return DoPropose }
