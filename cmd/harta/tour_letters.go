package main

import (
	"fmt"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// once is a command that is not repeated.
var once office.Command

// compose fills a template for a case, with what the author types.
func (t *tour) compose(id domain.CaseID, template domain.TemplateID, typed map[string]string) (domain.Letter, error) {
	file, err := t.office.Case(id, office.Opened)
	if err != nil {
		return domain.Letter{}, err
	}
	now := t.office.Settings()
	chosen, ok := now.Template(template)
	if !ok {
		return domain.Letter{}, domain.Refuse("compose", domain.NoSuchTemplate).With("template", string(template))
	}
	return t.office.Compose(file.Case, chosen, typed), nil
}

// write drafts a letter and sends it for endorsement.
func (t *tour) write(id domain.CaseID, template domain.TemplateID, typed map[string]string) (domain.LetterID, error) {
	content, err := t.compose(id, template, typed)
	if err != nil {
		return domain.LetterID{}, err
	}
	l, err := t.office.Draft(once, id, domain.LetterID{}, content)
	if err != nil {
		return l, err
	}
	return l, t.office.Submit(once, id, l)
}

// endorse approves a letter as it stands.
func (t *tour) endorse(id domain.CaseID, l domain.LetterID) error {
	file, err := t.office.Case(id, office.Opened)
	if err != nil {
		return err
	}
	x, _ := file.Case.Letter(l)
	return t.office.Endorse(once, id, l, x.Hash)
}

// send endorses, signs, prints and dispatches a letter, each by the user whose work it is.
func (t *tour) send(id domain.CaseID, l domain.LetterID) error {
	if err := t.by("head", func() error { return t.endorse(id, l) }); err != nil {
		return err
	}
	if err := t.as("mayor"); err != nil {
		return err
	}
	signed, err := t.office.SignLetter(once, id, l)
	if err != nil {
		return err
	}
	t.note("tour.signed", "number", signed.Number.Text)
	if err := t.as("clerk"); err != nil {
		return err
	}
	if err := t.printLetter(id, l, signed.Number); err != nil {
		return err
	}
	return t.office.Dispatch(once, id, domain.LetterDispatched{Letter: l, Channel: domain.ByPost})
}

// printLetter prints the bytes that were kept when the letter was signed.
func (t *tour) printLetter(id domain.CaseID, l domain.LetterID, n domain.Number) error {
	pdf, err := t.office.PDF(id, l)
	if err != nil {
		return err
	}
	file, err := t.office.Case(id, office.Opened)
	if err != nil {
		return err
	}
	x, _ := file.Case.Letter(l)
	return t.leave(fmt.Sprintf("letter-%s-%s.pdf", n.Short(), x.Content.Template), pdf)
}

// terms explains every term of a case.
func (t *tour) terms(e domain.CaseRegistered) {
	now := t.office.Settings()
	t.tell("tour.registered", "number", e.Number.Text, "kind", t.say.Kind(e.Intake.Kind))
	for _, d := range e.Deadlines {
		rule, _ := now.Rules.ByID(d.Rule)
		t.note("tour.term", "clock", t.say.Clock(d.Clock), "due", t.say.DateWeekday(d.Due))
		steps, err := now.Calendar().Explain(d.Start, d.Term)
		if err != nil {
			continue
		}
		for _, line := range t.say.Explain(steps, rule) {
			fmt.Fprintf(t.print, "      · %s\n", line) //nolint:errcheck // as in tell
		}
	}
}

// expect ends the tour when a term is not the one the law gives.
func expect(e domain.CaseRegistered, c domain.Clock, due string) error {
	for _, d := range e.Deadlines {
		if d.Clock == c && d.Due.String() == due {
			return nil
		}
	}
	return fmt.Errorf("term %s of %s is not %s", c, e.Number.Text, due)
}

// person is a made-up sender.
func person(name, settlement, street string, how domain.Address) domain.Sender {
	return domain.Sender{Contact: domain.Contact{
		Type: domain.NaturalPerson, Name: name, Settlement: settlement, Street: street, Postcode: "9999", Address: how,
	}}
}

// day is a day of the tour.
func day(iso string) calendar.Date {
	d, err := calendar.ParseDate(iso)
	if err != nil {
		return 0
	}
	return d
}
