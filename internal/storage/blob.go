package storage

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"harta/internal/journal"
)

// MaxBlob is the largest size of an attachment.
const MaxBlob = 50 << 20

// PutBlob keeps an attachment, already encrypted, under its SHA-256. It is fsynced when PutBlob returns, so that
// the record that names it may follow.
func (s *Store) PutBlob(ciphertext []byte) (journal.Hash, error) {
	if len(ciphertext) > MaxBlob {
		return journal.Hash{}, ErrTooLarge
	}
	id := journal.Hash(sha256.Sum256(ciphertext))
	return id, s.place(s.blob(id), ciphertext)
}

// Blob returns an attachment, or a [*DamageError] when it is not what was kept.
func (s *Store) Blob(id journal.Hash) ([]byte, error) {
	b, err := os.ReadFile(s.blob(id))
	if err != nil {
		return nil, fmt.Errorf("read attachment: %w", err)
	}
	if sha256.Sum256(b) != id {
		return nil, damaged([]journal.Damage{{Source: blobDir + "/" + id.String(), Err: ErrUnequal}})
	}
	return b, nil
}

// DeleteBlob deletes an attachment, present or not.
func (s *Store) DeleteBlob(id journal.Hash) error { return s.delete(s.blob(id)) }

func (s *Store) blob(id journal.Hash) string { return s.path(filepath.Join(blobDir, id.String())) }

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

// WriteDraft replaces a draft. Its name is made of small Latin letters, digits and dashes.
func (s *Store) WriteDraft(name string, sealed []byte) error {
	if err := validName(name); err != nil {
		return err
	}
	return s.place(s.path(filepath.Join(draftsDir, name)), sealed)
}

// DeleteDraft deletes a draft, present or not.
func (s *Store) DeleteDraft(name string) error {
	if err := validName(name); err != nil {
		return err
	}
	return s.delete(s.path(filepath.Join(draftsDir, name)))
}
