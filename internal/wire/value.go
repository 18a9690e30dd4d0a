package wire

import (
	"math"
	"slices"
	"time"
	"unique"

	"harta/internal/calendar"
)

// The functions here code values of one type and are given to those that code a field.

// text codes words of people.
func text[T ~string](c *coder, v *T) {
	if c.writing {
		c.value = string(*v)
		return
	}
	if c.row != nil {
		*v = T(c.take(majorText))
		return
	}
	*v = T(stored[string](c))
}

// word codes a text that comes from a small vocabulary, of which memory needs to hold each word only once.
func word[T ~string](c *coder, v *T) {
	if c.row != nil { // without making it anew
		b := c.take(majorText)
		if known, ok := vocabulary[string(b)]; ok {
			*v = T(known)
		} else {
			*v = T(b)
		}
		return
	}
	if text(c, v); c.writing {
		return
	}
	if known, ok := vocabulary[string(*v)]; ok {
		*v = T(known)
	}
}

// shared codes a text that many rows have in common, though nobody knows which ones there are.
func shared(c *coder, v *string) {
	if text(c, v); !c.writing {
		*v = unique.Make(*v).Value()
	}
}

func id[T ~[16]byte](c *coder, v *T) {
	b := [16]byte(*v)
	c.fixed(b[:])
	*v = T(b)
}

func digest[T ~[32]byte](c *coder, v *T) {
	b := [32]byte(*v)
	c.fixed(b[:])
	*v = T(b)
}

// fixed codes a byte string of a fixed length, which is empty when all its bytes are zero.
func (c *coder) fixed(b []byte) {
	if c.writing {
		if zero(b) {
			b = nil
		}
		c.value = append([]byte{}, b...)
		return
	}
	switch stored := c.bytes(); {
	case len(stored) == 0:
	case len(stored) != len(b):
		c.fail("value of a wrong size")
	case zero(stored):
		c.fail("zero not in its empty form")
	default:
		copy(b, stored)
	}
}

// bytes gives a stored byte string, which may be a part of a row.
func (c *coder) bytes() []byte {
	if c.row != nil {
		return c.take(majorBytes)
	}
	return stored[[]byte](c)
}

func zero(b []byte) bool { return !slices.ContainsFunc(b, func(one byte) bool { return one != 0 }) }

func blob(c *coder, v *[]byte) {
	if c.writing {
		c.value = *v
		return
	}
	*v = slices.Clone(c.bytes())
}

func integer[T ~int | ~int32 | ~int64](c *coder, v *T) {
	if c.writing {
		c.value = int64(*v)
		return
	}
	var n int64
	if c.row != nil {
		n = c.number()
	} else if u, ok := c.value.(uint64); ok && u <= math.MaxInt64 {
		n = int64(u)
	} else {
		n = stored[int64](c) // so does the library give negative numbers
	}
	if *v = T(n); int64(*v) != n {
		c.fail("number out of range")
	}
}

func count[T ~uint32 | ~uint64](c *coder, v *T) {
	if c.writing {
		c.value = uint64(*v)
		return
	}
	var n uint64
	if c.row != nil {
		n = c.head(majorUint)
	} else {
		n = stored[uint64](c)
	}
	if *v = T(n); uint64(*v) != n {
		c.fail("number out of range")
	}
}

func truth(c *coder, v *bool) {
	if c.writing {
		c.value = *v
		return
	}
	if c.row != nil {
		*v = c.yes()
		return
	}
	*v = stored[bool](c)
}

func day(c *coder, v *calendar.Date) { integer(c, v) }

// instant codes a time to the millisecond, in UTC.
func instant(c *coder, v *time.Time) {
	var ms int64
	if c.writing && !v.IsZero() {
		ms = v.UnixMilli()
	}
	if integer(c, &ms); c.writing || ms == 0 {
		return
	}
	if *v = time.UnixMilli(ms).UTC(); v.IsZero() {
		c.fail("zero not in its empty form")
	}
}

func term(c *coder, v *calendar.Term) {
	var s string
	if c.writing && *v != (calendar.Term{}) {
		s = v.String()
	}
	if text(c, &s); c.writing || s == "" {
		return
	}
	t, err := calendar.ParseTerm(s)
	if err != nil || t.String() != s {
		c.fail("not a term")
		return
	}
	*v = t
}
