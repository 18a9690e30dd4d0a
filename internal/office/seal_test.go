package office_test

import (
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

func TestWhatIsSealedIsNowhere(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	in := intake(domain.Signal, secrets[0])
	in.Sender.Contact.Name = secrets[3]
	e, err := o.Register(office.Command{}, in)
	must(t, err)
	_, err = o.Attach(office.Command{}, e.Case, domain.DocumentAdded{Name: "снимка.jpg"}, []byte(secrets[2]))
	must(t, err)
	_, err = o.Attach(office.Command{}, e.Case, domain.DocumentAdded{Name: "приложение.txt"}, []byte(secrets[1]))
	must(t, err)
	_, err = o.Correct(office.Command{}, e.Case, func() domain.Intake { in.Kind = domain.Whistleblower; return in }(), "По съдържание.")
	refusedBy(t, err, domain.SealInstead)
	must(t, o.Seal(office.Command{}, e.Case, domain.CaseTakenOut{Ground: domain.GroundSealed, Seal: "П-4", HandedTo: "Служител"}))
	c := opened(t, o, e.Case)
	if c.State != domain.Erased || c.Sealed.Seal != "П-4" || c.Number != e.Number || c.Entry().Kind != domain.Whistleblower {
		t.Errorf("the stub is %+v", c)
	}
	for _, p := range o.Persons() {
		if p.Contact.Name == secrets[3] {
			t.Error("the contact book knows who blew the whistle")
		}
	}
	must(t, o.Close())
	gone(t, d, e.Case)
	o = d.open(t, "clerk")
	if c := opened(t, o, e.Case); c.State != domain.Erased || c.Sealed.HandedTo != "Служител" {
		t.Errorf("after a restart it is %+v", c)
	}
}
