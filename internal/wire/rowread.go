package wire

import (
	"encoding/binary"
	"fmt"
	"math"
	"unicode/utf8"
)

// A row is read by the few lines below instead of by the library, which makes a map of every struct: opening a large
// register would leave half a gigabyte behind. Only what encode writes is understood; anything else is damage, and
// folds the cache anew.

// fields is a struct as a row has it, in the order of its keys.
type fields []field

type field struct {
	key   uint64
	value any
}

// find gives the value under a key.
func (f fields) find(key uint64) (any, bool) {
	for i := range f {
		if f[i].key == key {
			return f[i].value, true
		}
	}
	return nil, false
}

// rowReader reads the encoding of a row. The byte strings it gives are parts of the row.
type rowReader struct {
	rest  []byte
	depth int
}

// deepest is how far structs and lists of a row may lie in each other.
const deepest = 8

var errRow = fmt.Errorf("%w: not a row", ErrDamaged)

// decodeRow reads all of b.
func decodeRow(b []byte) (any, error) {
	r := rowReader{rest: b}
	v, err := r.value()
	if err == nil && len(r.rest) > 0 {
		err = errRow
	}
	return v, err
}

// head reads what a value begins with: its major type, and its number or size.
func (r *rowReader) head() (major byte, n uint64, err error) {
	if len(r.rest) == 0 {
		return 0, 0, errRow
	}
	major, n = r.rest[0]>>5, uint64(r.rest[0]&0x1f)
	r.rest = r.rest[1:]
	if n < 24 {
		return major, n, nil
	}
	size := 1 << (n - 24)
	if n > 27 || len(r.rest) < size {
		return 0, 0, errRow
	}
	var wide [8]byte
	copy(wide[8-size:], r.rest)
	r.rest = r.rest[size:]
	return major, binary.BigEndian.Uint64(wide[:]), nil
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

func (r *rowReader) value() (any, error) {
	major, n, err := r.head()
	if err != nil {
		return nil, err
	}
	switch major {
	case majorUint:
		return n, nil
	case majorNegative:
		if n > math.MaxInt64 {
			return nil, errRow
		}
		return -1 - int64(n), nil
	case majorBytes:
		return r.take(n)
	case majorText:
		return r.text(n)
	case majorList, majorMap:
		return r.many(major, n)
	default:
		return truthOf(major, n)
	}
}

// truthOf reads what is neither a number, nor words, nor holds others: yes or no.
func truthOf(major byte, n uint64) (any, error) {
	if major != majorSimple || n != 20 && n != 21 {
		return nil, errRow
	}
	return n == 21, nil
}

func (r *rowReader) take(n uint64) ([]byte, error) {
	if n > uint64(len(r.rest)) {
		return nil, errRow
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b, nil
}

// text gives a word of the vocabulary without making it anew.
func (r *rowReader) text(n uint64) (any, error) {
	b, err := r.take(n)
	if err != nil {
		return nil, err
	}
	if word, ok := vocabulary[string(b)]; ok {
		return word, nil
	}
	if !utf8.Valid(b) {
		return nil, errRow
	}
	return string(b), nil
}

// many reads a list or a struct.
func (r *rowReader) many(major byte, n uint64) (any, error) {
	if r.depth++; r.depth > deepest || n > uint64(len(r.rest)) { // each takes a byte at least
		return nil, errRow
	}
	defer func() { r.depth-- }()
	if major == majorMap {
		return r.fields(n)
	}
	all := make([]any, n)
	for i := range all {
		var err error
		if all[i], err = r.value(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (r *rowReader) fields(n uint64) (fields, error) {
	all := make(fields, n)
	for i := range all {
		major, key, err := r.head()
		if err != nil || major != majorUint || i > 0 && key <= all[i-1].key {
			return nil, errRow
		}
		all[i].key = key
		if all[i].value, err = r.value(); err != nil {
			return nil, err
		}
	}
	return all, nil
}
