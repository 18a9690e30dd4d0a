package wire

import "fmt"

// coder walks over a value field by field and either writes it or reads it, so that the fields of a type are
// named once for both. What it walks over is what the library encodes and decodes: maps, lists and plain values; or a
// row.
// Writing only looks at the value. The first error stays in err; from then on what is read means nothing.
type coder struct {
	writing bool
	open    map[any]any // the innermost struct
	row     *rowReader  // instead of them, when a row is read
	known   int         // entries of open that its table has named
	key     uint64      // the last one named
	value   any         // what is stored under it, or is to be stored
	err     error
}

// write returns the encoding of a value.
func write[T any](v *T, fields func(*coder, *T)) []byte {
	c := coder{writing: true}
	within(&c, v, fields)
	b, _ := encode(c.value) // of plain values, maps and lists, which the library never refuses
	return b
}

// read fills a value from what decode returned.
func read[T any](stored any, v *T, fields func(*coder, *T)) error {
	c := coder{value: stored}
	within(&c, v, fields)
	return c.err
}

// within codes a struct as a map.
func within[T any](c *coder, v *T, fields func(*coder, *T)) {
	if c.row != nil {
		inRow(c, v, fields)
		return
	}
	outer := *c
	c.begin()
	fields(c, v)
	if !c.writing && c.known < len(c.open) {
		c.unknown()
	}
	c.value, c.open, c.known = c.open, outer.open, outer.known
}

// begin enters a struct.
func (c *coder) begin() {
	if c.known = 0; c.writing {
		c.open = map[any]any{}
	} else {
		c.open = stored[map[any]any](c)
	}
}

// at codes a field.
func at[T any](c *coder, key uint64, v *T, value func(*coder, *T)) {
	if c.enter(key) {
		value(c, v)
		c.leave(key)
	}
}

// each codes a field that is a list.
func each[T any](c *coder, key uint64, v *[]T, value func(*coder, *T)) {
	if c.enter(key) {
		elements(c, v, value)
		c.leave(key)
	}
}

// sub codes a field that is a struct with a table of its own.
func sub[T any](c *coder, key uint64, v *T, fields func(*coder, *T)) {
	if c.enter(key) {
		within(c, v, fields)
		c.leave(key)
	}
}

// subs codes a field that is a list of structs with a table of their own.
func subs[T any](c *coder, key uint64, v *[]T, fields func(*coder, *T)) {
	each(c, key, v, func(c *coder, one *T) { within(c, one, fields) })
}

// enter tells whether there is a field to code.
func (c *coder) enter(key uint64) bool {
	if c.writing {
		return true
	}
	if c.row != nil {
		return c.enterRow(key)
	}
	var ok bool
	if c.value, ok = c.open[key]; !ok {
		return false
	}
	c.known++
	if c.key = key; empty(c.value) {
		c.fail("empty value")
	}
	return true
}

// leave ends a field. With an empty form it has no entry.
func (c *coder) leave(key uint64) {
	if c.writing && !empty(c.value) {
		c.open[key] = c.value
	}
}

func elements[T any](c *coder, v *[]T, value func(*coder, *T)) {
	if c.writing {
		all := make([]any, len(*v))
		for i := range *v {
			value(c, &(*v)[i])
			all[i] = c.value
		}
		c.value = all
		return
	}
	if c.row != nil {
		*v = make([]T, c.size())
		for i := range *v {
			value(c, &(*v)[i])
		}
		return
	}
	all := stored[[]any](c)
	*v = make([]T, len(all))
	for i := range all {
		c.value = all[i]
		value(c, &(*v)[i])
	}
}

// empty tells whether a stored value is the empty form of its type.
func empty(value any) bool {
	switch v := value.(type) {
	case uint64:
		return v == 0
	case int64:
		return v == 0
	case bool:
		return !v
	case string:
		return v == ""
	case []byte:
		return len(v) == 0
	case []any:
		return len(v) == 0
	case map[any]any:
		return len(v) == 0
	default:
		return false
	}
}

// stored gives the value that is read, which must be of one of the types that the library makes.
func stored[T any](c *coder) T {
	v, ok := c.value.(T)
	if !ok {
		c.fail("value of a wrong type")
	}
	return v
}

// unknown says that the open struct has a key that its table does not name.
func (c *coder) unknown() {
	for key := range c.open {
		if _, ok := key.(uint64); !ok {
			c.fail("key is no number")
		}
	}
	if c.err == nil {
		c.err = errUnknownKey
	}
}

func (c *coder) fail(what string) {
	if c.err == nil {
		c.err = fmt.Errorf("%w: %s in field %d", ErrDamaged, what, c.key)
	}
}
