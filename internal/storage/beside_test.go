package storage_test

import (
	"encoding/binary"
	"errors"
	"os"
	"testing"

	"harta/internal/storage"
)

func TestASecondOpenerIsToldWhoHoldsTheFolder(t *testing.T) {
	p := newPlace(t)
	p.create(t)
	other := p.options
	other.Holder = "maria@pc1"
	_, err := storage.Open(p.dir, other)
	var held *storage.HeldError
	if !errors.As(err, &held) || held.Holder != "ivan@pc1" || !held.Since.Equal(noon) || held.PID != os.Getpid() {
		t.Fatalf("second opener: %v", err)
	}
}

func TestAReaderNeitherWritesNorCuts(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 3)
	shut(t, s)
	torn := append(w.group(t, 1, 20)[0].Frame(), 1, 2, 3)
	edit(t, p.segment(storage.Line{Chain: w.chain.ID}, 1), func(b []byte) []byte { return append(b, torn...) })
	p.options.ReadOnly, p.options.StateDir, p.options.Holder = true, "", ""
	s = p.open(t)
	if f := s.Findings(); f.Torn != 3 || f.Unsettled() || s.Tip(w.chain.ID).Tip.Seq != 4 {
		t.Fatalf("findings = %+v", f)
	}
	_, appended := s.Append(w.group(t, 1, 10))
	_, imported := s.Import(nil)
	for name, err := range map[string]error{
		"append": appended, "import": imported, "desk": s.SetDesk(storage.Desk{}), "settle": s.Settle(),
		"draft": s.WriteDraft("a", nil), "delete": s.DeleteDraft("a"),
	} {
		if !errors.Is(err, storage.ErrReadOnly) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// given a writer that never stops, then every reader sees one moment of it: all that its position says, no more.
func TestReadersBesideABusyWriterSeeOneMoment(t *testing.T) {
	p := newPlace(t)
	s, w := p.founded(t, 1)
	line := storage.Line{Chain: w.chain.ID}
	stop, done := make(chan struct{}), make(chan error)
	go func() {
		for {
			select {
			case <-stop:
				done <- nil
				return
			default:
			}
			if _, err := s.Append(w.group(t, 1, 100)); err != nil {
				done <- err
				return
			}
			var b storage.Batch
			for part := range uint32(8) { // all of one batch are there or none
				b.Put("n", binary.BigEndian.AppendUint32(nil, part), binary.BigEndian.AppendUint64(nil, w.chain.Tip.Seq))
			}
			b.Position(line, w.chain.Tip.Seq)
			s.Behind(b)
			if w.chain.Tip.Seq%7 == 0 {
				if err := s.Flush(); err != nil {
					done <- err
					return
				}
			}
		}
	}()
	beside := p
	beside.options.ReadOnly = true
	for range 25 {
		reader := beside.open(t)
		if f := reader.Findings(); f.Unsettled() || f.StateLost || len(f.Damage) > 0 {
			t.Errorf("findings = %+v", f)
		}
		at, err := position(reader, line)
		if err != nil {
			t.Error(err)
		}
		state, err := dump(reader, "n")
		if err != nil {
			t.Error(err)
		}
		for key, value := range state {
			if seq := binary.BigEndian.Uint64([]byte(value)); seq != at {
				t.Errorf("position %d, %q of %d", at, key, seq)
			}
		}
		gap, damage := seqs(t, reader, line, at+1)
		if tip := reader.Tip(line.Chain); tip.Tip.Seq != at+uint64(len(gap)) || damage != nil {
			t.Errorf("position %d, %d behind, tip %d, %v", at, len(gap), tip.Tip.Seq, damage)
		}
		var b storage.Batch // a reader folds the gap into its own copy
		b.Put("n", []byte("mine"), []byte("12345678"))
		reader.Behind(b)
		if err := reader.Flush(); err != nil {
			t.Error(err)
		}
		shut(t, reader)
	}
	close(stop)
	if err := <-done; err != nil {
		t.Error(err)
	}
	if state, err := dump(s, "n"); err != nil || state["n/mine"] != "" {
		t.Errorf("a reader has written: %v", err)
	}
}
