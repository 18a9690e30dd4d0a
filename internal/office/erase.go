package office

import (
	"fmt"

	"harta/internal/domain"
	"harta/internal/journal"
)

// Erase leaves of a case its residue: the figures stay, the words go. The event is acknowledged first; then the
// content keys of the case, of its attachments, and of a sender who has no other case, are overwritten in place.
func (o *Office) Erase(c Command, id domain.CaseID, act string) error {
	return o.wipe(c, id, act, func(a domain.Acting, x domain.Case) (domain.Event, error) { return a.Erase(x, act) })
}

// Seal takes out of the register what must not be in it, in the same way: a stub stays.
func (o *Office) Seal(c Command, id domain.CaseID, e domain.CaseTakenOut) error {
	return o.wipe(c, id, e.Seal, func(a domain.Acting, x domain.Case) (domain.Event, error) { return a.Seal(x, e) })
}

func (o *Office) wipe(c Command, id domain.CaseID, act string, decide func(domain.Acting, domain.Case) (domain.Event, error)) error {
	_, err := o.record(c, func() ([]stated, error) {
		a := o.acting()
		s, err := o.caseFor(a, id)
		if err != nil {
			return nil, err
		}
		e, err := decide(a, s.c)
		if err != nil {
			return nil, err
		}
		group := []stated{{subject: journal.SubjectID(id), event: e}}
		if person := s.c.Intake.Sender.Person; person != (domain.PersonID{}) && o.onlyCase(person, id) {
			erased := domain.PersonErased{Person: person, Act: act}
			if _, sealed := e.(domain.CaseTakenOut); sealed {
				erased.Sealed = id
			}
			group = append(group, stated{subject: journal.SubjectID(person), event: erased})
		}
		return group, nil
	})
	if err != nil {
		return err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if err := o.flushBulk(); err != nil {
		return err
	}
	return o.finishErasures()
}

// onlyCase tells whether a person has no other case.
func (o *Office) onlyCase(p domain.PersonID, id domain.CaseID) bool {
	for _, e := range o.book.register.byID {
		if e.Person == p && e.Case != id {
			return false
		}
	}
	return true
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
