package wire

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"unicode/utf8"
)

// ErrDamaged marks bytes that no version of the program has written.
var ErrDamaged = errors.New("damaged payload")

// errUnknownKey marks a map with a key that this program does not know.
var errUnknownKey = errors.New("unknown key")

// maxBody is the most that a body may have, and maxNesting how deep its maps and arrays may lie in each other;
// package journal has the same limits.
const (
	maxBody    = 1 << 20
	maxNesting = 8
)

// The major types of CBOR, and its two booleans.
const (
	majorUint byte = iota
	majorNegative
	majorBytes
	majorText
	majorArray
	majorMap
	_
	majorSimple

	simpleFalse = 20
	simpleTrue  = 21
)

// coder walks over a value field by field and either writes it or reads it, so that the fields of a type are
// named once for both. Writing only looks at the value. The first error stays in err; from then on every read
// gives zero, so that one check at the end is enough.
type coder struct {
	data    []byte
	at      int // the next byte to read
	writing bool
	open    mapping
	err     error
}

// mapping is the innermost map that is open.
type mapping struct {
	start  int    // where a written map begins
	size   uint64 // entries written, or still to read
	key    uint64 // the key read ahead
	ahead  bool
	lowest uint64 // the lowest key that may come next
}

// entry is an entry of a map at work: where it begins and where its value does.
type entry struct{ start, value int }

// write appends the encoding of a value.
func write[T any](b []byte, v *T, fields func(*coder, *T)) []byte {
	c := coder{data: b, writing: true}
	within(&c, v, fields)
	return c.data
}

// read fills a value from all of b.
func read[T any](b []byte, v *T, fields func(*coder, *T)) error {
	c := coder{data: b}
	within(&c, v, fields)
	if c.at < len(b) {
		c.fail("bytes after the map")
	}
	return c.err
}

// within codes a struct as a map.
func within[T any](c *coder, v *T, fields func(*coder, *T)) {
	outer := c.open
	c.begin()
	fields(c, v)
	c.end()
	c.open = outer
}

func (c *coder) begin() {
	c.open = mapping{start: len(c.data)}
	if c.writing {
		c.data = appendHead(c.data, majorMap, 0)
		return
	}
	c.open.size = c.expect(majorMap)
}

func (c *coder) end() {
	switch m := c.open; {
	case c.writing && m.size < 24:
		c.data[m.start] |= byte(m.size)
	case c.writing:
		c.data = slices.Replace(c.data, m.start, m.start+1, appendHead(nil, majorMap, m.size)...)
	case m.ahead || m.size > 0:
		c.stop(errUnknownKey)
	}
}

// enter begins the entry with the given key; ok is false when there is none to read.
func (c *coder) enter(key uint64) (e entry, ok bool) {
	if c.writing {
		start := len(c.data)
		c.data = appendHead(c.data, majorUint, key)
		return entry{start, len(c.data)}, true
	}
	if !c.readAhead() || c.open.key > key {
		return entry{}, false
	}
	if c.open.key < key {
		c.stop(errUnknownKey)
		return entry{}, false
	}
	c.open.ahead = false
	return entry{value: c.at}, true
}

// readAhead tells whether the map has another entry, whose key is then known.
func (c *coder) readAhead() bool {
	m := &c.open
	if m.ahead || m.size == 0 {
		return m.ahead
	}
	m.size--
	m.key = c.expect(majorUint)
	if m.key < m.lowest {
		c.fail("keys repeated or out of order")
	}
	m.lowest = m.key + 1
	m.ahead = c.err == nil
	return m.ahead
}

// leave ends an entry. With an empty form there is no entry.
func (c *coder) leave(e entry) {
	switch {
	case !c.writing && c.err == nil && empty(c.data[e.value:c.at]):
		c.fail("empty value")
	case !c.writing:
	case empty(c.data[e.value:]):
		c.data = c.data[:e.start]
	default:
		c.open.size++
	}
}

// empty tells whether an encoded value is the empty form of its type.
func empty(value []byte) bool {
	if len(value) != 1 {
		return false
	}
	switch value[0] {
	case majorUint << 5, majorBytes << 5, majorText << 5, majorArray << 5, majorMap << 5, majorSimple<<5 | simpleFalse:
		return true
	default:
		return false
	}
}

func (c *coder) fail(what string) {
	c.stop(fmt.Errorf("%w: %s at byte %d", ErrDamaged, what, c.at))
}

func (c *coder) stop(err error) {
	if c.err == nil {
		c.err = err
	}
	c.at = len(c.data)
	c.open.size, c.open.ahead = 0, false
}

// head reads the major type and the argument of the next item.
func (c *coder) head() (major byte, n uint64) {
	if c.at >= len(c.data) {
		c.fail("ends early")
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
	for _, b := range c.take(uint64(width)) {
		n = n<<8 | uint64(b)
	}
	if n < 24 || width > 1 && n>>(4*width) == 0 {
		c.fail("number not in its shortest form")
		return 0, 0
	}
	return major, n
}

// expect reads the head of an item that must be of the given major type.
func (c *coder) expect(major byte) uint64 {
	got, n := c.head()
	if got != major {
		c.fail("value of a wrong type")
		return 0
	}
	return n
}

// take gives the next n bytes without copying them.
func (c *coder) take(n uint64) []byte {
	if n > uint64(len(c.data)-c.at) {
		c.fail("ends early")
		return nil
	}
	from := c.at
	c.at += int(n)
	return c.data[from:c.at:c.at]
}

func (c *coder) bytes() []byte { return c.take(c.expect(majorBytes)) }

// text gives the bytes of a text string, which the caller must copy.
func (c *coder) text() []byte {
	b := c.take(c.expect(majorText))
	if !utf8.Valid(b) {
		c.fail("text is not UTF-8")
		return nil
	}
	return b
}

func (c *coder) integer() int64 {
	major, n := c.head()
	switch {
	case major > majorNegative:
		c.fail("value of a wrong type")
		return 0
	case n > math.MaxInt64:
		c.fail("number out of range")
		return 0
	case major == majorNegative:
		return ^int64(n)
	default:
		return int64(n)
	}
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

func appendInteger(b []byte, n int64) []byte {
	if n < 0 {
		return appendHead(b, majorNegative, uint64(^n))
	}
	return appendHead(b, majorUint, uint64(n))
}

func appendBytes(b, s []byte) []byte { return append(appendHead(b, majorBytes, uint64(len(s))), s...) }

func appendText(b []byte, s string) []byte {
	return append(appendHead(b, majorText, uint64(len(s))), s...)
}
