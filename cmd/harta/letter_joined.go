package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// newLetterJoinedCommand makes the command that drafts a letter again for everybody whose case is joined to this one.
func newLetterJoinedCommand(a *app) *cobra.Command {
	return a.onLetterCommand("letter.joined", func(o *office.Office, id domain.CaseID, l domain.LetterFile) error {
		n, err := o.TellJoined(office.Command{}, id, l.ID, a.say.Salutation)
		if err != nil {
			return err
		}
		return a.done("console.letter.joined.done", "n", n)
	})
}
