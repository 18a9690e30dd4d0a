package office

import (
	"errors"
	"fmt"

	"harta/internal/journal"
	"harta/internal/vault"
)

// slotsAtOnce is how many content keys are made at a time, fsynced before the first is used, so that registering
// needs one fsync.
const slotsAtOnce = 256

// keychain opens bodies: it holds the epochs the user was given and knows the slot of every content key. A
// subject's id is the id of its content key.
type keychain struct {
	epochs  map[uint32]vault.Epoch
	newest  uint32
	offices map[journal.KeyID]vault.ContentKey // keys of office-wide bodies, by id
	slots   map[journal.KeyID]slotAt
	free    []journal.KeyID // made and not used yet, the next one last
}

type slotAt struct {
	index int
	slot  vault.Slot
}

func newKeychain() *keychain {
	return &keychain{
		epochs: map[uint32]vault.Epoch{}, offices: map[journal.KeyID]vault.ContentKey{}, slots: map[journal.KeyID]slotAt{},
	}
}

// addEpoch takes an epoch that was opened.
func (k *keychain) addEpoch(e vault.Epoch) {
	k.epochs[e.Number] = e
	k.newest = max(k.newest, e.Number)
	k.offices[e.OfficeKeyID()] = e.OfficeKey()
}

// current is the newest epoch, under which new keys are wrapped.
func (k *keychain) current() vault.Epoch { return k.epochs[k.newest] }

// officeKey gives the key of new office-wide bodies.
func (k *keychain) officeKey() (journal.KeyID, vault.ContentKey) {
	e := k.current()
	return e.OfficeKeyID(), e.OfficeKey()
}

// addSlot takes a slot as it lies on disk.
func (k *keychain) addSlot(index int, s vault.Slot) { k.slots[s.KeyID] = slotAt{index, s} }

// key gives a content key. vault.ErrErased says that what it locked is gone for ever.
func (k *keychain) key(id journal.KeyID) (vault.ContentKey, error) {
	if key, ok := k.offices[id]; ok {
		return key, nil
	}
	at, ok := k.slots[id]
	if !ok {
		return vault.ContentKey{}, fmt.Errorf("content key %s: %w", id, errNoKey)
	}
	if at.slot.State == vault.SlotErased {
		return vault.ContentKey{}, vault.ErrErased
	}
	epoch, ok := k.epochs[at.slot.Epoch]
	if !ok {
		return vault.ContentKey{}, fmt.Errorf("content key %s: %w", id, vault.ErrEpoch)
	}
	return epoch.Unwrap(at.slot)
}

var errNoKey = errors.New("no slot")

// open gives the payload of a record.
func (k *keychain) open(r journal.Record) ([]byte, error) {
	if r.Clear() {
		return r.Open(nil)
	}
	key, err := k.key(r.Key)
	if err != nil {
		return nil, err
	}
	return r.Open(key[:])
}

// newKey gives a content key that nothing is locked with yet, making more when they run out.
func (o *Office) newKey() (journal.KeyID, error) {
	if len(o.keys.free) == 0 {
		if err := o.makeSlots(); err != nil {
			return journal.KeyID{}, fmt.Errorf("make content keys: %w", err)
		}
	}
	last := len(o.keys.free) - 1
	id := o.keys.free[last]
	o.keys.free = o.keys.free[:last]
	return id, nil
}

func (o *Office) makeSlots() error {
	n := slotsAtOnce
	if o.bulk != nil {
		n = bulkSlots
	}
	epoch := o.keys.current()
	slots := make([]vault.Slot, n)
	coded := make([][vault.SlotSize]byte, n)
	for i := range slots {
		var id journal.KeyID
		if _, err := o.options.Random.Read(id[:]); err != nil {
			return err
		}
		key, err := vault.NewContentKey(o.options.Random)
		if err != nil {
			return err
		}
		if slots[i], err = epoch.Wrap(id, key, o.options.Random); err != nil {
			return err
		}
		coded[i] = vault.EncodeSlot(slots[i])
	}
	first, err := o.store.AddSlots(coded)
	if err != nil {
		return err
	}
	for i := n - 1; i >= 0; i-- {
		o.keys.addSlot(first+i, slots[i])
		o.keys.free = append(o.keys.free, slots[i].KeyID)
	}
	return nil
}

// forget overwrites the slot of a content key in place: what it locked is erased.
func (o *Office) forget(id journal.KeyID) error {
	at, ok := o.keys.slots[id]
	if !ok || at.slot.State == vault.SlotErased {
		return nil
	}
	gone := vault.ErasedSlot(at.slot)
	if err := o.store.OverwriteSlot(at.index, vault.EncodeSlot(gone)); err != nil {
		return fmt.Errorf("erase content key: %w", err)
	}
	o.keys.addSlot(at.index, gone)
	return nil
}

// loadSlots reads every slot, and keeps those under which nothing was written yet for use.
func (o *Office) loadSlots() error {
	raw, err := o.store.Slots()
	if err != nil {
		return fmt.Errorf("read content keys: %w", err)
	}
	for i, b := range raw {
		s, err := vault.DecodeSlot(b[:])
		if err != nil {
			o.options.Log.Warn("content key slot is damaged", "slot", i)
			continue
		}
		o.keys.addSlot(i, s)
	}
	return nil
}
