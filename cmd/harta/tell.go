package main

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"syscall"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/letter"
	"harta/internal/office"
	"harta/internal/report"
	"harta/internal/storage"
	"harta/internal/vault"
)

// errTold ends a command whose refusal, or what it found, was told already.
var errTold = errors.New("told already")

// tell says what came of a run and gives its exit code. A refusal and what can be expected of a machine are told
// in a sentence; everything else is logged once and told with an incident.
func (a *app) tell(err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, errTold) {
		return exitRefused
	}
	if u, ok := errors.AsType[*usageError](err); ok {
		a.complain(a.usage(u))
		return exitFailed
	}
	if u, ok := errors.AsType[*unknownError](err); ok {
		a.complain(a.unknown(u))
		return exitRefused
	}
	if r, ok := errors.AsType[*domain.Refusal](err); ok {
		a.complain(a.say.Refusal(r))
		return exitRefused
	}
	if text, code := a.damage(err); code != exitOK {
		a.complain(text)
		return code
	}
	if text, ok := a.expected(err); ok {
		a.complain(text)
		return exitFailed
	}
	incident := newIncident()
	a.log.Error("command broke", slog.String("incident", incident), slog.Any("error", err))
	a.complain(a.say.Fault(err, incident))
	return exitFailed
}

// complain writes a sentence to stderr. Where even that is impossible nobody is left to tell.
func (a *app) complain(text string) { _, _ = fmt.Fprintln(a.stderr, text) }

// newIncident makes a number that is easy to read out on the telephone.
func newIncident() string {
	var b [4]byte
	_, _ = rand.Read(b[:]) // never fails
	n := binary.BigEndian.Uint32(b[:]) % 100_000_000
	return fmt.Sprintf("%04d-%04d", n/10_000, n%10_000)
}

// damage tells where damage is, by file and record.
func (a *app) damage(err error) (string, int) {
	if lost, ok := errors.AsType[*lostError](err); ok {
		return a.say.T("fault.missing_records", "seq", int(lost.seq)), exitRefused
	}
	found, ok := errors.AsType[*storage.DamageError](err)
	switch {
	case !ok:
		return "", exitOK
	case len(found.Damage) == 1:
		return a.say.T("fault.damaged", "place", a.place(found.Damage[0])), exitRefused
	default:
		n, first := len(found.Damage), a.place(found.Damage[0])
		return a.say.T("fault.damaged_many", "n", n, "place", first), exitRefused
	}
}

// place names a damaged record, or a byte where no record is known.
func (a *app) place(d journal.Damage) string {
	if d.Seq > 0 {
		return a.say.T("damage.record", "file", d.Source, "seq", int(d.Seq))
	}
	return a.say.T("damage.byte", "file", d.Source, "offset", int(d.Offset))
}

// expected tells what can be wrong with a machine, a folder or a secret without anything being broken.
func (a *app) expected(err error) (string, bool) {
	if held, ok := errors.AsType[*storage.HeldError](err); ok {
		return a.heldBy(held), true
	}
	if place, ok := errors.AsType[*storage.UnsuitableError](err); ok {
		key := "fault.network_share"
		if place.Reason == storage.CloudFolder {
			key = "fault.cloud_folder"
		}
		return a.say.T(key, "dir", place.Dir, "detail", place.Detail), true
	}
	if wait, ok := errors.AsType[*waitError](err); ok {
		return a.waiting(wait), true
	}
	return a.expectedAt(err)
}

// expectedAt tells what is wrong with a file or folder: the one the error is about, else the data folder.
func (a *app) expectedAt(err error) (string, bool) {
	dir := a.data
	file, isFile := errors.AsType[*fileError](err)
	if isFile {
		dir = file.path
	}
	for _, known := range expectedFaults {
		if errors.Is(err, known.cause) {
			return a.say.T(known.key, "dir", dir, "limit", known.limit), true
		}
	}
	if isFile {
		return a.say.T("console.fault.file", "file", file.path, "fault", a.say.Fault(file.err, "")), true
	}
	return "", false
}

func (a *app) heldBy(held *storage.HeldError) string {
	if held.Holder == "" {
		return a.say.T("console.fault.held")
	}
	since := a.say.Date(calendar.DateOf(held.Since)) + " " + a.say.Time(held.Since)
	return a.say.T("fault.held", "holder", held.Holder, "since", since)
}

// waiting tells that a password was wrong, or comes too early, and how long to wait.
func (a *app) waiting(wait *waitError) string {
	seconds := int((wait.left + time.Second - 1) / time.Second)
	switch {
	case wait.cause == nil:
		return a.say.T("console.fault.wait", "n", seconds)
	case seconds == 0:
		return a.say.T("fault.wrong_password")
	default:
		return a.say.T("fault.wrong_password_wait", "n", seconds)
	}
}

// expectedFaults are the sentences for the errors of the floors below.
var expectedFaults = []struct {
	cause error
	key   string
	limit int // MB
}{
	{storage.ErrNotEmpty, "fault.not_empty", 0},
	{storage.ErrNoStore, "fault.no_store", 0},
	{storage.ErrReadOnly, "fault.read_only", 0},
	{storage.ErrDiskFull, "fault.disk_full", 0},
	{syscall.EROFS, "console.fault.read_only_disk", 0},
	{storage.ErrOutcomeUnknown, "fault.outcome_unknown", 0},
	{storage.ErrUnsettled, "fault.unsettled", 0},
	{storage.ErrTooLarge, "fault.too_large", storage.MaxBlob >> 20},
	{report.ErrTooLarge, "fault.too_large", report.MaxBytes >> 20},
	{report.ErrNotWorkbook, "console.fault.not_workbook", 0},
	{storage.ErrBackupAhead, "fault.backup_ahead", 0},
	{storage.ErrUnequal, "fault.copy_differs", 0},
	{journal.ErrNewer, "fault.newer", 0},
	{journal.ErrForeign, "fault.foreign", 0},
	{office.ErrNotThisOffice, "fault.foreign", 0},
	{office.ErrClock, "fault.clock_set", 0},
	{office.ErrGone, "fault.gone", 0},
	{office.ErrNoUser, "refusal.no_such_user", 0},
	{vault.ErrNotRecipient, "fault.wrong_recovery", 0},
	{vault.ErrRecoveryTyped, "fault.recovery_typo", 0},
	{vault.ErrRecoveryLength, "fault.recovery_length", 0},
	{vault.ErrRecoverySign, "fault.recovery_sign", 0},
	{letter.ErrCrest, "console.fault.crest", 0},
	{errNotFile, "console.fault.not_file", 0},
	{errNoPassword, "console.fault.no_password", 0},
	{errNoNewPassword, "console.fault.no_new_password", 0},
	{errTwoPasswords, "console.fault.two_passwords", 0},
	{errNoCode, "console.fault.no_code", 0},
	{errOtherCode, "console.fault.other_code", 0},
}

// fileError says which file or folder of the user's choice is meant.
type fileError struct {
	path string
	err  error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }

func (e *fileError) Unwrap() error { return e.err }

// about names the file or folder that an error speaks of.
func about(path string, err error) error {
	if err == nil {
		return nil
	}
	return &fileError{path, err}
}

// lostError says that acknowledged records are missing.
type lostError struct{ seq uint64 }

func (e *lostError) Error() string {
	return fmt.Sprintf("acknowledged records after %d are missing", e.seq)
}
