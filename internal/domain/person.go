package domain

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
