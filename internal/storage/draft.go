package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Drafts returns the names of all drafts.
func (s *Store) Drafts() ([]string, error) {
	names, err := list(s.path(draftsDir))
	if err != nil {
		return nil, err
	}
	drafts := names[:0]
	for _, name := range names {
		if validName(name) == nil {
			drafts = append(drafts, name)
		}
	}
	return drafts, nil
}

// ReadDraft returns a draft as it was sealed.
func (s *Store) ReadDraft(name string) ([]byte, error) {
	if err := validName(name); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(s.path(filepath.Join(draftsDir, name)))
	if err != nil {
		return nil, fmt.Errorf("read draft: %w", err)
	}
	return b, nil
}

// WriteDraft replaces a draft. Its name is made of small Latin letters, digits and dashes. It is written also when the
// reserve of the disk is reached and after a write whose outcome is unknown: then it is all that keeps what was typed.
func (s *Store) WriteDraft(name string, sealed []byte) error {
	return s.draft(name, func(path string) error { return explain(s.volume.replace(path, sealed)) })
}

// DeleteDraft deletes a draft, present or not.
func (s *Store) DeleteDraft(name string) error { return s.draft(name, s.volume.remove) }

// draft changes the file of a draft.
func (s *Store) draft(name string, change func(path string) error) error {
	if err := validName(name); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil && !errors.Is(s.broken, ErrOutcomeUnknown) {
		return s.broken
	}
	return change(s.path(filepath.Join(draftsDir, name)))
}
