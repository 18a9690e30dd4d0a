package domain

// Contact is what is known of a person or organisation.
type Contact struct {
	Type       SenderType
	Name       string // three names, or the name of the organisation
	Represents string // the person who acts for an organisation or group
	Settlement string
	Street     string
	Postcode   string
	Email      string
	Phone      string
	Address    Address // how a letter addresses the reader
}

// Reachable tells whether a reply can be sent at all.
func (c Contact) Reachable() bool {
	return c.Email != "" || c.Phone != "" || (c.Settlement != "" && (c.Street != "" || c.Name != ""))
}

// PersonRecorded adds a person or organisation to the contact book.
type PersonRecorded struct {
	Person  PersonID
	Contact Contact
}

// PersonCorrected replaces what is known of a person; what was said in a case stays as it was said.
type PersonCorrected struct {
	Person  PersonID
	Contact Contact
	Reason  string
}

// PersonErased leaves of a person only that it was erased, and by what act. Sealed office-wide.
type PersonErased struct {
	Person PersonID
	Act    string
	Sealed CaseID // his only case, taken out of the register with him; zero = he was erased by an act
}

func (PersonRecorded) action() Action  { return "" }
func (PersonCorrected) action() Action { return "" }
func (PersonErased) action() Action    { return "" }
