package journal

import (
	"errors"
	"fmt"
	"io"
)

// What may be wrong with a record by itself.
var (
	// ErrTorn marks the end of a file in the middle of a record: a write that was never acknowledged.
	ErrTorn = fmt.Errorf("torn tail: %w", io.ErrUnexpectedEOF)
	// ErrDamaged marks bytes that are not a record.
	ErrDamaged = errors.New("damaged record")
	// ErrNewer marks a record in an envelope that only a newer program knows.
	ErrNewer = errors.New("record of a newer program")
	// ErrContentKey marks a body that the given content key does not open.
	ErrContentKey = errors.New("content key does not open the body")
	// ErrSignature marks a record that its author did not sign.
	ErrSignature = errors.New("signature does not match")
	// ErrUnknownAuthor marks a record whose author nobody trusted has introduced, or not yet.
	ErrUnknownAuthor = errors.New("unknown author")
	// ErrRecovery marks a record that the recovery key must not sign.
	ErrRecovery = errors.New("kind not permitted to the recovery key")
)

// What may be wrong with a record in its place.
var (
	// ErrForeign marks a record of another office or another chain.
	ErrForeign = errors.New("record of another office or chain")
	// ErrDuplicate marks the record that is the tip already.
	ErrDuplicate = errors.New("record is already the tip")
	// ErrPast marks a record behind the tip: equal to the stored one of its seq it is a duplicate, else a fork.
	ErrPast = errors.New("record is behind the tip")
	// ErrGap marks a record whose predecessor is missing.
	ErrGap = errors.New("previous record is missing")
	// ErrFork marks a second record with the same chain and seq.
	ErrFork = errors.New("chain is forked")
	// ErrBrokenPrev marks a record that does not carry the hash of its predecessor.
	ErrBrokenPrev = errors.New("previous record has another hash")
	// ErrGroup marks a record that interrupts the group of its command.
	ErrGroup = errors.New("group of a command is interrupted")
	// ErrIncomplete marks the last record of a chain when more of its group should follow.
	ErrIncomplete = errors.New("group of a command is incomplete")
	// ErrClock marks a record whose clock is not later than its predecessor's.
	ErrClock = errors.New("clock goes back")
	// ErrMissingDep marks a record that has seen a record which is nowhere.
	ErrMissingDep = errors.New("referenced record is missing")
)

// damaged says what makes the bytes no record.
func damaged(what string) error { return fmt.Errorf("%w: %s", ErrDamaged, what) }
