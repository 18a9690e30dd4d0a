package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
)

const (
	leastTyped  = 2 // letters before the contact book is asked
	mostPersons = 8
	mostOlder   = 5
)

// IntakePerson is somebody of the contact book whom the typed letters may mean.
type IntakePerson struct {
	Name, About string
	Cases       int
	person      domain.PersonID
	contact     domain.Contact
}

// IntakeOld is an earlier case of the sender.
type IntakeOld struct {
	Case            domain.CaseID
	Number, Subject string
	State           string
}

// Found are the people whom the typed letters may mean.
func (n *Intake) Found() []IntakePerson { return n.found }

// Older are earlier cases of the sender, the latest first, and how many there are.
func (n *Intake) Older() (rows []IntakeOld, all int) { return n.older, n.olderAll }

// SenderNote says of a sender from the contact book where he lives and how many cases he has.
func (n *Intake) SenderNote() string {
	if n.Text(intakePerson) == "" {
		return ""
	}
	about := n.whereabouts(n.sender().Contact)
	if n.olderAll == 0 {
		return about
	}
	count := n.T("intake.cases", "n", n.olderAll)
	if about == "" {
		return count
	}
	return about + " · " + count
}

// Known tells whether the sender is from the contact book.
func (n *Intake) Known() bool { return n.Text(intakePerson) != "" }

// Anonym turns „Анонимен“: the name goes, and with it the person and all that is known of him. A telephone that was
// typed stays: whoever does not sign may be asked who he is.
func (n *Intake) Anonym() {
	x := n.Field(IntakeAnonymous)
	x.On = !x.On
	if x.On {
		if n.Known() {
			n.fill(domain.Contact{Type: domain.NaturalPerson})
			x.On = true
		}
		n.Field(IntakeSender).Text, n.Field(IntakeSender).Wrong, n.Field(intakePerson).Text = "", "", ""
		n.Details = false
		n.findOlder()
	}
	n.Edit(x)
}

// renamed follows the name of the sender: another name is another person, and the contact book is asked.
func (n *Intake) renamed() {
	if n.Field(intakePerson).Text != "" {
		n.Field(intakePerson).Text = ""
		n.findOlder()
	}
	n.finding++
	gen, typed := n.finding, n.Text(IntakeSender)
	if len([]rune(typed)) < leastTyped {
		n.found = nil
		return
	}
	var found []IntakePerson
	n.Go(func() { found = n.persons(typed) }, func() {
		if gen == n.finding {
			n.found = found
			n.changed()
		}
	})
}

// persons asks the contact book, and counts the cases of whom it gives. It runs off the screen's goroutine.
func (n *Intake) persons(typed string) []IntakePerson {
	people := n.office.FindPersons(typed, mostPersons)
	count := make(map[domain.PersonID]int, len(people))
	for _, p := range people {
		count[p.ID] = 0
	}
	n.office.List(func(e domain.Entry) bool {
		if _, asked := count[e.Person]; asked {
			count[e.Person]++
		}
		return false
	})
	found := make([]IntakePerson, len(people))
	for i, p := range people {
		found[i] = IntakePerson{p.Contact.Name, n.whereabouts(p.Contact), count[p.ID], p.ID, p.Contact}
	}
	return found
}

func (n *Intake) whereabouts(c domain.Contact) string {
	var parts []string
	for _, part := range []string{c.Street, c.Settlement, c.Phone, c.Email} {
		if part != "" && len(parts) < 2 {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, n.T("common.comma"))
}

// Pick takes a sender from the contact book.
func (n *Intake) Pick(i int) {
	if i < 0 || i >= len(n.found) {
		return
	}
	p := n.found[i]
	n.finding++
	n.found = nil
	n.fill(p.contact)
	n.Field(intakePerson).Text = domain.ID(p.person).String()
	n.Details = false
	n.findOlder()
	n.lookSoon()
	n.Field(IntakeSender).Wrong = ""
	n.Summary = ""
	n.follow()
	n.reckon()
	n.keeper.Touch()
	n.changed()
}

func (n *Intake) fill(c domain.Contact) {
	for key, text := range map[string]string{
		IntakeSender: c.Name, IntakeRepresents: c.Represents, IntakeSettlement: c.Settlement, IntakePostcode: c.Postcode,
		IntakeStreet: c.Street, IntakePhone: c.Phone, IntakeEmail: c.Email, IntakeAddress: string(c.Address),
		IntakeSenderType: string(c.Type),
	} {
		n.Field(key).Text = text
	}
	n.Field(IntakeAnonymous).On = false
}

// ShowDetails opens or closes the address of a sender from the contact book.
func (n *Intake) ShowDetails() {
	n.Details = !n.Details
	n.follow()
	n.changed()
}

// findOlder looks for the earlier cases of the sender.
func (n *Intake) findOlder() {
	id := n.Text(intakePerson)
	if id == n.olderOf {
		return
	}
	n.olderOf, n.older, n.olderAll = id, nil, 0
	if id == "" {
		return
	}
	person := domain.ParseID[domain.PersonID](id)
	var rows []domain.Entry
	n.Go(func() { rows = n.office.List(func(e domain.Entry) bool { return e.Person == person }) }, func() {
		if n.olderOf != id {
			return
		}
		slices.Reverse(rows)
		n.olderAll = len(rows)
		for _, e := range rows[:min(len(rows), mostOlder)] {
			n.older = append(n.older, IntakeOld{e.Case, n.ShortNumber(e.Number), e.Subject, n.ended(e)})
		}
		n.reckon()
		n.changed()
	})
}

// ended says how a case ended, or where it stands.
func (n *Intake) ended(e domain.Entry) string {
	if e.Outcome != "" {
		return n.Say.Outcome(e.Outcome)
	}
	return n.Say.State(e.State)
}
