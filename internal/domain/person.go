package domain

import (
	"strings"

	"harta/internal/script"
)

// Person is the folded state of a person or organisation of the contact book.
type Person struct {
	ID       PersonID
	Contact  Contact
	EraseAct string // set when the person was erased; then nothing else is
}

// Apply gives the person as an effective event leaves it. An erasure wins over everything, for ever.
func (p Person) Apply(f Fact) Person {
	if p.EraseAct != "" {
		return p
	}
	switch e := f.Event.(type) {
	case PersonRecorded:
		p.ID, p.Contact = e.Person, e.Contact
	case PersonCorrected:
		p.ID, p.Contact = e.Person, e.Contact
	case PersonErased:
		return Person{ID: e.Person, EraseAct: e.Act}
	}
	return p
}

// Key gives what is looked through when somebody types a name, an e-mail address or a telephone; empty for an erased
// person.
func (p Person) Key() script.Key {
	c := p.Contact
	return script.Fold(strings.Join([]string{c.Name, c.Represents, c.Email}, " ")).WithPhone(c.Phone)
}
