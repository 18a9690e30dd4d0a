package domain

import (
	"slices"

	"harta/internal/calendar"
)

// applyLetter takes a letter one step further and the case with it, when the letter is the reply.
func (c Case) applyLetter(e letterEvent, f Fact) Case {
	i := slices.IndexFunc(c.Letters, func(l LetterFile) bool { return l.ID == e.letter() })
	c.Letters = slices.Clone(c.Letters)
	if drafted, ok := e.(LetterDrafted); ok && i < 0 {
		c.Letters = append(c.Letters, LetterFile{
			ID: drafted.Letter, Content: drafted.Content, Hash: drafted.Hash, State: LetterDraft, Author: f.By, Since: f.At,
		})
		return c.follow(drafted.Content.Template, ReplyDraft, f)
	}
	if i < 0 { // its draft had no effect or is not here yet
		return c
	}
	l := c.Letters[i]
	l.Since = f.At
	c.Letters[i] = l.step(e, f)
	return c.afterLetter(c.Letters[i], e, f)
}

// step gives the letter as the event leaves it.
func (l LetterFile) step(e letterEvent, f Fact) LetterFile {
	switch e := e.(type) {
	case LetterDrafted:
		l.Voided = l.Voided || l.State == LetterApproved
		l.Content, l.Hash, l.Author, l.State = e.Content, e.Hash, f.By, LetterDraft
		l.EndorsedBy = UserID{}
	case LetterSubmitted:
		l.State, l.Returned = LetterWaiting, ""
	case LetterEndorsed:
		if e.Hash == l.Hash { // approval of another version is no approval
			l.State, l.EndorsedBy, l.Endorsed, l.Voided = LetterApproved, f.By, e.Hash, false
		}
	case LetterReturned:
		l.State, l.Returned, l.EndorsedBy = LetterDraft, e.Comment, UserID{}
	case LetterNumbered:
		l.State, l.Number, l.SignedBy, l.SignerTitle, l.NumberedAt = LetterSigned, e.Number, e.SignedBy, e.Title, e.At
		l.PDF, l.Blob, l.Key, l.Size = e.PDF, e.Blob, e.Key, e.Size
	case LetterDispatched:
		l.State, l.Via, l.DispatchedOn, l.Ref = LetterSent, e.Channel, e.On, e.Ref
	case LetterServed:
		l.State, l.ServedOn = LetterDelivered, e.On
	case LetterAnnulled:
		l.State, l.AnnulReason = LetterStruck, e.Reason
	}
	return l
}

// afterLetter carries the case along.
func (c Case) afterLetter(l LetterFile, e letterEvent, f Fact) Case {
	t := l.Content.Template
	switch e := e.(type) {
	case LetterDrafted:
		return c.follow(t, ReplyDraft, f)
	case LetterReturned:
		c.Returns++
		return c.follow(t, ReplyDraft, f)
	case LetterSubmitted:
		return c.follow(t, InEndorsement, f)
	case LetterEndorsed:
		if e.Hash == l.Hash {
			return c.follow(t, ForSignature, f)
		}
	case LetterNumbered:
		if t.Reply() && l.Content.Apology {
			c.Flags |= FlagApology
		}
		if t.Reply() && c.Decision.On.IsZero() {
			c.Decision.On = e.Number.Date
		}
		return c.follow(t, Signed, f)
	case LetterAnnulled:
		return c.follow(t, ReplyDraft, f)
	case LetterDispatched:
		return c.dispatched(l, e.On, f)
	}
	return c
}

func (c Case) dispatched(l LetterFile, on calendar.Date, f Fact) Case {
	switch l.Content.Template {
	case TExtension:
		return c.extensionSent(l.ID, on)
	case TReceipt:
		c.Flags |= FlagReceiptSent
	case TForwardBody:
		c.ForwardedOn = on
	}
	if !l.Content.Template.Reply() {
		return c
	}
	if c.AnsweredOn.IsZero() {
		c.AnsweredOn = on
	}
	if c.Outcome.Value == "" && (l.Content.Template == TThanks || l.Content.Template == TAnswer) {
		c.Outcome = c.Outcome.Set(answerOutcome(l.Content.Template), f)
	}
	if len(c.Decision.Measures) > 0 && c.ExecutedOn.IsZero() {
		return c.follow(l.Content.Template, InExecution, f)
	}
	return c.follow(l.Content.Template, Dispatched, f)
}

func answerOutcome(t TemplateID) Outcome {
	if t == TThanks {
		return Thanked
	}
	return Answered
}

// follow moves the case with its reply. A side state stays what it is: its letter only tells the sender.
func (c Case) follow(t TemplateID, s State, f Fact) Case {
	if !t.Reply() || c.State.Side() || !c.State.Open() {
		return c
	}
	return c.moveTo(s, f)
}
