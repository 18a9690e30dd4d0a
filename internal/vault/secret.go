package vault

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
)

// ErrDamaged marks sealed bytes that are not what was written.
var ErrDamaged = errors.New("damaged")

const (
	keySize   = 32
	nonceSize = 12
	tagSize   = 16
	redacted  = "<secret>"
)

// secret is embedded in what must never be printed.
type secret struct{}

// Format prints <secret> under every verb.
func (secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// derive makes the key of one purpose; keys of different labels tell nothing about each other.
func derive(from []byte, label string) [keySize]byte {
	key, _ := hkdf.Key(sha256.New, from, nil, label, keySize) // refuses only lengths over 255 hashes
	return [keySize]byte(key)
}

// seal returns nonce ‖ AES-256-GCM(key, plain).
func seal(key [keySize]byte, plain, aad []byte, random io.Reader) ([]byte, error) {
	nonce := make([]byte, nonceSize, nonceSize+len(plain)+tagSize)
	if _, err := io.ReadFull(random, nonce); err != nil {
		return nil, fmt.Errorf("nonce: %w", err)
	}
	aead, err := gcm(key)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nonce, nonce, plain, aad), nil
}

// open is the inverse of seal; a wrong key and damaged bytes look alike.
func open(key [keySize]byte, sealed, aad []byte) ([]byte, error) {
	aead, err := gcm(key)
	if err != nil {
		return nil, err
	}
	return openWith(aead, sealed, aad)
}

// openWith is open with a key that is used again and again.
func openWith(aead cipher.AEAD, sealed, aad []byte) ([]byte, error) {
	return appendWith(aead, nil, sealed, aad)
}

// appendWith appends what is sealed.
func appendWith(aead cipher.AEAD, to, sealed, aad []byte) ([]byte, error) {
	if len(sealed) < nonceSize+tagSize {
		return to, ErrDamaged
	}
	plain, err := aead.Open(to, sealed[:nonceSize], sealed[nonceSize:], aad)
	if err != nil {
		return to, ErrDamaged
	}
	return plain, nil
}

func gcm(key [keySize]byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key[:])
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}
