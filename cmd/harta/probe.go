package main

import (
	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/storage"
)

// newProbeStateCommand makes the hidden command that reads a suspect state file for the process that began this one.
func newProbeStateCommand(a *app) *cobra.Command {
	return a.command(desk.ProbeState, exactly(1), func(args []string) error { return storage.CheckState(args[0]) })
}
