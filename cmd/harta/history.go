package main

import (
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
	"harta/internal/wire"
)

// event puts an event of a case into words: its kind, and what people want to know of it at a glance.
func (a *app) event(j office.Judged) string {
	if j.Newer || j.Event == nil {
		return a.say.T("console.event.newer")
	}
	text := a.say.T("console.event." + kindOf(j.Event))
	if more := a.detail(j.Event); more != "" {
		text += ": " + more
	}
	return text
}

// kindOf is the name of an event on disk, which is the name of its words too.
func kindOf(e domain.Event) string {
	p, err := wire.Encode(e)
	if err != nil {
		return "unknown"
	}
	return p.Kind
}

// detail tells of an event what its kind does not say.
func (a *app) detail(e domain.Event) string {
	switch e := e.(type) {
	case domain.CaseRegistered:
		return e.Number.Text
	case domain.CaseImported:
		return e.Source
	case domain.CaseAnnulled:
		return e.Reason
	case domain.AdmissibilityDecided:
		return a.say.Ground(e.Ground)
	case domain.CaseResolved:
		return e.Text
	case domain.CaseReturned:
		return e.Reason
	case domain.CaseNoted:
		return joined(a.say.Note(e.Note), e.Text)
	case domain.CaseDecided:
		return a.say.Outcome(e.Outcome)
	case domain.CaseClosed:
		return joined(e.Note, e.LateReason)
	case domain.CaseReopened:
		return e.Reason
	case domain.CaseErased:
		return e.Act
	default:
		return a.letterDetail(e)
	}
}

func (a *app) letterDetail(e domain.Event) string {
	switch e := e.(type) {
	case domain.DocumentAdded:
		return e.Name
	case domain.ExtensionDecided:
		return joined(e.Until.Local(), e.Reason)
	case domain.LetterDrafted:
		return joined(string(e.Content.Template), a.say.Template(e.Content.Template))
	case domain.LetterReturned:
		return e.Comment
	case domain.LetterNumbered:
		return e.Number.Text
	case domain.LetterDispatched:
		return joined(a.say.Channel(e.Channel), e.On.Local(), e.Ref)
	case domain.LetterServed:
		return e.On.Local()
	case domain.LetterAnnulled:
		return e.Reason
	default:
		return ""
	}
}

// joined parts by commas what there is.
func joined(all ...string) string { return strings.Join(present(all...), ", ") }
