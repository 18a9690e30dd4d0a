package storage

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"harta/internal/journal"
)

// sorted returns the lines by chain. The caller holds the mutex.
func (s *Store) sorted() []*line {
	all := make([]*line, 0, len(s.lines))
	for _, l := range s.lines {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b *line) int { return a.compare(b.Line) })
	return all
}

// Read returns one record.
func (s *Store) Read(l Line, at Pos) (journal.Record, error) {
	name := l.path(at.Segment)
	f, err := os.Open(s.path(name))
	if err != nil {
		return journal.Record{}, fmt.Errorf("open segment: %w", err)
	}
	defer release(f)
	frame := make([]byte, at.Length)
	if _, err := f.ReadAt(frame, int64(at.Offset)); err != nil {
		return journal.Record{}, fmt.Errorf("read record: %w", err)
	}
	r, err := journal.Decode(frame)
	if err != nil {
		p := piece{offset: int(at.Offset), err: err}
		return r, damaged([]journal.Damage{damageAt(l, name, 0, p)})
	}
	return r, nil
}

// Scan calls f with every record of a line from a seq on, in order, and stops at the first error of f. Records
// appended after Scan has begun are not visited. Where records are missing, damaged or altered, Scan goes on at
// the next one that is intact and ends with a [*DamageError]. A record counts as intact when the one after it
// carries its hash; signatures are not checked.
func (s *Store) Scan(l Line, from uint64, f func(journal.Record, Pos) error) error {
	s.mu.Lock()
	open, ok := s.lines[l]
	if !ok {
		s.mu.Unlock()
		return nil
	}
	w := walk{dir: s.dir, line: *open, from: from, visit: f}
	s.mu.Unlock()
	w.segments = slices.Clone(w.segments)
	if err := w.run(); err != nil {
		return err
	}
	return damaged(w.damage)
}

// walk visits the records of a line one behind, since only its successor says whether a record is intact.
type walk struct {
	dir string
	line
	from   uint64
	visit  func(journal.Record, Pos) error
	held   journal.Record // read, not yet confirmed
	at     Pos            // of held
	seq    uint64         // expected next, zero at the very beginning
	damage []journal.Damage
}

func (w *walk) run() error {
	start := 0
	for i, first := range w.segments {
		if first <= w.from {
			start = i
		}
	}
	if len(w.segments) > 0 {
		w.seq = w.segments[start]
		if start == 0 && w.Branch == (Branch{}) {
			w.seq = 1
		}
	}
	var data []byte
	for i := start; i < len(w.segments); i++ {
		var err error
		if data, err = w.load(i, data); err != nil {
			return err
		}
		if err := w.segment(w.segments[i], data); err != nil {
			return err
		}
	}
	return w.last()
}

// load reads a segment, of the last one as much as counts.
func (w *walk) load(i int, buf []byte) ([]byte, error) {
	f, err := os.Open(filepath.Join(w.dir, w.path(w.segments[i])))
	if err != nil {
		return nil, fmt.Errorf("open segment: %w", err)
	}
	defer release(f)
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("open segment: %w", err)
	}
	size := info.Size()
	if i == len(w.segments)-1 {
		size = min(size, w.size)
	}
	buf = slices.Grow(buf[:0], int(size))[:size]
	if _, err := io.ReadFull(f, buf); err != nil {
		return nil, fmt.Errorf("read segment: %w", err)
	}
	return buf, nil
}

func (w *walk) segment(first uint64, data []byte) error {
	for p := range pieces(data) {
		if p.err == nil && p.record.ChainOf() != w.Chain {
			p.err = journal.ErrForeign
		}
		if p.err != nil {
			w.blame(first, w.seq, p.offset, p.err)
			continue
		}
		if err := w.step(p.record, Pos{Segment: first, Offset: uint32(p.offset), Length: uint32(p.length)}); err != nil {
			return err
		}
	}
	return nil
}

// step takes the next record and lets go of the one before.
func (w *walk) step(r journal.Record, at Pos) error {
	vouches := w.held.Seq > 0 && r.Prev == w.held.Hash()
	switch {
	case w.held.Seq == 0 && r.Seq < w.seq, vouches && r.Seq != w.seq: // it is not the record it says it is
		w.blame(at.Segment, w.seq, int(at.Offset), journal.ErrGap)
		err := w.release()
		w.held, w.seq = journal.Record{}, w.seq+1
		return err
	case w.held.Seq > 0 && !vouches && r.Seq <= w.seq: // nor is the one before
		w.blame(w.at.Segment, w.held.Seq, int(w.at.Offset), journal.ErrBrokenPrev)
		w.held = journal.Record{}
	case r.Seq != w.seq && !w.blamed(w.seq):
		w.blame(at.Segment, w.seq, int(at.Offset), journal.ErrGap)
	}
	err := w.release()
	w.held, w.at, w.seq = r, at, r.Seq+1
	return err
}

// last lets go of the last record if it is the one that was there when the line was opened or written.
func (w *walk) last() error {
	switch {
	case w.held.Seq == w.end.Tip.Seq && w.held.Hash() != w.end.Tip.Hash:
		w.blame(w.at.Segment, w.held.Seq, int(w.at.Offset), journal.ErrBrokenPrev)
		return nil
	case w.held.Seq < w.end.Tip.Seq && w.from <= w.end.Tip.Seq && !w.blamed(w.seq):
		w.blame(w.segments[len(w.segments)-1], w.seq, 0, journal.ErrGap)
	}
	return w.release()
}

func (w *walk) release() error {
	if w.held.Seq == 0 || w.held.Seq < w.from {
		return nil
	}
	return w.visit(w.held, w.at)
}

func (w *walk) blame(segment, seq uint64, offset int, err error) {
	w.damage = append(w.damage, damageAt(w.Line, w.path(segment), seq, piece{offset: offset, err: err}))
}

// blamed reports whether the gap at a seq is explained by bytes already reported.
func (w *walk) blamed(seq uint64) bool {
	n := len(w.damage)
	return n > 0 && w.damage[n-1].Seq == seq
}
