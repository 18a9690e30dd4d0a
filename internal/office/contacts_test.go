package office_test

import (
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

func TestAContactIsTheSamePersonByNameAndAddress(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	from := func(change func(*domain.Contact)) domain.CaseRegistered {
		t.Helper()
		in := intake(domain.Praise, "Улица")
		in.Sender.Contact.Name, in.Sender.Contact.Street = "Иван Ёлкин Straße", "ул. „Първа“ № 1"
		change(&in.Sender.Contact)
		e, err := o.Register(office.Command{}, in)
		must(t, err)
		return e
	}
	first := from(func(*domain.Contact) {})
	person := first.Intake.Sender.Person
	same := func(want bool, change func(*domain.Contact)) {
		t.Helper()
		if got := from(change).Intake.Sender.Person; got == (domain.PersonID{}) || (got == person) != want {
			t.Errorf("person %v, first %v, the same wanted: %t", got, person, want)
		}
	}
	check := func() {
		same(true, func(*domain.Contact) {})
		same(true, func(c *domain.Contact) {
			c.Name, c.Street = "ИВАН ЁЛКИН STRAßE", "УЛ. „ПЪРВА“ № 1"
		})
		same(true, func(c *domain.Contact) { c.Postcode = "9999" }) // it tells nobody apart
		same(false, func(c *domain.Contact) { c.Name = "Иван Елкин Straße" })
		same(false, func(c *domain.Contact) { c.Phone = "0888 111222" })
	}
	check()
	persons := len(o.Persons())
	o = d.reopen(t, o, "clerk")
	check()
	if got := len(o.Persons()); got != persons {
		t.Errorf("%d persons, %d before", got, persons)
	}
}

func TestAnErasedPersonIsNotTakenForANewOne(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := answered(t, o)
	erased(t, d, o, e.Case)
	for range 2 { // as it was left, and as it is opened
		as(t, o, "clerk")
		in := intake(domain.Praise, "Отново")
		in.Sender.Contact = e.Intake.Sender.Contact
		again, err := o.Register(office.Command{}, in)
		must(t, err)
		if again.Intake.Sender.Person == e.Intake.Sender.Person {
			t.Error("the erased person came back")
		}
		o = d.reopen(t, o, "clerk")
	}
}
