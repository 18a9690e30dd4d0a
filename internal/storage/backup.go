package storage

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// steps is how often every byte is read: copied, compared, checked.
const steps = 3

// Copied says what [Store.Backup] or [Restore] has copied.
type Copied struct {
	Files  int   // all that are in the copy
	Bytes  int64 // of these
	Fresh  int   // those that had to be written
	Report Report
	From   string // of a restore: the backup
}

// Backup copies journal, keys, attachments and desk to dst: a folder that is absent, empty, or an earlier backup
// of this store, which is then brought up to date. Every file is read back and compared, and the copy is
// checked as by [Fsck]; damage that the store itself has is copied with it and stands in the report. A backup
// that holds more records than the store is never touched: [ErrBackupAhead].
func (s *Store) Backup(dst string, progress Progress) (Copied, error) {
	return s.BackupAs(dst, Copying{Progress: progress})
}

// BackupAs is [Store.Backup] by the wishes of whoever asks for it.
func (s *Store) BackupAs(dst string, how Copying) (Copied, error) {
	files, err := s.snapshot()
	if err != nil {
		return Copied{}, err
	}
	dst, err = home(dst)
	if err != nil {
		return Copied{}, err
	}
	if err := s.target(dst, files); err != nil {
		return Copied{}, err
	}
	c := s.copier(dst, files, how.Progress)
	c.keys, c.stopped, c.prior = &s.mu, how.Stopped, how.Prior
	return c.run(files)
}

// Restore copies a backup, or the newest one in a folder of backups, to dst, an absent or empty folder, after checking
// it as by [Fsck], signatures too: nothing is copied from a backup that is damaged. The store in dst opens with Findings.Restored, so that a new chain is begun.
func Restore(src, dst string, o Options, progress Progress) (Copied, error) {
	return RestoreAs(src, dst, o, Copying{Progress: progress})
}

// RestoreAs is [Restore] by the wishes of whoever asks for it.
func RestoreAs(src, dst string, o Options, how Copying) (Copied, error) {
	s, err := prepare(dst, o)
	if err != nil {
		return Copied{}, err
	}
	if names, err := list(s.dir); err != nil || len(names) > 0 {
		return Copied{}, errors.Join(err, ErrNotEmpty)
	}
	src, err = newest(src)
	if err != nil {
		return Copied{}, err
	}
	files, err := kept(src)
	if err != nil {
		return Copied{}, err
	}
	c := s.copier(s.dir, files, how.Progress)
	c.from, c.stopped = src, how.Stopped
	c.meter.total += c.meter.total / steps // checked before as well
	report, err := Fsck(src, true, c.meter.part())
	if err != nil {
		return Copied{}, err
	}
	if !report.Sound() {
		return Copied{Report: report, From: src}, damaged(report.Damage)
	}
	copied, err := c.run(files)
	copied.From = src
	return copied, err
}

// snapshot lists what a backup copies. The segments come first, each as long as it counts now: what their
// records refer to is there when they are.
func (s *Store) snapshot() ([]entry, error) {
	s.mu.Lock()
	ends := map[string]int64{}
	for _, l := range s.lines {
		ends[filepath.ToSlash(l.path(l.segments[len(l.segments)-1]))] = l.size
	}
	s.mu.Unlock()
	files, err := kept(s.dir)
	for i, f := range files {
		if size, ok := ends[f.name]; ok {
			files[i].size = min(f.size, size)
		}
	}
	return files, err
}

// kept lists the files of a data folder that belong to a backup: segments first, the desk last.
func kept(dir string) ([]entry, error) {
	files, err := walkFiles(dir)
	files = slices.DeleteFunc(files, func(f entry) bool { return rank(f.name) < 0 })
	slices.SortStableFunc(files, func(a, b entry) int { return rank(a.name) - rank(b.name) })
	return files, err
}

// rank is when a file is copied, -1 for never.
func rank(name string) int {
	top, _, _ := strings.Cut(name, "/")
	return slices.Index([]string{journalDir, blobDir, keysDir, deskFile}, top)
}

// target refuses to write a backup where something else is, or where more is.
func (s *Store) target(dst string, files []entry) error {
	if rel, err := filepath.Rel(s.dir, dst); err == nil && filepath.IsLocal(rel) {
		return ErrNotEmpty
	}
	names, err := list(dst)
	if err != nil || len(names) == 0 {
		return err
	}
	if !isStore(dst) || inUse(dst) {
		return ErrNotEmpty
	}
	there, err := kept(dst)
	if err != nil {
		return err
	}
	for _, f := range there {
		here := slices.ContainsFunc(files, func(e entry) bool { return e.name == f.name && e.size >= f.size })
		if rank(f.name) == 0 && !here {
			return ErrBackupAhead
		}
	}
	return nil
}

// inUse reports whether somebody works in a data folder: it is no copy.
func inUse(dir string) bool {
	b, err := os.ReadFile(filepath.Join(dir, deskFile))
	if err != nil {
		return false // a backup that was interrupted
	}
	id, _, err := decodeIdentity(b)
	return err == nil && !id.Copy
}

// copier copies a list of files and proves that it did.
type copier struct {
	volume   volume
	free     func(string) (uint64, error)
	from, to string
	keys     interface { // held while content keys are read, which change in place
		Lock()
		Unlock()
	}
	stopped func() bool // nil = never
	prior   string      // an earlier backup; empty = none
	links   bool        // to files of it
	meter   *meter
	sums    map[string][sha256.Size]byte
	done    Copied
}

func (s *Store) copier(dst string, files []entry, progress Progress) *copier {
	m := newMeter(files, progress)
	m.total *= steps
	return &copier{
		volume: s.volume, free: s.options.Free, from: s.dir, to: dst,
		meter: m, sums: map[string][sha256.Size]byte{},
	}
}

func (c *copier) run(files []entry) (Copied, error) {
	if err := c.prepare(files); err != nil {
		return c.done, err
	}
	for _, step := range []struct {
		what string
		do   func(entry) error
	}{{"copy", c.copy}, {"compare", c.compare}} {
		for _, f := range files {
			if c.stopped != nil && c.stopped() {
				return c.done, ErrStopped
			}
			if err := step.do(f); err != nil {
				return c.done, fmt.Errorf("%s %s: %w", step.what, f.name, err)
			}
		}
	}
	report, err := Fsck(c.to, false, c.meter.part())
	c.done.Report = report
	return c.done, err
}

// prepare makes the folders if there is room for the rest.
func (c *copier) prepare(files []entry) error {
	if err := os.MkdirAll(c.to, dirMode); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	free, err := c.free(c.to)
	if err != nil {
		return err
	}
	there, err := kept(c.to)
	if err != nil {
		return err
	}
	c.links = canLink(c.prior, c.to)
	if free+uint64(newMeter(there, nil).total)+c.shared(files) < uint64(newMeter(files, nil).total) {
		return ErrDiskFull
	}
	for _, name := range folders {
		if err := c.volume.mkdir(filepath.Join(c.to, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	made := map[string]bool{}
	for _, f := range files {
		folder, _ := splitName(f.name)
		if rank(f.name) != 0 || made[folder] {
			continue
		}
		made[folder] = true
		if err := c.volume.mkdir(filepath.Join(c.to, filepath.FromSlash(folder))); err != nil {
			return err
		}
	}
	return nil
}

// copy brings one file up to date. A segment may only grow.
func (c *copier) copy(f entry) error {
	data, err := c.read(f)
	if errors.Is(err, fs.ErrNotExist) && rank(f.name) != 0 {
		return nil // deleted since it was listed
	}
	if err != nil {
		return err
	}
	c.sums[f.name] = sha256.Sum256(data)
	c.done.Files++
	c.done.Bytes += int64(len(data))
	c.meter.add(f.size)
	to := filepath.Join(c.to, filepath.FromSlash(f.name))
	there, err := os.ReadFile(to)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case err == nil && bytes.Equal(there, data):
		return nil
	case rank(f.name) == 0 && !bytes.HasPrefix(data, there):
		return ErrBackupAhead
	case err != nil && c.link(f, data, to):
		return nil
	}
	c.done.Fresh++
	return c.volume.replace(to, data)
}

// read returns what is to be copied of a file.
func (c *copier) read(f entry) ([]byte, error) {
	if c.keys != nil && f.name == slotsPath {
		c.keys.Lock()
		defer c.keys.Unlock()
	}
	data, err := os.ReadFile(filepath.Join(c.from, filepath.FromSlash(f.name)))
	switch {
	case err != nil:
		return nil, err
	case rank(f.name) == 0:
		return data[:min(int64(len(data)), f.size)], nil
	case f.name == deskFile:
		return asCopy(data), nil
	}
	return data, nil
}

// asCopy marks a desk file, so that a store made of the copy knows that it is one.
func asCopy(data []byte) []byte {
	id, _, err := decodeIdentity(data)
	if err != nil {
		return data // damaged, which is as good a mark
	}
	id.Copy = true
	return id.encode()
}

// compare reads a copied file back.
func (c *copier) compare(f entry) error {
	c.meter.add(f.size)
	want, copied := c.sums[f.name]
	if !copied {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(c.to, filepath.FromSlash(f.name)))
	if err == nil && sha256.Sum256(data) != want {
		err = ErrUnequal
	}
	return err
}
