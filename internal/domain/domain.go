// Package domain is the meaning of a registry office: what was submitted, by when it must be answered and why,
// who may do what, and what follows from each recorded event.
//
// It has two pure halves. Before anything is written a rule decides: a command is a method that returns an
// Event or a *Refusal. After it was written the event is judged and folded: Judge says whether its author had
// the authority, Apply changes the state. Neither fails.
//
// The package knows events, cases, rules, roles, deadlines, admissibility, numbering, letters as content and
// yearly figures. It refuses to know the clock, the disk, bytes, cryptography and the screen.
package domain

import "encoding/hex"

// ID names a subject or a thing of the office: 16 random bytes. The zero ID means "none".
type ID [16]byte

// Identifiers of the different things, so that one cannot be given for another.
type (
	// CaseID names a case (преписка).
	CaseID ID
	// PersonID names a person or organisation of the contact book.
	PersonID ID
	// UserID names a user of the program.
	UserID ID
	// DepartmentID names a unit of the administration.
	DepartmentID ID
	// TopicID names an entry of the topic nomenclature.
	TopicID ID
	// LetterID names a letter of a case.
	LetterID ID
	// DocumentID names an attached document.
	DocumentID ID
	// ErasureID names a list of cases to be destroyed.
	ErasureID ID
	// DeskID names a desk, the place where one copy of the program writes.
	DeskID ID
	// KeyID names the content key of a document or an issued PDF.
	KeyID ID
	// RecordID is the reference of the journal record that carried an event.
	RecordID ID
	// ChainID names a chain of the journal.
	ChainID ID
)

// Digest is a SHA-256 sum.
type Digest [32]byte

// String gives the ID in hexadecimal.
func (id ID) String() string { return hex.EncodeToString(id[:]) }

// ParseID reads what String gives, as an identifier of any thing. What is none gives the zero one.
func ParseID[T ~[16]byte](s string) (id T) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(id) {
		return T{}
	}
	copy(id[:], b)
	return id
}

// IsZero tells whether the ID names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String gives the digest in hexadecimal.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// Versioned is a value that concurrent events may both set, with the record that set it last. Disputed tells that
// another record, which had not seen this one or was not seen by it, set a different value.
type Versioned[T comparable] struct {
	Value    T
	By       RecordID
	Disputed bool
	Against  RecordID // the other record
}

// Set gives the value as the fact leaves it: the later in fold order stands, a difference is flagged until an
// event that has seen both confirms one.
func (v Versioned[T]) Set(value T, f Fact) Versioned[T] {
	next := Versioned[T]{Value: value, By: f.Record}
	switch {
	case !f.HasSeen(v.By) && v.Value != value:
		next.Disputed, next.Against = true, v.By
	case v.Disputed && !f.HasSeen(v.Against):
		next.Disputed, next.Against = true, v.Against
	}
	return next
}

// Keep gives the value as it stands against a fact that had not seen it and says another one.
func (v Versioned[T]) Keep(value T, f Fact) Versioned[T] {
	if !f.HasSeen(v.By) && v.Value != value {
		v.Disputed, v.Against = true, f.Record
	}
	return v
}
