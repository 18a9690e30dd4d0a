package office

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"iter"
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"

	"harta/internal/domain"
	"harta/internal/wire"
)

// contacts is the contact book. A person is kept as the row that folded state has of him, and read when he is asked
// for: there are as many persons as cases, and a user looks at few.
type contacts struct {
	rows map[domain.PersonID]string
	// called is the book by name and address: a part of the key of a contact gives who has it. It is made when it is asked
	// for first, and follows from then on.
	called map[uint64]domain.PersonID
	names  []contactRow // by name, see search; nil while nobody has asked
}

func newContacts() contacts { return contacts{rows: map[domain.PersonID]string{}} }

// has tells whether there is or was such a person.
func (c *contacts) has(id domain.PersonID) bool {
	_, ok := c.rows[id]
	return ok
}

// person gives a person; ok is false when there is none.
func (c *contacts) person(id domain.PersonID) (p domain.Person, ok bool) {
	row, ok := c.rows[id]
	if !ok {
		return p, false
	}
	return readPerson(row)
}

// readPerson reads a row that was read before, or written here.
func readPerson(row string) (domain.Person, bool) {
	p, err := wire.DecodePerson([]byte(row))
	return p, err == nil
}

// all gives every person, in no order.
func (c *contacts) all() iter.Seq[domain.Person] {
	return func(yield func(domain.Person) bool) {
		for row := range maps.Values(c.rows) {
			if p, ok := readPerson(row); ok && !yield(p) {
				return
			}
		}
	}
}

// meet puts a person into the book. An erased one is found there no longer.
func (c *contacts) meet(p domain.Person) {
	before, known := c.person(p.ID)
	c.follow(before, p)
	if c.called != nil && known {
		if key := keyOf(before.Contact).part(); c.called[key] == p.ID {
			delete(c.called, key)
		}
	}
	if c.called != nil && p.Contact.Name != "" {
		c.called[keyOf(p.Contact).part()] = p.ID
	}
	c.rows[p.ID] = string(wire.EncodePerson(p))
}

// find gives who has a name and address.
func (c *contacts) find(x domain.Contact) (domain.PersonID, bool) {
	if c.called == nil {
		c.open()
	}
	key := keyOf(x)
	id, ok := c.called[key.part()]
	if !ok {
		return id, false
	}
	p, ok := c.person(id)
	return id, ok && keyOf(p.Contact) == key
}

// open makes the book by name and address. Of two with the same the later id has it.
func (c *contacts) open() {
	type named struct {
		key uint64
		id  domain.PersonID
	}
	all := everyone(c, func(p domain.Person) (named, bool) {
		return named{keyOf(p.Contact).part(), p.ID}, p.Contact.Name != ""
	})
	c.called = make(map[uint64]domain.PersonID, len(all))
	for _, x := range all {
		if before, ok := c.called[x.key]; !ok || bytes.Compare(before[:], x.id[:]) < 0 {
			c.called[x.key] = x.id
		}
	}
}

// everyone gives what is made of each person of whom something is wanted, on all processors.
func everyone[T any](c *contacts, of func(domain.Person) (made T, wanted bool)) []T {
	rows := slices.Collect(maps.Values(c.rows))
	made, wanted := make([]T, len(rows)), make([]bool, len(rows))
	inParallel(len(rows), func(i int) {
		if p, ok := readPerson(rows[i]); ok {
			made[i], wanted[i] = of(p)
		}
	})
	n := 0
	for i := range made {
		if wanted[i] {
			made[n] = made[i]
			n++
		}
	}
	return made[:n]
}

// contactKey is the same for the same name and address.
type contactKey [sha256.Size]byte

// part is enough of a key to look by.
func (k contactKey) part() uint64 { return binary.LittleEndian.Uint64(k[:]) }

func keyOf(c domain.Contact) contactKey {
	var room [512]byte
	all := room[:0]
	for _, text := range [...]string{string(c.Type), c.Name, c.Settlement, c.Street, c.Phone, c.Email} {
		all = append(appendLower(all, text), 0)
	}
	return sha256.Sum256(all)
}

// appendLower appends a text in small letters. The book is made of as many texts as there are persons: those of the
// alphabets people write in need no table.
func appendLower(to []byte, text string) []byte {
	for _, r := range text {
		switch {
		case r >= 'а' && r <= 'я', r >= 'a' && r <= 'z':
		case r >= 'А' && r <= 'Я', r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		default:
			r = unicode.ToLower(r)
		}
		to = utf8.AppendRune(to, r)
	}
	return to
}
