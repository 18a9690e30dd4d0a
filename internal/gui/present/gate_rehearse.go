package present

import (
	"path/filepath"

	"harta/internal/desk"
)

// Rehearse restores the newest copy of the chosen place into a folder of its own, says what it found, and leaves nothing
// of it.
func (b *Backup) Rehearse() {
	if !b.Allowed() {
		return
	}
	dir := b.Place().Dir
	b.wrong, b.done = "", ""
	b.stop.Store(false)
	b.meter.Begin(b.T("backup.rehearsing"))
	b.changed()
	var found desk.Rehearsal
	var err error
	b.Go(func() { found, err = b.desk.Rehearse(dir, b.meter.Count64, b.stop.Load) }, func() {
		b.meter.End()
		if err != nil {
			b.wrong = b.Tell(err)
		} else {
			b.done = b.T("backup.rehearsed", "copy", filepath.Base(found.From), "records", found.Records, "files", found.Files, "mb", max(1, int(found.Bytes>>20)))
		}
		b.changed()
	})
}
