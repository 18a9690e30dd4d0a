package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"harta/internal/journal"
)

// Tip is a line and where it ends.
type Tip struct {
	Line  Line
	Chain journal.Chain // what the next record must continue
}

// Tips returns all lines, by chain.
func (s *Store) Tips() []Tip {
	s.mu.Lock()
	defer s.mu.Unlock()
	tips := make([]Tip, 0, len(s.lines))
	for _, l := range s.sorted() {
		tips = append(tips, Tip{Line: l.Line, Chain: l.end})
	}
	return tips
}

// Tip returns where a chain of this desk ends; the zero Chain when it has no record.
func (s *Store) Tip(id journal.ChainID) journal.Chain {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l, ok := s.lines[Line{Chain: id}]; ok {
		return l.end
	}
	return journal.Chain{}
}

// Append adds records that this desk has just written to one of its chains, or begins a chain with them. When
// it returns nil they are fsynced: acknowledged. They are whole commands that continue the chain, all in one
// write. After [ErrOutcomeUnknown] nothing more can be written; reopen and look for the command.
func (s *Store) Append(group []journal.Record) ([]Pos, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return nil, err
	}
	l, end, err := s.next(group)
	if err != nil {
		return nil, err
	}
	at, err := s.write(l, group)
	if err != nil {
		return nil, s.fail(err)
	}
	s.enter(l, end)
	s.anchor.note(l.Chain, end.Tip)
	return at, nil
}

// next finds the line that a group continues and its end after the group.
func (s *Store) next(group []journal.Record) (*line, journal.Chain, error) {
	if len(group) == 0 {
		return nil, journal.Chain{}, journal.ErrGap
	}
	at := Line{Chain: group[0].ChainOf()}
	l, known := s.lines[at]
	switch {
	case !known && group[0].Seq == 1:
		l = &line{Line: at, end: journal.Chain{Office: s.office}, begun: true}
	case !known:
		return nil, journal.Chain{}, journal.ErrGap
	case !s.settled && !l.begun:
		return nil, journal.Chain{}, ErrUnsettled
	}
	end, err := follow(l.end, group)
	if err == nil && !end.Whole() {
		err = journal.ErrIncomplete
	}
	return l, end, err
}

// follow returns the state of a chain after records that continue it.
func follow(end journal.Chain, records []journal.Record) (journal.Chain, error) {
	var err error
	for _, r := range records {
		if end, err = end.Next(r); err != nil {
			return end, fmt.Errorf("record %d: %w", r.Seq, err)
		}
	}
	return end, nil
}

// enter makes the new end of a line known.
func (s *Store) enter(l *line, end journal.Chain) {
	l.end = end
	s.office = end.Office
	s.lines[l.Line] = l
}

// write puts records behind the end of a line and fsyncs them.
func (s *Store) write(l *line, records []journal.Record) ([]Pos, error) {
	n := 0
	for _, r := range records {
		n += len(r.Frame())
	}
	if err := s.makeRoom(l, n, records[0].Seq); err != nil {
		return nil, err
	}
	segment := l.segments[len(l.segments)-1]
	buf, at := make([]byte, 0, n), make([]Pos, len(records))
	for i, r := range records {
		at[i] = Pos{Segment: segment, Offset: uint32(l.size) + uint32(len(buf)), Length: uint32(len(r.Frame()))}
		buf = append(buf, r.Frame()...)
	}
	if _, err := l.file.WriteAt(buf, l.size); err != nil {
		return nil, fmt.Errorf("write records: %w", err)
	}
	if err := l.file.Sync(); err != nil {
		return nil, fmt.Errorf("fsync records: %w", err)
	}
	l.size += int64(n)
	return at, nil
}

// makeRoom opens the last segment of a line, or begins another if n bytes would overfill it.
func (s *Store) makeRoom(l *line, n int, seq uint64) error {
	if len(l.segments) > 0 && (l.size == 0 || l.size+int64(n) <= segmentSize) {
		if l.file != nil {
			return nil
		}
		f, err := s.options.disk.Open(s.path(l.path(l.segments[len(l.segments)-1])), os.O_RDWR)
		if err != nil {
			return fmt.Errorf("open segment: %w", err)
		}
		l.file = f
		return nil
	}
	return s.begin(l, seq)
}

// begin makes the next segment of a line, and its folder with the first one.
func (s *Store) begin(l *line, seq uint64) error {
	if err := l.close(); err != nil {
		return fmt.Errorf("close segment: %w", err)
	}
	name := s.path(l.path(seq))
	if len(l.segments) == 0 {
		if err := s.volume.mkdir(filepath.Dir(name)); err != nil {
			return err
		}
	}
	f, err := s.options.disk.Open(name, os.O_CREATE|os.O_RDWR)
	if err != nil {
		return fmt.Errorf("create segment: %w", err)
	}
	l.file = f
	err = errors.Join(f.Truncate(0), f.Sync(), s.options.disk.SyncDir(filepath.Dir(name)))
	if err != nil {
		return fmt.Errorf("create segment: %w", err)
	}
	l.segments, l.size = append(l.segments, seq), 0
	return nil
}

// close lets go of the last segment.
func (l *line) close() error {
	if l.file == nil {
		return nil
	}
	err := l.file.Close()
	l.file = nil
	return err
}
