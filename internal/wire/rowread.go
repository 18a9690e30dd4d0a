package wire

import (
	"encoding/binary"
	"fmt"
	"math"
	"unicode/utf8"
)

// A row is read by the few lines below instead of by the library, which makes a map of every struct: opening a large
// register would leave half a gigabyte behind. The tables name the fields of a struct in the order of their keys, and a
// row has them in that order, so that a value is filled while the row is walked over, and nothing else is kept of it.
// Only what encode writes is understood; anything else is damage, and folds the cache anew.

// rowReader is a row that is being read. The byte strings it gives are parts of the row.
type rowReader struct {
	rest []byte
	left uint64 // fields of the open struct that were not read yet
	next uint64 // the key of the first of them,
	seen bool   // once it was looked at
}

var errRow = fmt.Errorf("%w: not a row", ErrDamaged)

// fillRow fills a value from all of b.
func fillRow[T any](b []byte, v *T, fields func(*coder, *T)) error {
	c := coder{row: &rowReader{rest: b}}
	within(&c, v, fields)
	if len(c.row.rest) > 0 {
		c.broken()
	}
	return c.err
}

// inRow codes a struct of a row.
func inRow[T any](c *coder, v *T, fields func(*coder, *T)) {
	outer := *c.row
	c.row.left, c.row.seen = c.head(majorMap), false
	fields(c, v)
	if c.row.left > 0 {
		c.strange()
	}
	outer.rest = c.row.rest
	*c.row = outer
}

// enterRow tells whether the next field of the open struct has a key.
func (c *coder) enterRow(key uint64) bool {
	r := c.row
	if c.err != nil || r.left == 0 {
		return false
	}
	if !r.seen {
		r.next, r.seen = c.head(majorUint), true
	}
	if r.next > key || c.err != nil {
		return false
	}
	if r.next < key { // its table has passed it
		c.strange()
		return false
	}
	r.left, r.seen, c.key = r.left-1, false, key
	if len(r.rest) > 0 && emptyForm(r.rest[0]) {
		c.fail("empty value")
	}
	return c.err == nil
}

// Major types of CBOR.
const (
	majorUint = iota
	majorNegative
	majorBytes
	majorText
	majorList
	majorMap
	majorTag
	majorSimple
)

// simpleTrue and simpleFalse are the values of a simple type that are written.
const (
	simpleFalse = 20
	simpleTrue  = 21
)

// emptyForm tells whether a value that begins so is the empty form of its type, which has no entry in a struct.
func emptyForm(first byte) bool {
	if first>>5 == majorSimple {
		return first&0x1f == simpleFalse
	}
	return first&0x1f == 0 && first>>5 != majorNegative
}

// head reads what a value of a type begins with: its number or size.
func (c *coder) head(want byte) uint64 {
	major, n := c.anyHead()
	if c.err == nil && major != want {
		c.fail("value of a wrong type")
	}
	if c.err != nil {
		return 0
	}
	return n
}

// anyHead reads what a value of any type begins with.
func (c *coder) anyHead() (major byte, n uint64) {
	r := c.row
	if len(r.rest) == 0 {
		c.broken()
		return 0, 0
	}
	major, n = r.rest[0]>>5, uint64(r.rest[0]&0x1f)
	r.rest = r.rest[1:]
	if n < 24 {
		return major, n
	}
	size := 1 << (n - 24)
	if n > 27 || len(r.rest) < size {
		c.broken()
		return 0, 0
	}
	var wide [8]byte
	copy(wide[8-size:], r.rest)
	r.rest = r.rest[size:]
	if n = binary.BigEndian.Uint64(wide[:]); n < 24 || size > 1 && n>>(4*size) == 0 {
		c.broken() // encode writes a number as short as it can be
	}
	return major, n
}

// take gives the bytes of a byte string or a text.
func (c *coder) take(major byte) []byte {
	n, r := c.head(major), c.row
	if n > uint64(len(r.rest)) {
		c.broken()
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	if major == majorText && !utf8.Valid(b) {
		c.broken()
	}
	return b
}

// size reads of how many elements a list is.
func (c *coder) size() uint64 {
	n := c.head(majorList)
	if n > uint64(len(c.row.rest)) { // each takes a byte at least
		c.broken()
		return 0
	}
	return n
}

// number reads a number with a sign.
func (c *coder) number() int64 {
	major, n := c.anyHead()
	if c.err == nil && (major > majorNegative || n > math.MaxInt64) {
		c.fail("value of a wrong type")
	}
	if major == majorNegative {
		return -1 - int64(n)
	}
	return int64(n)
}

// yes reads yes or no.
func (c *coder) yes() bool {
	n := c.head(majorSimple)
	if c.err == nil && n != simpleFalse && n != simpleTrue {
		c.broken()
	}
	return n == simpleTrue
}

// broken says that a row is none.
func (c *coder) broken() {
	if c.err == nil {
		c.err = errRow
	}
}

// strange says that the open struct has a key that its table does not name.
func (c *coder) strange() {
	if c.err == nil {
		c.err = errUnknownKey
	}
}
