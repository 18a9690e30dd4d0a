package desk

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

// LostError says that acknowledged records after Seq are missing.
type LostError struct{ Seq uint64 }

// Error implements error.
func (e *LostError) Error() string {
	return fmt.Sprintf("acknowledged records after %d are missing", e.Seq)
}

// Tell puts any error into one calm sentence for the person at the desk. A refusal, and what can be expected of a
// machine, says what to do; everything else is logged once and told with the incident under which it was.
func (d *Desk) Tell(err error) string {
	if err == nil {
		return ""
	}
	if text, ok := d.Expected(err); ok {
		return text
	}
	incident := newIncident()
	d.log.Error("command broke", slog.String("incident", incident), slog.Any("error", err))
	return d.Screen.Fault(err, incident)
}

// newIncident makes a number that is easy to read out on the telephone.
func newIncident() string {
	var b [4]byte
	_, _ = rand.Read(b[:]) // never fails
	n := binary.BigEndian.Uint32(b[:]) % 100_000_000
	return fmt.Sprintf("%04d-%04d", n/10_000, n%10_000)
}

// Expected tells a refusal, damage, and what can be wrong with a machine, a folder or a secret without anything
// being broken. Of anything else it knows no sentence.
func (d *Desk) Expected(err error) (text string, ok bool) {
	if r, ok := errors.AsType[*domain.Refusal](err); ok {
		return d.Screen.Refusal(r), true
	}
	if lost, ok := errors.AsType[*LostError](err); ok {
		return d.Screen.T("fault.missing_records", "seq", int(lost.Seq)), true
	}
	if found, ok := errors.AsType[*storage.DamageError](err); ok {
		return d.damaged(found.Damage), true
	}
	if one, ok := errors.AsType[journal.Damage](err); ok {
		return d.damaged([]journal.Damage{one}), true
	}
	if held, ok := errors.AsType[*storage.HeldError](err); ok {
		return d.heldBy(held), true
	}
	if wait, ok := errors.AsType[*WaitError](err); ok {
		return d.waiting(wait), true
	}
	if place, ok := errors.AsType[*storage.UnsuitableError](err); ok {
		if place.Reason == storage.CloudFolder {
			return d.Screen.T("fault.cloud_folder", "dir", place.Dir, "detail", place.Detail), true
		}
		return d.Screen.T("fault.network_share", "dir", place.Dir, "detail", place.Detail), true
	}
	return d.expectedAt(err)
}

// expectedAt tells what is wrong with a file or folder: the one the error is about, else the data folder.
func (d *Desk) expectedAt(err error) (string, bool) {
	dir := d.dir
	file, isFile := errors.AsType[*FileError](err)
	if isFile {
		dir = file.Path
	}
	if size, ok := errors.AsType[*SizeError](err); ok {
		return d.Screen.T("fault.too_large", "limit", max(1, int(size.Limit>>20))), true
	}
	for _, known := range expectedFaults {
		if errors.Is(err, known.cause) {
			return d.Screen.T(known.key, "dir", dir, "limit", known.limit), true
		}
	}
	if isFile {
		return d.Screen.T("file.fault", "file", file.Path, "fault", d.Screen.Fault(file.Err, "")), true
	}
	return "", false
}

func (d *Desk) heldBy(held *storage.HeldError) string {
	if held.Holder == "" {
		return d.Screen.T("fault.held_just_now")
	}
	since := d.Screen.Date(calendar.DateOf(held.Since)) + " " + d.Screen.Time(held.Since)
	return d.Screen.T("fault.held", "holder", held.Holder, "since", since)
}

// waiting tells that a password was wrong, or comes too early, and how long to wait.
func (d *Desk) waiting(wait *WaitError) string {
	seconds := int((wait.Left + time.Second - 1) / time.Second)
	switch {
	case wait.cause == nil:
		return d.Screen.T("fault.wait", "n", seconds)
	case seconds == 0:
		return d.Screen.T("fault.wrong_password")
	default:
		return d.Screen.T("fault.wrong_password_wait", "n", seconds)
	}
}

// expectedFaults are the sentences for the errors of the floors below.
var expectedFaults = []struct {
	cause error
	key   string
	limit int // MB, or lines
}{
	{ErrNoPlace, "fault.no_backup_place", 0},
	{ErrNoRoom, "fault.no_backup_room", 0},
	{ErrNoCopy, "fault.no_copy", 0},
	{storage.ErrNotEmpty, "fault.not_empty", 0},
	{storage.ErrNoStore, "fault.no_store", 0},
	{storage.ErrReadOnly, "fault.read_only", 0},
	{storage.ErrDiskFull, "fault.disk_full", 0},
	{syscall.EROFS, "fault.read_only_disk", 0},
	{storage.ErrOutcomeUnknown, "fault.outcome_unknown", 0},
	{storage.ErrUnsettled, "fault.unsettled", 0},
	{storage.ErrTooLarge, "fault.too_large", storage.MaxBlob >> 20},
	{report.ErrStopped, "fault.report_stopped", 0},
	{report.ErrTooLarge, "fault.too_large", report.MaxBytes >> 20},
	{report.ErrNotWorkbook, "fault.not_workbook", 0},
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
	{ErrOtherCode, "fault.other_code", 0},
	{storage.ErrStopped, "fault.backup_stopped", 0},
	{letter.ErrCrest, "fault.crest", 0},
	{ErrNotFile, "fault.not_file", 0},
	{ErrNow, "fault.clock_text", 0},
	{ErrLongList, "fault.long_list", MaxPrinted},
	{ErrNoViewer, "fault.no_viewer", 0},
	{ErrNotShown, "fault.not_shown", 0},
}
