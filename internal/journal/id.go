package journal

import (
	"encoding/hex"
	"fmt"
)

// Hash identifies a record for ever: nobody can make another record with the same one.
type Hash [32]byte

// Ref is the first half of a record's hash: enough to point at a record.
type Ref [16]byte

// ChainID is the reference of the first record of a chain.
type ChainID Ref

// AuthorID is the first half of SHA-256 of an author's public key.
type AuthorID [16]byte

// SubjectID is the case or person a record speaks of; zero is the office itself.
type SubjectID [16]byte

// KeyID names the content key of a body; zero marks a clear body.
type KeyID [16]byte

// CommandID is the same in all records of one command, so that a command repeated is a command recognised.
type CommandID [16]byte

// Ref returns the reference to the record with this hash.
func (h Hash) Ref() Ref { return Ref(h[:16]) }

// String returns the hash in hexadecimal.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// String returns the reference in hexadecimal.
func (r Ref) String() string { return hex.EncodeToString(r[:]) }

// String returns the id in hexadecimal.
func (id ChainID) String() string { return hex.EncodeToString(id[:]) }

// String returns the id in hexadecimal.
func (id AuthorID) String() string { return hex.EncodeToString(id[:]) }

// String returns the id in hexadecimal.
func (id SubjectID) String() string { return hex.EncodeToString(id[:]) }

// String returns the id in hexadecimal.
func (id KeyID) String() string { return hex.EncodeToString(id[:]) }

// String returns the id in hexadecimal.
func (id CommandID) String() string { return hex.EncodeToString(id[:]) }

// ParseHash reads what [Hash.String] wrote.
func ParseHash(s string) (h Hash, err error) { return h, parse(h[:], s) }

// ParseRef reads what [Ref.String] wrote.
func ParseRef(s string) (r Ref, err error) { return r, parse(r[:], s) }

// ParseChainID reads what [ChainID.String] wrote.
func ParseChainID(s string) (id ChainID, err error) { return id, parse(id[:], s) }

// parse accepts only the one form that String writes: two spellings of an id would be two file names.
func parse(dst []byte, s string) error {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(dst) || hex.EncodeToString(b) != s {
		return fmt.Errorf("%q is not %d bytes in lower case hexadecimal", s, len(dst))
	}
	copy(dst, b)
	return nil
}
