package office

import (
	"errors"
	"fmt"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// Merged says what another desk's journal brought.
type Merged struct {
	Records int // new here
	Known   int // here already
	Refused int // of authors that nobody trusted has introduced
}

// Source is what Merge reads from: a data folder, a backup or a copy of one, open for reading.
type Source interface {
	Tips() []storage.Tip
	Scan(l storage.Line, from uint64, f func(journal.Record, storage.Pos) error) error
	Slots() ([]storage.Slot, error)
	Blob(id journal.Hash) ([]byte, error)
}

// mergeBatch is how many foreign records are taken at a time.
const mergeBatch = 1000

// Merge takes over the records another desk of the same office has written: every signature is checked, nothing
// is ever deleted, and what is here already is passed over. The result is the same in whatever order the desks
// exchange.
func (o *Office) Merge(from Source) (Merged, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return Merged{}, ErrClosed
	}
	ring, err := o.keyring(from)
	if err != nil {
		return Merged{}, err
	}
	if err := o.mergeSlots(from); err != nil {
		return Merged{}, err
	}
	m := merging{o: o, ring: ring}
	if err := m.lines(from); err != nil {
		return m.result, err
	}
	if err := o.openEpochs(o.signer, m.fresh); err != nil && !errors.Is(err, vault.ErrNotRecipient) {
		return m.result, err
	}
	if err := o.absorb(m.fresh, o.options.Progress); err != nil {
		return m.result, err
	}
	return m.result, o.mergeBlobs(from, m.fresh)
}

// keyring learns every trusted author of both sides.
func (o *Office) keyring(from Source) (*journal.Keyring, error) {
	ring := journal.NewKeyring(o.officeID())
	var waiting []journal.Record
	collect := func(r journal.Record, _ storage.Pos) error {
		if r.OfficeID() != o.officeID() {
			return ErrNotThisOffice
		}
		if r.Clear() && len(r.Introduced()) > 0 {
			waiting = append(waiting, r)
		}
		return nil
	}
	for _, s := range []Source{o.store, from} {
		for _, t := range s.Tips() {
			if err := s.Scan(t.Line, 1, collect); err != nil {
				return nil, fmt.Errorf("read keys of authors: %w", err)
			}
		}
	}
	for moved := true; moved; {
		moved = false
		var left []journal.Record
		for _, r := range waiting {
			if ring.Admit(r) != nil {
				left = append(left, r)
				continue
			}
			moved = true
		}
		waiting = left
	}
	return ring, nil
}

// mergeSlots takes the content keys of the other desk. A key erased on either side stays erased.
func (o *Office) mergeSlots(from Source) error {
	raw, err := from.Slots()
	if err != nil {
		return fmt.Errorf("read content keys: %w", err)
	}
	var fresh []storage.Slot
	var slots []vault.Slot
	for _, b := range raw {
		s, err := vault.DecodeSlot(b[:])
		if err != nil {
			continue
		}
		if _, known := o.keys.slots[s.KeyID]; !known {
			fresh, slots = append(fresh, b), append(slots, s)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	first, err := o.store.AddSlots(fresh)
	if err != nil {
		return fmt.Errorf("add content keys: %w", err)
	}
	for i, s := range slots {
		o.keys.addSlot(first+i, s)
	}
	return nil
}

// merging takes over lines.
type merging struct {
	o      *Office
	ring   *journal.Keyring
	batch  []journal.Record
	fresh  []brief
	result Merged
}

func (m *merging) lines(from Source) error {
	for _, t := range from.Tips() {
		err := from.Scan(t.Line, 1, func(r journal.Record, _ storage.Pos) error {
			m.batch = append(m.batch, r)
			if len(m.batch) >= mergeBatch && r.Part == r.Parts {
				return m.take()
			}
			return nil
		})
		if err == nil {
			err = m.take()
		}
		if err != nil {
			return fmt.Errorf("take over a chain: %w", err)
		}
	}
	return nil
}

// take checks and stores a batch of one line. Only what is new is checked: what is here was.
func (m *merging) take() error {
	batch := m.batch
	m.batch = nil
	for i, r := range batch {
		key, ok := m.ring.Key(r.Author)
		if !ok || r.Verify(key) != nil {
			m.result.Refused += len(batch) - i
			batch = batch[:i]
			break
		}
	}
	if len(batch) == 0 {
		return nil
	}
	done, err := m.o.store.Import(batch)
	if err != nil {
		return err
	}
	m.result.Known += done.Known
	m.result.Records += len(done.Stored)
	for _, s := range done.Stored {
		x := m.o.briefly(s.Line, s.Pos, s.Record)
		if !m.o.book.ofAccess(s.Line, x.clear) {
			m.fresh = append(m.fresh, x)
		}
	}
	return nil
}

// mergeBlobs takes the attachments of the cases that were touched.
func (o *Office) mergeBlobs(from Source, fresh []brief) error {
	seen := map[journal.SubjectID]bool{}
	for _, x := range fresh {
		if seen[x.subject] {
			continue
		}
		seen[x.subject] = true
		s := o.book.current(o, x.subject)
		if s.c.State == domain.Erased {
			o.doomedBefore(x.subject)
			continue
		}
		for _, file := range remains(s).files {
			if _, err := o.store.Blob(file); err == nil {
				continue
			}
			sealed, err := from.Blob(file)
			if err != nil {
				continue // the other desk does not have it either; it is asked for again with the next exchange
			}
			if _, err := o.store.PutBlob(sealed); err != nil {
				return fmt.Errorf("keep an attachment: %w", err)
			}
		}
	}
	return o.destroy()
}
