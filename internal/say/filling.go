package say

import (
	"maps"
	"strings"
	"unicode/utf8"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Writing is a letter about to be composed: of which office and case, by whom, and when.
type Writing struct {
	Office *domain.Office
	Case   domain.Case
	Author domain.User
	Today  calendar.Date
	Typed  map[string]string // what the author typed, by field
}

// Filling gives the words with which a template is filled: what the program knows from the case, and what the
// author typed. A field of neither stays open; one that this case does not have is known to be empty.
func (s *Speaker) Filling(w Writing, t domain.Template) domain.Filling {
	c := w.Case
	f := domain.Filling{
		Values: s.known(w), Salutation: s.Salutation(w.Office.ReaderOf(c, t.ID)), Closing: s.T("letter.closing"),
		Signer: s.signer(w), Author: w.Author.Name,
	}
	if x, ok := c.ExtensionFor(t.ID); ok {
		maps.Copy(f.Values, s.MoreTime(x.ExtensionDecided, x.Source))
	}
	maps.Copy(f.Values, w.Typed)
	if t.ID.Reply() && c.ApologyDue(w.Today) {
		f.Apology = s.T("letter.apology_error")
		if c.LateOn(w.Today) {
			f.Apology = s.T("letter.apology")
		}
	}
	return f
}

// MoreTime gives the fields of a letter about more time, as it is decided or about to be, with the source of the rule.
func (s *Speaker) MoreTime(x domain.ExtensionDecided, source string) map[string]string {
	values := map[string]string{
		"Reason": x.Reason, "Actions": x.Actions, "FinalDate": x.Until.Local(), "Authority": x.Authority,
		"AuthorityDocument": x.Document,
	}
	if source != "" {
		values["Source"] = s.Source(source)
	}
	return values
}

// known gives the fields that follow from the case.
func (s *Speaker) known(w Writing) map[string]string {
	c, o := w.Case, w.Office
	in := c.Intake
	department, _ := o.Department(c.Entry().Department)
	values := map[string]string{
		"InNo": c.Number.Text, "InDate": calendar.DateOf(c.RegisteredAt).Local(), "InTime": s.Time(c.RegisteredAt),
		"Kind": s.Kind(in.Kind), "Subject": in.Subject, "SenderName": in.Sender.Contact.Name,
		"Department": department.Name, "Contact": s.contact(o.Settings), "Privacy": o.Settings.Privacy,
		"Violation": in.Violation.Local(), "Danger": danger(c), "Body": c.Admitted.Body,
		"LegalDue": "", "CharterDue": "", "Due": "", "OriginalDue": "",
		"Praised": s.respondents(o, in.Respondents),
	}
	if d, ok := c.Deadline(domain.LegalClock); ok {
		values["LegalDue"] = d.Due.Local()
	}
	if d, ok := c.Deadline(domain.CharterClock); ok {
		values["CharterDue"] = d.Due.Local()
	}
	if d, ok := c.Due(); ok {
		values["Due"], values["OriginalDue"] = d.Due.Local(), d.Due.Local()
	}
	if asked, ok := c.Waiting(); ok {
		values["Missing"] = asked.Text
		if !asked.Due.IsZero() {
			values["Until"] = asked.Due.Local()
		}
	}
	if asked, ok := c.LastAsked(); ok {
		values["Question"], values["AnswerBy"] = asked.Text, asked.Due.Local()
	}
	if n := len(c.Surplus); n > 0 {
		last := c.Surplus[n-1]
		values["SurplusItem"] = last.Item
		if !last.Open() {
			values["SurplusOn"], values["SurplusHow"] = last.Settled.On.Local(), s.SurplusHow(last.Settled.How)
			values["SurplusProtocol"] = last.Settled.Protocol
		}
	}
	s.decided(values, o, c)
	s.ownData(values, c)
	if values["Body"] == "" {
		delete(values, "Body")
	}
	return values
}

// decided adds what the decision says, once there is one.
func (s *Speaker) decided(values map[string]string, o *domain.Office, c domain.Case) {
	if c.Decision.Findings == "" {
		return
	}
	values["Findings"] = c.Decision.Findings
	if words := s.decision(c); words != "" {
		values["Decision"] = words
	}
	var measures []string
	due := calendar.Date(0)
	for _, m := range c.Decision.Measures {
		measures = append(measures, "- "+s.measure(o, m))
		due = max(due, m.Due)
	}
	if c.Decision.Nothing != "" {
		measures = append(measures, s.T("letter.no_measures", "reason", c.Decision.Nothing))
	}
	values["Measures"], values["ExecutionDue"] = strings.Join(measures, "\n"), due.Local()
}

// decision is the sentence that a letter tells the decision with; whoever writes it goes on from there. Other outcomes
// than these have no sentence of their own: their field stays open.
func (s *Speaker) decision(c domain.Case) string {
	proposal := c.Intake.Kind == domain.Proposal
	switch c.Decision.Outcome {
	case domain.Upheld:
		if proposal {
			return s.T("letter.decision.accepted")
		}
		return s.T("letter.decision.upheld")
	case domain.PartlyUpheld:
		if proposal {
			return s.T("letter.decision.partly_accepted")
		}
		return s.T("letter.decision.partly_upheld")
	case domain.Rejected:
		if proposal {
			return s.T("letter.decision.not_accepted")
		}
		return s.T("letter.decision.rejected")
	default:
		return ""
	}
}

// shortestEnd is how many letters the last word of a sentence has at least; a shorter one before a full stop is cut: г., лв., ул.
const shortestEnd = 4

// measure says what is ordered, by when and who does it.
func (s *Speaker) measure(o *domain.Office, m domain.Measure) string {
	parts := []string{strings.TrimSpace(m.Text)}
	if !m.Due.IsZero() {
		parts = append(parts, s.T("letter.measure_due", "due", m.Due.Local()))
	}
	if unit, ok := o.Department(m.Department); ok {
		parts = append(parts, unit.Name)
	}
	if len(parts) > 1 {
		parts[0] = goesOn(parts[0])
	}
	return strings.Join(parts, ", ")
}

// goesOn takes from a sentence what ends it, because more follows; the stop of an abbreviation (2027 г.) stays.
func goesOn(sentence string) string {
	ended := strings.TrimRight(sentence, ".;, ")
	last := ended[strings.LastIndexAny(ended, " ,")+1:]
	if utf8.RuneCountInString(last) < shortestEnd && strings.HasPrefix(sentence[len(ended):], ".") {
		return ended + "."
	}
	return ended
}

func (s *Speaker) contact(o domain.Settings) string {
	return strings.Join(nonEmpty(o.Phone, o.Email), ", ")
}

// respondents names the users and units a submission is about.
func (s *Speaker) respondents(o *domain.Office, all []domain.Respondent) string {
	var names []string
	for _, r := range all {
		u, _ := o.User(r.User)
		d, _ := o.Department(r.Department)
		names = append(names, nonEmpty(u.Name, d.Name, r.Name)...)
	}
	return strings.Join(names, ", ")
}

func danger(c domain.Case) string {
	if c.Admitted.Danger.Reason != "" {
		return c.Admitted.Danger.Reason
	}
	return c.Intake.Danger.Reason
}

// signer proposes who signs: the mayor, else the highest who may.
func (s *Speaker) signer(w Writing) domain.Signer {
	for _, r := range []domain.Role{domain.Mayor, domain.DeputyMayor, domain.Secretary} {
		for _, u := range w.Office.Holders(r, w.Today) {
			if u.ID == w.Author.ID {
				continue
			}
			seat, _ := w.Office.Seat(u.ID, w.Today, []domain.Role{r})
			signer := domain.Signer{Name: u.Name, Title: u.Title, Order: seat.Order}
			if holder, ok := w.Office.User(seat.ActingFor); ok {
				signer.For = holder.Title
			}
			if signer.For == "" {
				signer.Order = ""
			}
			return signer
		}
	}
	return domain.Signer{}
}

func nonEmpty(all ...string) []string {
	var kept []string
	for _, one := range all {
		if one != "" {
			kept = append(kept, one)
		}
	}
	return kept
}
