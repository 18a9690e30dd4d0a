package office

import (
	"fmt"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
)

// change records one event of a case, as its rule decides it.
func change[E domain.Event](o *Office, c Command, id domain.CaseID, decide func(domain.Acting, domain.Case) (E, error)) (E, error) {
	var none E
	events, err := o.record(c, func() ([]stated, error) {
		a := o.acting()
		found, err := o.caseFor(a, id)
		if err != nil {
			return nil, err
		}
		e, err := decide(a, found.c)
		if err != nil {
			return nil, err
		}
		return []stated{{subject: journal.SubjectID(id), event: e}}, nil
	})
	if err != nil {
		return none, err
	}
	e, ok := events[0].(E)
	if !ok {
		return none, fmt.Errorf("repeated command was a %T", events[0])
	}
	return e, nil
}

// caseFor gives a case about which the user gives a command. To whoever may not know of it, it does not exist.
func (o *Office) caseFor(a domain.Acting, id domain.CaseID) (folded, error) {
	if !o.mayKnow(a, id) {
		return folded{}, domain.Refuse("open", domain.NoSuchCase)
	}
	found, err := o.book.current(o, journal.SubjectID(id))
	found.c = a.Office.Recount(found.c)
	return found, err
}

// Paper is a document that comes with a submission.
type Paper struct {
	Name, Type string
	Content    []byte
}

// Register gives a submission its number and terms, and adds to it what came with it. A sender who is not in the contact
// book yet is added to it. Whoever registers a submission against himself gives its documents here: afterwards there is
// no such case for him.
func (o *Office) Register(c Command, in domain.Intake, with ...Paper) (domain.CaseRegistered, error) {
	in = in.Kept() // before its sender is looked for: nobody learns who blew the whistle
	events, err := o.record(c, func() ([]stated, error) {
		a := o.acting()
		if in.ReceivedAt.IsZero() {
			in.ReceivedAt = a.Now
		}
		var group []stated
		if person, fresh, err := o.sender(&in, o.book.contacts.find, o.newKey); err != nil {
			return nil, err
		} else if fresh {
			group = append(group, person)
		}
		id, err := o.newKey()
		if err != nil {
			return nil, err
		}
		series := o.store.Desk().Series
		number := o.book.counters.Next(domain.Incoming, series, a.Today(), a.Office.Settings)
		e, err := a.Register(in, domain.Registration{Case: domain.CaseID(id), Number: number, Last: o.book.last[series]})
		if err != nil {
			return nil, o.giveBack(err, group, id)
		}
		group = append(group, stated{subject: journal.SubjectID(id), event: e})
		papers, err := o.papers(a, e, with)
		if err != nil {
			return nil, o.giveBack(err, group[:len(group)-1], id)
		}
		return append(group, papers...), nil
	})
	if err != nil {
		return domain.CaseRegistered{}, err
	}
	i := slices.IndexFunc(events, func(e domain.Event) bool { _, is := e.(domain.CaseRegistered); return is })
	if i < 0 {
		return domain.CaseRegistered{}, fmt.Errorf("repeated command was a %T", events[0])
	}
	e, _ := events[i].(domain.CaseRegistered)
	return e, nil
}

// papers keeps the documents that come with a submission that is being registered.
func (o *Office) papers(a domain.Acting, e domain.CaseRegistered, with []Paper) ([]stated, error) {
	c := domain.Case{}.Apply(domain.Fact{Event: e, By: a.User, At: a.Now})
	var group []stated
	for _, p := range with {
		d, err := o.paper(a, c, domain.DocumentAdded{Name: p.Name, Type: p.Type}, p.Content)
		if err != nil {
			return nil, err
		}
		group = append(group, stated{subject: journal.SubjectID(e.Case), event: d})
	}
	return group, nil
}

// giveBack returns content keys that a refused command had taken.
func (o *Office) giveBack(err error, group []stated, id journal.KeyID) error {
	o.keys.free = append(o.keys.free, id)
	for _, s := range group {
		o.keys.free = append(o.keys.free, journal.KeyID(s.subject))
	}
	return err
}

// sender finds the sender among the known contacts by name and address, or makes him a new one.
func (o *Office) sender(in *domain.Intake, known func(domain.Contact) (domain.PersonID, bool), newKey func() (journal.KeyID, error)) (stated, bool, error) {
	contact := in.Sender.Contact
	if p, known := o.book.contacts.person(in.Sender.Person); known && p.EraseAct == "" {
		return stated{}, false, nil
	}
	in.Sender.Person = domain.PersonID{}
	if contact.Type == domain.Anonymous || contact.Name == "" {
		return stated{}, false, nil
	}
	if person, ok := known(contact); ok {
		in.Sender.Person = person
		return stated{}, false, nil
	}
	id, err := newKey()
	if err != nil {
		return stated{}, false, err
	}
	in.Sender.Person = domain.PersonID(id)
	return stated{
		subject: journal.SubjectID(id), event: domain.PersonRecorded{Person: domain.PersonID(id), Contact: contact},
	}, true, nil
}

// GiveSlip records that the sender was given the slip with the terms as they stand.
func (o *Office) GiveSlip(c Command, id domain.CaseID) (domain.CaseNoted, error) {
	return change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) { return a.GiveSlip(x) })
}

// Correct replaces the intake of a case.
func (o *Office) Correct(c Command, id domain.CaseID, in domain.Intake, reason string) (domain.CaseCorrected, error) {
	return change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseCorrected, error) { return a.Correct(x, in, reason) })
}

// Annul strikes a wrong registration; its number stays listed.
func (o *Office) Annul(c Command, id domain.CaseID, reason string) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseAnnulled, error) { return a.Annul(x, reason) })
	return err
}

// Admit decides whether and how a submission is considered.
func (o *Office) Admit(c Command, id domain.CaseID, e domain.AdmissibilityDecided) (domain.AdmissibilityDecided, error) {
	return change(o, c, id, func(a domain.Acting, x domain.Case) (domain.AdmissibilityDecided, error) { return a.Admit(x, e) })
}

// Propose fills in the form of the check for whoever decides.
func (o *Office) Propose(c Command, id domain.CaseID, e domain.AdmissibilityProposed) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.AdmissibilityProposed, error) { return a.Propose(x, e) })
	return err
}

// Resolve writes the resolution.
func (o *Office) Resolve(c Command, id domain.CaseID, e domain.CaseResolved) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseResolved, error) { return a.Resolve(x, e) })
	return err
}

// Assign decides that a submission is considered, writes its resolution and takes it into work, as far as is asked for: as
// one command, which happens whole or not at all.
func (o *Office) Assign(c Command, id domain.CaseID, e domain.Assignment) error {
	_, err := o.record(c, func() ([]stated, error) {
		a := o.acting()
		found, err := o.caseFor(a, id)
		if err != nil {
			return nil, err
		}
		all, err := a.Assign(found.c, e)
		if err != nil {
			return nil, err
		}
		group := make([]stated, len(all))
		for i := range all {
			group[i] = stated{subject: journal.SubjectID(id), event: all[i]}
		}
		return group, nil
	})
	return err
}

// Accept takes an assigned case into work.
func (o *Office) Accept(c Command, id domain.CaseID) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseAccepted, error) { return a.Accept(x) })
	return err
}

// GiveBack returns a case for another resolution.
func (o *Office) GiveBack(c Command, id domain.CaseID, reason string) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseReturned, error) { return a.GiveBack(x, reason) })
	return err
}

// Reassign moves a case inside the unit.
func (o *Office) Reassign(c Command, id domain.CaseID, e domain.CaseReassigned) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseReassigned, error) { return a.Reassign(x, e) })
	return err
}

// Note adds a note.
func (o *Office) Note(c Command, id domain.CaseID, e domain.CaseNoted) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseNoted, error) { return a.Note(x, e) })
	return err
}

// Decide records the findings and the decision.
func (o *Office) Decide(c Command, id domain.CaseID, e domain.CaseDecided) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseDecided, error) { return a.Decide(x, e) })
	return err
}

// Execute reports the ordered measures done.
func (o *Office) Execute(c Command, id domain.CaseID, e domain.CaseExecuted) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseExecuted, error) { return a.Execute(x, e) })
	return err
}

// Withdraw records that the sender has withdrawn in writing.
func (o *Office) Withdraw(c Command, id domain.CaseID, e domain.CaseWithdrawn) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseWithdrawn, error) { return a.Withdraw(x, e) })
	return err
}

// CloseCase ends a case.
func (o *Office) CloseCase(c Command, id domain.CaseID, e domain.CaseClosed) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseClosed, error) { return a.Close(x, e) })
	return err
}

// Reopen takes a closed case up again.
func (o *Office) Reopen(c Command, id domain.CaseID, e domain.CaseReopened) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseReopened, error) { return a.Reopen(x, e) })
	return err
}

// Archive puts a closed case in its file.
func (o *Office) Archive(c Command, id domain.CaseID, e domain.CaseArchived) error {
	_, err := change(o, c, id, func(a domain.Acting, x domain.Case) (domain.CaseArchived, error) { return a.Archive(x, e) })
	return err
}

// Extend decides an extension; it takes effect when its letter leaves in time.
func (o *Office) Extend(c Command, id domain.CaseID, e domain.ExtensionDecided) (domain.ExtensionDecided, error) {
	return change(o, c, id, func(a domain.Acting, x domain.Case) (domain.ExtensionDecided, error) { return a.Extend(x, e) })
}
