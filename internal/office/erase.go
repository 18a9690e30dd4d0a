package office

import (
	"fmt"
	"slices"
	"time"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
)

// Erase leaves of a case its residue: the figures stay, the words go. The event is acknowledged first; then the
// content keys of the case, of its attachments, and of a sender who has no other case, are overwritten in place.
func (o *Office) Erase(c Command, id domain.CaseID, act string) error {
	_, err := o.record(c, func() ([]stated, error) {
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
		o.doomed = remains(s)
		return group, nil
	})
	if err != nil {
		return err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.destroy()
}

// onlyCase tells whether a person has no other case.
func (o *Office) onlyCase(p domain.PersonID, id domain.CaseID) bool {
	for _, e := range o.book.entries {
		if e.Person == p && e.Case != id {
			return false
		}
	}
	return true
}

// blobs are what lies beside the journal of an erased case.
type blobs struct {
	keys  []journal.KeyID
	files []journal.Hash
}

func remains(s folded) blobs {
	var b blobs
	add := func(key domain.KeyID, blob domain.Digest) {
		if key != (domain.KeyID{}) {
			b.keys = append(b.keys, journal.KeyID(key))
			b.files = append(b.files, journal.Hash(blob))
		}
	}
	for _, d := range s.c.Documents {
		add(d.Key, d.Blob)
	}
	for _, l := range s.c.Letters {
		add(l.Key, l.Blob)
	}
	return b
}

// destroy overwrites the keys of everything erased and deletes its files. It can be repeated: an erasure that was
// acknowledged but not finished is finished at the next start, after a restore, and after an import.
func (o *Office) destroy() error {
	for _, key := range o.doomed.keys {
		if err := o.forget(key); err != nil {
			return err
		}
	}
	for _, file := range o.doomed.files {
		if err := o.store.DeleteBlob(file); err != nil {
			return fmt.Errorf("delete an attachment: %w", err)
		}
	}
	o.doomed = blobs{}
	for _, e := range o.book.entries {
		if e.State == domain.Erased {
			if err := o.forget(journal.KeyID(e.Case)); err != nil {
				return err
			}
		}
	}
	for id, p := range o.book.persons {
		if p.EraseAct != "" {
			if err := o.forget(journal.KeyID(id)); err != nil {
				return err
			}
		}
	}
	return nil
}

// doomedBefore gathers the attachments of a case that another desk has erased, before its words are forgotten.
func (o *Office) doomedBefore(subject journal.SubjectID) {
	places := o.book.placesOf(o, subject)
	if len(places) == 0 {
		return
	}
	s := folded{}
	for _, x := range places {
		r, err := o.store.Read(o.book.lines[x.line], x.at)
		if err != nil {
			continue
		}
		a, err := o.decode(o.book.lines[x.line], x.at, r)
		if err != nil || a.event == nil || gone(a.event) {
			continue
		}
		s.c = s.c.Apply(domain.Fact{Event: a.event})
	}
	b := remains(s)
	o.doomed.keys = append(o.doomed.keys, b.keys...)
	o.doomed.files = append(o.doomed.files, b.files...)
}

// Access is one line of the access log: who looked at what, and when.
type Access struct {
	domain.AccessViewed
	By domain.UserID
	At time.Time
}

// Accesses gives who looked at a case, or everything when the case is zero, the latest first.
func (o *Office) Accesses(id domain.CaseID) ([]Access, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil, ErrClosed
	}
	var all []Access
	for _, l := range o.book.access {
		err := o.store.Scan(l, 1, func(r journal.Record, at storage.Pos) error {
			a, err := o.decode(l, at, r)
			if err != nil {
				return err
			}
			e, ok := a.event.(domain.AccessViewed)
			if ok && (id == domain.CaseID{} || e.Case == id) {
				f := o.book.fact(spot{}, a, nil)
				all = append(all, Access{AccessViewed: e, By: f.By, At: f.At})
			}
			return nil
		})
		if err := o.survive(err); err != nil {
			return nil, err
		}
	}
	slices.Reverse(all)
	return all, nil
}
