package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	dirMode    = 0o700
	fileMode   = 0o600
	partSuffix = ".part" // a file not yet renamed to its name; left over by a crash, it means nothing
)

// disk is what every write goes through; tests put one in its place that fails at a chosen call.
type disk interface {
	Open(name string, flag int) (file, error)
	Rename(from, to string) error
	SyncDir(dir string) error
	Busy(err error) bool // it passes when another program lets go of the file
}

// file is an open file of a disk.
type file interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Sync() error
	Truncate(size int64) error
}

// osDisk is the file system of the machine.
type osDisk struct{}

// Open implements disk.
func (osDisk) Open(name string, flag int) (file, error) {
	f, err := os.OpenFile(name, flag, fileMode)
	if err != nil {
		return nil, err // not the typed nil that f would become
	}
	return f, nil
}

// Rename implements disk.
func (osDisk) Rename(from, to string) error { return os.Rename(from, to) }

// SyncDir implements disk.
func (osDisk) SyncDir(dir string) error { return syncDir(dir) }

// Busy implements disk.
func (osDisk) Busy(err error) bool { return isBusy(err) }

// A virus scanner may hold a file for a moment after it was written.
const (
	busyTries = 10
	busyWait  = 200 * time.Millisecond
)

// volume writes whole files so that a crash leaves either the old content or the new.
type volume struct {
	disk disk
	wait func(time.Duration)
}

// replace writes data under a temporary name, fsyncs, renames and fsyncs the folder.
func (v volume) replace(name string, data []byte) error {
	part := name + partSuffix
	if err := v.write(part, data); err != nil {
		return err
	}
	if err := v.rename(part, name); err != nil {
		return err
	}
	return v.disk.SyncDir(filepath.Dir(name))
}

// write fills a file and fsyncs it.
func (v volume) write(name string, data []byte) error {
	f, err := v.disk.Open(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY)
	if err != nil {
		return fmt.Errorf("create file: %w", err)
	}
	_, err = f.WriteAt(data, 0)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// rename puts a file in the place of another.
func (v volume) rename(from, to string) error {
	if err := v.patiently(func() error { return v.disk.Rename(from, to) }); err != nil {
		return fmt.Errorf("put file in its place: %w", err)
	}
	return nil
}

// patiently tries again while another program holds a file.
func (v volume) patiently(work func() error) error {
	err := work()
	for range busyTries {
		if err == nil || !v.disk.Busy(err) {
			break
		}
		v.wait(busyWait)
		err = work()
	}
	return err
}

// mkdir makes a folder that survives a power cut.
func (v volume) mkdir(dir string) error {
	if err := os.Mkdir(dir, dirMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("make folder: %w", err)
	}
	return v.disk.SyncDir(filepath.Dir(dir))
}

// remove deletes a file for good; one that is not there is deleted already.
func (v volume) remove(name string) error {
	err := v.patiently(func() error { return os.Remove(name) })
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("delete file: %w", err)
	}
	return v.disk.SyncDir(filepath.Dir(name))
}

// sweep deletes what crashes have left half written in a folder.
func (v volume) sweep(dir string) error {
	names, err := list(dir)
	for _, name := range names {
		if strings.HasSuffix(name, partSuffix) {
			err = errors.Join(err, os.Remove(filepath.Join(dir, name)))
		}
	}
	return err
}

// release closes what was only read: nothing can be lost by an error.
func release(c io.Closer) { _ = c.Close() }

// list returns the sorted names in a folder, none when it does not exist.
func list(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list folder: %w", err)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, nil
}
