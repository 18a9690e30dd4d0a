package main

import (
	"errors"

	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// newSealCommand makes the command that takes out of the register what must not be in it. A word is typed before it:
// there is no way back.
func newSealCommand(a *app) *cobra.Command {
	var ground string
	var at momentValue
	var sure bool
	var e domain.CaseTakenOut
	cmd := a.onCaseCommand("seal", 1, func(o *office.Office, id domain.CaseID, _ []string) error {
		if done, err := a.sure(sure); err != nil || !done {
			return err
		}
		e.Ground, e.At = domain.Ground(ground), at.at(a.today())
		if err := o.Seal(office.Command{}, id, e); err != nil {
			return err
		}
		return errors.Join(a.done("console.seal.done"), a.offerHandover(o, id))
	})
	opts := a.options(cmd)
	opts.oneOf(&ground, "ground", "seal_ground", values(domain.SealGrounds()...))
	opts.text(&e.Seal, "seal", "seal")
	opts.text(&e.HandedTo, "to", "handed_to")
	opts.moment(&at, "at", "handed_at")
	opts.yes(&sure, "yes", "yes")
	return cmd
}

// sure asks for the word before something that has no way back.
func (a *app) sure(said bool) (bool, error) {
	if said {
		return true, nil
	}
	word := a.say.T("console.erase.word")
	typed, err := a.ask(a.say.T("console.erase.ask", "word", word))
	if err != nil {
		return false, err
	}
	if typed != word {
		return false, a.done("console.erase.nothing")
	}
	return true, nil
}
