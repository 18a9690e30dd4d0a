package office_test

import (
	"slices"
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

// TestASenderGoesOnlyWithHisSealedCase takes what a clerk wrote with another program: the sender is erased when the journal
// shows his case taken out by the same hand in the same breath, as programs wrote it that did not name the case yet; what
// is only said of a case erases nobody.
func TestASenderGoesOnlyWithHisSealedCase(t *testing.T) {
	out := func(c domain.Case) said {
		return said{domain.ID(c.ID), domain.CaseTakenOut{Case: c.ID, Ground: domain.GroundSealed, Seal: "П-4"}}
	}
	person := func(c domain.Case, sealed domain.CaseID) said {
		id := c.Intake.Sender.Person
		return said{domain.ID(id), domain.PersonErased{Person: id, Act: "П-4", Sealed: sealed}}
	}
	note := func(c domain.Case) said {
		return said{domain.ID(c.ID), domain.CaseNoted{Note: domain.PlainNote, Text: "бележка"}}
	}
	for name, v := range map[string]struct {
		group func(own, other domain.Case) []said
		gone  bool
	}{
		"sealed with his case":            {func(c, _ domain.Case) []said { return []said{out(c), person(c, c.ID)} }, true},
		"by a program before":             {func(c, _ domain.Case) []said { return []said{out(c), person(c, domain.CaseID{})} }, true},
		"alone":                           {func(c, _ domain.Case) []said { return []said{person(c, c.ID)} }, false},
		"beside a note":                   {func(c, _ domain.Case) []said { return []said{note(c), person(c, c.ID)} }, false},
		"with another case than he names": {func(c, other domain.Case) []said { return []said{out(other), person(c, c.ID)} }, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			o := d.founded(t)
			in := intake(domain.Signal, "Улица без лампи")
			in.Sender.Contact.Name = secrets[3]
			as(t, o, "clerk")
			own, err := o.Register(office.Command{}, in)
			must(t, err)
			other := opened(t, o, register(t, o, "Дупка").Case)
			c, clerk := opened(t, o, own.Case), userID(t, o, "clerk")
			must(t, o.Close())
			forge(t, d, clerk, func(x *forger) { x.together(v.group(c, other)...) })
			o = d.open(t, "clerk")
			for range 2 {
				known := slices.ContainsFunc(o.Persons(), func(p domain.Person) bool { return p.Contact.Name == secrets[3] })
				if known == v.gone {
					t.Errorf("known = %t", known)
				}
				must(t, o.Rebuild())
			}
		})
	}
}
