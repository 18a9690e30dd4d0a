package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// noteKinds are the kinds of note that a user writes.
var noteKinds = []domain.NoteKind{
	domain.PlainNote, domain.AskedCitizen, domain.CitizenCame, domain.AskedOpinion, domain.GaveExplaining, domain.Inspected,
	domain.FileNote, domain.RecusedSelf,
}

func newNoteCommand(a *app) *cobra.Command {
	kind := string(domain.PlainNote)
	cmd := a.onCaseCommand("note", 2, func(o *office.Office, id domain.CaseID, rest []string) error {
		return o.Note(office.Command{}, id, domain.CaseNoted{Note: domain.NoteKind(kind), Text: rest[0]})
	})
	a.options(cmd).oneOf(&kind, "kind", "note_kind", values(noteKinds...))
	return cmd
}
