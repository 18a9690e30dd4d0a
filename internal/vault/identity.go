package vault

import (
	"crypto/ed25519"
	"fmt"
	"io"

	"filippo.io/age"
)

// Identity is what a person holds: an Ed25519 key to sign with and an age X25519 key to open with.
type Identity struct {
	secret
	seed, scalar [keySize]byte
	signer       ed25519.PrivateKey
	opener       *age.X25519Identity
}

const identitySize = 2 * keySize

// NewIdentity makes an identity.
func NewIdentity(random io.Reader) (Identity, error) {
	var b [identitySize]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return Identity{}, fmt.Errorf("new identity: %w", err)
	}
	return newIdentity(b)
}

// newIdentity makes the identity of the seed and the scalar in b.
func newIdentity(b [identitySize]byte) (Identity, error) {
	id := Identity{seed: [keySize]byte(b[:keySize]), scalar: [keySize]byte(b[keySize:])}
	id.signer = ed25519.NewKeyFromSeed(id.seed[:])
	var err error
	id.opener, err = ageIdentity(id.scalar)
	return id, err
}

// bytes is the inverse of newIdentity.
func (id Identity) bytes() []byte { return append(id.seed[:], id.scalar[:]...) }

// Public returns the key that checks what the identity signs.
func (id Identity) Public() ed25519.PublicKey { return id.signer.Public().(ed25519.PublicKey) }

// Signer returns the key that signs.
func (id Identity) Signer() ed25519.PrivateKey { return id.signer }

// Recipient returns the age recipient (age1…) to which others seal.
func (id Identity) Recipient() string { return id.opener.Recipient().String() }

// Opener returns the age identity that opens what was sealed to [Identity.Recipient].
func (id Identity) Opener() age.Identity { return id.opener }
