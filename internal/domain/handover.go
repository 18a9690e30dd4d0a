package domain

import "time"

// Handover is what is kept of a paper that went to the one who alone may read it: never what it says, nor who wrote it.
type Handover struct {
	Number Number
	Ground Ground    // whistleblower or classified
	Seal   string    // № of the envelope, or in the classified registry
	To     string    // who signed for it; empty = he has not signed yet
	At     time.Time // zero = not known
}

// Handover gives what the protocol of the handing over says; ok is false for a case that hides nothing.
func (c Case) Handover() (h Handover, ok bool) {
	switch {
	case c.Sealed.Seal != "":
		return Handover{c.Number, c.Sealed.Ground, c.Sealed.Seal, c.Sealed.HandedTo, c.Sealed.At}, true
	case c.Admitted.Ground == GroundSealed && c.Admitted.Seal != "":
		return Handover{Number: c.Number, Ground: GroundSealed, Seal: c.Admitted.Seal}, true
	default:
		return Handover{}, false
	}
}
