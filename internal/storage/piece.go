package storage

import (
	"encoding/binary"
	"iter"

	"harta/internal/journal"
)

// piece is a stretch of a segment: a record, or bytes that are none.
type piece struct {
	offset, length int
	record         journal.Record
	err            error // why these bytes are no record
}

// pieces takes a segment apart. After bytes that are no record it goes on at the next record there is.
func pieces(data []byte) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for at := 0; at < len(data); {
			p := pieceAt(data, at)
			if !yield(p) {
				return
			}
			at += p.length
		}
	}
}

// pieceAt reads the record at an offset, or the reason and the length of what stands in its place.
func pieceAt(data []byte, at int) piece {
	n, ok := frameLength(data[at:])
	r, err := journal.Record{}, journal.ErrTorn
	if ok {
		r, err = journal.Decode(data[at : at+n])
	}
	if err != nil {
		n = nextRecord(data, at, n) - at
	}
	return piece{offset: at, length: n, record: r, err: err}
}

// frameLength returns the length that a frame claims, if that many bytes are there.
func frameLength(data []byte) (int, bool) {
	const head = 4
	if len(data) < head {
		return 0, false
	}
	n := head + int64(binary.BigEndian.Uint32(data))
	return int(n), n > head && n <= head+journal.MaxRecord && n <= int64(len(data))
}

// nextRecord returns where the first record after a damaged one begins: after the length that it claims, or
// else wherever one can be read.
func nextRecord(data []byte, at, claimed int) int {
	isRecord := func(at int) bool {
		n, ok := frameLength(data[at:])
		if !ok {
			return false
		}
		_, err := journal.Decode(data[at : at+n])
		return err == nil
	}
	if next := at + claimed; claimed > 0 && next < len(data) && isRecord(next) {
		return next
	}
	for next := at + 1; next < len(data); next++ {
		if isRecord(next) {
			return next
		}
	}
	return len(data)
}

// endsGroup reports whether a command is complete with this piece.
func (p piece) endsGroup() bool { return p.err == nil && p.record.Part == p.record.Parts }
