package present

import (
	"strconv"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// recordWords tells what a record says, without any word of a case.
func (j *Journal) recordWords(a domain.Acting, r office.Record) string {
	var words string
	switch kindOfRecord(r.Kind) {
	case KindOffice:
		words = j.officeWords(a, r)
	case KindPerson:
		words = j.T("journal." + strings.ReplaceAll(r.Kind, ".", "_"))
	default:
		words = j.T("event." + r.Kind)
	}
	switch r.Verdict {
	case domain.WithoutAuthority:
		return j.T("journal.void", "what", words, "why", j.T("journal.no_authority"))
	case domain.AfterRemoval:
		return j.T("journal.void", "what", words, "why", j.T("journal.after_removal"))
	default:
		return words
	}
}

// inPlace says of what somebody did in another's place also who did it so.
func (j *Journal) inPlace(a domain.Acting, r office.Record) string {
	what := j.recordWords(a, r)
	if r.Seat.ActingFor == (domain.UserID{}) {
		return what
	}
	return j.T("journal.in_place", "what", what, "who", j.Say.Author(a.Office, r.By, r.Seat, ShortName))
}

// named says of what somebody did that the case is directed against him.
func (j *Journal) named(what string, is bool) string {
	if !is {
		return what
	}
	return j.T("journal.named", "what", what)
}

// officeWords tells of an event of the office itself.
func (j *Journal) officeWords(a domain.Acting, r office.Record) string {
	name := func(id domain.UserID) string {
		if u, ok := a.Office.User(id); ok && u.Name != "" {
			return u.Name
		}
		return j.T("journal.somebody")
	}
	switch e := r.Event.(type) {
	case domain.OfficeFounded:
		return j.T("journal.founded")
	case domain.OfficeKeyed:
		return j.T("journal.office_keyed")
	case domain.ChainOpened:
		return j.T("journal.chain")
	case domain.UserAdded:
		return j.T("journal.user_added", "name", e.Name)
	case domain.UserKeyed:
		return j.T("journal.user_keyed", "name", name(e.User))
	case domain.UserRemoved:
		return j.T("journal.user_removed", "name", name(e.User))
	case domain.RoleGranted:
		if e.ActingFor != (domain.UserID{}) {
			return j.T("journal.granted_in_place", "name", name(e.User), "role", e.Role, "holder", name(e.ActingFor))
		}
		return j.T("journal.granted", "name", name(e.User), "role", e.Role)
	case domain.RoleRevoked:
		return j.T("journal.revoked", "name", name(e.User), "role", e.Role)
	default:
		return j.listWords(r.Event)
	}
}

// listWords tells of a change of settings and lists.
func (j *Journal) listWords(e domain.Event) string {
	switch e := e.(type) {
	case domain.SettingsSet:
		return j.T("journal.settings")
	case domain.CalendarSet:
		return j.calendarWords(e)
	case domain.RulesSet:
		return joined(": ", j.T("journal.rules"), e.Reason)
	case domain.DepartmentSet:
		return j.T("journal.department", "name", e.Name)
	case domain.TopicSet:
		return j.T("journal.topic", "name", e.Name)
	case domain.FilingSet:
		return j.T("journal.filing", "code", e.Code)
	case domain.ParagraphSet:
		return j.T("journal.paragraph", "word", e.Paragraph.Word)
	case domain.TemplateSet:
		return j.T("journal.template", "name", j.templateTitle(e.Template))
	default:
		return j.erasureWords(e)
	}
}

// erasureWords tells of a list of what is to be destroyed.
func (j *Journal) erasureWords(e domain.Event) string {
	protocol := func(id domain.ErasureID) string {
		x, _ := j.office.Acting().Office.Erasure(id)
		return x.Protocol
	}
	switch e := e.(type) {
	case domain.ErasureProposed:
		return j.T("journal.erasure_proposed", "n", len(e.Cases), "protocol", e.Protocol)
	case domain.ErasureConfirmed:
		return j.T("journal.erasure_confirmed", "protocol", protocol(e.Erasure))
	case domain.ErasureWithdrawn:
		return joined(". ", j.T("journal.erasure_withdrawn", "protocol", protocol(e.Erasure)), e.Reason)
	case domain.ErasureExecuted:
		done, left := j.T("journal.erasure_executed", "protocol", protocol(e.Erasure)), ""
		if len(e.Left) > 0 {
			left = j.T("journal.erasure_left", "n", len(e.Left))
		}
		return joined(". ", done, left)
	default:
		return j.T("event.newer")
	}
}

func (j *Journal) calendarWords(e domain.CalendarSet) string {
	days := j.T("journal.calendar", "n", len(e.Declared))
	if len(e.Confirmed) == 0 {
		return joined(". ", days, e.Reason)
	}
	years := make([]string, len(e.Confirmed))
	for i, y := range e.Confirmed {
		years[i] = strconv.Itoa(y.Year)
	}
	return joined(". ", days, j.T("journal.calendar_confirmed", "years", strings.Join(years, j.T("common.comma"))), e.Reason)
}

// accessWords tells how somebody looked, and at how many rows of a list.
func (j *Journal) accessWords(x office.Access) string {
	switch office.Looked(x.What) {
	case office.Opened:
		return j.T("journal.opened")
	case office.Printed:
		return j.T("journal.printed")
	case office.Copied:
		return j.T("journal.copied")
	case office.Exported:
		if n, err := strconv.Atoi(x.Note); err == nil {
			return j.T("journal.exported_rows", "n", n)
		}
		return j.T("journal.exported")
	case office.Reported:
		return j.T("journal.reported")
	case office.Invited:
		return j.T("journal.invited")
	case office.Refused:
		return j.T("journal.refused")
	default:
		return j.T("event.newer")
	}
}
