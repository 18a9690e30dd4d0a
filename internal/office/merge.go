package office

import (
	"fmt"

	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// Merged says what another desk's journal brought.
type Merged struct {
	Records int // new here
	Known   int // here already
	Refused int // left with the other desk: nobody trusted has signed them, or what they build on is not here
}

// Source is what Merge reads from: a data folder, a backup or a copy of one, open for reading.
type Source interface {
	Tips() []storage.Tip
	Scan(l storage.Line, from uint64, f func(journal.Record, storage.Pos) error) error
	Slots() ([]storage.Slot, error)
	Blob(id journal.Hash) ([]byte, error)
	Bundles() ([]journal.AuthorID, error)
	ReadBundle(id journal.AuthorID) ([]byte, error)
}

// Merge takes over the records another desk of the same office has written: every signature is checked, nothing
// is ever deleted, and what is here already is passed over. The result is the same in whatever order the desks
// exchange.
func (o *Office) Merge(from Source) (Merged, error) {
	o.mu.Lock()
	merged, err := o.merge(from)
	heard := o.heard
	o.mu.Unlock()
	if err == nil && merged.Records > 0 {
		for _, f := range heard {
			f(Change{Office: true})
		}
	}
	return merged, err
}

func (o *Office) merge(from Source) (Merged, error) {
	if o.keys == nil || o.bulk != nil {
		return Merged{}, ErrClosed
	}
	for _, t := range from.Tips() {
		if t.Chain.Office != o.officeID() {
			return Merged{}, ErrNotThisOffice
		}
	}
	m, err := o.newMerging(from)
	if err != nil {
		return Merged{}, err
	}
	if err := o.mergeSlots(from); err != nil {
		return Merged{}, err
	}
	err = m.all()
	if err == nil {
		err = o.takeOver(m.fresh)
	}
	if err != nil {
		o.leave() // what is in the journal by now is folded by whoever signs in next and can read it
		return m.result, err
	}
	if err := o.mergeBundles(from); err != nil {
		return m.result, err
	}
	if err := o.moveOn(); err != nil {
		return m.result, err
	}
	return m.result, o.shareEpochs()
}

// takeOver folds the records that were stored, and does what they ask for.
func (o *Office) takeOver(fresh []brief) error {
	if err := o.openEpochs(o.signer, fresh); err != nil {
		return err
	}
	if err := o.absorb(fresh, o.options.Progress); err != nil {
		return err
	}
	return o.finishErasures()
}

// mergeSlots takes the content keys that are not here. What was erased here stays so; what was erased there is
// erased here by the event that says so, never because a slot of another desk is empty.
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
		if _, known := o.keys.slots.place(s.KeyID); !known {
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
	o.keys.slots.put(first, slots)
	return nil
}
