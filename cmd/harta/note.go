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
	kind, to := string(domain.PlainNote), ""
	var e domain.CaseNoted
	cmd := a.onCaseCommand("note", 2, func(o *office.Office, id domain.CaseID, rest []string) error {
		e.Note, e.Text = domain.NoteKind(kind), rest[0]
		if to != "" {
			var err error
			if e.To, err = userNamed(o, "to", to); err != nil {
				return err
			}
		}
		return o.Note(office.Command{}, id, e)
	})
	opts := a.options(cmd)
	opts.oneOf(&kind, "kind", "note_kind", values(noteKinds...))
	opts.text(&to, "to", "asked")
	opts.date(&e.Due, "due", "answer_by")
	return cmd
}
