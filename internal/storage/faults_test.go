package storage_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"harta/internal/journal"
	"harta/internal/storage"
)

var errDisk = errors.New("the disk gave up")

// faults is a disk that fails from a chosen call on. A write that fails has written half.
type faults struct {
	storage.Disk
	only  string // counts calls on files with this in their name, all when empty
	from  int    // the first call that fails, 0 for none
	room  int    // bytes that may still be written, when limit is set
	limit bool
	calls int
}

func (d *faults) fail(name string) error {
	if !strings.Contains(name, d.only) {
		return nil
	}
	d.calls++
	if d.from > 0 && d.calls >= d.from {
		return errDisk
	}
	return nil
}

func (d *faults) Open(name string, flag int) (storage.File, error) {
	if err := d.fail(name); err != nil {
		return nil, err
	}
	f, err := d.Disk.Open(name, flag)
	return &faulty{f, d, name}, err
}

func (d *faults) SyncDir(dir string) error {
	if err := d.fail(dir); err != nil {
		return err
	}
	return d.Disk.SyncDir(dir)
}

func (d *faults) Rename(from, to string) error {
	if err := d.fail(to); err != nil {
		return err
	}
	return d.Disk.Rename(from, to)
}

type faulty struct {
	storage.File
	disk *faults
	name string
}

func (f *faulty) WriteAt(b []byte, at int64) (int, error) {
	err := f.disk.fail(f.name)
	half := len(b) / 2
	if err == nil && f.disk.limit {
		if f.disk.room -= len(b); f.disk.room < 0 {
			err, half = syscall.ENOSPC, max(0, len(b)+f.disk.room)
			f.disk.room = 0
		}
	}
	if err != nil {
		n, _ := f.File.WriteAt(b[:half], at)
		return n, err
	}
	return f.File.WriteAt(b, at)
}

func (f *faulty) Sync() error {
	if err := f.disk.fail(f.name); err != nil {
		return err
	}
	return f.File.Sync()
}

// use appends commands until one fails and returns what was acknowledged. After an error nothing may be.
func use(t *testing.T, s *storage.Store, w *writer, commands int) (acknowledged []journal.Hash) {
	t.Helper()
	failed := false
	for range commands {
		group := w.group(t, 2, 300)
		_, err := s.Append(group)
		switch {
		case err == nil && failed:
			t.Fatal("acknowledged after an error")
		case err == nil:
			acknowledged = append(acknowledged, group[0].Hash(), group[1].Hash())
		case !errors.Is(err, storage.ErrOutcomeUnknown):
			t.Fatal(err)
		}
		failed = failed || err != nil
	}
	return acknowledged
}

// holds asserts that what was acknowledged is in the journal once, behind the founding record.
func holds(t *testing.T, s *storage.Store, chain journal.ChainID, acknowledged []journal.Hash) {
	t.Helper()
	var found []journal.Hash
	err := s.Scan(storage.Line{Chain: chain}, 2, func(r journal.Record, _ storage.Pos) error {
		found = append(found, r.Hash())
		return nil
	})
	if err != nil || len(found) < len(acknowledged) || !slices.Equal(found[:len(acknowledged)], acknowledged) {
		t.Fatalf("%d acknowledged, %d found, %v", len(acknowledged), len(found), err)
	}
	if len(found)%2 != 0 {
		t.Fatal("half a command is there")
	}
}

// given an error at the Nth call of the disk, for every N, then nothing is acknowledged after it, and what was
// acknowledged before is there.
func TestNothingIsAcknowledgedAfterAnError(t *testing.T) {
	const commands = 4
	for n, done := 1, false; !done; n++ {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			p := newPlace(t)
			s, w := p.founded(t, 1)
			shut(t, s)
			disk := &faults{Disk: storage.SystemDisk, only: ".seg", from: n}
			honest := p.options
			p.options = p.options.WithDisk(disk)
			s = p.open(t)
			acknowledged := use(t, s, w, commands)
			done = len(acknowledged) == 2*commands
			shut(t, s)

			p.options = honest
			holds(t, p.open(t), w.chain.ID, acknowledged)
		})
	}
}

// given an error at the Nth call of the disk while a chain or a file begins, then the store opens again.
func TestAnErrorAtAnyCallLeavesAStoreThatOpens(t *testing.T) {
	for n, done := 1, false; !done; n++ {
		p := newPlace(t)
		s, w := p.founded(t, 2)
		shut(t, s)
		honest := p.options
		disk := &faults{Disk: storage.SystemDisk, from: n}
		p.options = p.options.WithDisk(disk)
		other := w.another(2)
		if s, err := storage.Open(p.dir, p.options); err == nil {
			_, err1 := s.Append(other.group(t, 1, 0))
			_, err2 := s.AddSlots(slots(1))
			_, err3 := s.PutBlob([]byte("an attachment"))
			err4 := s.WriteDraft("a", []byte("a draft"))
			err5 := s.WriteBundle(journal.AuthorID{1}, []byte("a bundle"))
			err = errors.Join(err1, err2, err3, err4, err5, s.SetDesk(s.Desk()), s.Close())
			done = err == nil
		}
		p.options = honest
		s = p.open(t)
		if tip := s.Tip(w.chain.ID); tip.Tip.Seq != 2 || s.Desk().Journal != w.chain.ID {
			t.Fatalf("error at call %d: tip = %+v, desk = %+v", n, tip, s.Desk())
		}
		if f := s.Findings(); f.Unsettled() {
			t.Fatalf("error at call %d: %+v", n, f)
		}
		shut(t, s)
	}
}

// given a disk with less and less room, then what was acknowledged is there and nothing else.
func TestAFullDiskLosesNothing(t *testing.T) {
	for room := 0; room < 3000; room += 97 {
		p := newPlace(t)
		s, w := p.founded(t, 1)
		shut(t, s)
		honest := p.options
		p.options = p.options.WithDisk(&faults{Disk: storage.SystemDisk, only: "nothing", limit: true, room: room + 1000})
		s, err := storage.Open(p.dir, p.options)
		if err != nil {
			t.Fatal(err)
		}
		acknowledged := use(t, s, w, 4)
		_ = s.Close() // it may have no room for the anchor
		p.options = honest
		s = p.open(t)
		holds(t, s, w.chain.ID, acknowledged)
		shut(t, s)
	}
}

func TestNothingIsWrittenWhenSpaceIsShort(t *testing.T) {
	p := newPlace(t)
	free := uint64(1 << 30)
	p.options.Free = func(string) (uint64, error) { return free, nil }
	s, w := p.founded(t, 2)
	next := w.group(t, 1, 10)
	free = storage.DefaultReserve - 1
	if _, err := s.Append(next); !errors.Is(err, storage.ErrDiskFull) {
		t.Errorf("append: %v", err)
	}
	if _, err := s.PutBlob([]byte("x")); !errors.Is(err, storage.ErrDiskFull) {
		t.Errorf("blob: %v", err)
	}
	if err := s.WriteDraft("a", []byte("what was typed")); err != nil {
		t.Errorf("draft: %v", err)
	}
	if all, _ := seqs(t, s, storage.Line{Chain: w.chain.ID}, 1); len(all) != 2 {
		t.Errorf("scan = %v", all)
	}
	free = 1 << 30
	appendAll(t, s, next)
}

func TestADraftIsKeptAfterTheJournalFailed(t *testing.T) {
	p := newPlace(t)
	disk := &faults{Disk: storage.SystemDisk, only: ".seg"}
	p.options = p.options.WithDisk(disk)
	s, w := p.founded(t, 1)
	disk.from = disk.calls + 1
	if _, err := s.Append(w.group(t, 1, 10)); !errors.Is(err, storage.ErrOutcomeUnknown) {
		t.Fatalf("append: %v", err)
	}
	if err := s.WriteDraft("a", []byte("what was typed")); err != nil {
		t.Errorf("draft: %v", err)
	}
	if err := s.DeleteDraft("a"); err != nil {
		t.Errorf("delete: %v", err)
	}
}
