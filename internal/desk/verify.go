package desk

import (
	"errors"
	"os"

	"harta/internal/journal"
	"harta/internal/storage"
)

// Verdict says what a check of the whole journal found.
type Verdict struct {
	Sound       bool
	Records     int
	Chains      int
	Attachments int
	Damages     int
	First       string // the first damage, in words; empty when there is none
}

// Verify checks every record of the data folder with its signature, and everything that lies beside them. It may run
// while the office is open.
func (d *Desk) Verify(progress func(done, total int)) (Verdict, error) {
	r, err := d.Fsck(d.dir, true, func(done, total int64) {
		if progress != nil {
			progress(int(done), int(total))
		}
	})
	if err != nil {
		return Verdict{}, err
	}
	v := Verdict{
		Sound: r.Sound(), Records: r.Journal.Records, Chains: len(r.Journal.Chains), Attachments: r.Blobs, Damages: len(r.Damage),
	}
	if len(r.Damage) > 0 {
		v.First = d.DamageWords(r.Damage[0])
	}
	return v, nil
}

// Fsck checks a data folder or a backup without a password; full checks the signatures too.
func (d *Desk) Fsck(dir string, full bool, progress storage.Progress) (storage.Report, error) {
	if _, err := os.Stat(dir); err != nil {
		return storage.Report{}, about(dir, err)
	}
	r, err := storage.Fsck(dir, full, progress)
	return r, about(dir, err)
}

// DamageWords tells where a damage is and what is wrong there.
func (d *Desk) DamageWords(x journal.Damage) string {
	return d.Screen.T("damage.at", "place", d.place(x), "what", d.whatIsWrong(x))
}

// damaged tells where damage is, and how much.
func (d *Desk) damaged(all []journal.Damage) string {
	if len(all) == 1 {
		return d.Screen.T("fault.damaged", "place", d.place(all[0]))
	}
	return d.Screen.T("fault.damaged_many", "n", len(all), "place", d.place(all[0]))
}

// place names a damaged record, or a byte where no record is known.
func (d *Desk) place(x journal.Damage) string {
	if x.Seq > 0 {
		return d.Screen.T("damage.record", "file", x.Source, "seq", int(x.Seq))
	}
	return d.Screen.T("damage.byte", "file", x.Source, "offset", int(x.Offset))
}

// whatIsWrong puts the kind of a damage into words.
func (d *Desk) whatIsWrong(x journal.Damage) string {
	for _, known := range []struct {
		cause error
		key   string
	}{
		{journal.ErrSignature, "damage.signature"},
		{journal.ErrUnknownAuthor, "damage.author"},
		{journal.ErrGap, "damage.gap"},
		{journal.ErrMissingDep, "damage.gap"},
		{journal.ErrBrokenPrev, "damage.prev"},
		{journal.ErrFork, "damage.fork"},
		{journal.ErrForeign, "damage.foreign"},
		{journal.ErrNewer, "damage.newer"},
		{journal.ErrGroup, "damage.group"},
		{journal.ErrIncomplete, "damage.group"},
		{journal.ErrClock, "damage.clock"},
		{storage.ErrForeignFile, "damage.file"},
		{os.ErrNotExist, "damage.missing"},
	} {
		if errors.Is(x.Err, known.cause) {
			return d.Screen.T(known.key)
		}
	}
	return d.Screen.T("damage.bytes")
}
