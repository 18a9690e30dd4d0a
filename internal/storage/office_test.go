package storage_test

import (
	"crypto/ed25519"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"harta/internal/journal"
	"harta/internal/storage"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// writer writes the records of one author into one chain.
type writer struct {
	key    ed25519.PrivateKey
	random io.Reader
	chain  journal.Chain
}

func newWriter(seed byte) *writer {
	return &writer{
		key:    ed25519.NewKeyFromSeed(append(make([]byte, 31), seed)),
		random: rand.NewChaCha8([32]byte{seed}),
	}
}

// another returns a writer of a further chain of the same office.
func (w *writer) another(seed byte) *writer {
	o := newWriter(seed)
	o.key = w.key // so that its records are trusted
	o.chain.Office = w.chain.Office
	return o
}

// group writes a command of n records with bodies of the given size.
func (w *writer) group(tb testing.TB, n, size int) []journal.Record {
	tb.Helper()
	var command journal.CommandID
	if _, err := w.random.Read(command[:]); err != nil {
		tb.Fatal(err)
	}
	records := make([]journal.Record, n)
	for i := range records {
		h := journal.Header{
			Seq: w.chain.Tip.Seq + 1, Prev: w.chain.Tip.Hash, Clock: journal.Tick(w.chain.Clock, 0, noon),
			Kind: "case.noted", KindVersion: 1, Command: command, Part: uint64(i + 1), Parts: uint64(n),
			Office: w.chain.Office, Chain: w.chain.ID,
		}
		var body, contentKey []byte
		switch {
		case h.Seq == 1 && h.Office == (journal.Ref{}):
			h.Kind = "office.founded"
			body = introduction(w.key)
		case h.Seq == 1:
			h.Kind = "chain.opened"
			body = []byte{0xa0}
		default:
			h.Key, contentKey = journal.KeyID{1}, make([]byte, 32)
			body = make([]byte, size)
			binary.BigEndian.PutUint64(body, h.Seq)
		}
		r, err := journal.Seal(h, body, contentKey, w.key, w.random)
		if err != nil {
			tb.Fatal(err)
		}
		if w.chain, err = w.chain.Next(r); err != nil {
			tb.Fatal(err)
		}
		records[i] = r
	}
	return records
}

// introduction is a clear body {0: [public key]}.
func introduction(key ed25519.PrivateKey) []byte {
	return append([]byte{0xa1, 0x00, 0x81, 0x58, 0x20}, key.Public().(ed25519.PublicKey)...)
}

// place is a machine with one data folder on it.
type place struct {
	dir, state string
	options    storage.Options
	harmed     *bool // fsck must find damage when the test ends
}

func newPlace(tb testing.TB) place {
	tb.Helper()
	return placeIn(tb.TempDir())
}

func placeIn(home string) place {
	p := place{dir: filepath.Join(home, "data"), state: filepath.Join(home, "state"), harmed: new(bool)}
	p.options = storage.Options{
		StateDir: p.state, Holder: "ivan@pc1",
		Now:         func() time.Time { return noon },
		Free:        func(string) (uint64, error) { return 1 << 40, nil },
		FileSystem:  func(string) (string, error) { return "ext4", nil },
		Fingerprint: func(string) (string, error) { return "pc1", nil },
		Wait:        func(time.Duration) {},
	}
	return p
}

// create makes a store; when the test ends fsck is run over it.
func (p place) create(tb testing.TB) *storage.Store {
	tb.Helper()
	s, err := storage.Create(p.dir, p.options)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		shut(tb, s)
		p.fsck(tb)
	})
	return s
}

// open opens the store again.
func (p place) open(tb testing.TB) *storage.Store {
	tb.Helper()
	s, err := storage.Open(p.dir, p.options)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { shut(tb, s) })
	return s
}

// crash leaves the folder as a writer that was killed does.
func (p place) crash(tb testing.TB) {
	tb.Helper()
	if err := os.WriteFile(filepath.Join(p.dir, "harta.db.mark"), []byte("open"), 0o600); err != nil {
		tb.Fatal(err)
	}
}

func shut(tb testing.TB, s *storage.Store) {
	tb.Helper()
	if err := s.Close(); err != nil {
		tb.Error(err)
	}
}

// fsck finds damage when the test has done some, and none otherwise.
func (p place) fsck(tb testing.TB) storage.Report {
	tb.Helper()
	report, err := storage.Fsck(p.dir, true, nil)
	if err != nil {
		tb.Fatal(err)
	}
	if *p.harmed == report.Sound() {
		tb.Errorf("fsck: harmed = %v, damage = %v", *p.harmed, report.Damage)
	}
	return report
}

// founded is a store with n records in one chain, the first of which founds the office.
func (p place) founded(tb testing.TB, n int) (*storage.Store, *writer) {
	tb.Helper()
	s, w := p.create(tb), newWriter(1)
	appendAll(tb, s, w.group(tb, 1, 0))
	if err := s.SetDesk(storage.Desk{ID: "desk-1", Journal: w.chain.ID}); err != nil {
		tb.Fatal(err)
	}
	for range n - 1 {
		appendAll(tb, s, w.group(tb, 1, 100))
	}
	return s, w
}

func appendAll(tb testing.TB, s *storage.Store, group []journal.Record) []storage.Pos {
	tb.Helper()
	at, err := s.Append(group)
	if err != nil {
		tb.Fatal(err)
	}
	return at
}

// seqs returns what Scan delivers and reports.
func seqs(tb testing.TB, s *storage.Store, l storage.Line, from uint64) (all []uint64, damage []journal.Damage) {
	tb.Helper()
	err := s.Scan(l, from, func(r journal.Record, at storage.Pos) error {
		all = append(all, r.Seq)
		again, err := s.Read(l, at)
		if err == nil && again.Hash() != r.Hash() {
			err = fmt.Errorf("record %d reads differently alone", r.Seq)
		}
		return err
	})
	if found, ok := errors.AsType[*storage.DamageError](err); ok {
		return all, found.Damage
	}
	if err != nil {
		tb.Fatal(err)
	}
	return all, nil
}

// upTo returns 1 … n.
func upTo(n uint64) (all []uint64) {
	for seq := uint64(1); seq <= n; seq++ {
		all = append(all, seq)
	}
	return all
}

// edit changes a file.
func edit(tb testing.TB, name string, change func([]byte) []byte) {
	tb.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(name, change(b), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// segment returns the path of a segment.
func (p place) segment(l storage.Line, first uint64) string {
	return filepath.Join(p.dir, "journal", l.Chain.String(), fmt.Sprintf("%012d.seg", first))
}

// scanInto keeps the place of the last record visited.
func scanInto(at *storage.Pos) func(journal.Record, storage.Pos) error {
	return func(_ journal.Record, p storage.Pos) error {
		*at = p
		return nil
	}
}
