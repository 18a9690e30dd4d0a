package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/domain"
)

// newSeedCommand makes the command that founds a demo office and fills it with a made-up register of ten years. The
// same seed makes the same register.
func newSeedCommand(a *app) *cobra.Command {
	y := desk.Years{Cases: 1000, Seed: 1}
	cmd := a.command("seed", cobra.NoArgs, func([]string) error { return a.seed(y) })
	o := a.options(cmd)
	o.number(&y.Cases, "cases", "seed.cases")
	o.number(&y.Seed, "seed", "seed.seed")
	o.yes(&y.Letters, "letters", "seed.letters")
	return cmd
}

func (a *app) seed(y desk.Years) error {
	if y.Cases < 1 {
		return domain.Refuse("seed", domain.UnknownValue).On("cases").With("value", strconv.Itoa(y.Cases))
	}
	password, err := a.secret(secret{env: envPassword, file: a.passwordFile, ask: a.say.T("console.ask.new_password")})
	if err != nil {
		return err
	}
	bar := a.bar("console.progress.seed")
	y.Progress = bar.step
	cases, err := a.desk.FoundYears(password, y)
	bar.end()
	if err != nil {
		return err
	}
	return a.done("console.seed.done", "cases", cases, "data", a.data)
}
