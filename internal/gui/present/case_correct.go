package present

import (
	"strconv"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// correctForm changes what was registered. What was and what is both stay in the history, with the reason.
func (c *Case) correctForm() *Form {
	t := c.T
	in := c.state.Case.Intake
	s := in.Sender.Contact
	text := func(key, label, value string, narrow bool) *Field {
		return &Field{Key: key, Label: label, Text: value, Narrow: narrow}
	}
	var f *Form
	fields := []*Field{
		{Key: "kind", Label: t("field.kind"), Kind: ChoiceField, Options: c.kinds(), Text: string(in.Kind)},
		text("subject", t("field.subject"), in.Subject, false),
		{Key: "text", Label: t("field.text"), Kind: TextField, Lines: 5, Text: in.Text},
		{Key: "demand", Label: t("field.demand"), Kind: TextField, Lines: 3, Text: in.Demand},
		{Key: "channel", Label: t("field.channel"), Kind: ChoiceField, Options: c.channels(), Text: string(in.Channel)},
		{Key: "receivedAt", Label: t("case.received_on"), Kind: DateField, Date: calendar.DateOf(in.ReceivedAt), Text: calendar.DateOf(in.ReceivedAt).Local(), Narrow: true},
		{Key: "hour", Label: t("case.received_hour"), Text: c.Say.Time(in.ReceivedAt), Narrow: true, Most: 5},
		text("sender", t("case.sender_name"), s.Name, false),
		text("settlement", t("field.settlement"), s.Settlement, true),
		text("street", t("field.street"), s.Street, true),
		text("phone", t("case.phone"), s.Phone, true),
		text("email", t("field.email"), s.Email, true),
		text("referrer", t("case.referrer"), in.Sender.Referrer, false),
		text("referrerRef", t("intake.referrer_ref"), in.Sender.ReferrerRef, true),
		{Key: "referrerOn", Label: t("intake.ref_date"), Kind: DateField, Date: in.Sender.ReferrerOn, Text: in.Sender.ReferrerOn.Local(), Narrow: true},
		text("referrerAt", t("case.referrer_at"), contactLine(in.Sender.ReferrerAt, false), false),
		{Key: "affected", Label: t("field.affected"), Kind: TextField, Lines: 2, Text: contactLines(in.Affected), Hint: t("case.affected_hint")},
		{Key: "respondents", Label: t("field.respondents"), Kind: ManyField, Options: c.everybody(), Picked: pickedRespondents(in)},
		text("respondentName", t("case.respondent_name"), outsider(in), false),
		{Key: "topic", Label: t("field.topic"), Kind: ChoiceField, Options: c.topics(), Text: idKey(in.Topic), Narrow: true},
		{Key: "department", Label: t("field.department"), Kind: ChoiceField, Options: c.units(), Text: idKey(in.Department), Narrow: true},
		{Key: "violation", Label: t("field.violation"), Kind: DateField, Date: in.Violation, Text: in.Violation.Local(), Narrow: true},
		{Key: "sheets", Label: t("case.sheets_field"), Text: positive(in.Sheets), Narrow: true, Most: 4},
		{Key: "danger", Label: t("case.danger_kind"), Kind: ChoiceField, Options: c.dangers(), Text: in.Danger.Category, Narrow: true},
		text("dangerReason", t("case.danger_reason"), in.Danger.Reason, true),
		text("dangerPlace", t("case.danger_place"), in.Danger.Place, true),
		text("language", t("case.language"), in.Language, true),
		c.reason(),
	}
	f = c.fill(domain.DoCorrect, func(id office.Command) error {
		fresh, err := c.corrected(f)
		if err != nil {
			return err
		}
		_, err = c.office.Correct(id, c.id, fresh, f.Text("reason"))
		return err
	}, fields...)
	f.Lead = t("case.lead.correct")
	return f
}

// corrected gives the intake as the form says it.
func (c *Case) corrected(f *Form) (domain.Intake, error) {
	in := c.state.Case.Intake
	sheets, err := f.number("sheets")
	if err != nil {
		return in, err
	}
	at, err := received(f, in.ReceivedAt)
	if err != nil {
		return in, err
	}
	in.Kind, in.Subject, in.Text, in.Demand = domain.Kind(f.Text("kind")), f.Text("subject"), f.Text("text"), f.Text("demand")
	in.Channel, in.ReceivedAt, in.Sheets = domain.Channel(f.Text("channel")), at, sheets
	s := &in.Sender.Contact
	s.Name, s.Settlement, s.Street, s.Phone, s.Email = f.Text("sender"), f.Text("settlement"), f.Text("street"), f.Text("phone"), f.Text("email")
	in.Sender.Referrer, in.Sender.ReferrerRef, in.Sender.ReferrerOn = f.Text("referrer"), f.Text("referrerRef"), f.Day("referrerOn")
	if f.Text("referrerAt") != contactLine(in.Sender.ReferrerAt, false) {
		in.Sender.ReferrerAt = referrerOf(f.Text("referrerAt"))
	}
	if f.Text("affected") != contactLines(in.Affected) {
		in.Affected = contactsOf(f.Text("affected"))
	}
	if s.Type == domain.Anonymous && s.Name != "" {
		s.Type = domain.NaturalPerson
	}
	in.Topic, in.Department = domain.ParseID[domain.TopicID](f.Text("topic")), domain.ParseID[domain.DepartmentID](f.Text("department"))
	in.Violation = f.Day("violation")
	in.Danger.Category, in.Danger.Reason, in.Danger.Place = f.Text("danger"), f.Text("dangerReason"), f.Text("dangerPlace")
	in.Language = f.Text("language")
	in.Respondents = respondentsOf(f)
	return in, nil
}

// received reads day and hour; the seconds stay where nothing was changed.
func received(f *Form, was time.Time) (time.Time, error) {
	if f.Day("receivedAt").IsZero() {
		return was, domain.Refuse(string(domain.DoCorrect), domain.FieldMissing).On("receivedAt").With("field", "receivedAt")
	}
	at, err := f.moment("receivedAt", "hour", 0)
	if err != nil || at.Equal(was.Truncate(time.Minute)) {
		return was, err
	}
	return at, nil
}

func (c *Case) kinds() []Option {
	var all []Option
	for _, k := range domain.Kinds() {
		all = append(all, Option{string(k), capital(c.Say.Kind(k))})
	}
	return all
}

func (c *Case) channels() []Option {
	var all []Option
	for _, k := range domain.Channels() {
		all = append(all, Option{string(k), capital(c.Say.Channel(k))})
	}
	return all
}

func (c *Case) topics() []Option {
	var all []Option
	for _, t := range c.state.by.Office.Topics {
		if !t.Closed {
			all = append(all, Option{idKey(t.ID), t.Name})
		}
	}
	return all
}

// everybody are those whom a submission can be directed against: people and whole units.
func (c *Case) everybody() []Option {
	var all []Option
	for _, u := range c.state.by.Office.Users {
		all = append(all, Option{"u" + idKey(u.ID), listed(u.Name, u.Title)})
	}
	for _, d := range c.units() {
		all = append(all, Option{"d" + d.Key, d.Words})
	}
	return all
}

func pickedRespondents(in domain.Intake) []string {
	var keys []string
	for _, r := range in.Respondents {
		switch {
		case r.User != domain.UserID{}:
			keys = append(keys, "u"+idKey(r.User))
		case r.Department != domain.DepartmentID{}:
			keys = append(keys, "d"+idKey(r.Department))
		}
	}
	return keys
}

func outsider(in domain.Intake) string {
	for _, r := range in.Respondents {
		if r.Name != "" {
			return r.Name
		}
	}
	return ""
}

func respondentsOf(f *Form) []domain.Respondent {
	var all []domain.Respondent
	for _, k := range f.Field("respondents").Picked {
		if id, ok := strings.CutPrefix(k, "u"); ok {
			all = append(all, domain.Respondent{User: domain.ParseID[domain.UserID](id)})
		} else {
			all = append(all, domain.Respondent{Department: domain.ParseID[domain.DepartmentID](strings.TrimPrefix(k, "d"))})
		}
	}
	if name := f.Text("respondentName"); name != "" {
		all = append(all, domain.Respondent{Name: name})
	}
	return all
}

func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
