package domain

import "slices"

// RecipientAs says why somebody besides the sender is told of a decision (чл. 123, ал. 2–4 АПК).
type RecipientAs string

// Who is told besides the sender.
const (
	AsReferrer   RecipientAs = "referrer"   // who passed the submission on
	AsAffected   RecipientAs = "affected"   // whose rights the decision affects
	AsProsecutor RecipientAs = "prosecutor" // when there are data of a crime
)

// RecipientsSource is the source of the rule that others than the sender are told.
const RecipientsSource = "law.apk_123"

// Recipient is somebody besides the sender who is told of a decision.
type Recipient struct {
	As      RecipientAs
	Contact Contact
}

// Template gives the letter that tells him.
func (r Recipient) Template() TemplateID {
	if r.As == AsProsecutor {
		return TProsecutor
	}
	return TOthers
}

// Recipients gives everybody besides the sender whom the decision of a case must reach. The prosecutor is told whatever
// the kind, the others of a decision on a signal.
func (c Case) Recipients() []Recipient {
	var all []Recipient
	if c.Decision.Crime {
		all = append(all, Recipient{As: AsProsecutor})
	}
	signal := c.Intake.Kind == Signal || c.Intake.Kind.Complaint()
	if !signal || !c.Decision.Outcome.Merits() || c.State.Side() {
		return all
	}
	if s := c.Intake.Sender; s.Referrer != "" {
		at := s.ReferrerAt
		at.Name = s.Referrer
		all = append(all, Recipient{AsReferrer, at})
	}
	for _, who := range c.Intake.Affected {
		all = append(all, Recipient{AsAffected, who})
	}
	return all
}

// Untold gives the recipients to whom no letter has left.
func (c Case) Untold() []Recipient {
	return slices.DeleteFunc(c.Recipients(), func(r Recipient) bool {
		return slices.ContainsFunc(c.Letters, func(l LetterFile) bool {
			return l.Content.Template == r.Template() && (l.State == LetterSent || l.State == LetterDelivered) &&
				(r.As == AsProsecutor || l.Content.To.Name == r.Contact.Name)
		})
	})
}

// ReaderOf gives to whom a letter of a template is written: the sender, the competent body, whoever is asked, or the first
// who must be told and has no letter yet.
func (o *Office) ReaderOf(c Case, t TemplateID) Contact {
	body := Contact{Type: Organisation, Name: c.Admitted.Body}
	switch t {
	case TForwardBody:
		if body.Name != "" {
			return body
		}
	case TAsk:
		asked, _ := c.LastAsked()
		u, _ := o.User(asked.To)
		return Contact{Name: u.Name}
	case TProsecutor:
		return Contact{Type: Organisation, Name: o.Settings.Prosecutor}
	case TOthers:
		for _, r := range c.Untold() {
			begun := slices.ContainsFunc(c.Letters, func(l LetterFile) bool {
				return l.Content.Template == t && l.State != LetterStruck && l.Content.To.Name == r.Contact.Name
			})
			if r.As != AsProsecutor && !begun {
				return r.Contact
			}
		}
	default:
	}
	return c.Intake.Sender.Contact
}

// untoldEnds give what keeps a case open because of others than its sender. To whom no letter can be written a file note
// stands for it, so that it is not one of them.
func (c Case) untoldEnds() []*Refusal {
	var all []*Refusal
	for _, r := range c.Untold() {
		if r.As == AsProsecutor || r.Contact.Reachable() {
			all = append(all, Refuse("", RecipientUntold).With("as", r.As).With("name", r.Contact.Name).With("source", RecipientsSource))
		}
	}
	return all
}

// unreachable tells whether somebody must be told besides the sender, and no letter can be written to him.
func (c Case) unreachable() bool {
	return slices.ContainsFunc(c.Untold(), func(r Recipient) bool { return r.As != AsProsecutor && !r.Contact.Reachable() })
}
