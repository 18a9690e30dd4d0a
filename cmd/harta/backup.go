package main

import (
	"errors"

	"github.com/spf13/cobra"

	"harta/internal/storage"
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
