package desk

import (
	"errors"

	"golang.org/x/sys/windows"
)

// view asks the shell to open a file with whatever the user has chosen for its kind. Nobody waits for it.
func view(path string) error {
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return about(path, err)
	}
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return about(path, err)
	}
	if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL); err != nil {
		return errors.Join(ErrNoViewer, err)
	}
	return nil
}
