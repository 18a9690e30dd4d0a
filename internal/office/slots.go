package office

import (
	"encoding/binary"
	"fmt"

	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// slotTable knows the place of every content key. There are more of them than of anything else, and a user works on
// few, so that the keys themselves stay on the disk, wrapped: an office of 100,000 cases needs 6 MB for it, not 35.
type slotTable struct {
	ids    []journal.KeyID   // by place
	states []vault.SlotState // by place; zero when damaged
	heads  []int32           // where an id is looked for: a place and one more; zero ends the search. A power of two
	// read gives a slot as it lies on the disk.
	read func(i int) (storage.Slot, error)
}

// grow makes room for so many slots, at most half of the heads.
func (t *slotTable) grow(n int) {
	size := max(len(t.heads), 64)
	for size < 2*n {
		size *= 2
	}
	if size == len(t.heads) {
		return
	}
	t.heads = make([]int32, size)
	for i, state := range t.states {
		if state != 0 {
			t.enter(t.ids[i], i)
		}
	}
}

// put takes slots by their places from the first on; one without a state is damaged and never found.
func (t *slotTable) put(first int, slots []vault.Slot) {
	end := first + len(slots)
	t.extend(end)
	t.grow(end)
	for i, s := range slots {
		t.set(first+i, s)
	}
}

// extend makes places up to an end.
func (t *slotTable) extend(end int) {
	if missing := end - len(t.ids); missing > 0 {
		t.ids = append(t.ids, make([]journal.KeyID, missing)...)
		t.states = append(t.states, make([]vault.SlotState, missing)...)
	}
}

// set takes the slot of a place, for which there is room.
func (t *slotTable) set(i int, s vault.Slot) {
	t.ids[i], t.states[i] = s.KeyID, s.State
	if s.State != 0 {
		t.enter(s.KeyID, i)
	}
}

// enter lets an id be found. A later place wins.
func (t *slotTable) enter(id journal.KeyID, place int) {
	t.heads[t.seek(id)] = int32(place + 1)
}

// seek gives the head of an id, or the free one where it would be.
func (t *slotTable) seek(id journal.KeyID) int {
	mask := len(t.heads) - 1
	// Ids are random, but for those of tests; Fibonacci hashing spreads these too.
	mixed := (binary.LittleEndian.Uint64(id[:]) ^ binary.LittleEndian.Uint64(id[8:])) * 0x9E3779B97F4A7C15
	h := int(mixed>>32) & mask
	for t.heads[h] != 0 && t.ids[t.heads[h]-1] != id {
		h = (h + 1) & mask
	}
	return h
}

// place gives where the slot of a content key lies.
func (t *slotTable) place(id journal.KeyID) (int, bool) {
	if len(t.heads) == 0 {
		return 0, false
	}
	i := t.heads[t.seek(id)] - 1
	return int(i), i >= 0
}

// live tells whether a content key can still be used.
func (t *slotTable) live(id journal.KeyID) bool {
	i, ok := t.place(id)
	return ok && t.states[i] != vault.SlotErased
}

// slot reads the slot of a content key. One that was damaged since it was found is none; another process may have erased it.
func (t *slotTable) slot(id journal.KeyID) (s vault.Slot, err error) {
	i, ok := t.place(id)
	if !ok {
		return s, fmt.Errorf("content key %s: %w", id, errNoKey)
	}
	if t.states[i] == vault.SlotErased {
		return s, vault.ErrErased
	}
	raw, err := t.read(i)
	if err != nil {
		return s, err
	}
	if s, err = vault.DecodeSlot(raw[:]); err != nil || s.KeyID != id {
		return s, fmt.Errorf("content key %s: %w: %w", id, errNoKey, vault.ErrDamaged)
	}
	if s.State == vault.SlotErased {
		return s, vault.ErrErased
	}
	return s, nil
}
