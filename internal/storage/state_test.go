package storage_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"harta/internal/storage"
)

// dump is all folded state, "bucket/key" to value.
func dump(s *storage.Store, buckets ...string) (map[string]string, error) {
	all := map[string]string{}
	err := s.View(func(state storage.State) error {
		for _, bucket := range buckets {
			err := state.Each(bucket, nil, func(key, value []byte) error {
				all[bucket+"/"+string(key)] = string(value)
				if string(state.Get(bucket, key)) != string(value) {
					return fmt.Errorf("%s/%s: Get and Each differ", bucket, key)
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}

// position reads how far folded state has come in a chain.
func position(s *storage.Store, l storage.Line) (seq uint64, err error) {
	err = s.View(func(state storage.State) error {
		if b := state.Get(storage.PositionsBucket, append(l.Chain[:], l.Branch[:]...)); b != nil {
			seq = binary.BigEndian.Uint64(b)
		}
		return nil
	})
	return seq, err
}

func TestStateFollowsBehind(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 3)
	line := storage.Line{Chain: w.chain.ID}
	var first, second storage.Batch
	first.Put("cases", []byte("a"), []byte("1"))
	first.Put("cases", []byte("b"), []byte("2"))
	first.Put("people", []byte("a"), nil)
	first.Position(line, 2)
	second.Put("cases", []byte("a"), []byte("3"))
	second.Delete("cases", []byte("b"))
	second.Delete("cases", []byte("none"))
	second.Put("cases", []byte("bb"), []byte("4"))
	second.Position(line, 3)
	s.Behind(first)
	s.Behind(second)
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"cases/a": "3", "cases/bb": "4", "people/a": ""}
	for range 2 {
		got, err := dump(s, "cases", "people", "nothing")
		if err != nil || !maps.Equal(got, want) {
			t.Fatalf("state = %v, %v", got, err)
		}
		if seq, err := position(s, line); err != nil || seq != 3 {
			t.Fatalf("position = %d, %v", seq, err)
		}
		shut(t, s)
		s = p.open(t)
	}
	var keys []string
	err := s.View(func(state storage.State) error {
		return state.Each("cases", []byte("b"), func(key, _ []byte) error {
			keys = append(keys, string(key))
			return nil
		})
	})
	if err != nil || len(keys) != 1 || keys[0] != "bb" {
		t.Fatalf("prefix = %v, %v", keys, err)
	}
}

func TestWhatIsQueuedIsCommittedAtClose(t *testing.T) {
	p := newPlace(t)
	s := p.create(t)
	for i := range 2500 {
		var b storage.Batch
		b.Put("n", binary.BigEndian.AppendUint32(nil, uint32(i)), []byte("x"))
		s.Behind(b)
	}
	shut(t, s)
	if got, err := dump(p.open(t), "n"); err != nil || len(got) != 2500 {
		t.Fatalf("%d keys, %v", len(got), err)
	}
}

func TestAResetEmptiesStateForARebuild(t *testing.T) {
	p := newPlace(t)
	s := p.create(t)
	put := func(key string) {
		var b storage.Batch
		b.Put("n", []byte(key), []byte("x"))
		s.Behind(b)
	}
	put("old")
	if err := s.ResetState(); err != nil {
		t.Fatal(err)
	}
	put("new")
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	put("later")
	shut(t, s)
	s = p.open(t)
	want := map[string]string{"n/new": "x", "n/later": "x"}
	if got, err := dump(s, "n"); err != nil || !maps.Equal(got, want) || s.Findings().StateLost {
		t.Fatalf("state = %v, %v, findings = %+v", got, err, s.Findings())
	}
}

func TestARebuildThatDidNotEndIsBegunAgain(t *testing.T) {
	p := newPlace(t)
	s := p.create(t)
	if err := s.ResetState(); err != nil {
		t.Fatal(err)
	}
	var b storage.Batch
	b.Put("n", []byte("k"), []byte("x"))
	s.Behind(b)
	shut(t, s) // without Flush
	s = p.open(t)
	if got, err := dump(s, "n"); err != nil || len(got) != 0 || !s.Findings().StateLost {
		t.Fatalf("state = %v, %v, findings = %+v", got, err, s.Findings())
	}
}

func TestStateThatIsMissingOrNotAStateIsBegunAnew(t *testing.T) {
	for name, harm := range map[string]func(string) error{
		"missing":   os.Remove,
		"empty":     func(name string) error { return os.Truncate(name, 0) },
		"truncated": func(name string) error { return os.Truncate(name, 5000) },
		"text":      func(name string) error { return os.WriteFile(name, make([]byte, 1<<16), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlace(t)
			s := p.create(t)
			var b storage.Batch
			b.Put("n", []byte("k"), []byte("x"))
			s.Behind(b)
			shut(t, s)
			if err := harm(filepath.Join(p.dir, "harta.db")); err != nil {
				t.Fatal(err)
			}
			s = p.open(t)
			if got, err := dump(s, "n"); err != nil || len(got) != 0 || !s.Findings().StateLost {
				t.Fatalf("state = %v, %v, findings = %+v", got, err, s.Findings())
			}
			s.Behind(b)
			if err := s.Flush(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// given folded state that has seen more than the journal has, then acknowledged records are lost.
func TestRecordsThatStateHasSeenAndTheJournalHasNotAreLost(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 5)
	line := storage.Line{Chain: w.chain.ID}
	var b storage.Batch
	b.Position(line, 5)
	s.Behind(b)
	shut(t, s)
	if err := os.RemoveAll(p.state); err != nil { // the anchor would have told as well
		t.Fatal(err)
	}
	var at storage.Pos
	s = p.open(t)
	if err := s.Scan(line, 5, scanInto(&at)); err != nil {
		t.Fatal(err)
	}
	if err := s.Settle(); err != nil {
		t.Fatal(err)
	}
	shut(t, s)
	if err := os.RemoveAll(p.state); err != nil {
		t.Fatal(err)
	}
	edit(t, p.segment(line, 1), func(b []byte) []byte { return b[:at.Offset] })
	s = p.open(t)
	f := s.Findings()
	if len(f.Lost) != 1 || f.Lost[0] != (storage.Gap{Line: line, Folded: 5, Tip: 4}) || !f.Unsettled() {
		t.Fatalf("findings = %+v", f)
	}
	if all, _ := seqs(t, s, line, 1); len(all) != 4 {
		t.Fatalf("what is left cannot be read: %v", all)
	}
}

func TestAPanicInsideAViewIsTheCallersOwn(t *testing.T) {
	s := newPlace(t).create(t)
	defer func() {
		if r := recover(); r != "mine" {
			t.Errorf("recovered %v", r)
		}
		if _, err := dump(s, "n"); err != nil {
			t.Errorf("view afterwards: %v", err)
		}
	}()
	_ = s.View(func(storage.State) error { panic("mine") })
}

func TestAClosedStoreRefusesEverything(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 1)
	shut(t, s)
	_, appended := s.Append(w.group(t, 1, 10))
	for name, err := range map[string]error{
		"append": appended, "flush": s.Flush(), "reset": s.ResetState(), "settle": s.Settle(),
		"view": s.View(func(storage.State) error { return nil }), "draft": s.WriteDraft("a", nil),
	} {
		if !errors.Is(err, storage.ErrClosed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	s.Behind(storage.Batch{})
}
