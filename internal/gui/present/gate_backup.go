package present

import (
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"harta/internal/desk"
)

// BackupDesk makes copies, and knows where they may lie.
type BackupDesk interface {
	Dir() string
	// EachDisk tells of the disks besides that of the data.
	EachDisk(f func(dir, name string, free uint64))
	// Room tells whether a folder lies on the disk of the data, and how many bytes are free there.
	Room(dir string) (same bool, free uint64, err error)
	// BackUp makes a dated backup in a folder of backups.
	BackUp(dir string, progress func(done, total int64), stopped func() bool) error
	LastBackup() (note desk.BackupNote, ok bool)
	// Rehearse restores the newest backup of a folder, checks what came of it and removes it again.
	Rehearse(dir string, progress func(done, total int64), stopped func() bool) (desk.Rehearsal, error)
}

// BackupPlace is a place where copies may lie.
type BackupPlace struct {
	Words, Second string
	Dir           string // empty = nobody has chosen the folder yet
	Risky         bool   // on the disk of the data
	Advised       bool
	Pick          bool // its folder is chosen
}

// Backup is the presenter of where copies lie and how they are made.
type Backup struct {
	Env
	watched
	desk BackupDesk
	// Made hears that a copy was made: what says when that was last is not true any more. Nil is allowed.
	Made     func()
	Exercise bool // nobody minds when an exercise has no copy

	places []BackupPlace
	chosen int
	last   Note
	note   desk.BackupNote
	wrong  string
	done   string
	meter  *Meter
	stop   atomic.Bool
}

// NewBackup makes the presenter.
func NewBackup(env Env, d BackupDesk) *Backup {
	b := &Backup{Env: env, desk: d, chosen: -1}
	b.meter = NewMeter(env, b.changed)
	return b
}

// folder is how the folder of copies is called inside a place that holds other things too.
const backupFolder = "Harta-archive"

func inside(dir string) string {
	if filepath.Base(dir) == backupFolder {
		return dir
	}
	return filepath.Join(dir, backupFolder)
}

// mostDisks is how many disks are offered.
const mostDisks = 2

// Load finds the places.
func (b *Backup) Load() {
	kept := b.Habits(nil).BackupDir
	var places []BackupPlace
	var last desk.BackupNote
	b.Go(func() {
		b.desk.EachDisk(func(dir, name string, free uint64) {
			if len(places) < mostDisks {
				words := b.T("backup.disk", "disk", strings.TrimRight(dir, `\/`))
				if name != "" {
					words = b.T("backup.disk_named", "disk", strings.TrimRight(dir, `\/`), "name", name)
				}
				places = append(places, BackupPlace{Words: words, Second: b.free(free), Dir: inside(dir), Advised: len(places) == 0})
			}
		})
		places = append(places, b.folderPlace(kept))
		here := inside(filepath.Dir(b.desk.Dir()))
		places = append(places, BackupPlace{Words: b.T("backup.same_disk"), Second: b.T("backup.same_disk_second"), Dir: here, Risky: true})
		last, _ = b.desk.LastBackup()
	}, func() {
		b.places = places
		b.noted(last)
		b.choose(kept)
		b.changed()
	})
}

// folderPlace is the place that somebody chooses himself. It is asked for off the screen's goroutine.
func (b *Backup) folderPlace(dir string) BackupPlace {
	p := BackupPlace{Words: b.T("backup.folder"), Second: b.T("backup.folder_second"), Dir: dir, Pick: true}
	if dir == "" {
		return p
	}
	p.Second = dir
	if same, free, err := b.desk.Room(dir); err == nil {
		p.Risky = same
		p.Second = b.T("backup.folder_free", "dir", dir, "free", b.free(free))
	}
	return p
}

// choose chooses the place that was kept, or else the first one that is good.
func (b *Backup) choose(kept string) {
	b.chosen = -1
	for i, p := range b.places {
		if kept != "" && p.Dir == kept {
			b.chosen = i
			return
		}
		if b.chosen < 0 && p.Dir != "" && !p.Risky {
			b.chosen = i
		}
	}
}

func (b *Backup) free(bytes uint64) string {
	const mega = 1 << 20
	if bytes < 1<<30 {
		return b.T("backup.free_mb", "n", int(bytes/mega))
	}
	return b.T("backup.free_gb", "n", int(bytes>>30))
}

// Places gives where copies may lie.
func (b *Backup) Places() []BackupPlace { return b.places }

// Chosen is the index of the chosen place, -1 for none.
func (b *Backup) Chosen() int { return b.chosen }

// Place gives the chosen place.
func (b *Backup) Place() BackupPlace {
	if b.chosen < 0 || b.chosen >= len(b.places) {
		return BackupPlace{}
	}
	return b.places[b.chosen]
}

// Choose takes a place, for this copy and for those that are made by themselves.
func (b *Backup) Choose(i int) {
	if b.Busy() || i < 0 || i >= len(b.places) {
		return
	}
	b.chosen, b.wrong, b.done = i, "", ""
	if dir := b.places[i].Dir; dir != "" {
		b.Habits(func(h *desk.Habits) { h.BackupDir = dir })
	}
	b.changed()
}

// Pick takes a folder that somebody has chosen.
func (b *Backup) Pick(dir string) {
	dir = strings.TrimSpace(dir)
	if b.Busy() || dir == "" {
		return
	}
	dir = inside(filepath.Clean(dir))
	var p BackupPlace
	b.Go(func() { p = b.folderPlace(dir) }, func() {
		for i := range b.places {
			if b.places[i].Pick {
				b.places[i] = p
				b.Choose(i)
			}
		}
	})
}

// noted takes what is known of the last copies.
func (b *Backup) noted(n desk.BackupNote) { b.note, b.last = n, b.backupWords(n, b.Exercise) }

// Last says when the last copy was made.
func (b *Backup) Last() Note { return b.last }

// Wrong says why no copy was made.
func (b *Backup) Wrong() string { return b.wrong }

// Result says that a copy was made and read back; empty before.
func (b *Backup) Result() string { return b.done }

// Done tells whether a copy was made in the chosen place just now.
func (b *Backup) Done() bool { return b.done != "" }

// Busy tells whether a copy is being made.
func (b *Backup) Busy() bool { return b.meter.Busy() }

// Meter tells how far it has come.
func (b *Backup) Meter() *Meter { return b.meter }

// Allowed tells whether a copy can be made.
func (b *Backup) Allowed() bool { return !b.Busy() && b.Place().Dir != "" }

// Make makes a copy in the chosen place and reads it back. The place is kept for the next one.
func (b *Backup) Make() {
	if !b.Allowed() {
		return
	}
	dir, begun := b.Place().Dir, b.Now()
	b.wrong, b.done = "", ""
	b.stop.Store(false)
	b.meter.Begin(b.T("backup.making"))
	b.changed()
	var err error
	var last desk.BackupNote
	b.Go(func() {
		err = b.desk.BackUp(dir, b.meter.Count64, b.stop.Load)
		last, _ = b.desk.LastBackup()
	}, func() {
		b.meter.End()
		b.noted(last)
		if err != nil {
			b.wrong = b.Tell(err)
		} else {
			b.done = b.T("backup.made", "dir", dir, "n", max(1, int(b.Now().Sub(begun)/time.Second)))
			b.Habits(func(h *desk.Habits) { h.BackupDir = dir })
			if b.Made != nil {
				b.Made()
			}
		}
		b.changed()
	})
}

// Stop gives up the copy that is being made, between two of its files.
func (b *Backup) Stop() { b.stop.Store(true) }
