package office

import (
	"cmp"
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
)

// Invitation is all that somebody sees of a case in which he is asked to explain: neither the sender nor the
// submission, neither its documents nor what others say.
type Invitation struct {
	Case      domain.CaseID
	Number    domain.Number // of a case in which he was asked; whom a case only names is told no number
	Named     bool          // it is directed against him
	Questions []domain.Note // put to him by name
	Answers   []domain.Note // that he gave
	Waits     bool          // for his answer
	Due       calendar.Date // of the question to be answered first; zero = no day was named
	Settled   domain.Note   // the answer to his claim that he is named by mistake; zero = there is none
}

// toldDays is how long somebody is told that his claim was answered.
const toldDays = 14

// told tells whether his claim was answered lately.
func (x Invitation) told(today calendar.Date) bool {
	return x.Named && !x.Settled.At.IsZero() && today < calendar.DateOf(x.Settled.At).AddDays(toldDays)
}

// Invitations gives the cases that wait for the explanations of the signed-in user, the most urgent first. They hold no
// word of the case but the questions.
func (o *Office) Invitations() ([]Invitation, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil, ErrClosed
	}
	var all []Invitation
	for _, e := range o.book.register.all() {
		if !e.Flags.Has(domain.FlagAsked) && !e.Flags.Has(domain.FlagSettled) {
			continue
		}
		s, err := o.book.current(o, journal.SubjectID(e.Case))
		if err != nil {
			return nil, err
		}
		if x := o.invitation(s.c); x.Waits || x.told(o.acting().Today()) {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b Invitation) int { return cmp.Compare(whenDue(a), whenDue(b)) })
	return all, nil
}

func whenDue(x Invitation) calendar.Date {
	if x.Due.IsZero() {
		return calendar.Last
	}
	return x.Due
}

func (o *Office) invitation(c domain.Case) Invitation {
	to := o.user
	x := Invitation{Case: c.ID, Named: o.book.office.NamedIn(to, c.Entry())}
	for _, n := range c.Notes {
		switch {
		case n.Note == domain.AskedOpinion && n.To == to:
			x.Number, x.Questions = c.Number, append(x.Questions, n)
		case n.Note == domain.GaveExplaining && n.By == to:
			x.Answers = append(x.Answers, n)
		}
	}
	x.Settled, _ = c.Settled(to)
	for _, n := range c.Asked(to) {
		x.Waits = true
		if !n.Due.IsZero() && (x.Due.IsZero() || n.Due < x.Due) {
			x.Due = n.Due
		}
	}
	return x
}

// Invitation gives what the signed-in user was asked in a case and what he answered, and notes in the access chain that
// he looked.
func (o *Office) Invitation(id domain.CaseID) (Invitation, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return Invitation{}, ErrClosed
	}
	s, err := o.askedIn(id)
	if err != nil {
		return Invitation{}, err
	}
	return o.invitation(s.c), o.noteAccess(id, Invited, "")
}

// Explain records what the signed-in user answers to the questions that were put to him.
func (o *Office) Explain(c Command, id domain.CaseID, text string) error {
	return o.fromOutside(c, func() (folded, error) { return o.askedIn(id) }, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) {
		return a.Explain(x, text)
	})
}

// fromOutside records what the user says in a case that he may not open.
func (o *Office) fromOutside(c Command, find func() (folded, error), decide func(domain.Acting, domain.Case) (domain.CaseNoted, error)) error {
	_, err := o.record(c, func() ([]stated, error) {
		s, err := find()
		if err != nil {
			return nil, err
		}
		e, err := decide(o.acting(), s.c)
		if err != nil {
			return nil, err
		}
		return []stated{{subject: journal.SubjectID(s.c.ID), event: e}}, nil
	})
	return err
}

// askedIn gives a case in which the user was asked. To anybody else it does not exist, or he is told why he does not
// see it.
func (o *Office) askedIn(id domain.CaseID) (folded, error) {
	if _, known := o.book.register.byID[id]; !known {
		return folded{}, domain.Refuse("explain", domain.NoSuchCase)
	}
	s, err := o.book.current(o, journal.SubjectID(id))
	if err != nil {
		return folded{}, err
	}
	if len(o.invitation(s.c).Questions) == 0 {
		return folded{}, o.hidden(id)
	}
	return s, nil
}

// keptFrom refuses to show a case to the user. That somebody whom it names has tried is noted.
func (o *Office) keptFrom(id domain.CaseID, how Looked) error {
	no := o.hidden(id)
	if no.Reason != domain.HiddenFromNamed {
		return no
	}
	if how != Again {
		if err := o.noteAccess(id, Refused, ""); err != nil {
			return err
		}
	}
	s, err := o.book.current(o, journal.SubjectID(id))
	if err != nil {
		return err
	}
	a := o.acting()
	return no.With(Deciding, a.Office.Deciders(s.c, a.Today()))
}

// Deciding names, in the refusal of a case, the users who decide on it instead.
const Deciding = "deciders"

// hidden is the refusal of a case that the user may not see. Whom it names hears the reason, because he can only have
// come here by a link from before: no list and no number leads to it.
func (o *Office) hidden(id domain.CaseID) *domain.Refusal {
	a := o.acting()
	if e, known := o.book.register.byID[id]; known && a.Office.NamedIn(a.User, *e) {
		return domain.Refuse("open", domain.HiddenFromNamed)
	}
	return domain.Refuse("open", domain.NoSuchCase)
}
