package vault

import (
	"errors"
	"fmt"
	"io"
)

// ContentKey locks the records of one case or person, or one attachment. To forget the key is to erase what
// it locks.
type ContentKey [keySize]byte

// NewContentKey makes a key.
func NewContentKey(random io.Reader) (key ContentKey, err error) {
	if _, err := io.ReadFull(random, key[:]); err != nil {
		return ContentKey{}, fmt.Errorf("new content key: %w", err)
	}
	return key, nil
}

// Format prints <secret> under every verb.
func (ContentKey) Format(f fmt.State, r rune) { secret{}.Format(f, r) }

// MarshalText refuses: a key is written wrapped, in a [Slot], or not at all.
func (ContentKey) MarshalText() ([]byte, error) { return nil, errors.New("content key in the clear") }

const blobLabel = "harta-blob-v1"

// SealBlob seals the bytes of an attachment: nonce ‖ AES-256-GCM. Each attachment has a key of its own.
func SealBlob(key ContentKey, plain []byte, random io.Reader) ([]byte, error) {
	return seal(key, plain, []byte(blobLabel), random)
}

// OpenBlob opens what [SealBlob] sealed; [ErrDamaged] also stands for a wrong key.
func OpenBlob(key ContentKey, sealed []byte) ([]byte, error) {
	return AppendBlob(nil, key, sealed)
}

// AppendBlob is OpenBlob that appends the plain bytes, for whoever opens many.
func AppendBlob(to []byte, key ContentKey, sealed []byte) ([]byte, error) {
	aead, err := gcm(key)
	if err != nil {
		return to, err
	}
	return appendWith(aead, to, sealed, []byte(blobLabel))
}
