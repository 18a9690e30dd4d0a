package desk

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
	"harta/internal/storage"
	"harta/internal/vault"
	"harta/resources"
)

// ErrOtherCode says that a recovery code typed back is sound, but not the one that was printed.
var ErrOtherCode = errors.New("another recovery code")

// Opened tells whether an office is open.
func (d *Desk) Opened() bool { return d.open }

// Follow has f told how far opening, rebuilding and founding have come; nil ends it. It is called on the goroutine
// that works.
func (d *Desk) Follow(f office.Progress) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.follow = f
}

// AskPaper has f asked whether the journal agrees with the paper; nil stands for no. It is called on the goroutine
// that signs in, which waits for the answer.
func (d *Desk) AskPaper(f func(last domain.Number) bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.paper = f
}

// progress tells whoever started the program, and whoever follows.
func (d *Desk) progress(done, total int) {
	d.mu.Lock()
	follow := d.follow
	d.mu.Unlock()
	for _, f := range []office.Progress{d.options.Progress, follow} {
		if f != nil {
			f(done, total)
		}
	}
}

func (d *Desk) sameAsPaper(last domain.Number) bool {
	d.mu.Lock()
	ask := d.paper
	d.mu.Unlock()
	if ask == nil {
		ask = d.options.SameAsPaper
	}
	d.confirmed = ask != nil && ask(last)
	return d.confirmed
}

// Wait is how long to wait for the next password.
func (e *WaitError) Wait() time.Duration { return e.Left }

// CanMend tells that what is left can be worked with, see [Desk.Mend].
func (*LostError) CanMend() bool { return true }

// NewPlan is what every new office begins with, with a nomenclature of files to be changed later.
func (d *Desk) NewPlan() (office.Plan, error) {
	plan, err := BasicPlan()
	if err != nil {
		return plan, err
	}
	demo, err := resources.DemoData()
	plan.Filing = filing(demo)
	return plan, err
}

func filing(demo resources.Demo) []domain.FilingSet {
	var all []domain.FilingSet
	for _, f := range demo.Filing {
		all = append(all, domain.FilingSet{Code: f.Code, Title: f.Title, Years: f.Years, Permanent: f.Years == 0})
	}
	return all
}

// CheckPassword refuses a password that guards nothing.
func (d *Desk) CheckPassword(password string) error { return office.CheckPassword(password) }

// temporaryGroups of four characters, of 32 that nobody takes for another, are 60 random bits. Hardly one in
// a thousand is little but digits and would be refused as easy to guess: another is drawn, a few times at most.
const (
	temporaryGroups   = 3
	temporaryTries    = 8
	temporaryAlphabet = "0123456789abcdefghjkmnpqrstvwxyz"
)

// TemporaryPassword makes a password to be told to a user once; he replaces it with his own.
func (d *Desk) TemporaryPassword() (string, error) {
	var refused error
	for range temporaryTries {
		var b [4 * temporaryGroups]byte
		if _, err := io.ReadFull(d.options.Random, b[:]); err != nil {
			return "", fmt.Errorf("make a temporary password: %w", err)
		}
		var out strings.Builder
		for i, x := range b {
			if i > 0 && i%4 == 0 {
				out.WriteByte('-')
			}
			out.WriteByte(temporaryAlphabet[x&31])
		}
		if refused = d.CheckPassword(out.String()); refused == nil {
			return out.String(), nil
		}
	}
	return "", refused
}

// SameCode tells whether a typed recovery code is the printed one: nil, [ErrOtherCode], or what is wrong with it.
func (d *Desk) SameCode(typed, printed string) error {
	back, err := vault.ParseRecoveryCode(typed)
	if err == nil && back.Reveal() != printed {
		err = ErrOtherCode
	}
	return err
}

// maxCrest is the size of the largest file that can be a crest.
const maxCrest = 4 << 20

// ReadCrest reads a crest that letters can be printed with.
func (d *Desk) ReadCrest(path string) ([]byte, error) {
	crest, err := d.ReadFile(path, maxCrest)
	if err != nil {
		return nil, err
	}
	return crest, about(path, letter.CheckCrest(crest))
}

// Restore makes a data folder of a backup, in the chosen folder, which must be empty. The first to sign in begins a
// new chain.
func (d *Desk) Restore(backup string, progress func(done, total int64)) error {
	_, err := storage.Restore(backup, d.dir, d.StorageOptions(), progress)
	if errors.Is(err, storage.ErrNoStore) {
		return about(backup, err)
	}
	return about(d.dir, err)
}

// IsOccupied tells whether an error says that the folder to be written into holds something.
func IsOccupied(err error) bool { return errors.Is(err, storage.ErrNotEmpty) }

// Room tells about a folder for backups: whether it lies on the disk of the data, which then saves it from nothing,
// and how many bytes are free there.
func (d *Desk) Room(dir string) (same bool, free uint64, err error) {
	here, _, err := storage.Volume(d.dir)
	if err != nil {
		return false, 0, err
	}
	there, free, err := storage.Volume(dir)
	return here == there, free, about(dir, err)
}
