package storage

import (
	"harta/internal/journal"
)

// Findings are what Open found. While they are unsettled, existing chains cannot be added to.
type Findings struct {
	Torn   int64            // bytes cut from the ends of chains; they were never acknowledged
	Damage []journal.Damage // in the last segments; Fsck and Scan see the others

	Restored      bool // the journal has less than this machine acknowledged, or the folder was a backup
	Moved         bool // another machine or another volume wrote it last
	DeskLost      bool // the desk file is missing or damaged
	AnchorUnknown bool // nothing says what this machine acknowledged here: ask a person
	Lost          []Gap

	StateLost bool // folded state is missing or damaged: rebuild it
}

// Gap says that folded state has come further than the journal: the records between are lost, although
// acknowledged.
type Gap struct {
	Line   Line
	Folded uint64 // the seq that folded state has seen
	Tip    uint64 // the last one the journal has
}

// Unsettled reports whether an existing chain must not be continued before [Store.Settle].
func (f Findings) Unsettled() bool {
	return f.Restored || f.Moved || f.DeskLost || f.AnchorUnknown || len(f.Lost) > 0
}

// Findings returns what Open found.
func (s *Store) Findings() Findings { return s.findings }

// Settle records that the findings were dealt with: a new chain was begun and set in the desk, or a person has
// confirmed that the old one may go on. From here on this machine vouches for the journal as it is now.
func (s *Store) Settle() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.writable(); err != nil {
		return err
	}
	machine, err := s.options.Fingerprint(s.dir)
	if err != nil {
		return err
	}
	id := s.identity
	id.Fingerprint, id.Copy = machine, false
	if id.Journal == "" { // the desk file was lost and is not set yet
		id.Journal, id.Access = s.desk.Journal.String(), s.desk.Access.String()
	}
	if err := s.writeIdentity(id); err != nil {
		return err
	}
	tips := map[journal.ChainID]journal.Tip{}
	for _, id := range []journal.ChainID{s.desk.Journal, s.desk.Access} {
		if l, ok := s.lines[Line{Chain: id}]; ok {
			tips[id] = l.end.Tip
		}
	}
	if err := s.anchor.reset(tips); err != nil {
		return err
	}
	s.settled = true
	return nil
}

// inspect compares the journal with what this machine remembers.
func (s *Store) inspect() error {
	f := &s.findings
	machine, err := s.options.Fingerprint(s.dir)
	if err != nil {
		return err
	}
	f.Moved = !f.DeskLost && s.identity.Fingerprint != machine
	f.Restored = f.Restored || s.identity.Copy
	for id, tip := range s.anchor.tips {
		l, ok := s.lines[Line{Chain: id}]
		f.Restored = f.Restored || !ok || l.end.Tip.Seq < tip.Seq
	}
	_, written := s.lines[Line{Chain: s.desk.Journal}]
	f.AnchorUnknown = !s.anchor.known && written && s.options.StateDir != ""
	return nil
}
