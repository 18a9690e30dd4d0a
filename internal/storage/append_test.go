package storage_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"harta/internal/journal"
	"harta/internal/storage"
)

func TestWhatWasAppendedIsThereAfterReopening(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 5)
	appendAll(t, s, w.group(t, 3, 200))
	shut(t, s)

	s = p.open(t)
	if f := s.Findings(); f.Unsettled() || f.Torn > 0 || f.StateLost || len(f.Damage) > 0 {
		t.Fatalf("findings = %+v", f)
	}
	if tip := s.Tip(w.chain.ID); tip != w.chain {
		t.Fatalf("tip = %+v, want %+v", tip, w.chain)
	}
	all, damage := seqs(t, s, storage.Line{Chain: w.chain.ID}, 1)
	if !slices.Equal(all, upTo(8)) || damage != nil {
		t.Fatalf("scan = %v, %v", all, damage)
	}
	if all, _ := seqs(t, s, storage.Line{Chain: w.chain.ID}, 6); !slices.Equal(all, []uint64{6, 7, 8}) {
		t.Fatalf("scan from 6 = %v", all)
	}
	appendAll(t, s, w.group(t, 1, 100))
}

func TestAppendRefusesWhatDoesNotContinueTheChain(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 2)
	stranger := newWriter(9)
	strange := stranger.group(t, 1, 0)
	before := *w
	lost := w.group(t, 1, 10)
	later := w.group(t, 1, 10)
	forked := before
	other := forked.group(t, 2, 20)
	elsewhere := w.another(2)
	elsewhere.group(t, 1, 0)

	for _, c := range []struct {
		name  string
		group []journal.Record
		want  error
	}{
		{"nothing", nil, journal.ErrGap},
		{"a record too far", later, journal.ErrGap},
		{"half a command", other[:1], journal.ErrIncomplete},
		{"another office", strange, journal.ErrForeign},
		{"a chain without its first record", elsewhere.group(t, 1, 10), journal.ErrGap},
	} {
		if _, err := s.Append(c.group); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	appendAll(t, s, lost)
	if _, err := s.Append(lost); !errors.Is(err, journal.ErrDuplicate) {
		t.Errorf("twice: %v", err)
	}
	if _, err := s.Append(other); !errors.Is(err, journal.ErrFork) {
		t.Errorf("fork: %v", err)
	}
	appendAll(t, s, later)
}

func TestASegmentIsFollowedByAnotherBeforeItIsTooLong(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 1)
	for range 12 {
		appendAll(t, s, w.group(t, 2, 400_000))
	}
	shut(t, s)

	names, err := os.ReadDir(filepath.Dir(p.segment(storage.Line{Chain: w.chain.ID}, 1)))
	if err != nil || len(names) != 2 {
		t.Fatalf("segments = %v, %v", names, err)
	}
	for _, name := range names {
		if info, err := name.Info(); err != nil || info.Size() > storage.SegmentSize {
			t.Errorf("%s has %d bytes, %v", name.Name(), info.Size(), err)
		}
	}
	s = p.open(t)
	if all, damage := seqs(t, s, storage.Line{Chain: w.chain.ID}, 1); !slices.Equal(all, upTo(25)) || damage != nil {
		t.Fatalf("scan = %v, %v", all, damage)
	}
	if all, _ := seqs(t, s, storage.Line{Chain: w.chain.ID}, 24); !slices.Equal(all, []uint64{24, 25}) {
		t.Fatalf("scan from the second segment = %v", all)
	}
}

func TestWhatACreateHasBegunIsCreatedAgain(t *testing.T) {
	p := newPlace(t)
	if storage.Begun(p.dir) {
		t.Error("there is something before it was begun")
	}
	s := p.create(t)
	if err := s.WriteBundle(journal.AuthorID{1}, []byte("of nobody")); err != nil {
		t.Fatal(err)
	}
	if _, err := storage.Create(p.dir, p.options); storage.Begun(p.dir) || !errors.Is(err, storage.ErrNotEmpty) {
		t.Errorf("while somebody founds it: %v", err)
	}
	shut(t, s)
	if !storage.Begun(p.dir) {
		t.Error("it is not said to be begun only")
	}
	s, w := p.founded(t, 1)
	if ids, err := s.Bundles(); err != nil || slices.Contains(ids, journal.AuthorID{1}) {
		t.Errorf("the key of nobody stayed: %v, %v", ids, err)
	}
	shut(t, s)
	if storage.Begun(p.dir) {
		t.Errorf("a store with the chain %v is said to be begun only", w.chain.ID)
	}
	chain, away := filepath.Join(p.dir, "journal", w.chain.ID.String()), filepath.Join(t.TempDir(), "chain")
	for _, move := range [][2]string{{chain, away}, {away, chain}} {
		if err := os.Rename(move[0], move[1]); err != nil {
			t.Fatal(err)
		}
		if _, err := storage.Create(p.dir, p.options); !errors.Is(err, storage.ErrNotEmpty) {
			t.Errorf("create over a store with its chain in %s: %v", move[1], err)
		}
	}
}

func TestCreateRefusesAFolderThatHoldsSomething(t *testing.T) {
	p := newPlace(t)
	if _, err := storage.Open(p.dir, p.options); !errors.Is(err, storage.ErrNoStore) {
		t.Errorf("open of nothing: %v", err)
	}
	s, _ := p.founded(t, 1)
	shut(t, s)
	if _, err := storage.Create(p.dir, p.options); !errors.Is(err, storage.ErrNotEmpty) {
		t.Errorf("create over a store: %v", err)
	}
	strange := t.TempDir()
	if err := os.WriteFile(filepath.Join(strange, "letter.odt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := storage.Create(strange, p.options); !errors.Is(err, storage.ErrNotEmpty) {
		t.Errorf("create over something else: %v", err)
	}
	if _, err := storage.Open(p.dir, storage.Options{}); !errors.Is(err, storage.ErrOptions) {
		t.Errorf("open without options: %v", err)
	}
}
