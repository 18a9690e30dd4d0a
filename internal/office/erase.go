package office

import (
	"fmt"

	"harta/internal/domain"
	"harta/internal/journal"
)

// Erase carries out a confirmed list: of each case its residue is left, the figures stay, the words go. The events are
// acknowledged first; then the content keys of the cases, of their attachments, and of the senders who have no other case,
// are overwritten in place. It tells which cases were left out, and why.
func (o *Office) Erase(c Command, id domain.ErasureID) (domain.ErasureExecuted, error) {
	events, err := o.wipe(c, func(a domain.Acting) ([]stated, error) {
		cases, err := o.listed(id)
		if err != nil {
			return nil, err
		}
		e, gone, err := a.ExecuteErasure(id, cases)
		if err != nil {
			return nil, err
		}
		group := []stated{{event: e}}
		doomed := map[domain.CaseID]bool{}
		for _, x := range gone {
			group = append(group, stated{subject: journal.SubjectID(x.Case), event: x})
			doomed[x.Case] = true
		}
		for _, person := range o.lastSenders(cases, doomed) {
			group = append(group, stated{subject: journal.SubjectID(person), event: domain.PersonErased{Person: person, Act: gone[0].Act}})
		}
		return group, nil
	})
	if err != nil {
		return domain.ErasureExecuted{}, err
	}
	e, _ := events[0].(domain.ErasureExecuted)
	return e, nil
}

// Seal takes out of the register what must not be in it, in the same way: a stub stays.
func (o *Office) Seal(c Command, id domain.CaseID, e domain.CaseTakenOut) error {
	_, err := o.wipe(c, func(a domain.Acting) ([]stated, error) {
		s, err := o.caseFor(a, id)
		if err != nil {
			return nil, err
		}
		e, err := a.Seal(s.c, e)
		if err != nil {
			return nil, err
		}
		group := []stated{{subject: journal.SubjectID(id), event: e}}
		for _, person := range o.lastSenders([]domain.Case{s.c}, map[domain.CaseID]bool{id: true}) {
			erased := domain.PersonErased{Person: person, Act: e.Seal, Sealed: id}
			group = append(group, stated{subject: journal.SubjectID(person), event: erased})
		}
		return group, nil
	})
	return err
}

// wipe records that subjects are erased, and then destroys their keys and files.
func (o *Office) wipe(c Command, decide func(domain.Acting) ([]stated, error)) ([]domain.Event, error) {
	events, err := o.record(c, func() ([]stated, error) { return decide(o.acting()) })
	if err != nil {
		return nil, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if err := o.flushBulk(); err != nil {
		return nil, err
	}
	return events, o.finishErasures()
}

// lastSenders gives the senders who have no other case than the doomed ones.
func (o *Office) lastSenders(cases []domain.Case, doomed map[domain.CaseID]bool) []domain.PersonID {
	senders := map[domain.PersonID]bool{}
	for _, c := range cases {
		if person := c.Intake.Sender.Person; doomed[c.ID] && person != (domain.PersonID{}) {
			senders[person] = true
		}
	}
	for _, e := range o.book.register.byID {
		if !doomed[e.Case] {
			delete(senders, e.Person)
		}
	}
	return sortedIDs(senders)
}

// finishErasures makes the words of erased subjects unreadable for ever. Their attachments go first: only while
// their own key is there does anybody know which these are. So it can be interrupted anywhere, and is finished at
// the next start; it is also done after a restore and after an exchange.
func (o *Office) finishErasures() error {
	for subject := range o.book.doomed {
		if o.keys.slots.live(journal.KeyID(subject)) {
			s, err := o.book.current(o, subject)
			if err == nil && s.erased() { // nothing is destroyed but by an event that is here
				err = o.forgetWords(subject)
			}
			if err != nil {
				return err
			}
		}
		delete(o.book.doomed, subject)
	}
	return o.finishShredding()
}

// finishShredding makes attachments unreadable that were erased as surplus while their case stays. A crash may have come
// between the key of one and its file.
func (o *Office) finishShredding() error {
	for id, e := range o.book.register.byID {
		if !e.Flags.Has(domain.FlagShredded) {
			continue
		}
		s, err := o.book.current(o, journal.SubjectID(id))
		if err != nil {
			return err
		}
		for _, d := range s.c.Documents {
			if !s.c.Shredded(d.Document) {
				continue
			}
			if err := o.destroy(attachment(d)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (o *Office) forgetWords(subject journal.SubjectID) error {
	arrivals, err := o.readSubject(subject)
	if err != nil {
		return err
	}
	for _, a := range arrivals {
		if err := o.destroy(attachment(a.event)); err != nil {
			return err
		}
	}
	o.dropDraftsAbout(domain.CaseID(subject))
	delete(o.book.hot, subject)
	return o.forget(journal.KeyID(subject))
}

// blob is something kept beside the journal.
type blob struct {
	key  journal.KeyID
	file journal.Hash
}

// attachment gives what an event keeps beside the journal, the zero blob if nothing.
func attachment(e domain.Event) blob {
	switch e := e.(type) {
	case domain.DocumentAdded:
		return blob{journal.KeyID(e.Key), journal.Hash(e.Blob)}
	case domain.LetterNumbered:
		return blob{journal.KeyID(e.Key), journal.Hash(e.Blob)}
	default:
		return blob{}
	}
}

// destroy overwrites the key of an attachment and deletes its file.
func (o *Office) destroy(b blob) error {
	if b == (blob{}) {
		return nil
	}
	if err := o.forget(b.key); err != nil {
		return err
	}
	if err := o.store.DeleteBlob(b.file); err != nil {
		return fmt.Errorf("delete an attachment: %w", err)
	}
	return nil
}
