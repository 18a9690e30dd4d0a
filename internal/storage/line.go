package storage

import (
	"bytes"
	"path/filepath"
	"slices"

	"harta/internal/journal"
)

// segmentSize is the length at which a segment is full. A command is never spread over two.
const segmentSize = 8 << 20

// Line names one unbroken run of records: a chain or, where two writers continued the same chain, one of its
// branches. Branch is zero on a desk's own chains.
type Line struct {
	Chain  journal.ChainID
	Branch Branch
}

// Branch is the beginning of the hash of the record that left the main line.
type Branch [8]byte

// compare orders lines by chain, the main line before its branches.
func (l Line) compare(m Line) int {
	if c := bytes.Compare(l.Chain[:], m.Chain[:]); c != 0 {
		return c
	}
	return bytes.Compare(l.Branch[:], m.Branch[:])
}

// Pos is where a record lies in its line.
type Pos struct {
	Segment uint64 // first seq of the segment
	Offset  uint32
	Length  uint32
}

// line is what is known of a line that is open.
type line struct {
	Line
	end      journal.Chain // what the next record must continue
	segments []uint64      // by first seq; the last one grows
	size     int64         // of the last one, as far as it counts
	file     file          // the last one, once it was written to
	begun    bool          // by this writer since Open
}

// segments lists the segments of a line by first seq.
func segments(dir string, l Line) ([]uint64, error) {
	names, err := list(filepath.Join(dir, journalDir, l.folder()))
	if err != nil {
		return nil, err
	}
	var firsts []uint64
	for _, name := range names {
		if first, ok := segmentOf(name); ok {
			firsts = append(firsts, first)
		}
	}
	slices.Sort(firsts) // names of more than twelve digits would sort otherwise
	return firsts, nil
}

// lines lists the lines in a data folder.
func lines(dir string) ([]Line, error) {
	names, err := list(filepath.Join(dir, journalDir))
	if err != nil {
		return nil, err
	}
	var all []Line
	for _, name := range names {
		if l, ok := lineOf(name); ok {
			all = append(all, l)
		}
	}
	slices.SortFunc(all, Line.compare)
	return all, nil
}
