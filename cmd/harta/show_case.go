package main

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/say"
)

// row is a line of what is shown of a case: under which label, and what.
type row struct{ label, value string }

// summary tells what was submitted, by whom, and where it stands. What there is nothing of is passed over.
func (a *app) summary(now *domain.Office, c domain.Case) []string {
	lines := []string{a.say.T("console.done.case", "number", c.Number.Text, "state", c.State)}
	rows := slices.Concat(a.registeredRows(now, c), a.senderRows(c.Intake.Sender), a.dangerRows(c), a.decidedRows(now, c))
	for _, r := range rows {
		if r.value != "" {
			lines = append(lines, a.say.T("console.show.field", "field", r.label, "value", r.value))
		}
	}
	return lines
}

// registeredRows tell what the submission is and with whom it lies.
func (a *app) registeredRows(now *domain.Office, c domain.Case) []row {
	e, in := c.Entry(), c.Intake
	department, _ := now.Department(e.Department)
	topic, _ := now.Topic(e.Topic)
	rows := []row{
		{"kind", a.say.Kind(e.Kind)},
		{"channel", a.say.Channel(e.Channel)},
		{"received_at", a.say.DateTime(in.ReceivedAt)},
		{"lateReason", in.LateReason},
		{"subject", e.Subject},
		{"text", in.Text},
		{"demand", in.Demand},
		{"respondents", say.Joined(respondents(now, c)...)},
		{"violation", in.Violation.Local()},
		{"topic", topic.Name},
		{"department", department.Name},
		{"lead", userName(now, e.Lead)},
		{a.say.T("console.show.language"), in.Language},
	}
	if !e.WaitsUntil.IsZero() {
		rows = append(rows, row{a.say.T("console.show.waits_until"), e.WaitsUntil.Local()})
	}
	if in.Sheets > 0 {
		rows = append(rows, row{a.say.T("console.show.sheets"), strconv.Itoa(in.Sheets)})
	}
	return rows
}

// respondents names those a submission is directed against.
func respondents(now *domain.Office, c domain.Case) []string {
	var names []string
	for _, r := range c.Intake.Respondents {
		department, _ := now.Department(r.Department)
		names = append(names, present(userName(now, r.User), department.Name, r.Name)...)
	}
	return names
}

func (a *app) senderRows(s domain.Sender) []row {
	c := s.Contact
	rows := []row{
		{"sender", say.Joined(c.Name, c.Street, c.Settlement)},
		{a.say.T("console.show.postcode"), c.Postcode},
		{"email", c.Email},
		{a.say.T("console.show.phone"), c.Phone},
		{a.say.T("console.show.ref"), say.Joined(s.Ref, s.RefDate.Local())},
	}
	if c.Type != domain.NaturalPerson {
		rows = append(rows, row{a.say.T("console.show.sender_type"), a.say.SenderType(c.Type)})
	}
	if s.Referrer != "" {
		rows = append(rows, row{a.say.T("console.show.referrer"), say.Joined(s.Referrer, s.PassedOnBy(), s.ReferrerAt.Street, s.ReferrerAt.Settlement, s.ReferrerAt.Email)})
	}
	if s.KeepIdentity {
		rows = append(rows, row{a.say.T("console.show.keep_identity"), a.say.T("console.show.keep_identity_yes")})
	}
	return rows
}

func (a *app) dangerRows(c domain.Case) []row {
	var rows []row
	for _, d := range []domain.Danger{c.Intake.Danger, c.Admitted.Danger} {
		rows = append(rows,
			row{"danger", say.Joined(a.dangerKind(d.Category), d.Reason)},
			row{a.say.T("console.show.danger_place"), d.Place},
			row{a.say.T("console.show.danger_told"), say.Joined(d.Told, a.moment(d.ToldAt))},
		)
	}
	return rows
}

// moment is a moment in words, nothing for none.
func (a *app) moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return a.say.DateTime(at)
}

// dangerKind is what a kind of danger is called; an unknown one stands as it was typed.
func (a *app) dangerKind(kind string) string {
	if !slices.Contains(dangerKinds(), kind) {
		return kind
	}
	return a.say.T("console.danger." + kind)
}

// dangerKinds are the kinds of danger that the help lists.
func dangerKinds() []string {
	return []string{"water", "electricity", "building", "road", "fire", "animals", "food", "epidemic", "crime"}
}

// decidedRows tell whether the submission is considered, and what was decided.
func (a *app) decidedRows(now *domain.Office, c domain.Case) []row {
	var rows []row
	if p := c.Proposed; p.Ground != "" && c.Admitted.Ground == "" {
		proposed := append([]string{a.say.Ground(p.Ground), p.Body, p.Reason}, a.say.Check(p.Check)...)
		rows = append(rows, row{a.say.T("console.show.proposed"), say.Joined(proposed...)})
	}
	rows = append(rows, []row{
		{"ground", a.say.Ground(c.Admitted.Ground)},
		{a.say.T("console.show.source"), a.source(c.Admitted.Basis)},
		{a.say.T("console.show.admission_reason"), c.Admitted.Reason},
		{"body", c.Admitted.Body},
		{a.say.T("console.show.check"), strings.Join(a.say.Check(c.Admitted.Check), "; ")},
		{"outcome", a.say.Outcome(c.Entry().Outcome)},
		{"findings", c.Decision.Findings},
	}...)
	if c.Decision.Nothing != "" {
		rows = append(rows, row{a.say.T("console.show.measure"), a.say.T("console.show.no_measure", "reason", c.Decision.Nothing)})
	}
	for _, who := range c.Intake.Affected {
		rows = append(rows, row{"affected", say.Joined(who.Name, who.Street, who.Settlement, who.Email)})
	}
	for _, n := range c.Notes {
		if n.Note == domain.SlipGiven {
			rows = append(rows, row{a.say.T("console.show.slip"), say.Joined(calendar.DateOf(n.At).Local(), a.say.Told(n.Told))})
		}
	}
	for _, r := range c.Untold() {
		rows = append(rows, row{a.say.T("console.show.untold"), say.Joined(a.say.Recipient(r.As), r.Contact.Name)})
	}
	for _, m := range c.Decision.Measures {
		department, _ := now.Department(m.Department)
		rows = append(rows, row{a.say.T("console.show.measure"), say.Joined(m.Text, department.Name, m.Due.Local())})
	}
	return rows
}

// source puts the source of a rule into words; no source has none.
func (a *app) source(key string) string {
	if key == "" {
		return ""
	}
	return a.say.Source(key)
}
