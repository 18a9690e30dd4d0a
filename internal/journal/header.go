package journal

// Limits of the format.
const (
	// MaxRecord is the largest length of map and signature together.
	MaxRecord = 1 << 20
	// MaxDeps is the largest number of references in a record.
	MaxDeps = 8

	version   = 1
	bodyKey   = 12 // of the map
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

// put sets the fields in the map of a record.
func (h Header) put(m map[int64]any) {
	m[1] = h.Version
	m[2] = h.Office[:]
	m[3] = h.Chain[:]
	m[4] = h.Seq
	m[5] = h.Prev[:]
	m[6] = uint64(h.Clock)
	m[7] = h.Author[:]
	m[8] = h.Subject[:]
	m[9] = h.Kind
	m[10] = h.KindVersion
	m[11] = h.Key[:]
	deps := make([]any, len(h.Deps))
	for i := range h.Deps {
		deps[i] = h.Deps[i][:]
	}
	m[13] = deps
	m[14] = h.Command[:]
	m[15] = []any{h.Part, h.Parts}
}

// take is the inverse of put. It passes over what put could not have set, so that putting the fields back makes
// another map.
func (h *Header) take(m map[int64]any) {
	h.Version = number(m[1])
	fill(h.Office[:], m[2])
	fill(h.Chain[:], m[3])
	h.Seq = number(m[4])
	fill(h.Prev[:], m[5])
	h.Clock = Clock(number(m[6]))
	fill(h.Author[:], m[7])
	fill(h.Subject[:], m[8])
	h.Kind, _ = m[9].(string)
	h.KindVersion = number(m[10])
	fill(h.Key[:], m[11])
	deps, _ := m[13].([]any)
	for _, v := range deps {
		var d Ref
		fill(d[:], v)
		h.Deps = append(h.Deps, d)
	}
	fill(h.Command[:], m[14])
	if group, _ := m[15].([]any); len(group) == 2 {
		h.Part, h.Parts = number(group[0]), number(group[1])
	}
}

func number(v any) uint64 {
	n, _ := v.(uint64)
	return n
}

func fill(id []byte, v any) {
	b, _ := v.([]byte)
	copy(id, b)
}
