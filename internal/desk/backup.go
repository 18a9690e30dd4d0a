package desk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/storage"
)

// BackupNote is what this machine remembers of backups: of the last one that was tried, and of the last good one.
type BackupNote struct {
	At  time.Time `json:"at"`
	Dir string    `json:"dir"`
	OK  bool      `json:"ok"` // it was read back and found sound

	Good    time.Time `json:"good,omitzero"`     // when the last good one was made
	Same    bool      `json:"same,omitempty"`    // the good one lies on the disk of the data
	Records int       `json:"records,omitempty"` // in it, by the journal
	Files   int       `json:"files,omitempty"`
	Bytes   int64     `json:"bytes,omitempty"`
}

// LastGood is when the last good backup was made; zero = there is none.
func (n BackupNote) LastGood() time.Time {
	if n.Good.IsZero() && n.OK { // remembered by an earlier program
		return n.At
	}
	return n.Good
}

// DefaultKept is how many dated backups stay where nobody has said.
const DefaultKept = 7

// Kept is how many dated backups stay.
func (h Habits) Kept() int {
	if h.BackupKeep < 1 {
		return DefaultKept
	}
	return h.BackupKeep
}

var (
	// ErrNoPlace says that the folder in which backups lie is gone, such as with the disk that was taken out.
	ErrNoPlace = errors.New("no place for backups")
	// ErrNoRoom says that a backup has no room on its disk.
	ErrNoRoom = errors.New("no room for a backup")
	// ErrNoCopy says that there is no backup yet where one was to be rehearsed.
	ErrNoCopy = errors.New("no backup to rehearse")
)

// BackUp makes a dated backup of the open office in a folder of backups, reads it back, and lets as many of them stay
// as the habits say. It can be stopped between two files; [storage.ErrStopped] then says so, and the next one goes on
// where it stopped.
func (d *Desk) BackUp(dir string, progress func(done, total int64), stopped func() bool) error {
	return d.backUp(dir, d.BackupDated, storage.Copying{Progress: progress, Stopped: stopped})
}

// dating makes a dated backup.
type dating func(storage.Dated, storage.Copying) (string, storage.Copied, error)

func (d *Desk) backUp(dir string, date dating, how storage.Copying) error {
	if _, err := os.Stat(filepath.Dir(dir)); errors.Is(err, fs.ErrNotExist) {
		err = about(filepath.Dir(dir), ErrNoPlace)
		d.noteBackup(dir, storage.Copied{}, err)
		return err
	}
	stamp := d.clock().In(calendar.Sofia()).Format("2006-01-02-150405")
	at, copied, err := date(storage.Dated{Dir: dir, Stamp: stamp, Keep: d.Habits().Kept()}, how)
	if errors.Is(err, storage.ErrStopped) {
		return about(dir, err)
	}
	switch {
	case err == nil && !copied.Report.Sound():
		err = &storage.DamageError{Damage: copied.Report.Damage}
	case errors.Is(err, storage.ErrDiskFull), errors.Is(err, syscall.ENOSPC):
		err = errors.Join(ErrNoRoom, err)
	}
	d.noteBackup(at, copied, err)
	return about(dir, err)
}

// BackupDue tells whether the daily backup is to be made: a place was chosen, somebody is at work in a real office, and
// today there was none.
func (d *Desk) BackupDue() bool {
	h := d.Habits()
	if !d.open || d.reading || h.BackupDir == "" || h.BackupByHand || d.User().ID == (domain.UserID{}) || d.Settings().Demo {
		return false
	}
	note, _ := d.LastBackup()
	good := note.LastGood()
	return good.IsZero() || calendar.DateOf(good) != d.Today()
}

// BackUpClosed makes the daily backup of an office that was closed: the folder is free already for whoever opens it
// next, and is only read. It ends unfinished when the time is over; the next one goes on where it stopped.
func (d *Desk) BackUpClosed(limit time.Duration) error {
	opts := d.StorageOptions()
	opts.ReadOnly = true
	s, err := storage.Open(d.dir, opts)
	if err != nil {
		return err
	}
	until := d.now().Add(limit)
	err = d.backUp(d.Habits().BackupDir, s.BackupDated, storage.Copying{Stopped: func() bool { return d.now().After(until) }})
	return errors.Join(err, s.Close())
}

// Copy makes a backup in a folder of its own, without a password, and beside whoever has the office open.
func (d *Desk) Copy(dir string, progress storage.Progress) (storage.Copied, error) {
	opts := d.StorageOptions()
	opts.ReadOnly = true
	s, err := storage.Open(d.dir, opts)
	if err != nil {
		return storage.Copied{}, err
	}
	copied, err := s.Backup(dir, progress)
	err = errors.Join(about(dir, err), s.Close())
	if err == nil && !copied.Report.Sound() {
		err = &storage.DamageError{Damage: copied.Report.Damage}
	}
	d.noteBackup(dir, copied, err)
	return copied, err
}

func (d *Desk) backupsFile() string { return filepath.Join(d.StateDir(), "backups.json") }

// noteBackup remembers a backup as well as it can: the backup itself is what counts.
func (d *Desk) noteBackup(dir string, copied storage.Copied, err error) {
	if abs, aerr := filepath.Abs(dir); aerr == nil {
		dir = abs
	}
	same := false
	if err == nil {
		same, _, _ = d.Room(dir)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	all := readNotes[BackupNote](d.backupsFile())
	note := all[d.key()]
	note.Good = note.LastGood()
	note.At, note.Dir, note.OK = d.Now(), dir, err == nil
	if err == nil {
		note.Good, note.Same = note.At, same
		note.Records, note.Files, note.Bytes = copied.Report.Journal.Records, copied.Files, copied.Bytes
	}
	all[d.key()] = note
	_ = writeNotes(d.backupsFile(), all)
}

// LastBackup gives what is known of the last backups here; ok is false when none was ever tried.
func (d *Desk) LastBackup() (note BackupNote, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	note, ok = readNotes[BackupNote](d.backupsFile())[d.key()]
	return note, ok
}
