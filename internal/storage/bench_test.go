package storage_test

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"harta/internal/journal"
	"harta/internal/storage"
)

// BenchmarkAppend acknowledges one record of about 1 KB, beside the least that a disk can do: one write and one
// fsync of the same bytes.
func BenchmarkAppend(b *testing.B) {
	const body = 800
	b.Run("store", func(b *testing.B) {
		s, w := newPlace(b).founded(b, 1)
		groups := make([][]journal.Record, b.N)
		for i := range groups {
			groups[i] = w.group(b, 1, body)
		}
		b.ResetTimer()
		for _, g := range groups {
			if _, err := s.Append(g); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		w := newWriter(1)
		w.group(b, 1, 0)
		frame := w.group(b, 1, body)[0].Frame()
		f, err := os.Create(filepath.Join(b.TempDir(), "bare"))
		if err != nil {
			b.Fatal(err)
		}
		defer func() {
			if err := f.Close(); err != nil {
				b.Error(err)
			}
		}()
		for b.Loop() {
			if _, err := f.Write(frame); err != nil {
				b.Fatal(err)
			}
			if err := f.Sync(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// many is how many records or keys the benchmarks below read at once.
const many = 100_000

// filled is a store with many records of about 1 KB.
func filled(b *testing.B) (place, *storage.Store, storage.Line) {
	b.Helper()
	p := newPlace(b)
	s, w := p.founded(b, 1)
	for range many / 1000 {
		appendAll(b, s, w.group(b, 1000, 800))
	}
	return p, s, storage.Line{Chain: w.chain.ID}
}

// BenchmarkScan reads and checks 100,000 records.
func BenchmarkScan(b *testing.B) {
	_, s, line := filled(b)
	for b.Loop() {
		n := 0
		err := s.Scan(line, 2, func(journal.Record, storage.Pos) error { n++; return nil })
		if err != nil || n != many {
			b.Fatal(n, err)
		}
	}
	b.ReportMetric(many*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}

// BenchmarkOpen opens a store with 100,000 records of which state has seen all.
func BenchmarkOpen(b *testing.B) {
	p, s, line := filled(b)
	var batch storage.Batch
	batch.Position(line, many)
	s.Behind(batch)
	shut(b, s)
	for b.Loop() {
		s, err := storage.Open(p.dir, p.options)
		if err != nil {
			b.Fatal(err)
		}
		shut(b, s)
	}
}

// BenchmarkView reads 100,000 keys with values of 200 bytes from folded state.
func BenchmarkView(b *testing.B) {
	s := newPlace(b).create(b)
	for i := range uint32(many) {
		var batch storage.Batch
		batch.Put("n", binary.BigEndian.AppendUint32(nil, i), make([]byte, 200))
		s.Behind(batch)
	}
	if err := s.Flush(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if all, err := count(s); err != nil || all != many {
			b.Fatal(all, err)
		}
	}
}

func count(s *storage.Store) (n int, err error) {
	err = s.View(func(state storage.State) error {
		return state.Each("n", nil, func(_, _ []byte) error { n++; return nil })
	})
	return n, err
}

// BenchmarkRebuild fills an empty state from 100,000 records: one key each, in no order, and the positions.
func BenchmarkRebuild(b *testing.B) {
	_, s, line := filled(b)
	for b.Loop() {
		if err := s.ResetState(); err != nil {
			b.Fatal(err)
		}
		err := s.Scan(line, 1, func(r journal.Record, _ storage.Pos) error {
			hash := r.Hash()
			var batch storage.Batch
			batch.Put("n", hash[:16], r.Frame()[:200])
			batch.Position(line, r.Seq)
			s.Behind(batch)
			return nil
		})
		if err == nil {
			err = s.Flush()
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(many*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}
