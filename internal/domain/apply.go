package domain

import (
	"cmp"
	"slices"

	"harta/internal/calendar"
)

// Apply gives the case as an effective event leaves it. It never fails: Judge has said whether the author had
// the authority, and of concurrent events the further state stands. A case begins with its registration; an
// erasure wins over everything, for ever.
func (c Case) Apply(f Fact) Case {
	if c.State == Erased {
		return c
	}
	switch e := f.Event.(type) {
	case CaseErased:
		return Case{ID: e.Case, State: Erased, StateBy: f.Record, Number: e.Residue.Number, Residue: e.Residue, EraseAct: e.Act}
	case CaseTakenOut:
		return e.sealed(f)
	case CaseRegistered:
		return c.begin(f, c.registered(e, f))
	case CaseImported:
		return c.begin(f, c.imported(e, f))
	}
	if !c.Known() {
		return c
	}
	if c.unseenClosing(f) {
		c.Flags |= FlagAfterClosing
	}
	c.last = f.Record
	if e, ok := f.Event.(letterEvent); ok {
		return c.applyLetter(e, f)
	}
	return c.applyWork(f)
}

// begin gives the registered case. A subject is registered once: a second registration changes nothing and is
// flagged.
func (c Case) begin(f Fact, registered Case) Case {
	if c.Known() {
		c.Flags |= FlagDisputed
		return c
	}
	registered.last = f.Record
	return registered
}

// unseenClosing tells whether the case was closed and worked on by people who did not know of each other.
func (c Case) unseenClosing(f Fact) bool {
	_, closing := f.Event.(CaseClosed)
	return closing && !f.HasSeen(c.last) || !closing && (c.State == Closed || c.State == Archived) && !f.HasSeen(c.StateBy)
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
	c.AnsweredOn, c.Flags = e.AnsweredOn, c.Flags|FlagImported
	if e.Outcome != "" {
		c.Outcome = c.Outcome.Set(e.Outcome, f)
		c.Decision, c.DecidedOn = CaseDecided{Outcome: e.Outcome, On: e.AnsweredOn}, e.AnsweredOn
	}
	if !e.State.Open() || e.State.Side() { // the old register has nothing more to say of it
		c.Closing.On = cmp.Or(e.AnsweredOn, calendar.DateOf(e.RegisteredAt))
		c.Ended = c.Closing.On
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
		return c.corrected(e, f)
	case CaseAnnulled:
		c.AnnulReason = e.Reason
		return c.moveTo(StateAnnulled, f)
	case AdmissibilityProposed:
		return c.proposed(e, f)
	case AdmissibilityDecided:
		return c.admitted(e, f)
	case CaseResolved:
		return c.assigned(e, e.As, f)
	case CaseAccepted:
		return c.moveTo(InWork, f)
	case CaseReturned:
		return c.moveTo(InResolution, f)
	case CaseReassigned:
		r := c.Resolution
		r.Lead, r.Others = e.Lead, e.Others
		return c.assigned(r, Head, f)
	case CaseNoted:
		return c.noted(e, f)
	case DocumentAdded:
		c.Documents = append(slices.Clip(c.Documents), e)
	case ExtensionDecided:
		return c.extended(e, f)
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
		return c.decidedOn(e.On)
	case CaseExecuted:
		c.ExecutedOn = e.On
		return c.moveTo(Dispatched, f)
	case CaseWithdrawn:
		c.Withdrawn = e
		if e.ExOfficio {
			c.Flags |= FlagGoesOn
			return c
		}
		c.Outcome = c.Outcome.Set(WithdrawnByReq, f)
		return c.moveTo(StateWithdrawn, f)
	case CaseClosed:
		return c.closed(e, f)
	case CaseReopened:
		c.Flags &^= FlagAfterClosing
		c.Reopened = e
		if !e.Due.IsZero() {
			c.Resolution.Due = e.Due
		}
		return c.moveTo(InResolution, f)
	case CaseArchived:
		c.Filing = e
		return c.moveTo(Archived, f)
	case SurplusFound:
		return c.foundSurplus(e)
	case SurplusSettled:
		return c.settledSurplus(e)
	}
	return c
}

// decidedOn keeps the day of the decision. What was answered once stays so in the figures, also when the case is
// taken up again.
func (c Case) decidedOn(day calendar.Date) Case {
	if c.AnsweredOn.IsZero() || c.DecidedOn.IsZero() {
		c.DecidedOn = day
	}
	return c
}

// closed ends the case. The figures keep the first closing, with the reason of a late one.
func (c Case) closed(e CaseClosed, f Fact) Case {
	if c.Closing.On.IsZero() {
		c.Closing = e
	}
	c.Ended = e.On
	return c.moveTo(Closed, f)
}

// proposed takes the form of the check, for whoever decides.
func (c Case) proposed(e AdmissibilityProposed, f Fact) Case {
	c.Proposed, c.ProposedBy = e, f.By
	return c.moveTo(InResolution, f)
}

// admitted takes a decision on admissibility. One that had not seen another and leads less far does not stand.
func (c Case) admitted(e AdmissibilityDecided, f Fact) Case {
	next := c.moveTo(e.Result, f)
	if next.StateBy != f.Record {
		next.Admission = c.Admission.Keep(e.Result, f)
		return next
	}
	next.Admission, next.Admitted = c.Admission.Set(e.Result, f), e
	switch out := e.Result.outcome(); {
	case out != "":
		next.Outcome = c.Outcome.Set(out, f)
		return next.decidedOn(e.Decided)
	case slices.ContainsFunc(sideStates(), func(s State) bool { return s.outcome() == c.Outcome.Value }):
		next.Outcome = c.Outcome.Set("", f) // taken up after all
	}
	return next
}

// assigned takes a resolution, or its change inside the unit. Of two that had not seen each other that of the
// higher role stands, of equals the later; both are flagged until an event that has seen both confirms one.
func (c Case) assigned(r CaseResolved, as Role, f Fact) Case {
	prior := c.ResolvedBy
	unseen := !f.HasSeen(prior.By)
	if unseen && prior.Value.rank() > as.rank() {
		c.ResolvedBy.Disputed, c.ResolvedBy.Against = true, f.Record
		return c.moveTo(Assigned, f)
	}
	c.Resolution, c.ResolvedBy = r, prior.Set(as, f)
	if unseen {
		c.ResolvedBy.Disputed, c.ResolvedBy.Against = true, prior.By
	}
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
	case SlipGiven:
		c.Flags |= FlagSlipGiven
	default:
	}
	return c
}
