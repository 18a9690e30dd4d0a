package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

func newExtendCommand(a *app) *cobra.Command {
	clock, letter := string(domain.CharterClock), ""
	e := domain.ExtensionDecided{}
	cmd := a.onCaseCommand("extend", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		if e.Clock = domain.Clock(clock); letter == "" {
			letter = string(e.Clock.MoreTime())
		}
		l, err := a.letterOf(o, id, letter)
		if err != nil {
			return err
		}
		e.Letter = l.ID
		_, err = o.Extend(office.Command{}, id, e)
		return err
	})
	opts := a.options(cmd)
	opts.oneOf(&clock, "clock", "clock", values(domain.CharterClock, domain.LegalClock, domain.ExecuteClock))
	opts.date(&e.Until, "until", "until")
	opts.text(&e.Reason, "reason", "reason")
	opts.text(&e.Actions, "actions", "actions")
	opts.text(&e.Authority, "authority", "authority")
	opts.text(&e.Document, "document", "document")
	opts.text(&letter, "letter", "extension_letter")
	return cmd
}
