package journal_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/fxamacker/cbor/v2"

	"harta/internal/journal"
)

// FuzzRecord: what is read is exactly what was written, and a CBOR library agrees that its form is the
// deterministic one.
func FuzzRecord(f *testing.F) {
	for frame, err := range frames(corpus(f)) {
		if err != nil {
			f.Fatal(err)
		}
		f.Add(bytes.Clone(frame.Bytes))
	}
	w, _ := found(f)
	entries := split(f, mapOf(w.sealed(1)[0].Frame()))
	entries = append(entries, entry{"\x10", "\xa3\x01\x20\x20\x82\xf4\xf6\x61a\x41b"})
	f.Add(sign(join(len(entries), entries), w.key))
	f.Add([]byte{})
	encoding, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := journal.Decode(b)
		if err != nil {
			return
		}
		if !bytes.Equal(r.Frame(), b) {
			t.Fatal("kept other bytes than read")
		}
		var fields map[int64]any
		if err := cbor.Unmarshal(mapOf(b), &fields); err != nil {
			t.Fatalf("the library does not read it: %v", err)
		}
		again, err := encoding.Marshal(fields)
		if err != nil || !bytes.Equal(again, mapOf(b)) {
			t.Fatalf("the library writes %x, %v, read was %x", again, err, mapOf(b))
		}
		r.Introduced()
	})
}

// FuzzFrames: whatever the bytes, reading ends, offsets rise and frames lie where they are said to.
func FuzzFrames(f *testing.F) {
	whole := corpus(f)
	f.Add(whole)
	f.Add(whole[:len(whole)-10])
	f.Add(append(bytes.Clone(whole), make([]byte, 100)...))
	f.Fuzz(func(t *testing.T, b []byte) {
		end := int64(0)
		for frame, err := range frames(b) {
			if frame.Offset < end {
				t.Fatalf("offset %d before %d", frame.Offset, end)
			}
			if err == nil && !bytes.HasPrefix(b[frame.Offset:], frame.Bytes) {
				t.Fatalf("other bytes at %d", frame.Offset)
			}
			end = frame.Offset + int64(len(frame.Bytes))
		}
	})
}

func corpus(tb testing.TB) []byte {
	tb.Helper()
	b, err := os.ReadFile("testdata/golden.seg")
	if err != nil {
		tb.Fatal(err)
	}
	return b
}
