package main

import (
	"errors"

	"github.com/spf13/cobra"

	"harta/internal/office"
	"harta/internal/storage"
	"harta/internal/vault"
)

func newBackupCommand(a *app) *cobra.Command {
	return a.command("backup", exactly(1), func(args []string) error { return a.backup(args[0]) })
}

// backup copies the data folder and reads the copy back. It needs no password, and no window has to be closed.
func (a *app) backup(dir string) error {
	opts := a.storageOptions()
	opts.ReadOnly = true
	s, err := storage.Open(a.data, opts)
	if err != nil {
		return err
	}
	bar := a.bar("console.progress.backup")
	copied, err := s.Backup(dir, bar.bytes)
	bar.end()
	if err := errors.Join(about(dir, err), s.Close()); err != nil {
		return err
	}
	if !copied.Report.Sound() {
		return &storage.DamageError{Damage: copied.Report.Damage}
	}
	return a.done("console.backup.done", "dir", dir, "files", copied.Files, "fresh", copied.Fresh,
		"records", copied.Report.Journal.Records)
}

// newcomer is what restore is told besides the folders.
type newcomer struct {
	codeFile string
	withCode bool
}

func newRestoreCommand(a *app) *cobra.Command {
	n := newcomer{}
	cmd := a.command("restore", exactly(1), func(args []string) error { return a.restore(args[0], n) })
	o := a.options(cmd)
	o.text(&n.codeFile, "recovery-code-file", "recovery_code_file")
	o.yes(&n.withCode, "recovery-code", "recovery_code")
	return cmd
}

// restore makes a data folder of a backup. With the recovery code the first administrator gets a new password at
// once; without it everybody signs in with the password he had.
func (a *app) restore(backup string, n newcomer) error {
	bar := a.bar("console.progress.restore")
	copied, err := storage.Restore(backup, a.data, a.storageOptions(), bar.bytes)
	bar.end()
	switch {
	case errors.Is(err, storage.ErrNoStore):
		return about(backup, err)
	case err != nil:
		return about(a.data, err)
	}
	err = a.done("console.restore.done", "dir", a.data, "files", copied.Files, "records", copied.Report.Journal.Records)
	if err != nil || n.codeFile == "" && !n.withCode {
		return errors.Join(err, a.done("console.restore.next"))
	}
	return a.recover(n)
}

// recover signs in with the recovery code alone, and begins the new chain.
func (a *app) recover(n newcomer) error {
	code, err := a.recoveryCode(n.codeFile)
	if err != nil {
		return err
	}
	password, err := a.secret(secret{
		env: envPassword, file: a.passwordFile, ask: a.say.T("console.ask.new_password"), twice: true,
	})
	if err != nil {
		return err
	}
	o, err := a.open(writing)
	if err != nil {
		return err
	}
	return errors.Join(a.recoverIn(o, code, password), o.Close())
}

// recoveryCode reads the code from a file, or has it typed where nobody else sees it.
func (a *app) recoveryCode(file string) (vault.RecoveryCode, error) {
	typed, err := a.secret(secret{file: file, ask: a.say.T("console.ask.code")})
	if errors.Is(err, errNoPassword) {
		err = errNoCode
	}
	if err != nil {
		return vault.RecoveryCode{}, err
	}
	return vault.ParseRecoveryCode(typed)
}

func (a *app) recoverIn(o *office.Office, code vault.RecoveryCode, password string) error {
	tries := a.attempts("recovery")
	if err := tries.ready(a.now()); err != nil {
		return err
	}
	login, err := o.Recover(code, password)
	if err := tries.count(a.now(), err); err != nil {
		return err
	}
	return a.done("console.restore.recovered", "login", login, "series", currentSeries(o))
}
