package desk

import (
	"errors"
	"fmt"
	"os"
	"os/exec"

	"harta/internal/storage"
)

// ProbeState is the first argument with which a program starts itself to read a suspect state file, named by the
// second: a damaged page may end the process whatever it does, so it is read in one that nobody needs. A program
// that takes ProbeInChild answers it with [storage.CheckState] and exits with 0 when that finds nothing.
const ProbeState = "probe-state"

// ProbeInChild reads a suspect state file in a child process. Whatever ends the child, the state is lost.
func ProbeInChild(path string) error {
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find the program: %w", err)
	}
	err = exec.Command(self, ProbeState, path).Run()
	if _, ended := errors.AsType[*exec.ExitError](err); ended {
		return storage.ErrStateLost
	}
	return err
}
