package say

import (
	"strings"

	"harta/internal/domain"
)

// Event tells of an event of a case what happened, and what people want to know of it at a glance.
func (s *Speaker) Event(e domain.Event) (title, more string) {
	if x, is := e.(domain.LetterEndorsed); is {
		return s.Endorsed(x), s.eventDetail(e)
	}
	key := "event." + eventName(e)
	if !s.has(key) {
		return s.T("event.unknown"), ""
	}
	return s.T(key), s.eventDetail(e)
}

// Author tells who did something and, where he stood in for somebody, in whose place; name says how a person is called.
func (s *Speaker) Author(o *domain.Office, by domain.UserID, seat domain.RoleGranted, name func(string) string) string {
	u, _ := o.User(by)
	holder, stood := o.User(seat.ActingFor)
	if !stood {
		return name(u.Name)
	}
	return s.T("event.in_place", "name", name(u.Name), "role", s.Role(seat.Role), "holder", name(holder.Name))
}

// eventName is the name of an event as its words are found by. It is the event's kind on disk.
func eventName(e domain.Event) string {
	switch e.(type) {
	case domain.CaseRegistered:
		return "case.registered"
	case domain.CaseImported:
		return "case.imported"
	case domain.CaseCorrected:
		return "case.corrected"
	case domain.CaseAnnulled:
		return "case.annulled"
	case domain.AdmissibilityDecided:
		return "case.admissibility_decided"
	case domain.CaseResolved:
		return "case.resolved"
	case domain.CaseAccepted:
		return "case.accepted"
	case domain.CaseReturned:
		return "case.returned"
	case domain.CaseReassigned:
		return "case.reassigned"
	case domain.CaseNoted:
		return "case.noted"
	default:
		return laterEventName(e)
	}
}

func laterEventName(e domain.Event) string {
	switch e.(type) {
	case domain.CaseDecided:
		return "case.decided"
	case domain.CaseExecuted:
		return "case.executed"
	case domain.CaseWithdrawn:
		return "case.withdrawn"
	case domain.CaseClosed:
		return "case.closed"
	case domain.CaseReopened:
		return "case.reopened"
	case domain.CaseArchived:
		return "case.archived"
	case domain.CaseErased:
		return "case.erased"
	default:
		return rarerEventName(e)
	}
}

func rarerEventName(e domain.Event) string {
	switch e.(type) {
	case domain.AdmissibilityProposed:
		return "case.admissibility_proposed"
	case domain.CaseTakenOut:
		return "case.taken_out"
	case domain.DocumentAdded:
		return "document.added"
	case domain.ExtensionDecided:
		return "extension.decided"
	case domain.SurplusFound:
		return "surplus.found"
	case domain.SurplusSettled:
		return "surplus.settled"
	default:
		return letterEventName(e)
	}
}

func letterEventName(e domain.Event) string {
	switch e.(type) {
	case domain.LetterDrafted:
		return "letter.drafted"
	case domain.LetterSubmitted:
		return "letter.submitted"
	case domain.LetterEndorsed:
		return "letter.endorsed"
	case domain.LetterReturned:
		return "letter.returned"
	case domain.LetterNumbered:
		return "letter.numbered"
	case domain.LetterDispatched:
		return "letter.dispatched"
	case domain.LetterServed:
		return "letter.served"
	case domain.LetterAnnulled:
		return "letter.annulled"
	default:
		return "unknown"
	}
}

func (s *Speaker) eventDetail(e domain.Event) string {
	switch e := e.(type) {
	case domain.CaseRegistered:
		return e.Number.Text
	case domain.CaseImported:
		return e.Source
	case domain.CaseAnnulled:
		return e.Reason
	case domain.AdmissibilityDecided:
		return s.Ground(e.Ground)
	case domain.CaseResolved:
		return e.Text
	case domain.CaseReturned:
		return e.Reason
	case domain.CaseNoted:
		return Joined(s.Note(e.Note), e.Text, s.Told(e.Told))
	case domain.CaseDecided:
		return s.Outcome(e.Outcome)
	case domain.CaseClosed:
		return Joined(e.Note, e.LateReason)
	case domain.CaseReopened:
		return e.Reason
	case domain.CaseErased:
		return e.Act
	default:
		return s.laterDetail(e)
	}
}

func (s *Speaker) laterDetail(e domain.Event) string {
	switch e := e.(type) {
	case domain.AdmissibilityProposed:
		return s.Ground(e.Ground)
	case domain.DocumentAdded:
		return e.Name
	case domain.ExtensionDecided:
		return Joined(e.Until.Local(), e.Reason)
	case domain.CaseTakenOut:
		return e.Seal
	case domain.SurplusFound:
		return e.Item
	case domain.SurplusSettled:
		return Joined(s.SurplusHow(e.How), e.Protocol)
	default:
		return s.letterDetail(e)
	}
}

func (s *Speaker) letterDetail(e domain.Event) string {
	switch e := e.(type) {
	case domain.LetterDrafted:
		return s.Template(e.Content.Template)
	case domain.LetterReturned:
		return e.Comment
	case domain.LetterNumbered:
		return e.Number.Text
	case domain.LetterDispatched:
		return Joined(s.Channel(e.Channel), e.On.Local(), e.Ref)
	case domain.LetterServed:
		return e.On.Local()
	case domain.LetterAnnulled:
		return e.Reason
	default:
		return ""
	}
}

// Joined parts by commas what there is.
func Joined(all ...string) string { return strings.Join(nonEmpty(all...), ", ") }
