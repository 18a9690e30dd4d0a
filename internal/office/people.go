package office

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/script"
)

// contactRow is a person with what is looked through when somebody types.
type contactRow struct {
	id  domain.PersonID
	key script.Key
}

// index puts the contact book in the order of names. It is made when it is asked for first, and follows from then on.
func (c *contacts) index() {
	type named struct {
		name string
		contactRow
	}
	all := everyone(c, func(p domain.Person) (named, bool) {
		key := p.Key()
		return named{p.Contact.Name, contactRow{p.ID, key}}, key != ""
	})
	slices.SortFunc(all, func(a, b named) int {
		return cmp.Or(strings.Compare(a.name, b.name), bytes.Compare(a.id[:], b.id[:]))
	})
	c.names = make([]contactRow, 0, len(all)+1)
	for _, x := range all {
		c.names = append(c.names, x.contactRow)
	}
}

// follow takes a change of a person, who is still in the book as before.
func (c *contacts) follow(before, now domain.Person) {
	if c.names == nil {
		return
	}
	if i, found := c.among(before); found {
		c.names = slices.Delete(c.names, i, i+1)
	}
	if key := now.Key(); key != "" {
		i, _ := c.among(now)
		c.names = slices.Insert(c.names, i, contactRow{now.ID, key})
	}
}

// among gives where a person stands in the order of names.
func (c *contacts) among(p domain.Person) (int, bool) {
	return slices.BinarySearchFunc(c.names, p, func(r contactRow, p domain.Person) int {
		other, _ := c.person(r.id)
		return cmp.Or(strings.Compare(other.Contact.Name, p.Contact.Name), bytes.Compare(r.id[:], p.ID[:]))
	})
}

// search gives the persons that have all of the typed words, by name.
func (c *contacts) search(typed string, limit int) []domain.Person {
	q := script.Ask(typed)
	if q.Words() == 0 {
		return nil
	}
	if c.names == nil {
		c.index()
	}
	var found []domain.Person
	for _, r := range c.names {
		if len(found) >= limit {
			break
		}
		if q.Rank(r.key) == q.Words() {
			p, _ := c.person(r.id)
			found = append(found, p)
		}
	}
	return found
}

// FindPersons gives the persons of the contact book that are meant by what was typed: those with all of its words, by
// name. See script.Ask.
func (o *Office) FindPersons(typed string, limit int) []domain.Person {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil
	}
	if a := o.acting(); !a.Office.MaySee(a.User, domain.Entry{}, a.Today()) {
		return nil
	}
	return o.book.contacts.search(typed, limit)
}
