package desk

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotFile says that what was named as a file is a folder or a device.
var ErrNotFile = errors.New("no regular file")

// FileError says which file or folder of the user's choice an error speaks of.
type FileError struct {
	Path string
	Err  error
}

// Error implements error.
func (e *FileError) Error() string { return e.Path + ": " + e.Err.Error() }

// Unwrap gives what is wrong with it.
func (e *FileError) Unwrap() error { return e.Err }

// About names the file or folder that an error speaks of; nil stays nil.
func About(path string, err error) error { return about(path, err) }

func about(path string, err error) error {
	if err == nil {
		return nil
	}
	return &FileError{path, err}
}

// SizeError says that a file is larger than it may be.
type SizeError struct{ Limit int64 } // bytes

// Error implements error.
func (e *SizeError) Error() string { return fmt.Sprintf("file is larger than %d bytes", e.Limit) }

// WriteFile makes a file whole or not at all: it appears under its name when its last byte is on the disk. A link
// stays one, and what is no file stays what it is.
func WriteFile(path string, write func(io.Writer) error) error {
	path, err := writable(path)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".harta-*")
	if err != nil {
		return about(path, err)
	}
	w := bufio.NewWriter(f)
	err = write(w)
	if err == nil {
		err = errors.Join(w.Flush(), f.Sync())
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return about(path, os.Rename(f.Name(), path))
}

// writable gives the file that a path means: one that is not there yet, or the regular one that it leads to.
func writable(path string) (string, error) {
	target, err := filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, nil
	}
	if err != nil {
		return "", about(path, err)
	}
	info, err := os.Stat(target)
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotFile
	}
	return target, about(path, err)
}

// SaveCopy keeps bytes in a file of the user's choice, as WriteFile does.
func (d *Desk) SaveCopy(path string, content []byte) error {
	return WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// ReadFile reads a file of the user's choice; one of more than limit bytes is refused, 0 sets no limit. A folder is told
// apart, because its error says nothing to a person.
func (d *Desk) ReadFile(path string, limit int64) ([]byte, error) { return ReadFile(path, limit) }

// ReadFile is [Desk.ReadFile] where there is no desk.
func ReadFile(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, about(path, err)
	case info.IsDir():
		return nil, about(path, ErrNotFile)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, about(path, err)
	}
	var r io.Reader = f
	if limit > 0 {
		r = io.LimitReader(f, limit+1)
	}
	content, err := io.ReadAll(r)
	err = errors.Join(err, f.Close())
	if err == nil && limit > 0 && int64(len(content)) > limit {
		err = &SizeError{limit}
	}
	if err != nil {
		return nil, about(path, err)
	}
	return content, nil
}
