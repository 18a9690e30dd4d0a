package domain

import (
	"slices"
	"strings"
)

// Part is what of a submission becomes a case of its own.
type Part struct{ Subject, Text string }

// Split registers a part of a submission as a case of its own, with the same receipt, sender and way, and says where it
// goes: decided when the user may decide it, else proposed. Both cases know of each other.
func (a Acting) Split(c Case, part Part, r Registration, e AdmissibilityDecided) ([]Event, error) {
	if no := a.May(c, LetterFile{}, DoCorrect); no != nil { // whoever may say what was submitted may say that it is two
		return nil, no
	}
	if e.Ground != GroundNotOurs {
		return nil, Refuse(string(DoAdmit), UnknownValue).On("ground").With("value", string(e.Ground))
	}
	in := c.Intake
	in.Subject, in.Text, in.Demand, in.Danger = part.Subject, part.Text, "", Danger{}
	in.Department, in.Topic = DepartmentID{}, TopicID{}
	in.Links = []Link{{Case: c.ID, How: SplitFrom}}
	registered := CaseRegistered{Case: r.Case, Number: r.Number, Intake: in, RegisteredAt: a.Now}
	if err := first(a.permit(Case{}, LetterFile{}, registered), a.CheckIntake(in)); err != nil {
		return nil, err
	}
	var err error
	if registered.Deadlines, err = a.Office.Deadlines(in); err != nil {
		return nil, err
	}
	fresh := Case{}.Apply(Fact{Event: registered, By: a.User, At: a.Now})
	if decided, err := a.Admit(fresh, e); err == nil {
		return []Event{registered, decided}, nil
	} else if a.Office.Authority(Situation{Case: fresh, By: a.User, Event: decisionOf(e)}, DoAdmit, a.Today()) == nil {
		return nil, err
	}
	proposed, err := a.Propose(fresh, AdmissibilityProposed{
		Ground: e.Ground, Reason: e.Reason, Body: e.Body, Into: e.Into, Danger: e.Danger, Check: e.Check,
	})
	return []Event{registered, proposed}, err
}

func decisionOf(e AdmissibilityDecided) AdmissibilityDecided {
	rule, _ := RuleOf(e.Ground)
	e.Result = rule.Result
	return e
}

// Names tells whether the case names another one: it is joined to it, was split from it, or is tied to it.
func (e Entry) Names(id CaseID) bool {
	return slices.ContainsFunc(e.Links, func(l Link) bool { return l.Case == id })
}

// Untold tells whether the case is joined to another one as the same, and its sender can be told what was decided
// there, and was not.
func (e Entry) Untold(of CaseID) bool {
	return e.State == StateJoined && e.Ground == GroundDuplicate && e.AnsweredOn.IsZero() &&
		!e.Flags.Has(FlagUnreachable) && slices.Contains(e.Links, Link{of, DuplicateOf})
}

// links gives every case that this one names. To which it was joined comes with how.
func (c Case) links() []Link {
	into := Link{c.Admitted.Into, DuplicateOf}
	if c.Admitted.Ground == GroundRepeated {
		into.How = RepeatOf
	}
	if into.Case == (CaseID{}) || c.State != StateJoined && c.State.Open() || slices.Contains(c.Intake.Links, into) {
		return c.Intake.Links
	}
	return append(slices.Clone(c.Intake.Links), into)
}

// Again gives the letter for the sender of another case: addressed to him, under that case's number.
func (l Letter) Again(c Case, number, salutation string) Letter {
	sender := c.Intake.Sender
	l.Case, l.To, l.YourRef, l.OurRef = c.ID, sender.Contact.addressee(), sender.YourRef(), c.Number.Text
	l.Subject, l.Salutation, l.Copies = c.Intake.Subject, salutation, nil
	l.Paragraphs = slices.Clone(l.Paragraphs)
	for i := range l.Paragraphs {
		l.Paragraphs[i].Text = strings.ReplaceAll(l.Paragraphs[i].Text, number, c.Number.Text)
	}
	return l
}

// joinedEnds give what keeps a case open because of those that are joined: the one decision comes first, and then
// everybody is told of it.
func (a Acting) joinedEnds(c Case) []*Refusal {
	if c.duplicate() {
		return a.waitsFor(c)
	}
	if a.Joined == nil || c.AnsweredOn.IsZero() {
		return nil
	}
	var all []*Refusal
	for _, e := range a.Joined(c.ID) {
		if e.Untold(c.ID) {
			all = append(all, Refuse("", JoinedUntold).With("number", e.Number.Text))
		}
	}
	return all
}

// duplicate tells whether the case was joined to another one before the decision.
func (c Case) duplicate() bool { return c.State == StateJoined && c.Admitted.Ground == GroundDuplicate }

// waitsFor gives what a joined case still waits for: the decision on the other one, and its letter.
func (a Acting) waitsFor(c Case) []*Refusal {
	old, ok := a.knows(c.Admitted.Into)
	switch {
	case !ok:
		return nil
	case old.AnsweredOn.IsZero() && old.State.Open():
		return []*Refusal{Refuse("", JoinedWaits).With("number", old.Number.Text)}
	case !old.AnsweredOn.IsZero() && c.AnsweredOn.IsZero() && c.told() && c.Intake.Sender.Contact.Reachable():
		return []*Refusal{Refuse("", NotDispatched)}
	}
	return nil
}
