package domain

import "slices"

// Close ends a case: its reply is sent, or a file note says why there is none; a late one gives its reason and
// the unit that answers for it.
func (a Acting) Close(c Case, e CaseClosed) (CaseClosed, error) {
	e.On = a.Today()
	if err := a.permit(c, LetterFile{}, e); err != nil {
		return CaseClosed{}, err
	}
	if open := a.openEnds(c, e); len(open) > 0 {
		return CaseClosed{}, open[0]
	}
	return e, nil
}

// MissingToClose gives everything at once that keeps the user from closing a case with what he has filled in so far;
// none when Close will do it.
func (a Acting) MissingToClose(c Case, e CaseClosed) []*Refusal {
	no := a.May(c, LetterFile{}, DoClose)
	if no != nil && (!c.State.Open() || no.Reason == CaseReadOnly) {
		return []*Refusal{no}
	}
	all := a.openEnds(c, e)
	if who := a.Office.Authority(Situation{Case: c, By: a.User}, DoClose, a.Today()); who != nil {
		return append([]*Refusal{who}, all...)
	}
	if no != nil && len(all) == 0 {
		return []*Refusal{no}
	}
	return all
}

// openEnds gives what a case lacks to be closed: first what must have happened, then what is to be filled in.
func (a Acting) openEnds(c Case, e CaseClosed) []*Refusal {
	all := slices.Concat(unfinished(c), c.untoldEnds(), a.joinedEnds(c))
	untold := !c.told() && !slices.ContainsFunc(all, func(r *Refusal) bool { return r.Reason == NotDispatched })
	if e.Note == "" && (untold || c.notPassedOn() || c.unreachable()) {
		all = append(all, Refuse("", FileNoteMissing).On("note"))
	}
	if d, ok := c.Due(); ok && c.LateOn(a.Today()) {
		switch {
		case e.LateReason == "":
			all = append(all, Refuse("", LatenessMissing).On("lateReason").With("due", d.Due))
		case e.LateUnit == DepartmentID{}:
			all = append(all, Refuse("", LatenessMissing).On("lateUnit").With("due", d.Due))
		}
	}
	for _, r := range all {
		r.Op = string(DoClose)
	}
	return all
}

// notPassedOn tells whether the competent body has not got the case.
func (c Case) notPassedOn() bool {
	return c.State == StateForwarded && c.ForwardedOn.IsZero() && !c.Admitted.Check.Already
}

// finished keeps a case open while anything must still happen to it. A sealed envelope is closed by those who may know
// of it.
func finished(s *Situation) *Refusal {
	if s.Case.stub() && !s.Office.handles(s.By, s.On) {
		return Refuse("", NoRole).With("roles", desk)
	}
	if all := append(unfinished(s.Case), s.Case.untoldEnds()...); len(all) > 0 {
		return all[0]
	}
	return nil
}

// unfinished gives what must happen before a case can end, in the order of the work: it is decided, a reply is written,
// the sender has it, and measures are done. Where there is nobody to write to, a file note stands for the letter; praise
// and opinions need no decision.
func unfinished(c Case) []*Refusal {
	var all []*Refusal
	reachable := c.Intake.Sender.Contact.Reachable() && c.State != StateWithdrawn && !c.Flags.Has(FlagGoesOn)
	if c.State == InExecution {
		return append(all, Refuse("", MeasuresOpen))
	}
	if c.State.Side() || c.State == Dispatched {
		if reachable && !c.told() {
			all = append(all, c.unsent()...)
		}
		return all
	}
	if c.Outcome.Value == "" && c.Intake.Kind != Praise && c.Intake.Kind != Opinion {
		all = append(all, Refuse("", DecisionMissing))
	}
	if reachable {
		all = append(all, c.unsent()...)
	}
	return all
}

// unsent says that the sender has no reply yet, and before it that there is none to be sent. A duplicate may be told by
// its receipt.
func (c Case) unsent() []*Refusal {
	sent := Refuse("", NotDispatched)
	if _, written := c.Reply(); written || c.State == StateJoined {
		return []*Refusal{sent}
	}
	return []*Refusal{Refuse("", ReplyMissing), sent}
}

// told tells whether the sender knows how the case ended; a duplicate is told by its receipt.
func (c Case) told() bool {
	return !c.AnsweredOn.IsZero() || c.State == StateJoined && c.Flags.Has(FlagReceiptSent)
}
