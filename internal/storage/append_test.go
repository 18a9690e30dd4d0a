package storage_test

import (
	"slices"
	"testing"

	"harta/internal/storage"
)

func TestWhatWasAppendedIsThereAfterReopening(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 5)
	appendAll(t, s, w.group(t, 3, 200))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
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
	appendAll(t, s, w.group(t, 1, 100))
}
