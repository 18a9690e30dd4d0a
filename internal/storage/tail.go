package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"harta/internal/journal"
)

// tail is how a line ends on the disk.
type tail struct {
	line
	torn    int64            // bytes after what counts, never acknowledged
	damage  []journal.Damage // in the last segment
	altered bool             // the record that was acknowledged last is there with another hash
}

// tailReader finds the ends of lines.
type tailReader struct {
	dir     string
	authors *authors // nil after an end in order
}

// read finds the end of a line. What acked says this machine has acknowledged is never taken for torn; it is
// zero when that is not known.
func (tr tailReader) read(l Line, acked journal.Tip) (tail, error) {
	firsts, err := segments(tr.dir, l)
	t := tail{line: line{Line: l, segments: firsts}}
	for i := len(firsts) - 1; i >= 0 && err == nil && t.end.Tip.Seq == 0; i-- {
		err = tr.segment(&t, i, acked)
	}
	return t, err
}

// segment takes a segment; only the last one may have a torn end.
func (tr tailReader) segment(t *tail, i int, acked journal.Tip) error {
	name := t.path(t.segments[i])
	data, err := os.ReadFile(filepath.Join(tr.dir, name))
	if err != nil {
		return fmt.Errorf("read segment: %w", err)
	}
	all := slices.Collect(pieces(data))
	if i == len(t.segments)-1 {
		t.size = int64(len(data))
		tr.doubt(all, acked.Seq)
		if kept := whole(all, t.segments[i], acked.Seq); len(kept) < len(all) {
			t.size = int64(all[len(kept)].offset)
			all = kept
		}
		t.torn = int64(len(data)) - t.size
	}
	seq := t.segments[i]
	for _, p := range all {
		if p.err != nil {
			t.damage = append(t.damage, damageAt(t.Line, name, seq, p))
			continue
		}
		t.end = endOf(p.record)
		t.altered = t.altered || p.record.Seq == acked.Seq && p.record.Hash() != acked.Hash
		seq = p.record.Seq + 1
	}
	return nil
}

// doubt marks the records after acked that their authors have not signed.
func (tr tailReader) doubt(all []piece, acked uint64) {
	if tr.authors == nil {
		return
	}
	for i, p := range all {
		if p.err == nil && p.record.Seq > acked && tr.authors.refute(p.record) {
			all[i].err = journal.ErrSignature
		}
	}
}

// whole cuts from the end of a segment what was never acknowledged: bytes that are no record, the records of
// an incomplete group, and a group of which a power cut kept later sectors and lost earlier ones. Nothing up
// to acked is cut, whatever it looks like.
func whole(all []piece, first, acked uint64) []piece {
	end := len(all)
	for end > 0 && !all[end-1].endsGroup() {
		end--
	}
	last := first - 1
	if end > 0 {
		r := all[end-1].record
		last = r.Seq
		before := r.Seq - r.Part // the last record of the group before
		from, found := end, uint64(0)
		for ; from > 0 && (all[from-1].err != nil || all[from-1].record.Seq > before); from-- {
			if all[from-1].err == nil {
				found++
			}
		}
		if found < r.Part && acked > 0 && acked <= before {
			return whole(all[:from], first, acked)
		}
	}
	if acked > last {
		return all
	}
	return all[:end]
}

// endOf returns the state of a chain that ends in r.
func endOf(r journal.Record) journal.Chain {
	return journal.Chain{
		Office: r.OfficeID(), ID: r.ChainOf(), Tip: journal.Tip{Seq: r.Seq, Hash: r.Hash()}, Clock: r.Clock,
		Command: r.Command, Part: r.Part, Parts: r.Parts,
	}
}

// damageAt describes a piece that is no record.
func damageAt(l Line, name string, seq uint64, p piece) journal.Damage {
	return journal.Damage{
		Source: filepath.ToSlash(name), Offset: int64(p.offset), Chain: l.Chain, Seq: seq, Err: p.err,
	}
}
