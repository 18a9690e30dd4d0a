package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"

	"github.com/spf13/cobra"

	"harta/internal/storage"
)

// newProbeStateCommand makes the hidden command that reads a suspect state file: a damaged page may end the process
// whatever it does, so it is read in one that nobody needs.
func newProbeStateCommand(a *app) *cobra.Command {
	return a.command(probeState, exactly(1), func(args []string) error { return storage.CheckState(args[0]) })
}

const probeState = "probe-state"

// probeInChild reads a suspect state file in a child process. Whatever ends the child, the state is lost.
func probeInChild(path string) error {
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find the program: %w", err)
	}
	err = exec.Command(self, probeState, path).Run()
	if _, ended := errors.AsType[*exec.ExitError](err); ended {
		return storage.ErrStateLost
	}
	return err
}
