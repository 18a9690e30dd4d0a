package storage

import (
	"errors"
	"fmt"
	"time"

	"harta/internal/journal"
)

// What the store may refuse.
var (
	// ErrNotEmpty marks a target folder that holds something else.
	ErrNotEmpty = errors.New("folder is not empty")
	// ErrNoStore marks a folder that holds no store.
	ErrNoStore = errors.New("no store in this folder")
	// ErrOptions marks options without clock, state folder or holder.
	ErrOptions = errors.New("clock, holder or state folder missing")
	// ErrReadOnly marks a write to a store opened for reading.
	ErrReadOnly = errors.New("store is open for reading only")
	// ErrClosed marks the use of a closed store.
	ErrClosed = errors.New("store is closed")
	// ErrDiskFull marks a disk with too little space left: usually a write refused before it began.
	ErrDiskFull = errors.New("too little space on the disk")
	// ErrDiskReadOnly marks a disk that takes no writes; it can be opened with Options.ReadOnly.
	ErrDiskReadOnly = errors.New("disk is read-only")
	// ErrOutcomeUnknown marks a write that the disk did not confirm, and every later one until the store is
	// reopened: only the journal read anew says whether it happened.
	ErrOutcomeUnknown = errors.New("outcome of a write is unknown")
	// ErrUnsettled marks an addition to an existing chain while what Open found is not settled.
	ErrUnsettled = errors.New("findings are not settled")
	// ErrStateLost marks folded state that cannot be read: reset and rebuild it from the journal.
	ErrStateLost = errors.New("folded state is lost")
	// ErrTooLarge marks a blob above [MaxBlob].
	ErrTooLarge = errors.New("blob is too large")
	// ErrName marks a name that is not letters, digits and dashes.
	ErrName = errors.New("name is not allowed")
	// ErrBackupAhead marks a backup that holds what the store lacks; it is never overwritten.
	ErrBackupAhead = errors.New("backup holds more than the store")
	// ErrForeignFile marks a file that is no part of a store.
	ErrForeignFile = errors.New("file is no part of a store")
	// ErrUnequal marks a copy that does not read back as it was written.
	ErrUnequal = errors.New("copy differs from its source")
	// ErrStopped marks a backup that was stopped; the next one goes on where it did.
	ErrStopped = errors.New("backup was stopped")
)

// explain adds to an error of the system what it means for the store.
func explain(err error) error {
	switch {
	case isFull(err):
		return fmt.Errorf("%w: %w", ErrDiskFull, err)
	case isReadOnly(err):
		return fmt.Errorf("%w: %w", ErrDiskReadOnly, err)
	}
	return err
}

// HeldError says who holds a data folder that was to be opened for writing.
type HeldError struct {
	Holder string
	Since  time.Time
	PID    int
}

// Error implements error.
func (e *HeldError) Error() string {
	return fmt.Sprintf("data folder is held by %s (process %d) since %s", e.Holder, e.PID, e.Since.Format(time.RFC3339))
}

// HeldBy tells it to whoever does not know this package.
func (e *HeldError) HeldBy() (who string, since time.Time) { return e.Holder, e.Since }

// Reason is why a folder cannot hold a store.
type Reason int

// The reasons of an [UnsuitableError].
const (
	NetworkShare Reason = iota + 1 // locks and fsync promise nothing there
	CloudFolder                    // another program copies and replaces files there
)

// UnsuitableError says why a folder cannot hold a store.
type UnsuitableError struct {
	Dir    string
	Reason Reason
	Detail string // the file system or the cloud folder
}

// Error implements error.
func (e *UnsuitableError) Error() string {
	if e.Reason == CloudFolder {
		return fmt.Sprintf("%s lies in a synchronised folder (%s)", e.Dir, e.Detail)
	}
	return fmt.Sprintf("%s lies on a network share (%s)", e.Dir, e.Detail)
}

// DamageError lists everything found damaged, by file relative to the data folder, and by record where one is
// known. Whatever was intact has been delivered all the same.
type DamageError struct{ Damage []journal.Damage }

// Error implements error.
func (e *DamageError) Error() string {
	if len(e.Damage) == 1 {
		return e.Damage[0].Error()
	}
	return fmt.Sprintf("%d damaged places, the first: %v", len(e.Damage), e.Damage[0])
}

// Unwrap returns every damage.
func (e *DamageError) Unwrap() []error {
	errs := make([]error, len(e.Damage))
	for i, d := range e.Damage {
		errs[i] = d
	}
	return errs
}

// damaged returns nil when nothing is.
func damaged(list []journal.Damage) error {
	if len(list) == 0 {
		return nil
	}
	return &DamageError{Damage: list}
}
