package main

import (
	"errors"
	"fmt"
	"os"

	"harta/internal/desk"
	"harta/internal/vault"
)

// codeTries is how often a recovery code may be typed back before init gives up.
const codeTries = 3

var (
	errNoCode    = errors.New("no recovery code and no terminal to ask for it")
	errOtherCode = errors.New("the code typed back is another one")
)

// keepRecovery writes the sheet with the recovery code.
func keepRecovery(f *os.File, pdf []byte) error {
	_, err := f.Write(pdf)
	if err == nil {
		err = f.Sync()
	}
	return desk.About(f.Name(), errors.Join(err, f.Close()))
}

// checkCode has the printed code typed back once, so that nobody keeps a sheet that was never read.
func (a *app) checkCode(code string) error {
	for range codeTries {
		typed, err := a.ask(a.say.T("console.ask.code_back"))
		if err != nil {
			return err
		}
		back, err := vault.ParseRecoveryCode(typed)
		if err == nil && back.Reveal() == code {
			_, err = fmt.Fprintln(a.stdout, a.say.T("console.init.checked"))
			return err
		}
		text, known := a.desk.Expected(err)
		if !known {
			text = a.say.T("console.fault.other_code")
		}
		a.complain(text)
	}
	return errOtherCode
}
