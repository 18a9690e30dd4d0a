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

// given a flipped bit in any byte of a record, then that record is withheld and reported, and the others are read.
func TestAFlippedBitIsReportedByRecord(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 3)
	line := storage.Line{Chain: w.chain.ID}
	at := appendAll(t, s, w.group(t, 1, 40))[0]
	for range 3 {
		appendAll(t, s, w.group(t, 1, 40))
	}
	name := p.segment(line, 1)
	for i := at.Offset; i < at.Offset+at.Length; i++ {
		flip := func(b []byte) []byte { b[i] ^= 1 << (i % 8); return b }
		edit(t, name, flip)
		all, damage := seqs(t, s, line, 1)
		blamed := func(d journal.Damage) bool { return d.Seq == 4 }
		if !slices.ContainsFunc(damage, blamed) || slices.Contains(all, 4) {
			t.Fatalf("byte %d: read %v, reported %v", i-at.Offset, all, damage)
		}
		if lost := 7 - len(all); lost > 2 || !slices.Equal(all[len(all)-3:], []uint64{5, 6, 7}) {
			t.Fatalf("byte %d: read %v", i-at.Offset, all)
		}
		*p.harmed = true
		p.fsck(t)
		*p.harmed = false
		edit(t, name, flip)
	}
}

func TestTheLastRecordIsHeldAgainstWhatWasAppended(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 3)
	line := storage.Line{Chain: w.chain.ID}
	at := appendAll(t, s, w.group(t, 1, 40))[0]
	*p.harmed = true
	edit(t, p.segment(line, 1), func(b []byte) []byte { b[at.Offset+at.Length-1] ^= 1; return b })
	if all, damage := seqs(t, s, line, 1); !slices.Equal(all, upTo(3)) || len(damage) != 1 || damage[0].Seq != 4 {
		t.Fatalf("scan = %v, %v", all, damage)
	}
	shut(t, s)
	if f := p.open(t).Findings(); !f.Restored {
		t.Fatalf("findings = %+v", f)
	}
}

func TestAMissingSegmentIsReported(t *testing.T) {
	for _, c := range []struct {
		name     string
		missing  int
		want     []uint64
		seq      uint64
		restored bool
	}{
		{"first", 0, upTo(21)[9:], 1, false},
		{"middle", 1, append(upTo(9), 18, 19, 20, 21), 10, false},
		{"last", 2, upTo(17), 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			s, w := p.founded(t, 1)
			line := storage.Line{Chain: w.chain.ID}
			firsts := []uint64{1}
			for range 20 {
				at := appendAll(t, s, w.group(t, 1, 1_048_000))[0]
				if !slices.Contains(firsts, at.Segment) {
					firsts = append(firsts, at.Segment)
				}
			}
			shut(t, s)
			if err := os.Remove(p.segment(line, firsts[c.missing])); err != nil {
				t.Fatal(err)
			}
			*p.harmed = !c.restored // what is missing at the end only the anchor knows
			s = p.open(t)
			all, damage := seqs(t, s, line, 1)
			if !slices.Equal(all, c.want) || s.Findings().Restored != c.restored {
				t.Fatalf("segments %v: scan = %v, %v, findings = %+v", firsts, all, damage, s.Findings())
			}
			if c.seq > 0 && (len(damage) != 1 || damage[0].Seq != c.seq) {
				t.Fatalf("damage = %v", damage)
			}
		})
	}
}

func TestAChainMissingAsAWholeIsReported(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 3)
	shut(t, s)
	*p.harmed = true
	if err := os.RemoveAll(filepath.Dir(p.segment(storage.Line{Chain: w.chain.ID}, 1))); err != nil {
		t.Fatal(err)
	}
	report := p.fsck(t)
	if len(report.Damage) != 1 || report.Damage[0].Chain != w.chain.ID || !errors.Is(report.Damage[0].Err, journal.ErrGap) {
		t.Fatalf("damage = %v", report.Damage)
	}
}
