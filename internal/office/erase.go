package office

import (
	"fmt"

	"harta/internal/domain"
	"harta/internal/journal"
)

// Erase leaves of a case its residue: the figures stay, the words go. The event is acknowledged first; then the
// content keys of the case, of its attachments, and of a sender who has no other case, are overwritten in place.
func (o *Office) Erase(c Command, id domain.CaseID, act string) error {
	events, err := o.record(c, func() ([]stated, error) {
		a := o.acting()
		s, err := o.caseFor(a, id)
		if err != nil {
			return nil, err
		}
		e, err := a.Erase(s.c, act)
		if err != nil {
			return nil, err
		}
		group := []stated{{subject: journal.SubjectID(id), event: e}}
		if person := s.c.Intake.Sender.Person; person != (domain.PersonID{}) && o.onlyCase(person, id) {
			group = append(group, stated{
				subject: journal.SubjectID(person), event: domain.PersonErased{Person: person, Act: act},
			})
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
	return o.finishErasures(erasedBy(events))
}

// erasedBy gives the subjects that a command has erased.
func erasedBy(events []domain.Event) []journal.SubjectID {
	var all []journal.SubjectID
	for _, e := range events {
		switch e := e.(type) {
		case domain.CaseErased:
			all = append(all, journal.SubjectID(e.Case))
		case domain.PersonErased:
			all = append(all, journal.SubjectID(e.Person))
		}
	}
	return all
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

// erased gives the subjects that are erased but whose content key is still there.
func (o *Office) erased() []journal.SubjectID {
	var all []journal.SubjectID
	for id, e := range o.book.register.byID {
		if e.State == domain.Erased && o.keys.live(journal.KeyID(id)) {
			all = append(all, journal.SubjectID(id))
		}
	}
	for id, p := range o.book.persons {
		if p.EraseAct != "" && o.keys.live(journal.KeyID(id)) {
			all = append(all, journal.SubjectID(id))
		}
	}
	return all
}

// finishErasures makes the words of erased subjects unreadable for ever. Their attachments go first: only while
// their own key is there does anybody know which these are. So it can be interrupted anywhere, and is finished at
// the next start; it is also done after a restore and after an exchange.
func (o *Office) finishErasures(subjects []journal.SubjectID) error {
	for _, subject := range subjects {
		arrivals, err := o.readSubject(subject)
		if err != nil {
			return err
		}
		for _, a := range arrivals {
			if err := o.destroy(attachment(a.event)); err != nil {
				return err
			}
		}
		if err := o.forget(journal.KeyID(subject)); err != nil {
			return err
		}
		delete(o.book.hot, subject)
	}
	return nil
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
