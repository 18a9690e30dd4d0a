package present

import (
	"slices"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// CaseRecord is a record of a case as the history shows it: who changed what, when, and whether it has effect.
type CaseRecord struct {
	When    string
	Who     string
	InPlace string // who it was, and in whose place; empty = in nobody's
	Words   string
	Changes []CaseChange
	Reason  string
	Verdict string // empty when it has effect
	Record  string // the beginning of its reference
}

// CaseChange is a field that was corrected.
type CaseChange struct{ Field, Old, New string }

// history gives every record, the latest first, and of corrections what was and what is.
func (c *Case) history() []CaseRecord {
	var all []CaseRecord
	var now domain.Intake
	for _, j := range c.state.History {
		r := CaseRecord{
			When: c.Say.DateTime(j.At), Who: c.user(j.By), InPlace: c.inPlace(j), Words: c.tell(j).words, Verdict: c.verdict(j), Record: domain.ID(j.Record).String()[:8],
		}
		effective := j.Verdict == domain.Effective && !j.Newer
		switch e := j.Event.(type) {
		case domain.CaseRegistered:
			now = e.Intake
		case domain.CaseImported:
			now = e.Intake
		case domain.CaseCorrected:
			r.Reason = e.Reason
			for _, f := range e.Fields {
				r.Changes = append(r.Changes, CaseChange{c.Say.Field(f), c.value(now, f), c.value(e.Intake, f)})
			}
			if effective {
				now = e.Intake
			}
		default:
			r.Reason = c.tell(j).more
		}
		all = append(all, r)
	}
	slices.Reverse(all)
	return all
}

// value puts a field of an intake into words.
func (c *Case) value(in domain.Intake, f domain.Field) string {
	var words string
	switch f {
	case domain.FieldKind:
		words = c.Say.Kind(in.Kind)
	case domain.FieldSubject:
		words = in.Subject
	case domain.FieldText:
		words = joined(" · ", in.Text, in.Demand, in.Language)
		if in.Sheets > 0 {
			words = joined(" · ", words, c.T("case.sheets", "n", in.Sheets))
		}
	case domain.FieldChannel:
		words = c.Say.Channel(in.Channel)
	case domain.FieldReceivedAt:
		words = c.Say.DateTime(in.ReceivedAt)
	case domain.FieldSender:
		s := in.Sender.Contact
		words = joined(" · ", listed(s.Name, s.Settlement, s.Street, s.Phone, s.Email), passedOn(in.Sender))
	default:
		words = c.rarerValue(in, f)
	}
	if words == "" {
		return c.T("case.nothing")
	}
	return words
}

// moment is a moment in words, nothing for none.
func (c *Case) moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return c.Say.DateTime(at)
}

func (c *Case) rarerValue(in domain.Intake, f domain.Field) string {
	switch f {
	case domain.FieldTopic:
		t, _ := c.state.by.Office.Topic(in.Topic)
		return t.Name
	case domain.FieldDepartment:
		return c.unit(in.Department)
	case domain.FieldViolation:
		return calendar.Date.Local(in.Violation)
	case domain.FieldDanger:
		return listed(c.danger(in.Danger.Category), in.Danger.Reason, in.Danger.Place, in.Danger.Told, c.moment(in.Danger.ToldAt))
	case domain.FieldRespondents:
		return c.respondents(in)
	case domain.FieldAffected:
		return strings.ReplaceAll(contactLines(in.Affected), "\n", ", ")
	case domain.FieldLinks:
		var words []string
		for _, l := range in.Links {
			words = append(words, c.linkWords(l))
		}
		return joined("; ", words...)
	default:
		return ""
	}
}
