package domain

import "slices"

// Chain is who approves a reply before it is signed, as data: for a kind, or for every kind, and for refusals apart.
// Without one a reply needs one word of somebody above its author.
type Chain struct {
	Kind     Kind   // empty = every kind without a chain of its own
	Refusals bool   // only where something is denied to the sender
	Steps    []Role // one word of each, in this order; whoever stands above a head may say it in his place
	Third    bool   // who signs is somebody else than whoever approved
	Signs    Role   // the lowest role that signs; empty = whoever may
}

// Empty tells whether a chain asks for nothing besides what every reply needs.
func (x Chain) Empty() bool { return len(x.Steps) == 0 && !x.Third && x.Signs == "" }

func (x Chain) same(y Chain) bool {
	return x.Kind == y.Kind && x.Refusals == y.Refusals && slices.Equal(x.Steps, y.Steps) && x.Third == y.Third && x.Signs == y.Signs
}

// chain gives the chain of the replies of a case: that of its kind before that of every kind, that of refusals first.
// The empty one asks for nothing.
func (s Settings) chain(c Case) Chain {
	refuses := c.Outcome.Value.Refuses() || c.State.outcome().Refuses()
	for _, want := range []struct {
		kind     Kind
		refusals bool
	}{{c.Intake.Kind, true}, {"", true}, {c.Intake.Kind, false}, {"", false}} {
		i := slices.IndexFunc(s.Chains, func(x Chain) bool { return x.Kind == want.kind && x.Refusals == want.refusals })
		if i >= 0 && (!want.refusals || refuses) {
			return s.Chains[i]
		}
	}
	return Chain{}
}

// ChainOf gives the chain that a letter of a case goes through: the one that stood when it was submitted, else that of the
// settings. Only replies have one.
func (o *Office) ChainOf(c Case, l LetterFile) Chain {
	switch {
	case !l.Content.Template.Reply():
		return Chain{}
	case l.Fixed:
		return l.Chain
	default:
		return o.Settings.chain(c)
	}
}

// StepsLeft gives whose words a letter of a case still waits for, the next one first.
func (o *Office) StepsLeft(c Case, l LetterFile) []Role {
	left := slices.Clone(o.ChainOf(c, l).Steps)
	for _, a := range l.Approvals {
		if i := slices.Index(left, a.As); a.Hash == l.Hash && i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
	}
	return left
}

// speaksFor tells whether a word in one role counts as that of another.
func (r Role) speaksFor(step Role) bool {
	if step == Adviser || r == Adviser {
		return r == step
	}
	return r.rank() >= step.rank()
}

// inChain keeps the order of the chain: the next word is of the next role, and nobody says two. A word is for the text
// that it names, also when another one was written meanwhile.
func inChain(s *Situation) *Refusal {
	l := s.Letter
	e, recorded := s.Event.(LetterEndorsed)
	if recorded {
		l.Hash = e.Hash
	}
	left := s.Office.StepsLeft(s.Case, l)
	switch {
	case len(left) == 0 && s.Seat.Role == Adviser:
		return Refuse("", NoRole).With("roles", chiefs)
	case len(left) == 0:
		return nil
	case !s.Seat.Role.speaksFor(left[0]):
		return Refuse("", NoRole).With("roles", left[:1])
	case slices.Contains(l.approvers(l.Hash), s.By):
		return Refuse("", EndorsedAlready)
	case recorded:
		return e.inTurn(s.Seat.Role, left)
	}
	return nil
}

// inTurn refuses a word that is said for another role, or as the last one while another is to come.
func (e LetterEndorsed) inTurn(seat Role, left []Role) *Refusal {
	switch {
	case e.As != "" && !seat.speaksFor(e.As):
		return Refuse("", NoRole).With("roles", []Role{e.As})
	case e.Waits == "" && len(left) > 1:
		return Refuse("", NoRole).With("roles", left[1:2])
	}
	return nil
}

// advised lets an adviser send back only what his word is asked for.
func advised(s *Situation) *Refusal {
	if s.Seat.Role != Adviser || slices.Contains(s.Office.ChainOf(s.Case, s.Letter).Steps, Adviser) {
		return nil
	}
	return Refuse("", NoRole).With("roles", chiefs)
}

// ownChain holds a submission to the chain of the settings: it cannot bring another one.
func ownChain(s *Situation) *Refusal {
	e, ok := s.Event.(LetterSubmitted)
	if !ok || !e.Fixed {
		return nil
	}
	l := s.Letter
	l.Fixed = false
	if want := s.Office.ChainOf(s.Case, l); !want.same(e.Chain) {
		return Refuse("", ChainSwapped)
	}
	return nil
}

// chainSigner leaves the signature to those whom the chain names.
func chainSigner(s *Situation) *Refusal {
	lowest := s.Office.ChainOf(s.Case, s.Letter).Signs
	if lowest != "" && s.Seat.Role.rank() < lowest.rank() {
		return Refuse("", NoRole).With("roles", atLeast(lowest))
	}
	return nil
}
