package domain

import (
	"slices"

	"harta/internal/calendar"
)

// applyLetter takes a letter one step further and the case with it, when the letter is its answer.
func (c Case) applyLetter(e letterEvent, f Fact) Case {
	c.Letters = slices.Clone(c.Letters)
	i := slices.IndexFunc(c.Letters, func(l LetterFile) bool { return l.ID == e.letter() })
	if _, drafted := e.(LetterDrafted); drafted && i < 0 {
		i = len(c.Letters)
		c.Letters = append(c.Letters, LetterFile{ID: e.letter()})
	}
	if i < 0 { // its draft had no effect or is not here yet
		return c
	}
	l, taken := c.Letters[i].step(e, f)
	c.Letters[i] = l
	if !taken {
		return c
	}
	switch e := e.(type) {
	case LetterReturned:
		c.Returns++
	case LetterNumbered:
		if c.answers(l.Content.Template) && c.DecidedOn.IsZero() {
			c.DecidedOn = e.Number.Date
		}
	case LetterDispatched:
		return c.dispatched(l, e.On, f)
	}
	if next, ok := caseBehind(l.State); ok {
		return c.follow(l.Content.Template, next, f)
	}
	return c
}

// caseBehind gives where a case stands while its answer stands there.
func caseBehind(s LetterState) (State, bool) {
	switch s {
	case LetterDraft, LetterStruck:
		return ReplyDraft, true
	case LetterWaiting:
		return InEndorsement, true
	case LetterApproved:
		return ForSignature, true
	case LetterSigned:
		return Signed, true
	default:
		return "", false
	}
}

// follow moves the case with its answer. A side state stays what it is: its letter only tells the sender.
func (c Case) follow(t TemplateID, s State, f Fact) Case {
	if !c.answers(t) || c.State.Side() || !c.State.Open() {
		return c
	}
	return c.moveTo(s, f)
}

// step gives the letter as the event leaves it, and whether the event took it anywhere.
func (l LetterFile) step(e letterEvent, f Fact) (LetterFile, bool) {
	switch e := e.(type) {
	case LetterDrafted:
		return l.drafted(e, f)
	case LetterSubmitted:
		if e.Hash != l.Hash || l.issued() { // a later text was not submitted with it
			return l, false
		}
		l.Returned, l.Chain, l.Fixed = "", e.Chain, e.Fixed
		return l.moveTo(LetterWaiting, f)
	case LetterEndorsed:
		return l.endorsed(e, f)
	case LetterReturned:
		if l.issued() {
			return l, false
		}
		next, taken := l.moveTo(LetterDraft, f)
		if taken {
			next.Returned, next.EndorsedBy = e.Comment, UserID{}
		}
		return next, taken
	case LetterNumbered:
		return l.numbered(e, f)
	default:
		return l.left(e, f)
	}
}

// drafted takes a new text. Any change voids an endorsement; what is issued does not change any more.
func (l LetterFile) drafted(e LetterDrafted, f Fact) (LetterFile, bool) {
	if l.issued() {
		l.Other = true
		return l, false
	}
	l.Voided = l.Voided || l.State == LetterApproved
	l.Content, l.Hash, l.Author, l.EndorsedBy = e.Content, e.Hash, f.By, UserID{}
	l.State, l.StateBy, l.Since = LetterDraft, f.Record, f.At
	if !slices.Contains(l.Writers, f.By) {
		l.Writers = append(slices.Clip(l.Writers), f.By)
	}
	return l, true
}

// endorsed notes the word for a content; approval of another version than the present one moves nothing.
func (l LetterFile) endorsed(e LetterEndorsed, f Fact) (LetterFile, bool) {
	l.Approvals = append(slices.Clip(l.Approvals), Approval{f.By, e.Hash, e.As, e.Waits})
	if e.Hash != l.Hash || l.issued() || e.Waits != "" {
		return l, false
	}
	next, taken := l.moveTo(LetterApproved, f)
	if taken {
		next.EndorsedBy, next.Endorsed, next.Voided = f.By, e.Hash, false
	}
	return next, taken
}

// numbered issues the letter once. A number taken by somebody else at the same time stays listed.
func (l LetterFile) numbered(e LetterNumbered, f Fact) (LetterFile, bool) {
	if l.issued() {
		l.Twice = append(slices.Clip(l.Twice), e.Number)
		return l, false
	}
	l.Other = l.Hash != e.Hash
	l.State, l.StateBy, l.Since = LetterSigned, f.Record, f.At
	l.Number, l.SignedBy, l.SignerTitle, l.NumberedAt = e.Number, e.SignedBy, e.Title, e.At
	l.PDF, l.Blob, l.Key, l.Size = e.PDF, e.Blob, e.Key, e.Size
	return l, true
}

// left takes what happens to an issued letter. Of two who did not know of each other, one sending and one
// annulling it, it was sent.
func (l LetterFile) left(e letterEvent, f Fact) (next LetterFile, taken bool) {
	if !l.issued() {
		return l, false
	}
	switch e := e.(type) {
	case LetterDispatched:
		if next, taken = l.moveTo(LetterSent, f); taken {
			next.Via, next.DispatchedOn, next.Ref, next.AnnulReason = e.Channel, e.On, e.Ref, ""
		}
	case LetterServed:
		if next, taken = l.moveTo(LetterDelivered, f); taken {
			next.ServedOn = e.On
		}
	case LetterAnnulled:
		if next, taken = l.moveTo(LetterStruck, f); taken {
			next.AnnulReason = e.Reason
		}
	}
	return next, taken
}

// moveTo sets the state. Of events that had not seen each other the one that leads further stands.
func (l LetterFile) moveTo(s LetterState, f Fact) (LetterFile, bool) {
	if !f.HasSeen(l.StateBy) && s.stage() <= l.State.stage() {
		return l, false
	}
	l.State, l.StateBy, l.Since = s, f.Record, f.At
	return l, true
}

// issued tells whether the letter was signed and numbered.
func (l LetterFile) issued() bool { return l.State.stage() >= LetterSigned.stage() }

// approvers gives who approved a content.
func (l LetterFile) approvers(hash Digest) []UserID {
	var all []UserID
	for _, a := range l.Approvals {
		if a.Hash == hash {
			all = append(all, a.By)
		}
	}
	return all
}

// approvals gives in which roles of the chain a content was approved.
func (l LetterFile) approvals(hash Digest) []Role {
	var all []Role
	for _, a := range l.Approvals {
		if a.Hash == hash {
			all = append(all, a.As)
		}
	}
	if !slices.ContainsFunc(all, func(r Role) bool { return r != "" }) {
		return nil
	}
	return all
}

// disputed tells whether people worked on the letter without knowing of each other: it was numbered twice, or its
// text was changed while it was signed.
func (l LetterFile) disputed() bool { return l.Other || len(l.Twice) > 0 }

// dispatched carries along what follows when a letter has left.
func (c Case) dispatched(l LetterFile, on calendar.Date, f Fact) Case {
	t := l.Content.Template
	switch t {
	case TExtension, TExecution:
		return c.extensionSent(l.ID, on)
	case TReceipt:
		c.Flags |= FlagReceiptSent
	case TForwardBody:
		c.ForwardedOn = on
	default:
	}
	if !c.answers(t) {
		return c
	}
	if l.Content.Apology {
		c.Flags |= FlagApology
	}
	if c.AnsweredOn.IsZero() {
		c.AnsweredOn = on
	}
	if c.Outcome.Value == "" && (t == TThanks || t == TAnswer) {
		c.Outcome = c.Outcome.Set(answerOutcome(t), f)
	}
	if len(c.Decision.Measures) > 0 && c.ExecutedOn.IsZero() {
		return c.follow(t, InExecution, f)
	}
	return c.follow(t, Dispatched, f)
}

func answerOutcome(t TemplateID) Outcome {
	if t == TThanks {
		return Thanked
	}
	return Answered
}
