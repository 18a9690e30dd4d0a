package main

import "harta/internal/domain"

// intakeJSON is what was registered, as programs read it.
type intakeJSON struct {
	Text         string      `json:"text,omitempty"`
	Demand       string      `json:"demand,omitempty"`
	Respondents  []string    `json:"respondents,omitempty"`
	Violation    string      `json:"violation,omitempty"`
	Sheets       int         `json:"sheets,omitempty"`
	LateReason   string      `json:"late_reason,omitempty"`
	Street       string      `json:"street,omitempty"`
	Postcode     string      `json:"postcode,omitempty"`
	Email        string      `json:"email,omitempty"`
	Phone        string      `json:"phone,omitempty"`
	Ref          string      `json:"your_ref,omitempty"`
	RefDate      string      `json:"your_ref_date,omitempty"`
	KeepIdentity bool        `json:"keep_identity,omitempty"`
	Anonymous    bool        `json:"anonymous,omitempty"`
	Danger       *dangerJSON `json:"danger,omitempty"`
	Language     string      `json:"language,omitempty"`
	Referrer     *otherJSON  `json:"referrer,omitempty"`
	Affected     []otherJSON `json:"affected,omitempty"`
}

// otherJSON is somebody besides the sender who is told of the decision.
type otherJSON struct {
	Name       string `json:"name"`
	Ref        string `json:"ref,omitempty"`
	Date       string `json:"date,omitempty"`
	Settlement string `json:"settlement,omitempty"`
	Street     string `json:"street,omitempty"`
	Email      string `json:"email,omitempty"`
}

type dangerJSON struct {
	Kind   string `json:"kind,omitempty"`
	Reason string `json:"reason,omitempty"`
	Told   string `json:"told,omitempty"`
	Place  string `json:"place,omitempty"`
	ToldAt string `json:"told_at,omitempty"`
}

type admissionJSON struct {
	Ground string      `json:"ground"`
	Source string      `json:"source,omitempty"`
	Reason string      `json:"reason,omitempty"`
	Body   string      `json:"body,omitempty"`
	Danger *dangerJSON `json:"danger,omitempty"`
	Check  []string    `json:"check,omitempty"`
}

type measureJSON struct {
	Text       string `json:"text"`
	Department string `json:"department,omitempty"`
	Due        string `json:"due,omitempty"`
}

func newIntakeJSON(now *domain.Office, c domain.Case) intakeJSON {
	in, sender := c.Intake, c.Intake.Sender
	return intakeJSON{
		Text: in.Text, Demand: in.Demand, Respondents: respondents(now, c), Violation: in.Violation.String(),
		Sheets: in.Sheets, LateReason: in.LateReason, Street: sender.Contact.Street, Postcode: sender.Contact.Postcode,
		Email: sender.Contact.Email, Phone: sender.Contact.Phone, Ref: sender.Ref, RefDate: sender.RefDate.String(),
		KeepIdentity: sender.KeepIdentity, Anonymous: sender.Contact.Type == domain.Anonymous,
		Danger: newDangerJSON(in.Danger), Language: in.Language, Referrer: referrerJSON(sender), Affected: affectedJSON(in),
	}
}

func referrerJSON(s domain.Sender) *otherJSON {
	if s.Referrer == "" {
		return nil
	}
	at := s.ReferrerAt
	return &otherJSON{s.Referrer, s.ReferrerRef, s.ReferrerOn.String(), at.Settlement, at.Street, at.Email}
}

func affectedJSON(in domain.Intake) []otherJSON {
	var all []otherJSON
	for _, who := range in.Affected {
		all = append(all, otherJSON{Name: who.Name, Settlement: who.Settlement, Street: who.Street, Email: who.Email})
	}
	return all
}

func newDangerJSON(d domain.Danger) *dangerJSON {
	if d == (domain.Danger{}) {
		return nil
	}
	return &dangerJSON{d.Category, d.Reason, d.Told, d.Place, instant(d.ToldAt)}
}

func (a *app) newAdmissionJSON(e domain.AdmissibilityDecided) *admissionJSON {
	if e.Ground == "" {
		return nil
	}
	return &admissionJSON{string(e.Ground), e.Basis, e.Reason, e.Body, newDangerJSON(e.Danger), a.say.Check(e.Check)}
}

func measuresJSON(now *domain.Office, measures []domain.Measure) []measureJSON {
	var all []measureJSON
	for _, m := range measures {
		department, _ := now.Department(m.Department)
		all = append(all, measureJSON{m.Text, department.Name, m.Due.String()})
	}
	return all
}
