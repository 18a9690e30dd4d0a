package domain

import (
	"cmp"
	"slices"
)

// Commands about the lists of what is to be destroyed, as refusals name them.
const (
	proposeErasure  Action = "propose_erasure"
	confirmErasure  Action = "confirm_erasure"
	withdrawErasure Action = "withdraw_erasure"
	executeErasure  Action = "execute_erasure"
)

// MaxErasure is how many cases stand on one list: the journal refuses records over 1 MiB.
const MaxErasure = 2000

// ProposeErasure lists cases to be destroyed by a protocol of the expert commission. Annulled registrations, which are in
// no file, are kept as long as a file that is named for them.
func (a Acting) ProposeErasure(e ErasureProposed, of []Case, annulledAs string) (ErasureProposed, error) {
	op := string(proposeErasure)
	err := first(a.MayOffice(e), filled(proposeErasure, "protocol", e.Protocol, MaxProtocol), a.notAhead(proposeErasure, 0, e.Of))
	switch {
	case err != nil:
		return ErasureProposed{}, err
	case len(of) == 0:
		return ErasureProposed{}, Refuse(op, NothingToErase)
	case len(of) > MaxErasure:
		return ErasureProposed{}, Refuse(op, TooManyCases).With("most", MaxErasure)
	}
	e.On = a.Today()
	e.Cases = make([]ErasureLine, 0, len(of))
	for _, c := range of {
		line, no := a.erasureLine(c, annulledAs)
		if no != nil {
			no.Op = op
			return ErasureProposed{}, no
		}
		if line.Until >= e.Of { // the commission decides on what it may destroy
			return ErasureProposed{}, Refuse(op, ProtocolEarly).On("on").With("number", c.Number.Short()).With("until", line.Until)
		}
		e.Cases = append(e.Cases, line)
	}
	slices.SortStableFunc(e.Cases, compareLines)
	return e, nil
}

// MaxProtocol is how many characters the № of a protocol has.
const MaxProtocol = 60

// erasureLine names a case on a list, when it may be destroyed.
func (a Acting) erasureLine(c Case, annulledAs string) (ErasureLine, *Refusal) {
	number := c.Number.Short()
	switch x, _, taken := a.Office.ErasureOf(c.ID); {
	case taken:
		return ErasureLine{}, Refuse("", ProposedAlready).With("number", number).With("protocol", x.Act())
	case c.State == Erased:
		return ErasureLine{}, Refuse("", CaseIsErased)
	case !slices.Contains(erasable, c.State):
		return ErasureLine{}, Refuse("", NotArchived).With("number", number).With("state", c.State)
	case c.State == StateAnnulled && annulledAs == "":
		return ErasureLine{}, Refuse("", AnnulledUnfiled).On("filing").With("number", number)
	}
	if no := notRespondent(&Situation{Office: a.Office, Case: c, By: a.User}); no != nil {
		return ErasureLine{}, no
	}
	kept, no := a.Office.expired(c, annulledAs, a.Today())
	if no != nil {
		return ErasureLine{}, no
	}
	return ErasureLine{
		Case: c.ID, Number: c.Number, Kind: c.Intake.Kind, Filing: kept.File.Code, Volume: c.Filing.Volume, ReceivedOn: c.ReceivedOn(),
		EndedOn: kept.EndedOn, Years: kept.File.Years, Until: kept.Until, Sheets: c.sheets(), Annulled: c.State == StateAnnulled, Last: c.last,
	}, nil
}

// sheets counts those of the submission and of what was added to it.
func (c Case) sheets() int {
	n := c.Intake.Sheets
	for _, d := range c.Documents {
		n += d.Sheets
	}
	return n
}

// compareLines puts a list in the order of the files, and within one of the receipt.
func compareLines(x, y ErasureLine) int {
	return cmp.Or(cmp.Compare(x.Filing, y.Filing), cmp.Compare(x.ReceivedOn, y.ReceivedOn), cmp.Compare(x.Number.Serial, y.Number.Serial))
}

// ConfirmErasure is the word of a second person. He sees every case of the list, and none is directed against him.
func (a Acting) ConfirmErasure(id ErasureID, of []Case) (ErasureConfirmed, error) {
	e := ErasureConfirmed{Erasure: id, On: a.Today()}
	x, err := a.liveErasure(confirmErasure, e, id)
	if err == nil && x.Stage() != ErasureWaits {
		err = Refuse(string(confirmErasure), ConfirmedAlready)
	}
	if err != nil {
		return ErasureConfirmed{}, err
	}
	holds := 0
	for _, c := range of {
		line, _ := x.Line(c.ID)
		if no := notRespondent(&Situation{Office: a.Office, Case: c, By: a.User}); no != nil || !a.Office.MaySee(a.User, c.Entry(), a.Today()) {
			return ErasureConfirmed{}, Refuse(string(confirmErasure), HiddenOnList)
		}
		if a.Office.Standing(line, c, a.Today()) == nil {
			holds++
		}
	}
	if holds == 0 {
		return ErasureConfirmed{}, Refuse(string(confirmErasure), NothingToErase)
	}
	return e, nil
}

// WithdrawErasure takes a list back: whoever proposed it, or was to confirm it, or finds that it is wrong.
func (a Acting) WithdrawErasure(id ErasureID, reason string) (ErasureWithdrawn, error) {
	e := ErasureWithdrawn{Erasure: id, On: a.Today(), Reason: reason}
	if _, err := a.liveErasure(withdrawErasure, e, id); err != nil {
		return ErasureWithdrawn{}, err
	}
	return e, filled(withdrawErasure, "reason", reason, MaxLine)
}

// ExecuteErasure destroys the cases of a confirmed list. What was changed since it was proposed, and what its executor may
// not touch, is left out and named.
func (a Acting) ExecuteErasure(id ErasureID, of []Case) (ErasureExecuted, []CaseErased, error) {
	e := ErasureExecuted{Erasure: id, On: a.Today()}
	x, err := a.liveErasure(executeErasure, e, id)
	if err == nil && x.Stage() != ErasureReady {
		err = Refuse(string(executeErasure), NotConfirmed).With("protocol", x.Act())
	}
	if err != nil {
		return ErasureExecuted{}, nil, err
	}
	var gone []CaseErased
	for _, c := range of {
		erased, no := a.erase(x, c)
		if no == nil {
			gone = append(gone, erased)
		} else {
			e.Left = append(e.Left, ErasureLeft{Case: c.ID, Why: no.Reason})
		}
	}
	if len(gone) == 0 {
		return ErasureExecuted{}, nil, Refuse(string(executeErasure), NothingToErase)
	}
	return e, gone, nil
}

// erase leaves of a case its residue, by the list that it is on.
func (a Acting) erase(x Erasure, c Case) (CaseErased, *Refusal) {
	e := CaseErased{Case: c.ID, Residue: c.Remains(), Act: x.Act()}
	return e, a.Office.Possible(Situation{Case: c, By: a.User, Event: e}, DoErase, a.Today())
}

// liveErasure gives a list that is still to be carried out, to whoever may record the event.
func (a Acting) liveErasure(op Action, e Event, id ErasureID) (Erasure, error) {
	if err := a.MayOffice(e); err != nil {
		return Erasure{}, err
	}
	x, ok := a.Office.Erasure(id)
	switch {
	case !ok:
		return Erasure{}, Refuse(string(op), NoSuchErasure)
	case !x.Live():
		return Erasure{}, Refuse(string(op), ErasureOver).With("protocol", x.Act())
	}
	return x, nil
}
