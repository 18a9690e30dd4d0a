package vault

import (
	"bytes"
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
)

// ErrNotRecipient marks an epoch that was not sealed to the identity.
var ErrNotRecipient = errors.New("not sealed to this identity")

// Epoch is one generation of the office's keys. A user who leaves does not get the next one; old ones stay, so
// that what was sealed under them is still read.
type Epoch struct {
	secret
	Number uint32 // from 1

	root, scalar, wrap [keySize]byte
	wrapper            cipher.AEAD // by wrap, made once: every row of the register is opened with it
	opener             *age.X25519Identity
}

// The sealed text of an epoch: "harta-epoch-v1\n" | number u32 | secret 32 | scalar 32.
const (
	epochMagic = "harta-epoch-v1\n"
	epochSize  = len(epochMagic) + 4 + identitySize
)

// NewEpoch makes the keys of an epoch.
func NewEpoch(number uint32, random io.Reader) (Epoch, error) {
	var b [identitySize]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return Epoch{}, fmt.Errorf("new epoch: %w", err)
	}
	return newEpoch(number, b)
}

func newEpoch(number uint32, b [identitySize]byte) (Epoch, error) {
	e := Epoch{Number: number, root: [keySize]byte(b[:keySize]), scalar: [keySize]byte(b[keySize:])}
	e.wrap = derive(e.root[:], "harta-wrap-v1")
	var err error
	if e.wrapper, err = gcm(e.wrap); err != nil {
		return e, err
	}
	e.opener, err = ageIdentity(e.scalar)
	return e, err
}

// WrapKey returns the key that wraps content keys.
func (e Epoch) WrapKey() [32]byte { return e.wrap }

// OfficeKey returns the content key of records that concern the whole office.
func (e Epoch) OfficeKey() ContentKey { return ContentKey(derive(e.root[:], "harta-office-v1")) }

// OfficeKeyID returns the id under which records name [Epoch.OfficeKey].
func (e Epoch) OfficeKeyID() [16]byte {
	id := derive(e.root[:], "harta-office-id-v1")
	return [16]byte(id[:16])
}

// IndexKey returns the key of the words in the search index.
func (e Epoch) IndexKey() [32]byte { return derive(e.root[:], "harta-index-v1") }

// Recipient returns the age recipient (age1…) to which files for the office are sealed.
func (e Epoch) Recipient() string { return e.opener.Recipient().String() }

// Opener returns the age identity that opens files sealed to [Epoch.Recipient].
func (e Epoch) Opener() age.Identity { return e.opener }

// SealTo seals the epoch as an age file that each of the recipients (age1…) can open.
func (e Epoch) SealTo(recipients ...string) ([]byte, error) {
	var to []age.Recipient
	for _, s := range recipients {
		r, err := age.ParseX25519Recipient(s)
		if err != nil {
			return nil, fmt.Errorf("recipient of an epoch: %w", err)
		}
		to = append(to, r)
	}
	plain := binary.BigEndian.AppendUint32([]byte(epochMagic), e.Number)
	plain = append(append(plain, e.root[:]...), e.scalar[:]...)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to...)
	if err != nil {
		return nil, fmt.Errorf("seal an epoch: %w", err)
	}
	if _, err := w.Write(plain); err != nil {
		return nil, fmt.Errorf("seal an epoch: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("seal an epoch: %w", err)
	}
	return out.Bytes(), nil
}

// OpenEpoch opens what [Epoch.SealTo] sealed to the identity, among others.
func OpenEpoch(sealed []byte, id Identity) (Epoch, error) {
	r, err := age.Decrypt(bytes.NewReader(sealed), id.opener)
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		return Epoch{}, ErrNotRecipient
	case err != nil:
		return Epoch{}, fmt.Errorf("%w: sealed epoch: %w", ErrDamaged, err)
	}
	plain, err := io.ReadAll(io.LimitReader(r, int64(epochSize)+1))
	if err != nil {
		return Epoch{}, fmt.Errorf("%w: sealed epoch: %w", ErrDamaged, err)
	}
	if len(plain) != epochSize || !bytes.HasPrefix(plain, []byte(epochMagic)) {
		return Epoch{}, fmt.Errorf("%w: not an epoch", ErrDamaged)
	}
	plain = plain[len(epochMagic):]
	return newEpoch(binary.BigEndian.Uint32(plain), [identitySize]byte(plain[4:]))
}
