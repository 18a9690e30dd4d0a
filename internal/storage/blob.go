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
