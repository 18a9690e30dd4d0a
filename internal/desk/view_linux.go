package desk

import (
	"errors"
	"os/exec"
)

// view asks the desktop to open a file with whatever the user has chosen for its kind. Nobody waits for it.
func view(path string) error {
	cmd := exec.Command("xdg-open", path)
	if err := cmd.Start(); err != nil {
		return errors.Join(ErrNoViewer, err)
	}
	go func() { _ = cmd.Wait() }() // or it would stay a zombie
	return nil
}
