package journal

// Limits of the format.
const (
	// MaxRecord is the largest length of map and signature together.
	MaxRecord = 1 << 20
	// MaxDeps is the largest number of references in a record.
	MaxDeps = 8

	version   = 1
	fields    = 15 // entries of the map that this version knows
	maxKind   = 64
	nonceSize = 12
	tagSize   = 16
)

// Header is what a record says in clear. The zero Office, Chain and Prev of a first record have meaning:
// see [Record.OfficeID] and [Record.ChainOf].
type Header struct {
	Version     uint64 // set by Seal
	Office      Ref
	Chain       ChainID
	Seq         uint64
	Prev        Hash
	Clock       Clock
	Author      AuthorID // set by Seal
	Subject     SubjectID
	Kind        string
	KindVersion uint64
	Key         KeyID
	Deps        []Ref
	Command     CommandID
	Part, Parts uint64 // record Part of Parts of the command, from 1
}

// Clear reports whether the body is not encrypted.
func (h Header) Clear() bool { return h.Key == KeyID{} }

// check names the first rule of the format that the values break.
func (h Header) check() error {
	first := h.Seq == 1
	switch {
	case h.Seq == 0:
		return damaged("seq begins at 1")
	case first != (h.Chain == ChainID{}):
		return damaged("a first record, and no other, has chain zero")
	case first != (h.Prev == Hash{}):
		return damaged("a first record, and no other, has prev zero")
	case !first && h.Office == Ref{}:
		return damaged("only a founding record has office zero")
	case h.Kind == "", len(h.Kind) > maxKind:
		return damaged("kind is empty or too long")
	case h.KindVersion == 0:
		return damaged("kind version begins at 1")
	case len(h.Deps) > MaxDeps:
		return damaged("too many deps")
	case h.Part == 0, h.Part > h.Parts, first && h.Part != 1:
		return damaged("part outside its group")
	}
	return nil
}

// appendUpToBody appends the entries before key 12.
func (h Header) appendUpToBody(b []byte) []byte {
	b = appendUint(appendUint(b, 1), h.Version)
	b = appendBytes(appendUint(b, 2), h.Office[:])
	b = appendBytes(appendUint(b, 3), h.Chain[:])
	b = appendUint(appendUint(b, 4), h.Seq)
	b = appendBytes(appendUint(b, 5), h.Prev[:])
	b = appendUint(appendUint(b, 6), uint64(h.Clock))
	b = appendBytes(appendUint(b, 7), h.Author[:])
	b = appendBytes(appendUint(b, 8), h.Subject[:])
	b = appendText(appendUint(b, 9), h.Kind)
	b = appendUint(appendUint(b, 10), h.KindVersion)
	return appendBytes(appendUint(b, 11), h.Key[:])
}

// appendAfterBody appends the entries after key 12.
func (h Header) appendAfterBody(b []byte) []byte {
	b = appendHead(appendUint(b, 13), cborArray, uint64(len(h.Deps)))
	for _, d := range h.Deps {
		b = appendBytes(b, d[:])
	}
	b = appendBytes(appendUint(b, 14), h.Command[:])
	b = appendHead(appendUint(b, 15), cborArray, 2)
	return appendUint(appendUint(b, h.Part), h.Parts)
}

// readUpToBody is the inverse of appendUpToBody.
func (h *Header) readUpToBody(c *cursor) {
	c.key(1)
	if h.Version = c.uint(); c.err == nil && h.Version != version {
		c.err = ErrNewer
		return
	}
	c.key(2)
	c.fixed(h.Office[:])
	c.key(3)
	c.fixed(h.Chain[:])
	c.key(4)
	h.Seq = c.uint()
	c.key(5)
	c.fixed(h.Prev[:])
	c.key(6)
	h.Clock = Clock(c.uint())
	c.key(7)
	c.fixed(h.Author[:])
	c.key(8)
	c.fixed(h.Subject[:])
	c.key(9)
	h.Kind = c.text()
	c.key(10)
	h.KindVersion = c.uint()
	c.key(11)
	c.fixed(h.Key[:])
}

// readAfterBody is the inverse of appendAfterBody.
func (h *Header) readAfterBody(c *cursor) {
	c.key(13)
	n := c.expect(cborArray)
	if n > MaxDeps {
		c.fail("too many deps")
		return
	}
	for ; n > 0; n-- {
		var d Ref
		c.fixed(d[:])
		h.Deps = append(h.Deps, d)
	}
	c.key(14)
	c.fixed(h.Command[:])
	c.key(15)
	if c.expect(cborArray) != 2 {
		c.fail("field of a wrong size")
	}
	h.Part, h.Parts = c.uint(), c.uint()
}
