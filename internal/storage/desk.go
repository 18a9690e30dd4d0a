package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"harta/internal/journal"
)

// Desk is which desk this is. The zero Desk is one that is not founded yet.
type Desk struct {
	ID      string
	Journal journal.ChainID // the chain it writes
	Access  journal.ChainID // the chain in which it notes who looked at what
	Series  string          // letter of its registration numbers, empty for the first chain of an office
}

// identity is the content of the desk file.
type identity struct {
	ID          string `json:"id"`
	Journal     string `json:"journal"`
	Access      string `json:"access"`
	Series      string `json:"series"`
	Fingerprint string `json:"fingerprint"`
	Copy        bool   `json:"copy,omitempty"` // this folder is a backup, or was one
}

// Desk returns which desk this is.
func (s *Store) Desk() Desk {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.desk
}

// SetDesk changes which desk this is. It is fsynced when SetDesk returns.
func (s *Store) SetDesk(d Desk) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return err
	}
	id := s.identity
	id.ID, id.Series, id.Journal, id.Access = d.ID, d.Series, d.Journal.String(), d.Access.String()
	if err := s.writeIdentity(id); err != nil {
		return err
	}
	s.desk = d
	return nil
}

func (s *Store) writeIdentity(id identity) error {
	if err := s.volume.replace(s.path(deskFile), id.encode()); err != nil {
		return fmt.Errorf("write desk: %w", err)
	}
	s.identity = id
	return nil
}

// encode returns a line of JSON and its checksum.
func (id identity) encode() []byte {
	b, err := json.Marshal(id)
	if err != nil {
		b = nil // cannot happen: strings and a bool
	}
	return []byte(string(b) + "\n" + digest(string(b)) + "\n")
}

// decodeIdentity is the inverse of encode.
func decodeIdentity(b []byte) (id identity, d Desk, err error) {
	text, sum, _ := strings.Cut(strings.TrimSuffix(string(b), "\n"), "\n")
	if sum != digest(text) {
		return id, d, ErrUnequal
	}
	if err := json.Unmarshal([]byte(text), &id); err != nil {
		return id, d, err
	}
	d.ID, d.Series = id.ID, id.Series
	var errs [2]error
	d.Journal, errs[0] = journal.ParseChainID(id.Journal)
	d.Access, errs[1] = journal.ParseChainID(id.Access)
	return id, d, errors.Join(errs[:]...)
}

// readDesk reads the desk file. One that is missing or altered is lost; that is a finding, not an error.
func (s *Store) readDesk() error {
	b, err := os.ReadFile(s.path(deskFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read desk: %w", err)
	}
	if id, d, err := decodeIdentity(b); err == nil {
		s.identity, s.desk = id, d
		return nil
	}
	s.findings.DeskLost = true
	return nil
}

// Begun tells whether a folder holds what a Create has begun and nobody has written a record to: power that fails in the
// moment in which an office is founded leaves that. While somebody founds one it is his.
func Begun(dir string) bool {
	written, err := list(filepath.Join(dir, journalDir))
	if err != nil || len(written) > 0 || !isStore(dir) || writerLives(filepath.Join(dir, lockFile)) {
		return false
	}
	b, err := os.ReadFile(filepath.Join(dir, deskFile))
	if errors.Is(err, fs.ErrNotExist) { // it is made before the state
		_, err = os.Stat(filepath.Join(dir, stateFile))
		return errors.Is(err, fs.ErrNotExist)
	}
	_, d, err := decodeIdentity(b)
	return err == nil && d.Journal == journal.ChainID{}
}

// isStore reports whether a folder holds a store or what Create has begun.
func isStore(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, journalDir))
	return err == nil
}
