package main

import "github.com/spf13/cobra"

func newBackupCommand(a *app) *cobra.Command {
	return a.command("backup", exactly(1), func(args []string) error { return a.backup(args[0]) })
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
