package desk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"harta/internal/storage"
)

// Rehearsal is what a rehearsed restore has found.
type Rehearsal struct {
	From    string // the backup
	Records int
	Files   int
	Bytes   int64
}

// Rehearse restores a backup, or the newest one in a folder of backups, into a folder of its own, opens what came of it,
// reads that back from end to end with every signature, and removes it again, however it ends. The data and the backup stay
// as they are. It can be stopped between two files.
func (d *Desk) Rehearse(dir string, progress func(done, total int64), stopped func() bool) (r Rehearsal, err error) {
	tmp, err := os.MkdirTemp("", "harta-rehearsal-")
	if err != nil {
		return r, fmt.Errorf("make a folder for the rehearsal: %w", err)
	}
	defer func() {
		if gone := os.RemoveAll(tmp); gone != nil && err == nil {
			err = fmt.Errorf("remove the rehearsal: %w", gone)
		}
	}()
	o := d.StorageOptions()
	o.StateDir = filepath.Join(tmp, "state") // what this machine knows of the real data stays out of it
	if err := os.Mkdir(o.StateDir, 0o700); err != nil {
		return r, fmt.Errorf("make a folder for the rehearsal: %w", err)
	}
	data := filepath.Join(tmp, "data")
	copied, err := storage.RestoreAs(dir, data, o, storage.Copying{Progress: progress, Stopped: stopped})
	switch {
	case errors.Is(err, storage.ErrDiskFull), errors.Is(err, syscall.ENOSPC):
		return r, about(tmp, errors.Join(ErrNoRoom, err))
	case errors.Is(err, storage.ErrNoStore):
		return r, about(dir, errors.Join(ErrNoCopy, err))
	case err != nil:
		return r, about(dir, err)
	}
	if err := rehearsed(data, o); err != nil {
		return r, about(copied.From, err)
	}
	return Rehearsal{From: copied.From, Records: copied.Report.Journal.Records, Files: copied.Files, Bytes: copied.Bytes}, nil
}

// rehearsed opens what was restored as the program would, and checks it whole.
func rehearsed(data string, o storage.Options) error {
	s, err := storage.Open(data, o)
	if err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	report, err := storage.Fsck(data, true, nil)
	if err == nil && !report.Sound() {
		err = &storage.DamageError{Damage: report.Damage}
	}
	return err
}
