package main

import (
	"errors"

	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/storage"
	"harta/internal/vault"
)

func newRestoreCommand(a *app) *cobra.Command {
	var codeFile string
	var withCode bool
	cmd := a.command("restore", exactly(1), func(args []string) error {
		if codeFile == "" && !withCode {
			if err := a.restore(args[0]); err != nil {
				return err
			}
			return a.done("console.restore.next")
		}
		return a.restoreWith(args[0], codeFile)
	})
	o := a.options(cmd)
	o.text(&codeFile, "recovery-code-file", "recovery_code_file")
	o.yes(&withCode, "recovery-code", "recovery_code")
	return cmd
}

// restore makes a data folder of a backup. The first to sign in begins a new chain.
func (a *app) restore(backup string) error {
	bar := a.bar("console.progress.restore")
	copied, err := storage.Restore(backup, a.data, a.desk.StorageOptions(), bar.bytes)
	bar.end()
	switch {
	case errors.Is(err, storage.ErrNoStore):
		return desk.About(backup, err)
	case err != nil:
		return desk.About(a.data, err)
	}
	return a.done("console.restore.done", "dir", a.data, "files", copied.Files, "records", copied.Report.Journal.Records)
}

// restoreWith restores, and gives the first administrator a new password. What it needs to know it asks before.
func (a *app) restoreWith(backup, codeFile string) error {
	k, err := a.askRecovery(codeFile)
	if err != nil {
		return err
	}
	if err := a.restore(backup); err != nil {
		return err
	}
	return a.recover(k)
}

func newRecoverCommand(a *app) *cobra.Command {
	var codeFile string
	cmd := a.command("recover", exactly(0), func([]string) error {
		k, err := a.askRecovery(codeFile)
		if err != nil {
			return err
		}
		return a.recover(k)
	})
	a.options(cmd).text(&codeFile, "recovery-code-file", "recovery_code_file")
	return cmd
}

// key is what opens an office whose passwords are lost.
type key struct {
	code     string
	password string // the new one
}

// askRecovery reads the code from a file, or has it typed where nobody else sees it, and asks for the new password.
func (a *app) askRecovery(codeFile string) (key, error) {
	typed, err := a.secret(secret{file: codeFile, ask: a.say.T("console.ask.code")})
	if errors.Is(err, errNoPassword) {
		err = errNoCode
	}
	if err != nil {
		return key{}, err
	}
	if _, err := vault.ParseRecoveryCode(typed); err != nil {
		return key{}, err
	}
	password, err := a.secret(secret{
		env: envPassword, file: a.passwordFile, ask: a.say.T("console.ask.new_password"), twice: true,
	})
	return key{typed, password}, err
}

// recover signs in with the recovery code alone, and begins the new chain of a restored folder.
func (a *app) recover(k key) error {
	if _, err := a.open(writing); err != nil {
		return err
	}
	return errors.Join(a.recoverIn(k), a.desk.Close())
}

func (a *app) recoverIn(k key) error {
	login, err := a.desk.EnterByCode(k.code, k.password)
	if err != nil {
		return err
	}
	a.warn()
	return a.done("console.recover.done", "login", login)
}
