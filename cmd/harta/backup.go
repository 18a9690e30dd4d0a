package main

import "github.com/spf13/cobra"

func newBackupCommand(a *app) *cobra.Command {
	var rehearse bool
	cmd := a.command("backup", exactly(1), func(args []string) error {
		if rehearse {
			return a.rehearse(args[0])
		}
		return a.backup(args[0])
	})
	a.options(cmd).yes(&rehearse, "rehearse", "rehearse")
	return cmd
}

// rehearse restores a backup into a folder of its own, checks what came of it and removes it again.
func (a *app) rehearse(dir string) error {
	bar := a.bar("console.progress.rehearse")
	found, err := a.desk.Rehearse(dir, bar.bytes, nil)
	bar.end()
	if err != nil {
		return err
	}
	return a.done("console.backup.rehearsed", "copy", found.From, "files", found.Files, "records", found.Records)
}

// backup copies the data folder and reads the copy back. It needs no password, and no window has to be closed.
func (a *app) backup(dir string) error {
	bar := a.bar("console.progress.backup")
	copied, err := a.desk.Copy(dir, bar.bytes)
	bar.end()
	if err != nil {
		return err
	}
	return a.done("console.backup.done", "dir", dir, "files", copied.Files, "fresh", copied.Fresh,
		"records", copied.Report.Journal.Records)
}
