package storage_test

import (
	"errors"
	"slices"
	"testing"

	"harta/internal/journal"
	"harta/internal/storage"
)

// foreign is the journal of another desk of the office: its chain, record by record.
func foreign(tb testing.TB, office *writer, n int) (*writer, []journal.Record) {
	tb.Helper()
	w := office.another(2)
	all := w.group(tb, 1, 0)
	for len(all) < n {
		all = append(all, w.group(tb, 2, 50)...)
	}
	return w, all
}

func TestForeignRecordsAreKeptAsTheyAre(t *testing.T) {
	p := newPlace(t)
	s, office := p.founded(t, 2)
	w, all := foreign(t, office, 9)
	line := storage.Line{Chain: w.chain.ID}

	done, err := s.Import(all[:4]) // the fourth is the first half of a command
	if err != nil || len(done.Stored) != 3 || done.Left != 1 {
		t.Fatalf("first part: %d stored, %+v, %v", len(done.Stored), done, err)
	}
	done, err = s.Import(all)
	if err != nil || len(done.Stored) != 6 || done.Known != 3 || done.Left != 0 {
		t.Fatalf("all: %d stored, %d known, %d left, %v", len(done.Stored), done.Known, done.Left, err)
	}
	for i, stored := range done.Stored {
		r, err := s.Read(stored.Line, stored.Pos)
		if err != nil || r.Hash() != all[3+i].Hash() || stored.Line != line {
			t.Fatalf("record %d: %v, %v", i, stored.Line, err)
		}
	}
	shut(t, s)
	s = p.open(t)
	if got, damage := seqs(t, s, line, 1); !slices.Equal(got, upTo(9)) || damage != nil {
		t.Fatalf("scan = %v, %v", got, damage)
	}
	if done, err = s.Import(all); err != nil || done.Known != 9 || len(done.Stored) != 0 {
		t.Fatalf("again: %+v, %v", done, err)
	}
}

func TestImportRefusesWhatHasNoPlace(t *testing.T) {
	p := newPlace(t)
	s, office := p.founded(t, 2)
	_, all := foreign(t, office, 9)
	stranger := newWriter(9)
	if _, err := s.Import(all[3:]); !errors.Is(err, journal.ErrGap) {
		t.Errorf("gap: %v", err)
	}
	if _, err := s.Import(stranger.group(t, 1, 0)); !errors.Is(err, journal.ErrForeign) {
		t.Errorf("another office: %v", err)
	}
	done, err := s.Import(append(slices.Clone(all[:3]), all[5:]...))
	if !errors.Is(err, journal.ErrGap) || len(done.Stored) != 3 || done.Left != 4 {
		t.Errorf("what precedes a gap stays: %+v, %v", done, err)
	}
}

// given two desks that continued the same chain, then both branches are kept, whoever comes first.
func TestBothBranchesOfAForkAreKept(t *testing.T) {
	p := newPlace(t)
	s, office := p.founded(t, 2)
	w, trunk := foreign(t, office, 5)
	twin := *w
	var left, right []journal.Record
	for range 3 {
		left = append(left, w.group(t, 1, 60)...)
		right = append(right, twin.group(t, 2, 70)...)
	}
	for _, part := range [][]journal.Record{append(slices.Clone(trunk), left...), right[:2], right[2:], left, right} {
		if _, err := s.Import(part); err != nil {
			t.Fatal(err)
		}
	}
	*p.harmed = true // a fork is something fsck reports
	shut(t, s)
	s = p.open(t)
	tips := slices.DeleteFunc(s.Tips(), func(tip storage.Tip) bool { return tip.Line.Chain != w.chain.ID })
	if len(tips) != 2 || tips[0].Chain != w.chain || tips[1].Chain != twin.chain {
		t.Fatalf("tips = %+v", tips)
	}
	if got, damage := seqs(t, s, tips[1].Line, 1); !slices.Equal(got, upTo(11)[5:]) || damage != nil {
		t.Fatalf("branch = %v, %v", got, damage)
	}
	if r := p.fsck(t); len(r.Damage) != 1 || !errors.Is(r.Damage[0], journal.ErrFork) {
		t.Fatalf("fsck = %v", r.Damage)
	}
}
