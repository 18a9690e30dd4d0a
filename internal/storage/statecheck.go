package storage

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// The mark beside the state file says how far the file can be trusted. Without one it is suspect.
const (
	markSuffix   = ".mark"
	markOpen     = "open"     // every commit is fsynced
	markBuilding = "building" // nothing is, until the rebuild ends
	markClosed   = "closed "  // nobody has written since; the checksum of the file follows
	markVouched  = "vouched"  // never written: a writer that is alive has looked at the file
)

// readMark returns the mark in a data folder.
func readMark(path string) (string, error) {
	b, err := os.ReadFile(path + markSuffix)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("read mark of the state: %w", err)
	}
	return string(b), nil
}

// mark says how the file is being written.
func (s *state) mark(how string) error {
	if s.reader {
		return nil
	}
	return s.volume.replace(s.path+markSuffix, []byte(how))
}

// sound reports whether a state file may be opened here: it is as it was when it was closed, or the probe finds
// no fault.
func sound(path, mark string, probe func(string) error) bool {
	if info, err := os.Stat(path); err != nil || info.Size() == 0 { // bbolt takes an empty file for a new one
		return false
	}
	switch {
	case mark == markVouched:
		return true
	case mark == markBuilding:
		return false
	case strings.HasPrefix(mark, markClosed):
		now, err := closedMark(path)
		return err == nil && now == mark
	}
	return probe(path) == nil
}

// closedMark returns the mark of a file that is closed now.
func closedMark(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("open state file: %w", err)
	}
	defer release(f)
	crc := crc32.New(castagnoli)
	size, err := io.CopyBuffer(crc, struct{ io.Reader }{f}, make([]byte, 1<<20))
	if err != nil {
		return "", fmt.Errorf("read state file: %w", err)
	}
	return fmt.Sprintf("%s%08x %d", markClosed, crc.Sum32(), size), nil
}

// CheckState reads a state file whole and says with [ErrStateLost] that it is damaged. Damage may also crash
// the process, even where a panic would be caught: call it in a child.
func CheckState(path string) error {
	return guard(always, func() error {
		db, err := bolt.Open(path, fileMode, &bolt.Options{ReadOnly: true, Timeout: stateTimeout})
		if err != nil {
			return fmt.Errorf("%w: %w", ErrStateLost, err)
		}
		defer release(db)
		return db.View(checkAll)
	})
}

// checkAll checks the pages, then every value and the sum of every bucket.
func checkAll(tx *bolt.Tx) error {
	var first error
	for err := range tx.Check() { // to the end, or its goroutine would wait for ever
		if first == nil {
			first = fmt.Errorf("%w: %w", ErrStateLost, err)
		}
	}
	if first != nil {
		return first
	}
	v := &view{tx: tx, inside: true}
	return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
		if string(name) == sumsBucket {
			return checkSums(tx, b)
		}
		return State{v}.Each(string(name), nil, func(_, _ []byte) error { return nil })
	})
}

// checkSums makes sure that no bucket with a sum is missing.
func checkSums(tx *bolt.Tx, sums *bolt.Bucket) error {
	return sums.ForEach(func(name, _ []byte) error {
		if tx.Bucket(name) == nil {
			return fmt.Errorf("%w: %s is missing", ErrStateLost, name)
		}
		return nil
	})
}
