package office

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/wire"
)

// StateHash is the digest of what the office knows: its settings, people and rules, every case refolded from the
// journal, every line of the register and every person as they are in memory. Keys and chains do not count: a
// restored office is the same office under new ones. Two desks that hold the same records have the same one,
// and so has a desk before and after a rebuild.
func (o *Office) StateHash() (string, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return "", ErrClosed
	}
	h := sha256.New()
	add := func(v any) error {
		d, err := wire.Digest(v)
		if err != nil {
			return fmt.Errorf("digest of the state: %w", err)
		}
		h.Write(d[:])
		return nil
	}
	if err := add(withoutKeys(o.book.office)); err != nil {
		return "", err
	}
	for _, id := range sortedIDs(o.book.register.byID) {
		s, err := o.book.refold(o, journal.SubjectID(id))
		if err != nil {
			return "", err
		}
		if err := add(s.c); err != nil {
			return "", err
		}
		h.Write(wire.EncodeEntry(*o.book.register.byID[id]))
	}
	for _, id := range sortedIDs(o.book.contacts.rows) {
		h.Write([]byte(o.book.contacts.rows[id]))
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// withoutKeys gives the office without its chains and the keys of its users.
func withoutKeys(o domain.Office) domain.Office {
	o.Chains, o.Users = nil, slices.Clone(o.Users)
	for i := range o.Users {
		o.Users[i].Keyed, o.Users[i].Provisional, o.Users[i].Recipient = false, false, ""
	}
	return o
}

func sortedIDs[ID ~[16]byte, V any](all map[ID]V) []ID {
	return slices.SortedFunc(maps.Keys(all), func(a, b ID) int { return bytes.Compare(a[:], b[:]) })
}
