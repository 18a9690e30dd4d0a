package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Erasure is a list of cases to be destroyed after their retention: proposed by one person by the protocol of the expert
// commission, confirmed by another, carried out by an administrator. Withdrawn or carried out it is over, and its cases are
// free again.
type Erasure struct {
	ErasureProposed
	By          UserID
	Confirmed   ErasureConfirmed // the zero one = nobody has
	ConfirmedBy UserID
	Withdrawn   ErasureWithdrawn // the zero one = it was not
	WithdrawnBy UserID
	Executed    ErasureExecuted // the zero one = it was not
	ExecutedBy  UserID
}

// ErasureStage is where a list stands.
type ErasureStage string

// Stages of a list.
const (
	ErasureWaits     ErasureStage = "proposed"
	ErasureReady     ErasureStage = "confirmed"
	ErasureDone      ErasureStage = "executed"
	ErasureTakenBack ErasureStage = "withdrawn"
)

// Stage tells where the list stands. What is gone is gone, also when somebody took the list back without having seen that.
func (x *Erasure) Stage() ErasureStage {
	switch {
	case x.Executed.Erasure != ErasureID{}:
		return ErasureDone
	case x.Withdrawn.Erasure != ErasureID{}:
		return ErasureTakenBack
	case x.Confirmed.Erasure != ErasureID{}:
		return ErasureReady
	default:
		return ErasureWaits
	}
}

// Live tells whether the list is still to be carried out.
func (x *Erasure) Live() bool {
	s := x.Stage()
	return s == ErasureWaits || s == ErasureReady
}

// Act is the act by which the cases of the list are erased: № and day of the protocol.
func (x *Erasure) Act() string { return x.Protocol + "/" + x.Of.Local() }

// Line gives a case of the list.
func (x *Erasure) Line(id CaseID) (ErasureLine, bool) {
	return find(x.Cases, func(l *ErasureLine) bool { return l.Case == id })
}

// MayArchive refuses whoever may not see what is kept until when, and the lists of what is to be destroyed.
func (a Acting) MayArchive() error {
	roles := slices.Concat(proposing, confirming, []Role{Auditor})
	if _, ok := a.Office.Seat(a.User, a.Today(), roles); !ok {
		return Refuse(string(DoArchive), NoRole).With("roles", roles)
	}
	return nil
}

// Erasure gives a list; ok is false when there is none.
func (o *Office) Erasure(id ErasureID) (Erasure, bool) {
	return find(o.Erasures, func(x *Erasure) bool { return x.Erasure == id })
}

// ErasureOf gives the list that is still to be carried out and has the case on it.
func (o *Office) ErasureOf(id CaseID) (x Erasure, line ErasureLine, ok bool) {
	for i := range o.Erasures {
		if !o.Erasures[i].Live() {
			continue
		}
		if line, ok = o.Erasures[i].Line(id); ok {
			return o.Erasures[i], line, true
		}
	}
	return x, line, false
}

// Standing tells why a case can no longer be destroyed by a list that it is on; nil means that it can.
func (o *Office) Standing(line ErasureLine, c Case, on calendar.Date) *Refusal {
	number := line.Number.Short()
	switch {
	case c.State == Erased:
		return Refuse("", CaseIsErased)
	case !slices.Contains(erasable, c.State):
		return Refuse("", NotArchived).With("number", number).With("state", c.State)
	case c.last != line.Last, c.Filing.Filing != line.Filing && c.State != StateAnnulled:
		return Refuse("", ChangedSince).With("number", number)
	}
	_, no := o.expired(c, line.Filing, on)
	return no
}

// proposedAndConfirmed lets a case be destroyed only after its retention, by a list that two people stand for.
func proposedAndConfirmed(s *Situation) *Refusal {
	x, line, ok := s.Office.ErasureOf(s.Case.ID)
	if !ok {
		if _, no := s.Office.expired(s.Case, s.Case.Filing.Filing, s.On); no != nil && s.Case.State != StateAnnulled {
			return no
		}
		return Refuse("", NotProposed).With("number", s.Case.Number.Short())
	}
	if no := s.Office.Standing(line, s.Case, s.On); no != nil {
		return no
	}
	if x.Stage() != ErasureReady {
		return Refuse("", NotConfirmed).With("protocol", x.Act())
	}
	return nil
}

// applyErasures takes the events of the lists. Of a list that is over nothing more is taken, but that it was carried out by
// somebody who had not seen that it was taken back.
func (o Office) applyErasures(f Fact) Office {
	switch e := f.Event.(type) {
	case ErasureProposed:
		if _, known := o.Erasure(e.Erasure); !known {
			o.Erasures = append(slices.Clip(o.Erasures), Erasure{ErasureProposed: e, By: f.By})
		}
	case ErasureConfirmed:
		o.Erasures = changeErasure(o.Erasures, e.Erasure, func(x *Erasure) {
			if x.Stage() == ErasureWaits {
				x.Confirmed, x.ConfirmedBy = e, f.By
			}
		})
	case ErasureWithdrawn:
		o.Erasures = changeErasure(o.Erasures, e.Erasure, func(x *Erasure) {
			if x.Live() {
				x.Withdrawn, x.WithdrawnBy = e, f.By
			}
		})
	case ErasureExecuted:
		o.Erasures = changeErasure(o.Erasures, e.Erasure, func(x *Erasure) {
			if x.Stage() != ErasureDone {
				x.Executed, x.ExecutedBy = e, f.By
			}
		})
	}
	return o
}

func changeErasure(all []Erasure, id ErasureID, change func(*Erasure)) []Erasure {
	i := slices.IndexFunc(all, func(x Erasure) bool { return x.Erasure == id })
	if i < 0 {
		return all
	}
	all = slices.Clone(all)
	change(&all[i])
	return all
}

// secondPerson keeps whoever proposed a list from confirming it.
func (o *Office) secondPerson(e Event, by UserID) *Refusal {
	confirmed, ok := e.(ErasureConfirmed)
	if !ok {
		return nil
	}
	if x, known := o.Erasure(confirmed.Erasure); known && x.By == by {
		return Refuse(string(confirmErasure), OwnProposal)
	}
	return nil
}
