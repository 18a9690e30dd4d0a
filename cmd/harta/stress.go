package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// newStressCommand makes the hidden command of the kill loop: it registers and registers, and says of each number
// that it is acknowledged, after it was.
func newStressCommand(a *app) *cobra.Command {
	count := 1000
	cmd := a.command("stress", exactly(0), func([]string) error { return a.stress(count) })
	a.options(cmd).number(&count, "count", "count")
	return cmd
}

func (a *app) stress(count int) error {
	names, err := os.ReadDir(a.data)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return desk.About(a.data, err)
	}
	if len(names) == 0 {
		if err := a.foundDemo(); err != nil {
			return err
		}
	}
	return a.with(writing, func(o *office.Office) error {
		if !o.Settings().Demo {
			return &usageError{key: "console.usage.practice"}
		}
		for i := range count {
			e, err := o.Register(office.Command{}, domain.Intake{
				Kind: domain.Question, Channel: domain.AtDesk, Subject: a.paper.T("console.stress.subject", "n", i+1),
				Sender: domain.Sender{Contact: domain.Contact{
					Type: domain.NaturalPerson, Name: a.paper.T("console.stress.sender"),
				}},
			})
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(a.stdout, "acknowledged %s\n", e.Number.Text); err != nil {
				return err
			}
		}
		return nil
	})
}

// foundDemo founds the demo office in an empty data folder.
func (a *app) foundDemo() error {
	password, err := a.secret(secret{env: envPassword, file: a.passwordFile, ask: a.say.T("console.ask.new_password")})
	if err != nil {
		return err
	}
	plan, err := desk.DemoPlan(password)
	if err != nil {
		return err
	}
	_, _, err = a.desk.FoundOffice(plan)
	return errors.Join(err, a.desk.Close())
}
