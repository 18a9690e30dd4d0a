package domain

import "strings"

// IntakeLine is a line of an intake that somebody typed, with the field it was typed into.
type IntakeLine struct{ Field, Text string }

// Lines gives every line of an intake. What is asked of a line, whoever asks, is asked of each of these.
func (in Intake) Lines() []IntakeLine {
	s, c, at, d := in.Sender, in.Sender.Contact, in.Sender.ReferrerAt, in.Danger
	all := []IntakeLine{
		{"subject", in.Subject},
		{"sender", c.Name},
		{"represents", c.Represents},
		{"settlement", c.Settlement},
		{"postcode", c.Postcode},
		{"street", c.Street},
		{"phone", c.Phone},
		{"email", c.Email},
		{"ref", s.Ref},
		{"referrer", s.Referrer},
		{"referrerRef", s.ReferrerRef},
		{"referrerAt", at.Settlement},
		{"referrerAt", at.Street},
		{"referrerAt", at.Email},
		{"dangerReason", d.Reason},
		{"dangerPlace", d.Place},
		{"dangerTold", d.Told},
		{"language", in.Language},
		{"lateReason", in.LateReason},
	}
	for _, who := range in.Affected {
		for _, text := range []string{who.Name, who.Settlement, who.Street, who.Email} {
			all = append(all, IntakeLine{"affected", text})
		}
	}
	for _, r := range in.Respondents {
		all = append(all, IntakeLine{"respondentName", r.Name})
	}
	return all
}

// OnPaper tells whether a line is printed in letters: whom they are written to, and what they are about.
func (l IntakeLine) OnPaper() bool {
	switch l.Field {
	case "subject", "sender", "represents", "settlement", "postcode", "street", "ref", "referrer", "referrerRef", "referrerAt", "affected":
		return true
	default:
		return false
	}
}

// shortLines refuses what is longer than a line. What a submission is about may be longer.
func shortLines(in Intake) error {
	for _, l := range in.Lines() {
		limit := MaxLine
		if l.Field == "subject" {
			limit = MaxSubject
		}
		if err := short(DoRegister, l.Field, l.Text, limit); err != nil {
			return err
		}
	}
	return nil
}

// checkOthers refuses somebody besides the sender who is to be told of the decision, and has no name.
func checkOthers(in Intake) error {
	s := in.Sender
	if s.Referrer == "" && (s.ReferrerAt.Settlement+s.ReferrerAt.Street+s.ReferrerAt.Email+s.ReferrerRef != "" || !s.ReferrerOn.IsZero()) {
		return Refuse("register", FieldMissing).On("referrer").With("field", "referrer")
	}
	for _, who := range in.Affected {
		if strings.TrimSpace(who.Name) == "" {
			return Refuse("register", FieldMissing).On("affected").With("field", "name")
		}
		if err := mailed("affected", who); err != nil {
			return err
		}
	}
	return mailed("referrerAt", s.ReferrerAt)
}

// mailed refuses what cannot be an electronic address.
func mailed(field string, c Contact) error {
	if c.Email != "" && (!strings.Contains(c.Email, "@") || strings.ContainsAny(c.Email, ";|")) {
		return Refuse("register", BadEmail).On(field)
	}
	return nil
}
