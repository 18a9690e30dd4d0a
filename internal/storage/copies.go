package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"harta/internal/journal"
)

// Copying says how a backup is made.
type Copying struct {
	Progress Progress
	Stopped  func() bool // ends it with [ErrStopped] between two files; nil never does
	Prior    string      // an earlier backup: what has not changed since is linked where the disk can, so that it takes no room
}

// Dated says where a dated backup is made, and how many stay.
type Dated struct {
	Dir   string // the folder of backups
	Stamp string // the name of this one, so that names sort by time
	Keep  int    // how many backups of the same chain stay, this one among them; 0 = all
}

// markLength is how much of a chain's name stands behind the stamp: two desks may keep their backups in one folder.
const markLength = 8

// unfinished begins the name of a backup that is being made: it has its own name only when it was read back.
const unfinished = "unfinished-"

// BackupDated makes a backup of its own in a folder of backups, as by [Store.BackupAs], and then removes the oldest
// ones of the same chain beyond those that stay. Nothing else is ever removed: a store that was restored writes another
// chain, and before it does removes nothing. Where the backup lies is told.
func (s *Store) BackupDated(d Dated, how Copying) (dir string, c Copied, err error) {
	chain := s.Desk().Journal
	mark := chain.String()[:markLength]
	own, err := ownCopies(d.Dir, chain)
	if err != nil {
		return "", Copied{}, err
	}
	if how.Prior == "" && len(own) > 0 {
		how.Prior = own[len(own)-1]
	}
	dir = filepath.Join(d.Dir, d.Stamp+"-"+mark)
	if isStore(dir) { // made in the same moment
		c, err = s.BackupAs(dir, how)
		return dir, c, err
	}
	part := filepath.Join(d.Dir, unfinished+mark)
	if c, err = s.finish(part, how); err != nil || !c.Report.Sound() {
		return part, c, err
	}
	if err := errors.Join(s.volume.rename(part, dir), s.volume.disk.SyncDir(d.Dir)); err != nil {
		return part, c, err
	}
	return dir, c, s.rotate(append(own, dir), d.Keep)
}

// finish makes a backup, or makes an end of one that was begun.
func (s *Store) finish(part string, how Copying) (Copied, error) {
	c, err := s.BackupAs(part, how)
	if !errors.Is(err, ErrBackupAhead) {
		return c, err
	}
	if err := s.volume.discard(part); err != nil { // of an earlier try, which is worth nothing
		return c, err
	}
	return s.BackupAs(part, how)
}

// rotate removes the oldest backups beyond those that stay.
func (s *Store) rotate(own []string, keep int) error {
	s.mu.Lock()
	vouched := s.settled || !s.findings.Unsettled()
	s.mu.Unlock()
	if !vouched || keep < 1 {
		return nil
	}
	for _, old := range own[:max(0, len(own)-keep)] {
		if err := s.volume.discard(old); err != nil {
			return err
		}
	}
	return nil
}

// ownCopies gives the finished backups of a chain in a folder, the oldest first.
func ownCopies(dir string, chain journal.ChainID) ([]string, error) {
	all, err := copies(dir, func(d Desk) bool { return d.Journal == chain })
	mark := "-" + chain.String()[:markLength]
	return slices.DeleteFunc(all, func(c string) bool { return !strings.HasSuffix(c, mark) }), err
}

// copies gives the finished backups in a folder that are of a desk, by name.
func copies(dir string, of func(Desk) bool) ([]string, error) {
	names, err := list(dir)
	if err != nil {
		return nil, err
	}
	var all []string
	slices.Sort(names)
	for _, name := range names {
		path := filepath.Join(dir, name)
		info, err := os.Lstat(path)
		if err != nil || !info.IsDir() || strings.HasPrefix(name, unfinished) || !isStore(path) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(path, deskFile))
		if err != nil {
			continue
		}
		if id, d, err := decodeIdentity(b); err == nil && id.Copy && of(d) {
			all = append(all, path)
		}
	}
	return all, nil
}

// newest gives the backup that a folder means: itself, the newest one in it, or the newest one in the only folder in it
// that has any, as whoever picks the disk itself means it.
func newest(dir string) (string, error) {
	if isStore(dir) {
		return dir, nil
	}
	all, err := copies(dir, func(Desk) bool { return true })
	if err != nil {
		return dir, err
	}
	if len(all) == 0 {
		all = within(dir)
	}
	if len(all) == 0 {
		return dir, nil
	}
	return all[len(all)-1], nil
}

// within gives the backups in the folders in a folder, when just one of these has any. What cannot be read has none.
func within(dir string) []string {
	names, err := list(dir)
	if err != nil {
		return nil
	}
	var found []string
	for _, name := range names {
		path := filepath.Join(dir, name)
		if info, err := os.Lstat(path); err != nil || !info.IsDir() {
			continue
		}
		all, err := copies(path, func(Desk) bool { return true })
		switch {
		case err != nil || len(all) == 0:
		case len(found) > 0:
			return nil
		default:
			found = all
		}
	}
	return found
}

// discard removes the files of a backup, the desk file last, and then its folders. What somebody has put among them
// stays, and the folder with it.
func (v volume) discard(dir string) error {
	files, err := kept(dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := v.patiently(func() error { return os.Remove(path) }); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove an old backup: %w", err)
		}
	}
	var all []string
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			all = append(all, path)
		}
		return err
	})
	for _, folder := range slices.Backward(all) {
		_ = os.Remove(folder) // one with something else in it stays
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove an old backup: %w", err)
	}
	return nil
}

// canLink tells whether the disk of a backup can link to an earlier one.
func canLink(prior, dir string) bool {
	if prior == "" {
		return false
	}
	probe := filepath.Join(dir, deskFile+partSuffix)
	_ = os.Remove(probe)
	err := os.Link(filepath.Join(prior, deskFile), probe)
	_ = os.Remove(probe)
	return err == nil
}

// shared tells how many bytes of a list an earlier backup has, so that they need no room.
func (c *copier) shared(files []entry) (bytes uint64) {
	if !c.links {
		return 0
	}
	for _, f := range files {
		info, err := os.Lstat(filepath.Join(c.prior, filepath.FromSlash(f.name)))
		if err == nil && info.Mode().IsRegular() && info.Size() == f.size {
			bytes += uint64(f.size)
		}
	}
	return bytes
}

// link puts a file that an earlier backup has into this one; the bytes of both were read.
func (c *copier) link(f entry, data []byte, to string) bool {
	if !c.links {
		return false
	}
	from := filepath.Join(c.prior, filepath.FromSlash(f.name))
	if there, err := os.ReadFile(from); err != nil || !bytes.Equal(there, data) {
		return false
	}
	return os.Link(from, to) == nil
}
