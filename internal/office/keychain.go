package office

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"sync/atomic"

	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// Content keys are made many at a time and fsynced before the first is used, so that registering needs one fsync.
// Those left over when the office is closed are never used: the folder may be copied meanwhile, and two desks that
// took the same key would give two cases one id. So a session begins with few, and makes twice as many each time.
const (
	fewSlots  = 32
	mostSlots = 256
)

// keychain opens bodies: it holds the epochs the user was given and knows the slot of every content key. A
// subject's id is the id of its content key.
type keychain struct {
	epochs  map[uint32][]vault.Epoch           // more than one when two desks made the same number
	given   map[journal.Ref]vault.Epoch        // by the record that gave it
	offices map[journal.KeyID]vault.ContentKey // keys of office-wide bodies, by id
	current vault.Epoch                        // under which new keys are wrapped
	slots   slotTable
	free    []journal.KeyID // made in this session and not used yet, the next one last
	next    int             // how many are made next
}

func newKeychain(store *storage.Store) *keychain {
	return &keychain{
		epochs: map[uint32][]vault.Epoch{}, given: map[journal.Ref]vault.Epoch{},
		offices: map[journal.KeyID]vault.ContentKey{}, slots: slotTable{read: store.Slot}, next: fewSlots,
	}
}

// addEpoch takes an epoch that a record gave.
func (k *keychain) addEpoch(ref journal.Ref, e vault.Epoch) {
	k.given[ref] = e
	if _, known := k.offices[e.OfficeKeyID()]; known {
		return
	}
	k.epochs[e.Number] = append(k.epochs[e.Number], e)
	k.offices[e.OfficeKeyID()] = e.OfficeKey()
}

// choose makes the epoch that a record gave the current one, if it is not older. Keys made under an older one are
// not used any more: a removed user may know them.
func (k *keychain) choose(ref journal.Ref, number uint32) {
	e, ok := k.given[ref]
	if !ok || number < k.current.Number || e.OfficeKeyID() == k.current.OfficeKeyID() {
		return
	}
	k.current, k.free = e, nil
}

// all gives every epoch, the oldest first.
func (k *keychain) all() []vault.Epoch {
	var all []vault.Epoch
	for _, n := range slices.Sorted(maps.Keys(k.epochs)) {
		all = append(all, k.epochs[n]...)
	}
	return all
}

// officeKey gives the key of new office-wide bodies.
func (k *keychain) officeKey() (journal.KeyID, vault.ContentKey) {
	return k.current.OfficeKeyID(), k.current.OfficeKey()
}

// key gives a content key. vault.ErrErased says that what it locked is gone for ever.
func (k *keychain) key(id journal.KeyID) (vault.ContentKey, error) {
	if key, ok := k.offices[id]; ok {
		return key, nil
	}
	s, err := k.slots.slot(id)
	if err != nil {
		return vault.ContentKey{}, err
	}
	for _, e := range k.epochs[s.Epoch] {
		if key, err := e.Unwrap(s); err == nil {
			return key, nil
		}
	}
	return vault.ContentKey{}, fmt.Errorf("content key %s: %w", id, vault.ErrEpoch)
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
	n := o.keys.next
	o.keys.next = min(2*n, mostSlots)
	if o.bulk != nil {
		n = bulkSlots
	}
	ids := make([]journal.KeyID, n)
	for i := range ids {
		if _, err := io.ReadFull(o.options.Random, ids[i][:]); err != nil {
			return err
		}
	}
	if err := o.addKeys(ids); err != nil {
		return err
	}
	slices.Reverse(ids)
	o.keys.free = append(ids, o.keys.free...)
	return nil
}

// addKeys makes content keys with the given ids.
func (o *Office) addKeys(ids []journal.KeyID) error {
	slots := make([]vault.Slot, len(ids))
	coded := make([]storage.Slot, len(ids))
	for i, id := range ids {
		key, err := vault.NewContentKey(o.options.Random)
		if err != nil {
			return err
		}
		if slots[i], err = o.keys.current.Wrap(id, key, o.options.Random); err != nil {
			return err
		}
		coded[i] = vault.EncodeSlot(slots[i])
	}
	first, err := o.store.AddSlots(coded)
	if err != nil {
		return err
	}
	o.keys.slots.put(first, slots)
	return nil
}

// forget overwrites the slot of a content key in place: what it locked is erased.
func (o *Office) forget(id journal.KeyID) error {
	i, ok := o.keys.slots.place(id)
	if !ok || !o.keys.slots.live(id) {
		return nil
	}
	s, err := o.keys.slots.slot(id)
	if errors.Is(err, errNoKey) { // damaged since: what it held is gone, and is to stay so
		s, err = vault.Slot{Wrap: vault.WrapEpoch, KeyID: id}, nil
	}
	if err == nil {
		err = o.store.OverwriteSlot(i, vault.EncodeSlot(vault.ErasedSlot(s)))
	}
	if err != nil {
		return fmt.Errorf("erase content key: %w", err)
	}
	o.keys.slots.states[i] = vault.SlotErased
	return nil
}

// loadSlots looks at every slot. They stay in memory until settle is called: whoever opens all rows needs them all.
func (o *Office) loadSlots() (settle func(), err error) {
	raw, err := o.store.Slots()
	if err != nil {
		return nil, fmt.Errorf("read content keys: %w", err)
	}
	t := &o.keys.slots
	t.extend(len(raw))
	damaged := atomic.Int64{}
	inParallel(len(raw), func(i int) {
		s, err := vault.DecodeSlot(raw[i][:])
		if err != nil {
			damaged.Add(1)
		}
		t.ids[i], t.states[i] = s.KeyID, s.State
	})
	if n := damaged.Load(); n > 0 {
		o.options.Log.Error("content keys are damaged", slog.Int64("slots", n))
	}
	t.grow(len(raw))
	t.read = func(i int) (storage.Slot, error) {
		if i < len(raw) {
			return raw[i], nil
		}
		return o.store.Slot(i)
	}
	return func() { t.read = o.store.Slot }, nil
}
