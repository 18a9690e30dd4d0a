package domain

import (
	"slices"

	"harta/internal/calendar"
)

// Apply gives the case as an effective event leaves it. It never fails: Judge has said whether the author had
// the authority, and of concurrent events the further state stands. An erasure wins over everything, for ever.
func (c Case) Apply(f Fact) Case {
	if c.State == Erased {
		return c
	}
	if c.State == Closed && !f.HasSeen(c.StateBy) {
		c.Flags |= FlagAfterClosing
	}
	switch e := f.Event.(type) {
	case CaseRegistered:
		return c.registered(e, f)
	case CaseImported:
		return c.imported(e, f)
	case CaseErased:
		return Case{ID: e.Case, State: Erased, StateBy: f.Record, Number: e.Residue.Number, Residue: e.Residue, EraseAct: e.Act}
	case letterEvent:
		return c.applyLetter(e, f)
	default:
		return c.applyWork(f)
	}
}

func (c Case) registered(e CaseRegistered, f Fact) Case {
	c.ID, c.Number, c.Intake, c.RegisteredAt = e.Case, e.Number, e.Intake, e.RegisteredAt
	c.Deadlines, c.RegisteredBy = slices.Clone(e.Deadlines), f.By
	return c.moveTo(Registered, f)
}

func (c Case) imported(e CaseImported, f Fact) Case {
	c.ID, c.Number, c.Intake, c.RegisteredAt = e.Case, e.Number, e.Intake, e.RegisteredAt
	c.Deadlines, c.RegisteredBy = slices.Clone(e.Deadlines), f.By
	c.Old = OldEntry{e.Officer, e.Parent, e.Source}
	c.Outcome = c.Outcome.Set(e.Outcome, f)
	c.AnsweredOn, c.Flags = e.AnsweredOn, c.Flags|FlagImported
	if e.Outcome != "" {
		c.Decision = CaseDecided{Outcome: e.Outcome, On: e.AnsweredOn}
	}
	if !e.State.Open() {
		c.Closing.On = e.AnsweredOn
	}
	return c.moveTo(e.State, f)
}

// moveTo sets the state. Of events that had not seen each other the one that leads further stands.
func (c Case) moveTo(s State, f Fact) Case {
	if c.State == NotRegistered || f.HasSeen(c.StateBy) || s.stage() > c.State.stage() {
		c.State, c.StateBy = s, f.Record
	}
	return c
}

func (c Case) applyWork(f Fact) Case {
	switch e := f.Event.(type) {
	case CaseCorrected:
		c.Intake, c.Deadlines = e.Intake, c.keepExtensions(e.Deadlines)
	case CaseAnnulled:
		c.AnnulReason = e.Reason
		return c.moveTo(StateAnnulled, f)
	case AdmissibilityDecided:
		c.Admitted = e
		if e.Result.Side() {
			c.Outcome = c.Outcome.Set(e.Result.outcome(), f)
			c.Decision.On = e.Decided
		}
		return c.moveTo(e.Result, f)
	case CaseResolved:
		return c.resolved(e, f)
	case CaseAccepted:
		return c.moveTo(InWork, f)
	case CaseReturned:
		return c.moveTo(InResolution, f)
	case CaseReassigned:
		c.Resolution.Lead, c.Resolution.Others = e.Lead, e.Others
		return c.moveTo(Assigned, f)
	case CaseNoted:
		return c.noted(e, f)
	case DocumentAdded:
		c.Documents = append(slices.Clip(c.Documents), e)
	case ExtensionDecided:
		d, _ := c.Deadline(e.Clock)
		c.Extensions = append(slices.Clip(c.Extensions), Extension{ExtensionDecided: e, From: d.Due})
	default:
		return c.applyEnd(f)
	}
	return c
}

func (c Case) applyEnd(f Fact) Case {
	switch e := f.Event.(type) {
	case CaseDecided:
		c.Decision = e
		c.Outcome = c.Outcome.Set(e.Outcome, f)
		if e.Apology {
			c.Flags |= FlagApology
		}
	case CaseExecuted:
		c.ExecutedOn = e.On
		return c.moveTo(Dispatched, f)
	case CaseWithdrawn:
		c.Outcome = c.Outcome.Set(WithdrawnByReq, f)
		return c.moveTo(StateWithdrawn, f)
	case CaseClosed:
		c.Closing = e
		return c.moveTo(Closed, f)
	case CaseReopened:
		c.Closing = CaseClosed{}
		c.Flags &^= FlagAfterClosing
		return c.moveTo(InResolution, f)
	case CaseArchived:
		c.Filing = e
		return c.moveTo(Archived, f)
	}
	return c
}

// resolved takes a resolution. Of two that had not seen each other the higher role's stands, and both are flagged.
func (c Case) resolved(e CaseResolved, f Fact) Case {
	prior := c.ResolvedBy
	c.ResolvedBy = prior.Set(e.As, f)
	unseen := prior.By != RecordID{} && !f.HasSeen(prior.By)
	if unseen && prior.Value.rank() > e.As.rank() {
		c.ResolvedBy.Value, c.ResolvedBy.By = prior.Value, prior.By
	} else {
		c.Resolution = e
	}
	c.ResolvedBy.Disputed = unseen
	return c.moveTo(Assigned, f)
}

func (c Case) noted(e CaseNoted, f Fact) Case {
	c.Notes = append(slices.Clip(c.Notes), Note{CaseNoted: e, By: f.By, At: f.At})
	switch e.Note {
	case AskedCitizen:
		c.Flags |= FlagWaiting
	case CitizenCame:
		c.Flags &^= FlagWaiting
	case RecusedSelf:
		if !slices.Contains(c.Recused, f.By) {
			c.Recused = append(slices.Clip(c.Recused), f.By)
		}
	}
	return c
}

// keepExtensions carries the extensions in force over to terms counted anew.
func (c Case) keepExtensions(fresh []Deadline) []Deadline {
	fresh = slices.Clone(fresh)
	for _, x := range c.Extensions {
		for i, d := range fresh {
			if d.Clock == x.Clock && (x.InForce || x.Late) {
				fresh[i] = d.extend(x)
			}
		}
	}
	return fresh
}

func (d Deadline) extend(x Extension) Deadline {
	if d.First.IsZero() {
		d.First = d.Due
	}
	if x.InForce && x.Until > d.Due {
		d.Due, d.Extended = x.Until, true
	}
	d.Late = d.Late || x.Late
	return d
}

// extensionSent puts the extensions that a letter announces into force, when it left on or before the due day;
// later it is „закъсняло удължаване“ and the case stays overdue.
func (c Case) extensionSent(letter LetterID, on calendar.Date) Case {
	c.Extensions, c.Deadlines = slices.Clone(c.Extensions), slices.Clone(c.Deadlines)
	for i, x := range c.Extensions {
		if x.Letter != letter || x.InForce || x.Late {
			continue
		}
		for j, d := range c.Deadlines {
			if d.Clock == x.Clock {
				c.Extensions[i].InForce, c.Extensions[i].Late = on <= d.Due, on > d.Due
				c.Deadlines[j] = d.extend(c.Extensions[i])
			}
		}
	}
	return c
}
