package present

import (
	"slices"

	"harta/internal/domain"
)

// doTell drafts the answer again for everybody whose case is joined to this one.
const doTell domain.Action = "tell_joined"

// untoldJoined are the cases that are joined to this one and whose senders know of no answer.
func (c *Case) untoldJoined() []domain.Entry {
	var all []domain.Entry
	for _, e := range c.state.nearby {
		if e.Untold(c.id) {
			all = append(all, e)
		}
	}
	return all
}

// mayTell tells whether there is an answer that others wait for too, and whoever works may write in their cases: an
// executor writes only in his own.
func (c *Case) mayTell() bool {
	by := c.state.by
	_, answered := c.state.Case.Reply()
	_, seat := by.Office.Seat(by.User, by.Today(), []domain.Role{domain.Clerk, domain.Head, domain.Secretary, domain.DeputyMayor, domain.Mayor})
	return answered && seat && c.state.Case.State.Open() && len(c.untoldJoined()) > 0 && slices.Contains(c.state.may, domain.DoDraft)
}

// tellJoined drafts the answer for them at once; each draft goes its own way.
func (c *Case) tellJoined() {
	reply, ok := c.state.Case.Reply()
	if !ok {
		return
	}
	n := 0
	c.at(func(command commandOf) error {
		id, err := command()
		if err == nil {
			n, err = c.office.TellJoined(id, c.id, reply.ID, c.Say.Salutation)
		}
		return err
	}, func() { c.Toast(Toast{Words: c.T("case.done.tell_joined", "n", n)}) })
}

// namedBy are the cases that name this one: joined to it, split from it, tied to it.
func (c *Case) namedBy(known []domain.CaseID) []CaseLink {
	var all []CaseLink
	for _, e := range c.state.naming {
		for _, l := range e.Links {
			if l.Case != c.id || slices.Contains(known, e.Case) {
				continue
			}
			more := listed(c.T("case.named_by."+string(l.How), "number", c.ShortNumber(e.Number)), c.Say.State(e.State))
			all = append(all, CaseLink{Case: e.Case, Words: c.Say.Subject(e), More: more})
			break
		}
	}
	return all
}
