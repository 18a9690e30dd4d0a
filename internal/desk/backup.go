package desk

import (
	"errors"
	"path/filepath"
	"time"

	"harta/internal/storage"
)

// BackupNote is what this machine remembers of the last backup.
type BackupNote struct {
	At  time.Time `json:"at"`
	Dir string    `json:"dir"`
	OK  bool      `json:"ok"` // it was read back and found sound
}

// Backup copies the open office to a folder and reads the copy back.
func (d *Desk) Backup(dir string, progress func(done, total int64)) error {
	err := d.Office.Backup(dir, progress)
	d.noteBackup(dir, err)
	return about(dir, err)
}

// Copy makes the same backup without a password, and beside whoever has the office open.
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
	d.noteBackup(dir, err)
	return copied, err
}

func (d *Desk) backupsFile() string { return filepath.Join(d.StateDir(), "backups.json") }

// noteBackup remembers a backup as well as it can: the backup itself is what counts.
func (d *Desk) noteBackup(dir string, err error) {
	if abs, aerr := filepath.Abs(dir); aerr == nil {
		dir = abs
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	all := readNotes[BackupNote](d.backupsFile())
	all[d.key()] = BackupNote{At: d.Now(), Dir: dir, OK: err == nil}
	_ = writeNotes(d.backupsFile(), all)
}

// LastBackup gives the last backup that was tried here; ok is false when there was none.
func (d *Desk) LastBackup() (note BackupNote, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	note, ok = readNotes[BackupNote](d.backupsFile())[d.key()]
	return note, ok
}
