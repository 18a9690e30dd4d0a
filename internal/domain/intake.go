package domain

import "slices"

// intakeField is a field of an intake that can be corrected: when two intakes differ in it, and how one takes it
// over from the other.
type intakeField struct {
	field   Field
	differs func(a, b Intake) bool
	take    func(to *Intake, from Intake)
}

func intakeFields() []intakeField {
	return []intakeField{
		{
			FieldKind,
			func(a, b Intake) bool { return a.Kind != b.Kind },
			func(to *Intake, from Intake) { to.Kind = from.Kind },
		},
		{
			FieldSubject,
			func(a, b Intake) bool { return a.Subject != b.Subject },
			func(to *Intake, from Intake) { to.Subject = from.Subject },
		},
		{
			FieldText,
			func(a, b Intake) bool {
				return a.Text != b.Text || a.Demand != b.Demand || a.Sheets != b.Sheets || a.Language != b.Language
			},
			func(to *Intake, from Intake) {
				to.Text, to.Demand, to.Sheets, to.Language = from.Text, from.Demand, from.Sheets, from.Language
			},
		},
		{
			FieldChannel,
			func(a, b Intake) bool { return a.Channel != b.Channel },
			func(to *Intake, from Intake) { to.Channel = from.Channel },
		},
		{
			FieldReceivedAt,
			func(a, b Intake) bool { return !a.ReceivedAt.Equal(b.ReceivedAt) || a.LateReason != b.LateReason },
			func(to *Intake, from Intake) { to.ReceivedAt, to.LateReason = from.ReceivedAt, from.LateReason },
		},
		{
			FieldTopic,
			func(a, b Intake) bool { return a.Topic != b.Topic },
			func(to *Intake, from Intake) { to.Topic = from.Topic },
		},
		{
			FieldDepartment,
			func(a, b Intake) bool { return a.Department != b.Department },
			func(to *Intake, from Intake) { to.Department = from.Department },
		},
		{
			FieldSender,
			func(a, b Intake) bool { return a.Sender != b.Sender },
			func(to *Intake, from Intake) { to.Sender = from.Sender },
		},
		{
			FieldViolation,
			func(a, b Intake) bool { return a.Violation != b.Violation },
			func(to *Intake, from Intake) { to.Violation = from.Violation },
		},
		{
			FieldDanger,
			func(a, b Intake) bool { return !a.Danger.Same(b.Danger) },
			func(to *Intake, from Intake) { to.Danger = from.Danger },
		},
		{
			FieldRespondents,
			func(a, b Intake) bool { return !slices.Equal(a.Respondents, b.Respondents) },
			func(to *Intake, from Intake) { to.Respondents = from.Respondents },
		},
		{
			FieldAffected,
			func(a, b Intake) bool { return !slices.Equal(a.Affected, b.Affected) },
			func(to *Intake, from Intake) { to.Affected = from.Affected },
		},
		{
			FieldLinks,
			func(a, b Intake) bool { return !slices.Equal(a.Links, b.Links) },
			func(to *Intake, from Intake) { to.Links = from.Links },
		},
	}
}

// changed gives the fields in which two intakes differ.
func changed(was, is Intake) []Field {
	var fields []Field
	for _, x := range intakeFields() {
		if x.differs(was, is) {
			fields = append(fields, x.field)
		}
	}
	return fields
}

// Kept leaves of an intake what may be written down: of a whistleblower's report a stub without names and words (чл. 28
// ЗЗЛПСПОИН), of every other kind all of it. It comes before anything that follows from an intake.
func (in Intake) Kept() Intake {
	if in.Kind != Whistleblower {
		return in
	}
	return Intake{
		Kind: in.Kind, Channel: in.Channel, ReceivedAt: in.ReceivedAt, Sheets: in.Sheets, LateReason: in.LateReason,
	}
}

// worded tells whether an intake says who submits what, besides the mark that nobody signed.
func (in Intake) worded() bool {
	who := in.Sender
	who.Contact.Type = ""
	return who != Sender{} || in.Subject+in.Text+in.Demand != "" || in.Danger.Exists() || len(in.Respondents)+len(in.Affected) > 0
}

// stub tells whether a case is the stub of a whistleblower's report, before and after it is handed over.
func (c *Case) stub() bool {
	return c.Intake.Kind == Whistleblower || c.State == StateSealed || c.Admitted.Ground == GroundSealed
}
