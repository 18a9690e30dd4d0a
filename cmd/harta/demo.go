package main

import (
	"github.com/spf13/cobra"
)

// newDemoCommand makes the command that founds the demo office with a few dozen made-up cases of the last weeks.
func newDemoCommand(a *app) *cobra.Command {
	seed := gallerySeed
	cmd := a.command("demo", exactly(0), func([]string) error {
		password, err := a.secret(secret{env: envPassword, file: a.passwordFile, ask: a.say.T("console.ask.new_password")})
		if err != nil {
			return err
		}
		if err := a.desk.FoundDemo(password, seed); err != nil {
			return err
		}
		return a.done("console.demo.done", "dir", a.data)
	})
	a.options(cmd).number(&seed, "seed", "seed.seed")
	return cmd
}
