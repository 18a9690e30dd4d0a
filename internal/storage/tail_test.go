package storage_test

import (
	"os"
	"slices"
	"testing"

	"harta/internal/storage"
)

// given a last command that was not acknowledged, when the file ends at any of its bytes, then Open cuts it off.
func TestATornTailIsCutAtEveryByte(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 3)
	line := storage.Line{Chain: w.chain.ID}
	shut(t, s)
	name := p.segment(line, 1)
	sound, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	whole := slices.Clone(sound)
	for _, r := range w.group(t, 2, 16) {
		whole = append(whole, r.Frame()...)
	}
	for n := len(sound) + 1; n < len(whole); n++ {
		for _, torn := range [][]byte{whole[:n], zeroed(whole, n)}[:1+n%2] { // every other one also with zeros
			if err := os.WriteFile(name, torn, 0o600); err != nil {
				t.Fatal(err)
			}
			p.crash(t)
			s := p.open(t)
			if f := s.Findings(); f.Torn != int64(len(torn)-len(sound)) || f.Unsettled() || len(f.Damage) > 0 {
				t.Fatalf("cut at %d: %+v", n, f)
			}
			if s.Tip(w.chain.ID).Tip.Seq != 3 {
				t.Fatalf("cut at %d: tip = %+v", n, s.Tip(w.chain.ID))
			}
			shut(t, s)
			if now, err := os.ReadFile(name); err != nil || !slices.Equal(now, sound) {
				t.Fatalf("cut at %d: the acknowledged part has changed", n)
			}
		}
	}
}

// zeroed is a file whose length survived a power cut and whose end did not.
func zeroed(whole []byte, from int) []byte {
	b := slices.Clone(whole)
	clear(b[from:])
	return b
}

// given a power cut that kept the end of the last write and lost its middle, then the whole command goes.
func TestACommandWithAHoleIsCut(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 3)
	shut(t, s)
	group := w.group(t, 3, 700)
	edit(t, p.segment(storage.Line{Chain: w.chain.ID}, 1), func(b []byte) []byte {
		for i, r := range group {
			frame := r.Frame()
			if i == 1 {
				frame = make([]byte, len(frame))
			}
			b = append(b, frame...)
		}
		return b
	})
	s = p.open(t)
	if f := s.Findings(); f.Torn == 0 || f.Unsettled() || len(f.Damage) > 0 || s.Tip(w.chain.ID).Tip.Seq != 3 {
		t.Fatalf("findings = %+v", f)
	}
}

// given a first command that was not acknowledged, then its chain is gone.
func TestAChainThatNeverBeganIsForgotten(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 1)
	other := w.another(2)
	group := other.group(t, 1, 0)
	appendAll(t, s, group)
	shut(t, s)
	if err := os.RemoveAll(p.state); err != nil { // nor was it in the anchor
		t.Fatal(err)
	}
	name := p.segment(storage.Line{Chain: other.chain.ID}, 1)
	edit(t, name, func(b []byte) []byte { return b[:len(b)-1] })
	s = p.open(t)
	if len(s.Tips()) != 1 {
		t.Fatalf("tips = %+v", s.Tips())
	}
	if _, err := os.Stat(name); !os.IsNotExist(err) {
		t.Fatalf("segment of a chain that never began: %v", err)
	}
}

// given damage in what was acknowledged, then nothing is cut, however torn it looks.
func TestWhatWasAcknowledgedIsNeverCut(t *testing.T) {
	p := newPlace(t)
	*p.harmed = false // without the anchor fsck cannot know better than that the tail is torn
	s, w := p.founded(t, 3)
	shut(t, s)
	name := p.segment(storage.Line{Chain: w.chain.ID}, 1)
	edit(t, name, func(b []byte) []byte { return b[:len(b)-1] })
	before, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	s = p.open(t)
	if f := s.Findings(); !f.Restored || len(f.Damage) != 1 || f.Damage[0].Seq != 3 || f.Torn > 0 {
		t.Fatalf("findings = %+v", f)
	}
	if now, err := os.ReadFile(name); err != nil || !slices.Equal(now, before) {
		t.Fatal("acknowledged bytes were cut")
	}
}
