package wire

import (
	"slices"
	"time"

	"harta/internal/calendar"
)

// The first four functions code one entry of the open map; the others code values of one type and are given to
// them. A table of fields is a function that calls the first four with rising keys.

// at codes a field.
func at[T any](c *coder, key uint64, v *T, value func(*coder, *T)) {
	if e, ok := c.enter(key); ok {
		value(c, v)
		c.leave(e)
	}
}

// each codes a field that is a list.
func each[T any](c *coder, key uint64, v *[]T, value func(*coder, *T)) {
	if e, ok := c.enter(key); ok {
		elements(c, v, value)
		c.leave(e)
	}
}

// sub codes a field that is a struct with a table of its own.
func sub[T any](c *coder, key uint64, v *T, fields func(*coder, *T)) {
	if e, ok := c.enter(key); ok {
		within(c, v, fields)
		c.leave(e)
	}
}

// subs codes a field that is a list of structs with a table of their own.
func subs[T any](c *coder, key uint64, v *[]T, fields func(*coder, *T)) {
	each(c, key, v, func(c *coder, one *T) { within(c, one, fields) })
}

func elements[T any](c *coder, v *[]T, value func(*coder, *T)) {
	if c.writing {
		c.data = appendHead(c.data, majorArray, uint64(len(*v)))
		for i := range *v {
			value(c, &(*v)[i])
		}
		return
	}
	n := c.expect(majorArray)
	if n > uint64(len(c.data)-c.at) {
		c.fail("ends early")
		return
	}
	all := make([]T, 0, min(n, 8)) // not n, which is only claimed
	for ; n > 0 && c.err == nil; n-- {
		var one T
		value(c, &one)
		all = append(all, one)
	}
	*v = all
}

// text codes words of people.
func text[T ~string](c *coder, v *T) {
	if c.writing {
		c.data = appendText(c.data, string(*v))
		return
	}
	*v = T(c.text())
}

// word codes a text that comes from a small vocabulary, of which memory needs to hold each word only once.
func word[T ~string](c *coder, v *T) {
	if c.writing {
		c.data = appendText(c.data, string(*v))
		return
	}
	b := c.text()
	if known, ok := vocabulary[string(b)]; ok {
		*v = T(known)
		return
	}
	*v = T(b)
}

func id[T ~[16]byte](c *coder, v *T) {
	b := [16]byte(*v)
	if c.fixed(b[:]) {
		*v = T(b)
	}
}

func digest[T ~[32]byte](c *coder, v *T) {
	b := [32]byte(*v)
	if c.fixed(b[:]) {
		*v = T(b)
	}
}

// fixed codes a byte string of a fixed length, which is empty when all its bytes are zero, and tells whether b
// was filled.
func (c *coder) fixed(b []byte) (filled bool) {
	if c.writing {
		if zero(b) {
			b = nil
		}
		c.data = appendBytes(c.data, b)
		return false
	}
	switch stored := c.bytes(); {
	case len(stored) == 0:
		return false
	case len(stored) != len(b):
		c.fail("value of a wrong size")
		return false
	case zero(stored):
		c.fail("zero not in its empty form")
		return false
	default:
		copy(b, stored)
		return true
	}
}

func zero(b []byte) bool { return !slices.ContainsFunc(b, func(one byte) bool { return one != 0 }) }

func blob(c *coder, v *[]byte) {
	if c.writing {
		c.data = appendBytes(c.data, *v)
		return
	}
	*v = slices.Clone(c.bytes())
}

func integer[T ~int | ~int32 | ~int64](c *coder, v *T) {
	if c.writing {
		c.data = appendInteger(c.data, int64(*v))
		return
	}
	n := c.integer()
	if int64(T(n)) != n {
		c.fail("number out of range")
		return
	}
	*v = T(n)
}

func count[T ~uint32 | ~uint64](c *coder, v *T) {
	if c.writing {
		c.data = appendHead(c.data, majorUint, uint64(*v))
		return
	}
	n := c.expect(majorUint)
	if uint64(T(n)) != n {
		c.fail("number out of range")
		return
	}
	*v = T(n)
}

func truth(c *coder, v *bool) {
	if !c.writing {
		n := c.expect(majorSimple)
		if n != simpleFalse && n != simpleTrue {
			c.fail("value of a wrong type")
		}
		*v = n == simpleTrue
		return
	}
	n := uint64(simpleFalse)
	if *v {
		n = simpleTrue
	}
	c.data = appendHead(c.data, majorSimple, n)
}

func day(c *coder, v *calendar.Date) { integer(c, v) }

// instant codes a time to the millisecond, in UTC.
func instant(c *coder, v *time.Time) {
	if c.writing {
		var ms int64
		if !v.IsZero() {
			ms = v.UnixMilli()
		}
		c.data = appendInteger(c.data, ms)
		return
	}
	ms := c.integer()
	if ms == 0 {
		return
	}
	if *v = time.UnixMilli(ms).UTC(); v.IsZero() {
		c.fail("zero not in its empty form")
	}
}

func term(c *coder, v *calendar.Term) {
	if c.writing {
		var s string
		if *v != (calendar.Term{}) {
			s = v.String()
		}
		c.data = appendText(c.data, s)
		return
	}
	s := string(c.text())
	if s == "" {
		return
	}
	t, err := calendar.ParseTerm(s)
	if err != nil || t.String() != s {
		c.fail("not a term")
		return
	}
	*v = t
}
