package domain

import "time"

// Event is a fact of the office: past tense, immutable and complete. Its kind on disk is frozen in package wire.
// The set is closed: only the types of this package are events.
type Event interface {
	// action gives the step of the workflow that records the event; empty for events of the office and of persons.
	action() Action
}

// letterEvent is an event about one letter of a case.
type letterEvent interface {
	Event
	letter() LetterID
}

// Fact is an event together with what its record says about it.
type Fact struct {
	Event  Event
	Record RecordID
	By     UserID    // who signed; zero for the recovery key
	At     time.Time // when, by the desk's clock; orders what people see, never a legal date
	// Saw tells whether the author had seen the given record; nil means that he had seen all folded before.
	Saw func(RecordID) bool
}

// HasSeen tells whether the author of the fact had seen the given record; the zero record, which is none, he has.
func (f Fact) HasSeen(r RecordID) bool { return r == RecordID{} || f.Saw == nil || f.Saw(r) }

// PublicKey is an Ed25519 public key that verifies a user's records.
type PublicKey [32]byte

// ChainPoint is a place in a chain: the last record that a new incarnation of a desk continues.
type ChainPoint struct {
	Chain ChainID
	Seq   uint64
	Hash  Digest
}
