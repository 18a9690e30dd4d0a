package main

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/say"
)

// submission is what register is told, as it was typed.
type submission struct {
	kind, channel, subject, text, textFile, demand string
	sender, settlement, street, postcode           string
	email, phone, address                          string
	anonymous, organisation, keepIdentity          bool
	ref, referrer, referrerRef, referrerAt         string
	refDate, referrerOn                            calendar.Date
	affected                                       []string
	respondents                                    []string
	topic, department                              string
	received                                       momentValue
	violation                                      calendar.Date
	danger, dangerKind, told, place                string
	toldAt                                         momentValue
	language                                       string
	sheets                                         int
	late                                           string
	receipt                                        string
	given, json                                    bool
}

func newRegisterCommand(a *app) *cobra.Command {
	s := submission{channel: string(domain.AtDesk)}
	cmd := a.command("register", exactly(0), func([]string) error { return a.register(s) })
	o := a.options(cmd)
	o.oneOf(&s.kind, "kind", "kind", values(domain.Kinds()...))
	o.oneOf(&s.channel, "channel", "channel", values(domain.Channels()...))
	o.text(&s.subject, "subject", "subject")
	o.text(&s.text, "text", "text")
	o.text(&s.textFile, "text-file", "text_file")
	o.text(&s.demand, "demand", "demand")
	s.whoOptions(o)
	o.text(&s.topic, "topic", "topic")
	o.text(&s.department, "department", "department")
	o.moment(&s.received, "received", "received_at")
	o.date(&s.violation, "violation", "violation")
	o.text(&s.danger, "danger", "danger")
	o.oneOf(&s.dangerKind, "danger-kind", "danger_kind", dangerKinds())
	o.text(&s.told, "danger-told", "danger_told")
	o.text(&s.place, "danger-place", "danger_place")
	o.moment(&s.toldAt, "danger-told-at", "danger_told_at")
	o.text(&s.language, "language", "language")
	o.number(&s.sheets, "sheets", "sheets")
	o.text(&s.late, "late-reason", "late_reason")
	o.text(&s.receipt, "receipt", "receipt")
	o.yes(&s.given, "given", "given")
	o.yes(&s.json, "json", "json")
	return cmd
}

// whoOptions are about people: who submits, who passed it on, whom it touches and whom it is against.
func (s *submission) whoOptions(o options) {
	o.text(&s.sender, "sender", "sender")
	o.yes(&s.anonymous, "anonymous", "anonymous")
	o.yes(&s.organisation, "organisation", "organisation")
	o.yes(&s.keepIdentity, "keep-identity", "keep_identity")
	o.oneOf(&s.address, "salutation", "salutation", values(domain.ToMr, domain.ToMs))
	o.text(&s.settlement, "settlement", "settlement")
	o.text(&s.street, "street", "street")
	o.text(&s.postcode, "postcode", "postcode")
	o.text(&s.email, "email", "email")
	o.text(&s.phone, "phone", "phone")
	o.text(&s.ref, "your-ref", "your_ref")
	o.date(&s.refDate, "your-ref-date", "your_ref_date")
	o.text(&s.referrer, "referrer", "referrer")
	o.text(&s.referrerRef, "referrer-ref", "referrer_ref")
	o.date(&s.referrerOn, "referrer-date", "referrer_date")
	o.text(&s.referrerAt, "referrer-at", "referrer_at")
	o.list(&s.affected, "affected", "affected")
	o.list(&s.respondents, "respondent", "respondent")
}

// register gives a submission its number and tells until when it must be answered, and why.
func (a *app) register(s submission) error {
	if s.given {
		if err := required("receipt", s.receipt); err != nil {
			return err
		}
	}
	if s.textFile != "" {
		text, err := desk.ReadFile(s.textFile, 0)
		if err != nil {
			return err
		}
		s.text = string(text)
	}
	return a.with(writing, func(o *office.Office) error {
		in, err := s.intake(o, a)
		if err != nil {
			return err
		}
		e, err := a.desk.Register(office.Command{}, in)
		if err != nil {
			return err
		}
		now := o.Settings()
		if s.json {
			err = a.json(a.caseJSON(&now, domain.Case{}.Apply(domain.Fact{Event: e}).Entry()))
		} else {
			err = a.registered(o, e)
		}
		if err != nil || s.receipt == "" {
			return err
		}
		return a.slip(o, e, s)
	})
}

// slip keeps the slip of what was registered and, when it was given, says so. Without it the registration stands.
func (a *app) slip(o *office.Office, e domain.CaseRegistered, s submission) error {
	err := a.writeSlip(e, s.receipt)
	switch {
	case err != nil:
		a.tell(err)
		a.complain(a.say.T("console.register.no_receipt", "number", e.Number.Text))
		return nil
	case s.given && s.json:
		_, err = o.GiveSlip(office.Command{}, e.Case)
		return err
	case s.given:
		return a.give(o, e.Case)
	default:
		return nil
	}
}

// oneLined makes one line of a text: line breaks and control characters become spaces.
func oneLined(text string) string {
	apart := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
	return strings.Join(strings.FieldsFunc(text, apart), " ")
}

// registered tells the number, and each term with its steps; of a submission against whoever registered it who completes
// it, because he sees it no more.
func (a *app) registered(o *office.Office, e domain.CaseRegistered) error {
	lines := []string{a.say.T("console.register.done", "number", e.Number.Text, "kind", e.Intake.Kind)}
	lines = append(lines, a.terms(e.Deadlines)...)
	if by := o.Acting(); by.NamesUser(e.Intake) {
		var names []string
		for _, u := range by.CompletedBy(e.Intake) {
			names = append(names, u.Name)
		}
		lines = append(lines, a.say.T("console.register.own", "who", cmp.Or(say.Joined(names...), a.say.T("console.register.nobody"))))
	}
	return a.lines(lines...)
}

// intake puts what was typed into the words of the office.
func (s submission) intake(o *office.Office, a *app) (domain.Intake, error) {
	now := o.Settings()
	in := domain.Intake{
		Kind: domain.Kind(s.kind), Channel: domain.Channel(s.channel), Subject: oneLined(s.subject), Text: s.text, Demand: s.demand,
		Sender:     s.from(),
		ReceivedAt: s.received.at(a.today()), Violation: s.violation, Sheets: s.sheets, LateReason: s.late,
		Danger: domain.Danger{
			Category: s.dangerKind, Reason: s.danger, Told: s.told, Place: s.place, ToldAt: s.toldAt.at(a.today()),
		},
		Language: s.language,
	}
	for _, who := range s.affected {
		in.Affected = append(in.Affected, contactTyped(who))
	}
	var err error
	if in.Topic, err = topicNamed(&now, s.topic); err != nil {
		return in, err
	}
	if s.department == "" {
		t, _ := now.Topic(in.Topic)
		in.Department = t.Department
	} else if in.Department, err = departmentNamed(&now, "department", s.department); err != nil {
		return in, err
	}
	for _, who := range s.respondents {
		r, err := respondentNamed(o, &now, who)
		if err != nil {
			return in, err
		}
		in.Respondents = append(in.Respondents, r)
	}
	return in, nil
}

// contactTyped reads „name | settlement | street | e-mail“; only the name is needed.
func contactTyped(typed string) domain.Contact {
	parts := append(strings.SplitN(typed, "|", 4), "", "", "") // what is too much is no e-mail
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return domain.Contact{
		Type: domain.NaturalPerson, Name: parts[0], Settlement: parts[1], Street: parts[2], Email: parts[3],
	}
}

// from says who submits, and who passed it on.
func (s submission) from() domain.Sender {
	from := domain.Sender{
		Contact: s.contact(), KeepIdentity: s.keepIdentity, Ref: s.ref, RefDate: s.refDate,
		Referrer: s.referrer, ReferrerRef: s.referrerRef, ReferrerOn: s.referrerOn,
	}
	if s.referrerAt != "" {
		from.ReferrerAt = contactTyped("|" + s.referrerAt)
		from.ReferrerAt.Type = domain.Organisation
	}
	return from
}

func (s submission) contact() domain.Contact {
	c := domain.Contact{
		Type: domain.NaturalPerson, Name: s.sender, Settlement: s.settlement, Street: s.street, Postcode: s.postcode,
		Email: s.email, Phone: s.phone, Address: domain.Address(s.address),
	}
	switch {
	case s.anonymous:
		c.Type = domain.Anonymous
	case s.organisation:
		c.Type = domain.Organisation
	}
	return c
}
