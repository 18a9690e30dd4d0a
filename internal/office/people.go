package office

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"harta/internal/domain"
)

// people is the contact book by name, with what is looked through when somebody types. It is made when it is asked for
// first, and follows from then on.
type people struct {
	rows []contactRow // by name; nil while nobody has asked
}

type contactRow struct {
	name string
	id   domain.PersonID
	key  domain.PersonKey
}

func rowOf(p domain.Person) contactRow { return contactRow{p.Contact.Name, p.ID, p.Key()} }

func byName(a, b contactRow) int {
	return cmp.Or(strings.Compare(a.name, b.name), bytes.Compare(a.id[:], b.id[:]))
}

// open makes the rows of a whole contact book.
func (p *people) open(all map[domain.PersonID]domain.Person) {
	p.rows = make([]contactRow, 0, len(all)+1)
	for _, x := range all {
		if r := rowOf(x); r.key != "" {
			p.rows = append(p.rows, r)
		}
	}
	slices.SortFunc(p.rows, byName)
}

// follow takes a change of a person.
func (p *people) follow(before, now domain.Person) {
	if p.rows == nil {
		return
	}
	if i, found := slices.BinarySearchFunc(p.rows, rowOf(before), byName); found {
		p.rows = slices.Delete(p.rows, i, i+1)
	}
	if r := rowOf(now); r.key != "" {
		i, _ := slices.BinarySearchFunc(p.rows, r, byName)
		p.rows = slices.Insert(p.rows, i, r)
	}
}

// find gives the persons that have all of the typed words, by name.
func (p *people) find(typed string, limit int) []domain.PersonID {
	q := domain.AskPerson(typed)
	if q.Words() == 0 || limit <= 0 {
		return nil
	}
	var found []domain.PersonID
	for _, r := range p.rows {
		if len(found) == limit {
			break
		}
		if q.Rank(r.key) == q.Words() {
			found = append(found, r.id)
		}
	}
	return found
}

// FindPersons gives the persons of the contact book that are meant by what was typed: those with all of its words, by
// name. See domain.AskPerson.
func (o *Office) FindPersons(typed string, limit int) []domain.Person {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil
	}
	if a := o.acting(); !a.Office.MaySee(a.User, domain.Entry{}, a.Today()) {
		return nil
	}
	if o.book.people.rows == nil {
		o.book.people.open(o.book.persons)
	}
	var found []domain.Person
	for _, id := range o.book.people.find(typed, limit) {
		found = append(found, o.book.persons[id])
	}
	return found
}
