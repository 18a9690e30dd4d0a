package office

import (
	"encoding/binary"
	"errors"
	"slices"
	"sort"
)

// sight answers what the author of a record had seen, without a clock: his own chain up to there, and of every
// other line up to some seq. It is kept as the points at which a line's view of the others changed; in an office
// of one desk there are none.
type sight struct {
	lines [][]view // by number of the line
}

// view is what a line has seen from a seq on: for every line the last seq seen.
type view struct {
	from uint64
	seen []uint64
}

// spot is a record's place: the number of its line, and its seq there.
type spot struct {
	line int
	seq  uint64
}

// at gives what the record at a spot had seen of the other lines.
func (s *sight) at(p spot) []uint64 {
	if p.line >= len(s.lines) {
		return nil
	}
	views := s.lines[p.line]
	i := sort.Search(len(views), func(i int) bool { return views[i].from > p.seq })
	if i == 0 {
		return nil
	}
	return views[i-1].seen
}

// sees tells whether the author of the record at a had seen the one at b.
func (s *sight) sees(a, b spot) bool {
	return a == b || s.limit(a, b.line) >= b.seq
}

// note takes a record with the spots it names as seen, and says whether it saw anything new. Records of a line
// come in the order of their seq, and after those they name.
func (s *sight) note(p spot, named []spot) bool {
	for p.line >= len(s.lines) {
		s.lines = append(s.lines, nil)
	}
	before := s.at(p)
	merged := slices.Clone(before)
	for _, n := range named {
		merged = join(merged, s.at(n))
		merged = join(merged, spotView(n))
	}
	if slices.Equal(before, merged) {
		return false
	}
	s.lines[p.line] = append(s.lines[p.line], view{p.seq, merged})
	return true
}

// limit gives the last seq of a line that the author of the record at a spot had seen; of his own, the one before.
func (s *sight) limit(p spot, line int) uint64 {
	if p.line == line {
		return p.seq - 1
	}
	if seen := s.at(p); line < len(seen) {
		return seen[line]
	}
	return 0
}

func spotView(p spot) []uint64 {
	seen := make([]uint64, p.line+1)
	seen[p.line] = p.seq
	return seen
}

// join gives the furthest of both, line by line.
func join(a, b []uint64) []uint64 {
	if len(b) > len(a) {
		a = append(a, make([]uint64, len(b)-len(a))...)
	}
	for i, seq := range b {
		a[i] = max(a[i], seq)
	}
	return a
}

var errSight = errors.New("causal view is damaged")

// encode gives the views of a line as folded state keeps them.
func (s *sight) encode(line int) []byte {
	if line >= len(s.lines) {
		return nil
	}
	var b []byte
	for _, v := range s.lines[line] {
		b = binary.AppendUvarint(b, v.from)
		b = binary.AppendUvarint(b, uint64(len(v.seen)))
		for _, seq := range v.seen {
			b = binary.AppendUvarint(b, seq)
		}
	}
	return b
}

// decode takes the views of a line from folded state.
func (s *sight) decode(line int, b []byte) error {
	var views []view
	next := func() uint64 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			b = nil
			return 0
		}
		b = b[n:]
		return v
	}
	for len(b) > 0 {
		v := view{from: next()}
		n := next()
		if n > uint64(len(b)) {
			return errSight
		}
		for range n {
			v.seen = append(v.seen, next())
		}
		views = append(views, v)
	}
	for line >= len(s.lines) {
		s.lines = append(s.lines, nil)
	}
	s.lines[line] = views
	return nil
}
