package domain

import (
	"slices"
	"time"
)

// Draft writes or changes the text of a letter. A change voids an endorsement.
func (a Acting) Draft(c Case, e LetterDrafted) (LetterDrafted, error) {
	l, exists := c.Letter(e.Letter)
	if err := a.permit(c, l, e); err != nil {
		return LetterDrafted{}, err
	}
	op := string(DoDraft)
	switch {
	case exists && l.Hash == e.Hash:
		return LetterDrafted{}, Refuse(op, NothingChanged)
	case len(e.Content.Paragraphs) == 0:
		return LetterDrafted{}, Refuse(op, EmptyLetter)
	}
	if _, ok := a.Office.Template(e.Content.Template); !ok {
		return LetterDrafted{}, Refuse(op, NoSuchTemplate).With("template", string(e.Content.Template))
	}
	return e, replyInTime(c, e.Content.Template)
}

// replyInTime lets a reply be written once somebody works on the case, or has decided not to; praise and
// opinions are thanked for at once.
func replyInTime(c Case, t TemplateID) error {
	if !c.answers(t) || c.State.Side() || slices.Contains(writing, c.State) {
		return nil
	}
	if t == TThanks && (c.Intake.Kind == Praise || c.Intake.Kind == Opinion) {
		return nil
	}
	return Refuse(string(DoDraft), WrongState).With("state", c.State)
}

// Submit sends a letter for endorsement.
func (a Acting) Submit(c Case, id LetterID) (LetterSubmitted, error) {
	l, err := letterIn(c, id, DoSubmit)
	if err != nil {
		return LetterSubmitted{}, err
	}
	l.Fixed = false
	e := LetterSubmitted{Letter: id, Hash: l.Hash, Chain: a.Office.ChainOf(c, l), Fixed: true}
	if err := a.permit(c, l, e); err != nil {
		return LetterSubmitted{}, err
	}
	if field, open := l.Content.Unfilled(); open {
		return LetterSubmitted{}, Refuse(string(DoSubmit), UnfilledField).On(field).With("field", field)
	}
	if err := c.tellsTerm(l, DoSubmit); err != nil {
		return LetterSubmitted{}, err
	}
	if l.Content.Template.decides() && c.Outcome.Value == "" {
		return LetterSubmitted{}, Refuse(string(DoSubmit), DecisionMissing)
	}
	if !a.otherEyes() {
		return LetterSubmitted{}, Refuse(string(DoSubmit), NobodyToEndorse)
	}
	return e, a.wordsThere(e.Chain, l)
}

// otherEyes tells whether anybody besides the author could endorse at all.
func (a Acting) otherEyes() bool {
	return slices.ContainsFunc(a.Office.Users, func(u User) bool {
		_, can := a.Office.Seat(u.ID, a.Today(), chiefs)
		return can && u.ID != a.User
	})
}

// Endorse approves exactly this content („Одобрявам“). The author never endorses his own letter.
func (a Acting) Endorse(c Case, id LetterID, seen Digest) (LetterEndorsed, error) {
	l, err := letterIn(c, id, DoEndorse)
	if err != nil {
		return LetterEndorsed{}, err
	}
	e := LetterEndorsed{Letter: id, Hash: l.Hash}
	if left := a.Office.StepsLeft(c, l); len(left) > 0 {
		if e.As = left[0]; len(left) > 1 {
			e.Waits = left[1]
		}
	}
	if err := a.permit(c, l, e); err != nil {
		return LetterEndorsed{}, err
	}
	if e.Hash != seen {
		return LetterEndorsed{}, Refuse(string(DoEndorse), OtherVersion)
	}
	return e, nil
}

// Return sends a letter back to its author with a comment.
func (a Acting) Return(c Case, id LetterID, comment string) (LetterReturned, error) {
	l, err := letterIn(c, id, DoReturn)
	if err != nil {
		return LetterReturned{}, err
	}
	e := LetterReturned{Letter: id, Comment: comment}
	return e, first(a.permit(c, l, e), filled(DoReturn, "comment", comment, MaxText))
}

// MaySign asks whether a letter can be signed and numbered now, before its PDF is rendered.
func (a Acting) MaySign(c Case, id LetterID) (LetterFile, error) {
	l, err := letterIn(c, id, DoSign)
	switch {
	case err != nil:
		return LetterFile{}, err
	case l.State == LetterDraft && l.Voided:
		return LetterFile{}, Refuse(string(DoSign), OtherVersion)
	}
	return l, first(a.permit(c, l, LetterNumbered{Letter: id, Hash: l.Hash}), c.tellsTerm(l, DoSign))
}

// tellsTerm refuses a letter about more time that does not say the day that was decided.
func (c Case) tellsTerm(l LetterFile, op Action) error {
	x, ok := c.ExtensionBy(l.ID)
	if !ok || x.ToldBy(l.Content) {
		return nil
	}
	return Refuse(string(op), OtherTerm).On("FinalDate").With("until", x.Until)
}

// Sign records the signature, the outgoing number and the PDF as it was rendered („Подпиши и изведи“).
func (a Acting) Sign(c Case, e LetterNumbered) (LetterNumbered, error) {
	l, err := a.MaySign(c, e.Letter)
	if err != nil {
		return LetterNumbered{}, err
	}
	e.Hash, e.SignedBy, e.Title, e.At = l.Hash, a.User, l.Content.Signer.Title, a.Now.Truncate(time.Second)
	return e, nil
}

// Dispatch records that a numbered letter left.
func (a Acting) Dispatch(c Case, e LetterDispatched) (LetterDispatched, error) {
	l, err := letterIn(c, e.Letter, DoDispatch)
	if err != nil {
		return LetterDispatched{}, err
	}
	if e.On.IsZero() {
		e.On = a.Today()
	}
	if err := first(a.permit(c, l, e), a.notAhead(DoDispatch, c.ReceivedOn(), e.On)); err != nil {
		return LetterDispatched{}, err
	}
	switch {
	case !e.Channel.Known():
		return LetterDispatched{}, Refuse(string(DoDispatch), FieldMissing).On("channel").With("field", "channel")
	case e.On < l.Number.Date:
		return LetterDispatched{}, Refuse(string(DoDispatch), BeforeReceipt).On("on").With("received", l.Number.Date)
	}
	return e, nil
}

// Serve records that a letter reached its reader.
func (a Acting) Serve(c Case, e LetterServed) (LetterServed, error) {
	l, err := letterIn(c, e.Letter, DoServe)
	if err != nil {
		return LetterServed{}, err
	}
	return e, first(a.permit(c, l, e), a.notAhead(DoServe, c.ReceivedOn(), e.On))
}

// Strike annuls a numbered letter that will not be sent; its number stays listed.
func (a Acting) Strike(c Case, id LetterID, reason string) (LetterAnnulled, error) {
	l, err := letterIn(c, id, DoStrike)
	if err != nil {
		return LetterAnnulled{}, err
	}
	e := LetterAnnulled{Letter: id, Reason: reason}
	return e, first(a.permit(c, l, e), filled(DoStrike, "reason", reason, MaxText))
}

// letterIn gives a letter of the case.
func letterIn(c Case, id LetterID, op Action) (LetterFile, error) {
	l, ok := c.Letter(id)
	if !ok {
		return LetterFile{}, Refuse(string(op), NoSuchLetter)
	}
	return l, nil
}
