package present

import (
	"path/filepath"
	"slices"
	"time"

	"harta/internal/desk"
)

// Ages of the last copy: up to the first one it is fresh, up to the second one it is time for another.
const (
	freshBackup = 24 * time.Hour
	staleBackup = 72 * time.Hour
)

// backupWords says how it stands with the copies, by colour, sign and word. An exercise needs none.
func (e Env) backupWords(n desk.BackupNote, exercise bool) Note {
	good := n.LastGood()
	age := e.Now().Sub(good)
	switch {
	case good.IsZero() && exercise:
		return Note{PlainSign, e.T("status.no_backup")}
	case good.IsZero():
		return Note{BadSign, e.T("status.no_backup")}
	case !n.OK:
		return Note{BadSign, e.T("status.backup_failed", "time", e.moment(good))}
	case age > staleBackup:
		return Note{BadSign, e.T("status.old_backup", "time", e.moment(good))}
	case age > freshBackup:
		return Note{WarnSign, e.T("status.old_backup", "time", e.moment(good))}
	case n.Same:
		return Note{WarnSign, e.T("status.backup_same", "time", e.moment(good))}
	default:
		return Note{GoodSign, e.T("status.backup", "time", e.moment(good))}
	}
}

// keeps are how many dated copies may stay.
var keeps = []int{3, desk.DefaultKept, 14, 30}

// Keeps says how many dated copies may stay.
func (b *Backup) Keeps() []string {
	var words []string
	for _, n := range keeps {
		words = append(words, b.T("backup.keep", "n", n))
	}
	return words
}

// Keep is the index of how many do; -1 for a number of somebody's own.
func (b *Backup) Keep() int { return slices.Index(keeps, b.Habits(nil).Kept()) }

// SetKeep takes it.
func (b *Backup) SetKeep(i int) {
	if i >= 0 && i < len(keeps) {
		b.Habits(func(h *desk.Habits) { h.BackupKeep = keeps[i] })
		b.changed()
	}
}

// Daily tells whether copies are made by themselves.
func (b *Backup) Daily() bool { return !b.Habits(nil).BackupByHand }

// SetDaily says whether they are.
func (b *Backup) SetDaily(on bool) {
	b.Habits(func(h *desk.Habits) { h.BackupByHand = !on })
	b.changed()
}

// Counts says what is in the last good copy, and in which folder; empty = it is not known.
func (b *Backup) Counts() string {
	if b.note.Files == 0 {
		return ""
	}
	const mega = 1 << 20
	return b.T("backup.counts", "records", b.note.Records, "files", b.note.Files, "mb", max(1, int(b.note.Bytes/mega)), "dir", filepath.Base(b.note.Dir))
}

// Warning says what is wrong with the place; empty = nothing.
func (b *Backup) Warning() string {
	if b.Place().Dir == "" || !b.Place().Risky {
		return ""
	}
	return b.T("backup.same_disk_warning")
}
