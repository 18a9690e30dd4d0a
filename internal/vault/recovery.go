package vault

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Why a typed recovery code is refused.
var (
	ErrRecoveryLength = errors.New("recovery code of a wrong length")
	ErrRecoverySign   = errors.New("recovery code with a character it cannot have")
	ErrRecoveryTyped  = errors.New("recovery code mistyped")
)

// RecoveryCode is printed once and kept in a safe: the way back in when every password is lost. It is 130
// random bits as 26 base32 characters, and 2 more that reveal any two wrong characters wherever they are.
type RecoveryCode struct {
	secret
	digits [recoveryDigits]byte
}

const (
	recoveryDigits = 26
	recoveryLength = recoveryDigits + 2
	recoveryGroup  = 4

	// recoveryAlphabet is Crockford's: no I, L, O and U.
	recoveryAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
)

// NewRecoveryCode makes a code.
func NewRecoveryCode(random io.Reader) (RecoveryCode, error) {
	var c RecoveryCode
	if _, err := io.ReadFull(random, c.digits[:]); err != nil {
		return RecoveryCode{}, fmt.Errorf("new recovery code: %w", err)
	}
	for i := range c.digits {
		c.digits[i] &= 31
	}
	return c, nil
}

// ParseRecoveryCode reads a code as a person types it: in capitals or not, with any spaces and dashes, with
// Latin characters or the Cyrillic ones that look like them.
func ParseRecoveryCode(typed string) (RecoveryCode, error) {
	var digits []byte
	for _, r := range typed {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) {
			continue
		}
		d := strings.IndexRune(recoveryAlphabet, lookAlike(unicode.ToUpper(r)))
		if d < 0 {
			return RecoveryCode{}, ErrRecoverySign
		}
		digits = append(digits, byte(d))
	}
	if len(digits) != recoveryLength {
		return RecoveryCode{}, ErrRecoveryLength
	}
	c := RecoveryCode{digits: [recoveryDigits]byte(digits)}
	if check := c.check(); check[0] != digits[recoveryDigits] || check[1] != digits[recoveryDigits+1] {
		return RecoveryCode{}, ErrRecoveryTyped
	}
	return c, nil
}

// Reveal returns the code as it is printed: seven groups of four.
func (c RecoveryCode) Reveal() string {
	check := c.check()
	var out strings.Builder
	for i, d := range append(c.digits[:], check[:]...) {
		if i > 0 && i%recoveryGroup == 0 {
			out.WriteByte('-')
		}
		out.WriteByte(recoveryAlphabet[d])
	}
	return out.String()
}

// Identity returns the identity that the code stands for, always the same: HKDF of the 26 digits, a byte each.
func (c RecoveryCode) Identity() (Identity, error) {
	seed := derive(c.digits[:], "harta-recovery-sign-v1")
	scalar := derive(c.digits[:], "harta-recovery-open-v1")
	return newIdentity([identitySize]byte(append(seed[:], scalar[:]...)))
}

// lookAlike maps a capital to the character of the alphabet that it may be taken for.
func lookAlike(r rune) rune {
	const from, to = "OILUАВЕКМНОРСТУХЗІЈЅ", "011VABEKMH0PCTYX31JS"
	for i, f := range []rune(from) {
		if r == f {
			return rune(to[i])
		}
	}
	return r
}

// check returns the check digits: with them the code, read as a polynomial over GF(32), has the roots 2 and 4.
// That is a Reed–Solomon code of distance 3, so that fewer than three wrong digits never make another code.
func (c RecoveryCode) check() [2]byte {
	var rest [2]byte // remainder of the division by (x+2)(x+4) = x² + 6x + 8
	for _, d := range c.digits {
		top := d ^ rest[0]
		rest[0], rest[1] = rest[1]^times(top, 6), times(top, 8)
	}
	return rest
}

// times multiplies in GF(32) modulo x⁵ + x² + 1, of which 2 is a generator.
func times(a, b byte) byte {
	const modulus = 1<<5 | 1<<2 | 1
	var out byte
	for ; b > 0; b >>= 1 {
		if b&1 == 1 {
			out ^= a
		}
		if a <<= 1; a >= 32 {
			a ^= modulus
		}
	}
	return out
}
