// Package office is the office at work, and the only writer: decide → seal → append → fold → announce.
//
// A command is one short method. It asks a rule of the domain for the event, encodes it, seals it into a record
// of this desk's chain, appends it (fsync = acknowledged), folds it into the state in memory and announces the
// change. Nothing is applied when the append fails, and no other code changes the journal.
//
// The package refuses to know PDF, Excel, the screen and the network: what it needs of them it takes as small
// interfaces.
package office

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"harta/internal/domain"
	"harta/internal/storage"
	"harta/internal/vault"
)

// Options say how an office is opened.
type Options struct {
	Storage storage.Options
	Random  io.Reader
	Log     *slog.Logger
	Cost    vault.Cost // of new password bundles
	// Practice tells that the clock of Storage was set by hand (HARTA_NOW): only a demo office accepts it.
	Practice bool
	// SameAsPaper is asked when nothing vouches for the journal: „Последният издаден номер е …; съвпада ли с
	// дневника?“. No, or nil, begins a new chain. It must not call the office.
	SameAsPaper func(last domain.Number) bool
	// Progress is told about long work; nil is allowed.
	Progress Progress
}

// Progress is told how far long work has come: done of total, total 0 when it is not known.
type Progress func(done, total int)

func (p Progress) step(done, total int) {
	if p != nil {
		p(done, total)
	}
}

// What may be wrong besides a refusal of the domain.
var (
	// ErrNoUser marks a login that nobody has.
	ErrNoUser = errors.New("no such login")
	// ErrClosed marks the use of an office nobody is signed in to.
	ErrClosed = errors.New("nobody is signed in")
	// ErrClock marks a clock set by hand in a real office.
	ErrClock = errors.New("only a demo office accepts a set clock")
	// ErrNotThisOffice marks records of another office.
	ErrNotThisOffice = errors.New("records of another office")
	// ErrGone marks a document or PDF whose bytes are missing or erased.
	ErrGone = errors.New("bytes are missing or erased")
)

// Office is an open office at a desk. Its methods may be called from several goroutines; one works at a time.
type Office struct {
	mu      sync.Mutex
	store   *storage.Store
	options Options
	signer  vault.Identity
	user    domain.UserID
	login   string
	keys    *keychain
	book    *book
	bulk    *bulk
	done    receipts
	heard   []func(Change)
	settled bool // what opening found was dealt with
}

// Change tells listeners what has changed. A screen reloads; it never patches its own rows.
type Change struct {
	Case   domain.CaseID // zero when the office itself or a person changed
	Office bool
}

// Open opens the data folder. Nobody is signed in yet: only what is clear can be read.
func Open(dir string, o Options) (*Office, error) {
	s, err := storage.Open(dir, o.Storage)
	if err != nil {
		return nil, err
	}
	return newOffice(s, o), nil
}

func newOffice(s *storage.Store, o Options) *Office {
	return &Office{store: s, options: o, done: newReceipts()}
}

// Close commits what follows behind and frees the data folder.
func (o *Office) Close() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return errors.Join(o.flushBulk(), o.store.Close())
}

// Findings tells what opening the data folder found.
func (o *Office) Findings() storage.Findings { return o.store.Findings() }

// Listen calls f after every acknowledged change, with the office unlocked.
func (o *Office) Listen(f func(Change)) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.heard = append(o.heard, f)
}

// Now is the moment by the office's clock, in UTC.
func (o *Office) Now() time.Time { return o.options.Storage.Now().UTC() }

// acting is the signed-in user at this moment.
func (o *Office) acting() domain.Acting {
	a := domain.Acting{Office: &o.book.office, User: o.user, Now: o.Now().Truncate(time.Second)}
	a.Known = func(id domain.CaseID) (domain.Entry, bool) {
		if !o.maySee(a, id) {
			return domain.Entry{}, false
		}
		return *o.book.register.byID[id], true
	}
	a.Joined = func(id domain.CaseID) []domain.Entry { return o.joined(a, id) }
	return a
}

// Acting gives the signed-in user at this moment, for questions to the workflow table.
func (o *Office) Acting() domain.Acting {
	now := o.Settings()
	o.mu.Lock()
	defer o.mu.Unlock()
	return domain.Acting{Office: &now, User: o.user, Now: o.Now().Truncate(time.Second)}
}

// User is who is signed in; the zero user when nobody is.
func (o *Office) User() domain.User {
	now := o.Settings()
	o.mu.Lock()
	defer o.mu.Unlock()
	u, _ := now.User(o.user)
	return u
}

// Settings gives the office as it is now.
func (o *Office) Settings() domain.Office {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.book == nil {
		return domain.NewOffice()
	}
	return o.book.office
}

// leave forgets everything that was opened: whoever signs in next loads it anew.
func (o *Office) leave() {
	o.keys, o.book, o.bulk = nil, nil, nil
	o.user, o.login, o.signer = domain.UserID{}, "", vault.Identity{}
	o.done = newReceipts()
}

// Backup copies the office to another folder and reads it back.
func (o *Office) Backup(dst string, progress func(done, total int64)) error {
	copied, err := o.store.Backup(dst, progress)
	return sound(copied, err)
}

// BackupDated makes a backup of its own in a folder of backups, see [storage.Store.BackupDated].
func (o *Office) BackupDated(d storage.Dated, how storage.Copying) (dir string, copied storage.Copied, err error) {
	dir, copied, err = o.store.BackupDated(d, how)
	return dir, copied, sound(copied, err)
}

// sound takes damage of the office, which is copied with it, for what it is.
func sound(copied storage.Copied, err error) error {
	if err == nil && !copied.Report.Sound() {
		return fmt.Errorf("backup has %d damages: %w", len(copied.Report.Damage), copied.Report.Damage[0])
	}
	return err
}
