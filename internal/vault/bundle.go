package vault

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/argon2"
)

// What may be wrong with a bundle that is not damaged.
var (
	// ErrWrongPassword marks a bundle that the password does not open.
	ErrWrongPassword = errors.New("wrong password")
	// ErrCost marks a cost that no bundle of ours has, or that would stall the program.
	ErrCost = errors.New("absurd cost of a password")
)

// Cost is what one guess of a password costs, by argon2id.
type Cost struct {
	Memory  uint32 // KiB
	Time    uint32 // passes
	Threads uint8
}

// DefaultCost returns the cost of new bundles: about a quarter of a second.
func DefaultCost() Cost { return Cost{Memory: 64 << 10, Time: 3, Threads: 2} }

// TestCost returns a cost that guards nothing, for tests.
func TestCost() Cost { return Cost{Memory: 64, Time: 1, Threads: 1} }

// check bounds what a hostile file may make us spend.
func (c Cost) check() error {
	const gib = 1 << 20
	switch {
	case c.Threads < 1, c.Threads > 16, c.Time < 1, c.Time > 32, c.Memory < 8*uint32(c.Threads), c.Memory > gib:
		return fmt.Errorf("%w: %d KiB, %d passes, %d threads", ErrCost, c.Memory, c.Time, c.Threads)
	}
	return nil
}

// The bundle, 157 bytes:
//
//	"harta-bundle-v1\n" | memory u32 | time u32 | threads u8 | counter u64 | salt 16 |
//	nonce 12 | AES-256-GCM(argon2id(password, salt), seed ‖ scalar) 80 | first 16 bytes of SHA-256 of all before
//
// Numbers are big-endian. What precedes the nonce is the additional data.
const (
	bundleMagic  = "harta-bundle-v1\n"
	saltSize     = 16
	bundleHead   = len(bundleMagic) + 4 + 4 + 1 + 8 + saltSize
	checksumSize = 16
	bundleSize   = bundleHead + nonceSize + identitySize + tagSize + checksumSize
)

// SealBundle seals the identity under the password, as the UTF-8 it is given in. The counter tells an older
// bundle of the same user from a newer one.
func SealBundle(id Identity, password string, cost Cost, counter uint64, random io.Reader) ([]byte, error) { //nolint:revive // five unlike things, none optional: a struct would only name them again
	if err := cost.check(); err != nil {
		return nil, err
	}
	b := binary.BigEndian.AppendUint32([]byte(bundleMagic), cost.Memory)
	b = append(binary.BigEndian.AppendUint32(b, cost.Time), cost.Threads)
	b = binary.BigEndian.AppendUint64(b, counter)
	var salt [saltSize]byte
	if _, err := io.ReadFull(random, salt[:]); err != nil {
		return nil, fmt.Errorf("salt: %w", err)
	}
	b = append(b, salt[:]...)
	sealed, err := seal(stretch(password, salt[:], cost), id.bytes(), b, random)
	if err != nil {
		return nil, err
	}
	b = append(b, sealed...)
	return append(b, checksum(b)...), nil
}

// OpenBundle opens a bundle and returns its counter. [ErrWrongPassword] means that the bundle is as it was
// written; any other error means that no password will open it.
func OpenBundle(bundle []byte, password string) (Identity, uint64, error) {
	if len(bundle) != bundleSize || !bytes.HasPrefix(bundle, []byte(bundleMagic)) {
		return Identity{}, 0, fmt.Errorf("%w: not a user bundle", ErrDamaged)
	}
	body, sum := bundle[:bundleSize-checksumSize], bundle[bundleSize-checksumSize:]
	if !bytes.Equal(checksum(body), sum) {
		return Identity{}, 0, fmt.Errorf("%w: checksum of a user bundle", ErrDamaged)
	}
	head, sealed := body[:bundleHead], body[bundleHead:]
	numbers := head[len(bundleMagic):]
	cost := Cost{binary.BigEndian.Uint32(numbers), binary.BigEndian.Uint32(numbers[4:]), numbers[8]}
	if err := cost.check(); err != nil {
		return Identity{}, 0, err
	}
	plain, err := open(stretch(password, head[bundleHead-saltSize:], cost), sealed, head)
	if err != nil {
		return Identity{}, 0, ErrWrongPassword
	}
	id, err := newIdentity([identitySize]byte(plain))
	return id, binary.BigEndian.Uint64(numbers[9:]), err
}

func stretch(password string, salt []byte, cost Cost) [keySize]byte {
	return [keySize]byte(argon2.IDKey([]byte(password), salt, cost.Time, cost.Memory, cost.Threads, keySize))
}

// checksum tells damage from a wrong password; it proves nothing against an enemy.
func checksum(b []byte) []byte {
	sum := sha256.Sum256(b)
	return sum[:checksumSize]
}
