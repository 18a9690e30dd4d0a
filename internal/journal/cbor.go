package journal

import (
	"bytes"
	"encoding/binary"
	"math"
	"unicode/utf8"
)

// The major types of CBOR.
const (
	cborUint byte = iota
	cborNegative
	cborBytes
	cborText
	cborArray
	cborMap
	cborTag
	cborSimple
)

const (
	maxNesting = 8
	cborFalse  = 20
	cborNull   = 22
)

// cursor reads deterministic CBOR in place. The first deviation from the one permitted form sets err; from
// then on every read returns zero, so that a caller checks once, at the end.
type cursor struct {
	data []byte
	at   int
	err  error
}

func (c *cursor) fail(what string) {
	if c.err == nil {
		c.err = damaged(what)
		c.at = len(c.data)
	}
}

// head reads the major type and the argument of the next item.
func (c *cursor) head() (major byte, n uint64) {
	if c.at >= len(c.data) {
		c.fail("map ends early")
		return 0, 0
	}
	first := c.data[c.at]
	c.at++
	major, short := first>>5, first&31
	if short < 24 {
		return major, uint64(short)
	}
	if short > 27 {
		c.fail("indefinite or reserved length")
		return 0, 0
	}
	width := 1 << (short - 24)
	if len(c.data)-c.at < width {
		c.fail("map ends early")
		return 0, 0
	}
	var wide [8]byte
	copy(wide[8-width:], c.data[c.at:c.at+width])
	c.at += width
	n = binary.BigEndian.Uint64(wide[:])
	if n < 24 || width > 1 && n>>(4*width) == 0 {
		c.fail("number not in its shortest form")
		return 0, 0
	}
	return major, n
}

// expect reads the head of an item that must be of the given major type.
func (c *cursor) expect(major byte) uint64 {
	got, n := c.head()
	if got != major {
		c.fail("field of a wrong type")
		return 0
	}
	return n
}

func (c *cursor) uint() uint64 { return c.expect(cborUint) }

// take returns the next n bytes without copying them.
func (c *cursor) take(n uint64) []byte {
	if n > uint64(len(c.data)-c.at) {
		c.fail("map ends early")
		return nil
	}
	from := c.at
	c.at += int(n)
	return c.data[from:c.at:c.at]
}

func (c *cursor) bytes() []byte { return c.take(c.expect(cborBytes)) }

// fixed reads a byte string that must fill dst.
func (c *cursor) fixed(dst []byte) {
	if b := c.bytes(); len(b) == len(dst) {
		copy(dst, b)
		return
	}
	c.fail("field of a wrong size")
}

func (c *cursor) text() string { return string(c.letters(c.expect(cborText))) }

// letters returns the next n bytes, which must be UTF-8.
func (c *cursor) letters(n uint64) []byte {
	b := c.take(n)
	if !utf8.Valid(b) {
		c.fail("text is not UTF-8")
		return nil
	}
	return b
}

// key reads a map key that must be want.
func (c *cursor) key(want uint64) {
	if c.uint() != want {
		c.fail("field missing or out of place")
	}
}

// skip reads one item of any type, depth levels deep in the record.
func (c *cursor) skip(depth int) {
	major, n := c.head()
	switch major {
	case cborUint:
	case cborNegative:
		if n > math.MaxInt64 {
			c.fail("number out of range")
		}
	case cborBytes:
		c.take(n)
	case cborText:
		c.letters(n)
	case cborArray:
		c.items(n, depth+1)
	case cborMap:
		c.entries(n, depth+1)
	case cborTag:
		c.fail("tag")
	case cborSimple:
		if n < cborFalse || n > cborNull {
			c.fail("float or reserved value")
		}
	}
}

func (c *cursor) items(n uint64, depth int) {
	if depth > maxNesting {
		c.fail("nested too deep")
	}
	for ; n > 0 && c.err == nil; n-- {
		c.skip(depth)
	}
}

func (c *cursor) entries(n uint64, depth int) {
	if depth > maxNesting {
		c.fail("nested too deep")
	}
	var last []byte
	for ; n > 0 && c.err == nil; n-- {
		last = c.keyAfter(last)
		c.skip(depth)
	}
}

// keyAfter reads the key of an entry, an integer or a text, and returns its encoding; keys must rise.
func (c *cursor) keyAfter(last []byte) []byte {
	from := c.at
	if from < len(c.data) && c.data[from]>>5 != cborText && c.data[from]>>5 > cborNegative {
		c.fail("key is neither integer nor text")
		return nil
	}
	c.skip(maxNesting)
	key := c.data[from:c.at]
	if last != nil && bytes.Compare(last, key) >= 0 {
		c.fail("keys repeated or out of order")
	}
	return key
}

// appendHead appends the head of an item in its shortest form.
func appendHead(b []byte, major byte, n uint64) []byte {
	major <<= 5
	switch {
	case n < 24:
		return append(b, major|byte(n))
	case n <= math.MaxUint8:
		return append(b, major|24, byte(n))
	case n <= math.MaxUint16:
		return binary.BigEndian.AppendUint16(append(b, major|25), uint16(n))
	case n <= math.MaxUint32:
		return binary.BigEndian.AppendUint32(append(b, major|26), uint32(n))
	default:
		return binary.BigEndian.AppendUint64(append(b, major|27), n)
	}
}

func appendUint(b []byte, n uint64) []byte { return appendHead(b, cborUint, n) }

func appendBytes(b, s []byte) []byte { return append(appendHead(b, cborBytes, uint64(len(s))), s...) }

func appendText(b []byte, s string) []byte {
	return append(appendHead(b, cborText, uint64(len(s))), s...)
}
