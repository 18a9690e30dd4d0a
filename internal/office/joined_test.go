package office_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

func TestAPartGoesToAnotherBodyAndBothCasesKnowOfEachOther(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	whole, err := o.Register(office.Command{}, intake(domain.Signal, "Язовир и улица"))
	must(t, err)
	forward := domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Reason: "Язовирът е държавен.", Body: "Областен управител"}
	_, err = o.Split(office.Command{}, whole.Case, domain.Part{}, forward)
	refusedBy(t, err, domain.FieldMissing)
	as(t, o, "secretary")
	once, err := o.NewCommand()
	must(t, err)
	part, err := o.Split(once, whole.Case, domain.Part{Subject: "Язовир", Text: "Стената се руши."}, forward)
	must(t, err)
	again, err := o.Split(once, whole.Case, domain.Part{Subject: "Язовир"}, forward)
	must(t, err)
	c := opened(t, o, part.Case)
	if again.Case != part.Case || c.State != domain.StateForwarded || c.Number.Text == whole.Number.Text {
		t.Errorf("the part is %s, %s", c.Number.Text, c.State)
	}
	if w := opened(t, o, whole.Case); w.State != domain.Registered {
		t.Errorf("the whole is %s", w.State)
	}
	naming := o.List(func(e domain.Entry) bool { return e.Names(whole.Case) })
	if len(naming) != 1 || naming[0].Case != part.Case {
		t.Errorf("%d cases name the whole", len(naming))
	}
}

func TestOneDecisionAnswersEverybodyWhoIsJoined(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	old := inWork(t, o, intake(domain.Signal, "Тъмна улица"))
	as(t, o, "clerk")
	in := intake(domain.Signal, "Няма лампи")
	in.Sender.Contact.Name = "Мария Втора"
	same, err := o.Register(office.Command{}, in)
	must(t, err)
	_, err = o.Admit(office.Command{}, same.Case, domain.AdmissibilityDecided{Ground: domain.GroundRepeated, Reason: "!", Into: old})
	refusedBy(t, err, domain.NoRole)
	_, err = o.Admit(office.Command{}, same.Case, domain.AdmissibilityDecided{Ground: domain.GroundDuplicate, Reason: "Същото.", Into: old})
	must(t, err)
	as(t, o, "executor")
	must(t, o.Decide(office.Command{}, old, domain.CaseDecided{Outcome: domain.Rejected, Findings: "Лампите светят."}))
	letter, err := o.Draft(office.Command{}, old, domain.LetterID{}, compose(o, opened(t, o, old), domain.TRejected, "Не уважаваме."))
	must(t, err)
	as(t, o, "clerk")
	dear := func(c domain.Contact) string { return "До " + c.Name }
	n, err := o.TellJoined(office.Command{}, old, letter, dear)
	must(t, err)
	c := opened(t, o, same.Case)
	if n != 1 || len(c.Letters) != 1 {
		t.Fatalf("%d drafts, %d letters", n, len(c.Letters))
	}
	l := c.Letters[0].Content
	if l.To.Name != "Мария Втора" || l.Salutation != "До Мария Втора" || l.OurRef != same.Number.Text ||
		!slices.ContainsFunc(l.Paragraphs, func(p domain.Paragraph) bool { return p.Text == "Не уважаваме." }) {
		t.Errorf("the letter is %+v", l)
	}
	_, err = o.TellJoined(office.Command{}, old, letter, dear)
	refusedBy(t, err, domain.NobodyJoined)
}
