package journal_test

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"

	"harta/internal/journal"
)

// TestTamperEveryBit is the promise of the package: of a hundred records, no bit can be changed unseen. A
// flipped record that can be decoded at all has another hash than the one its successor carries.
func TestTamperEveryBit(t *testing.T) {
	w, first := found(t)
	records := append([]journal.Record{first}, w.sealed(99)...)
	missed := 0
	for _, r := range records {
		frame := slices.Clone(r.Frame())
		for bit := range 8 * len(frame) {
			frame[bit/8] ^= 1 << (bit % 8)
			if got, err := journal.Decode(frame); err == nil && got.Hash() == r.Hash() {
				missed++
			}
			frame[bit/8] ^= 1 << (bit % 8)
		}
	}
	if missed > 0 {
		t.Errorf("%d flipped bits went unseen", missed)
	}
}

// TestTamperEveryBitOfTheTip: the last record has no successor; there the signature has to see it.
func TestTamperEveryBitOfTheTip(t *testing.T) {
	w, first := found(t)
	for _, r := range append([]journal.Record{first}, w.sealed(2)...) {
		frame := slices.Clone(r.Frame())
		for bit := range 8 * len(frame) {
			frame[bit/8] ^= 1 << (bit % 8)
			if got, err := journal.Decode(frame); err == nil && got.Verify(public(w.key)) == nil {
				t.Errorf("seq %d: bit %d flipped unseen", r.Seq, bit)
			}
			frame[bit/8] ^= 1 << (bit % 8)
		}
	}
}

func TestWhatIsSealedOpens(t *testing.T) {
	w, _ := found(t)
	h := w.header("case.registered")
	h.Subject, h.Key, h.Deps = journal.SubjectID{1}, journal.KeyID{2}, []journal.Ref{{3}, {4}}
	r := w.seal(h, []byte("payload"), contentKey)
	got, err := journal.Decode(r.Frame())
	if err != nil {
		t.Fatal(err)
	}
	if got.Hash() != r.Hash() || got.Subject != h.Subject || got.Kind != h.Kind || !slices.Equal(got.Deps, h.Deps) {
		t.Errorf("decoded %+v, sealed %+v", got.Header, h)
	}
	if body, err := got.Open(contentKey); err != nil || string(body) != "payload" {
		t.Errorf("opened %q, %v", body, err)
	}
	for name, key := range map[string][]byte{
		"another key": bytes.Repeat([]byte{6}, 32), "a short key": contentKey[:16], "no key": nil,
	} {
		if _, err := got.Open(key); !errors.Is(err, journal.ErrContentKey) {
			t.Errorf("with %s: %v", name, err)
		}
	}
}

func TestABodyCannotBeMovedToAnotherRecord(t *testing.T) {
	w, _ := found(t)
	r := w.sealed(2)
	entries := split(t, mapOf(r[0].Frame()))
	entries[11] = split(t, mapOf(r[1].Frame()))[11]
	moved, err := journal.Decode(sign(join(15, entries), w.key))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := moved.Open(contentKey); !errors.Is(err, journal.ErrContentKey) {
		t.Errorf("a moved body opens: %v", err)
	}
}

func TestVerifyAsksForTheAuthorsKey(t *testing.T) {
	_, r := found(t)
	if err := r.Verify(public(newKey(1))); err != nil {
		t.Error(err)
	}
	for _, pub := range []ed25519.PublicKey{nil, public(newKey(2))} {
		if err := r.Verify(pub); !errors.Is(err, journal.ErrSignature) {
			t.Errorf("key %x: %v", pub, err)
		}
	}
}

func TestAFirstRecordNamesItself(t *testing.T) {
	w, first := found(t)
	other, opened := w.open(newKey(1))
	second := other.write("role.granted", []byte{0xa0})
	if first.OfficeID() != first.Ref() || first.ChainOf() != journal.ChainID(first.Ref()) {
		t.Error("the founding record is not office and chain")
	}
	if opened.OfficeID() != first.Ref() || opened.ChainOf() != journal.ChainID(opened.Ref()) {
		t.Error("a genesis is not its chain in the office")
	}
	if second.OfficeID() != first.Ref() || second.ChainOf() != opened.ChainOf() {
		t.Error("a second record left its chain")
	}
}

func TestSealRefuses(t *testing.T) {
	w, _ := found(t)
	for name, c := range map[string]struct {
		change    func(*journal.Header)
		body, key []byte
	}{
		"no body":            {func(*journal.Header) {}, nil, nil},
		"key without id":     {func(*journal.Header) {}, []byte{0xa0}, contentKey},
		"id without key":     {func(h *journal.Header) { h.Key[0] = 1 }, []byte{0xa0}, nil},
		"short key":          {func(h *journal.Header) { h.Key[0] = 1 }, []byte{0xa0}, contentKey[:16]},
		"no kind":            {func(h *journal.Header) { h.Kind = "" }, []byte{0xa0}, nil},
		"kind not UTF-8":     {func(h *journal.Header) { h.Kind = "\xff" }, []byte{0xa0}, nil},
		"no kind version":    {func(h *journal.Header) { h.KindVersion = 0 }, []byte{0xa0}, nil},
		"no group":           {func(h *journal.Header) { h.Part, h.Parts = 0, 0 }, []byte{0xa0}, nil},
		"part beyond group":  {func(h *journal.Header) { h.Part = 2 }, []byte{0xa0}, nil},
		"nine deps":          {func(h *journal.Header) { h.Deps = make([]journal.Ref, 9) }, []byte{0xa0}, nil},
		"seq zero":           {func(h *journal.Header) { h.Seq = 0 }, []byte{0xa0}, nil},
		"genesis in a chain": {func(h *journal.Header) { h.Seq = 1 }, []byte{0xa0}, nil},
		"no chain":           {func(h *journal.Header) { h.Chain = journal.ChainID{} }, []byte{0xa0}, nil},
		"no prev":            {func(h *journal.Header) { h.Prev = journal.Hash{} }, []byte{0xa0}, nil},
		"no office":          {func(h *journal.Header) { h.Office = journal.Ref{} }, []byte{0xa0}, nil},
		"over a megabyte":    {func(*journal.Header) {}, make([]byte, journal.MaxRecord), nil},
	} {
		h := w.header("case.registered")
		c.change(&h)
		if _, err := journal.Seal(h, c.body, c.key, w.key, w.random); err == nil {
			t.Errorf("%s: sealed", name)
		}
	}
}

// entry is key and value of the map, encoded.
type entry struct{ key, value string }

// split takes a map apart with the library, so that what Seal writes is checked by other code than ours.
func split(tb testing.TB, m []byte) []entry {
	tb.Helper()
	var fields map[int]cbor.RawMessage
	if err := cbor.Unmarshal(m, &fields); err != nil {
		tb.Fatal(err)
	}
	out := make([]entry, len(fields))
	for k, v := range fields {
		out[k-1] = entry{string(encode(tb, k)), string(v)}
	}
	return out
}

func join(n int, entries []entry) []byte {
	b := []byte{0xa0 | byte(n)}
	if n > 23 {
		b = []byte{0xb8, byte(n)}
	}
	for _, e := range entries {
		b = append(append(b, e.key...), e.value...)
	}
	return b
}

func TestOnlyTheCanonicalFormIsRead(t *testing.T) {
	w, _ := found(t)
	valid := split(t, mapOf(w.sealed(1)[0].Frame()))
	set := func(i int, value string) func([]entry) []entry {
		return func(e []entry) []entry { e[i-1].value = value; return e }
	}
	add := func(key, value string) func([]entry) []entry {
		return func(e []entry) []entry { return append(e, entry{key, value}) }
	}
	for name, change := range map[string]func([]entry) []entry{
		"a field less":           func(e []entry) []entry { return e[:14] },
		"fields swapped":         func(e []entry) []entry { e[3], e[5] = e[5], e[3]; return e },
		"a field twice":          add("\x0f", "\x82\x01\x01"),
		"a known field late":     add("\x0e", "\x00"),
		"key as text":            add("\x61a", "\x00"),
		"key as bytes":           add("\x41a", "\x00"),
		"key too long":           add("\x18\x0f", "\x00"),
		"key zero late":          add("\x00", "\x00"),
		"number too long":        set(10, "\x18\x01"),
		"number longer":          set(10, "\x19\x00\x80"),
		"number longest":         set(10, "\x1b\x00\x00\x00\x00\x00\x00\x00\x01"),
		"reserved length":        set(10, "\x1c"),
		"number as text":         set(10, "\x611"),
		"null for a number":      set(10, "\xf6"),
		"null for an id":         set(8, "\xf6"),
		"short id":               set(8, "\x41\x00"),
		"length too long":        set(9, "\x78\x01a"),
		"indefinite text":        set(9, "\x7f\x61a\xff"),
		"text not UTF-8":         set(9, "\x61\xff"),
		"bytes for text":         set(9, "\x41a"),
		"sealed body too short":  set(12, "\x44abcd"),
		"indefinite array":       set(13, "\x9f\xff"),
		"nine deps":              set(13, "\x89"+strings.Repeat("\x50"+strings.Repeat("d", 16), 9)),
		"group of three numbers": set(15, "\x83\x01\x01\x01"),
		"part beyond group":      set(15, "\x82\x02\x01"),
		"unknown float":          add("\x10", "\xf9\x3c\x00"),
		"unknown undefined":      add("\x10", "\xf7"),
		"unknown simple value":   add("\x10", "\xf8\x20"),
		"unknown tag":            add("\x10", "\xc0\x61a"),
		"unknown indefinite map": add("\x10", "\xbf\xff"),
		"unknown number too low": add("\x10", "\x3b\xff\xff\xff\xff\xff\xff\xff\xff"),
		"unknown keys unsorted":  add("\x10", "\xa2\x02\x00\x01\x00"),
		"unknown key twice":      add("\x10", "\xa2\x01\x00\x01\x00"),
		"unknown key of bytes":   add("\x10", "\xa1\x41a\x00"),
		"unknown nested nine":    add("\x10", strings.Repeat("\x81", 8)+"\x00"),
		"unknown huge array":     add("\x10", "\x9b\xff\xff\xff\xff\xff\xff\xff\xff"),
		"unknown huge bytes":     add("\x10", "\x5b\xff\xff\xff\xff\xff\xff\xff\xff"),
	} {
		entries := change(slices.Clone(valid))
		if _, err := journal.Decode(sign(join(len(entries), entries), w.key)); !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := journal.Decode(sign(append(join(15, valid), 0), w.key)); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("a byte after the map: %v", err)
	}
	for _, other := range []string{"\xf6", "\xf7", "\x80", "\x01", ""} {
		if _, err := journal.Decode(sign([]byte(other), w.key)); !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("%x for the map: %v", other, err)
		}
	}
	valid[0].value = "\x02"
	if _, err := journal.Decode(sign(join(15, valid), w.key)); !errors.Is(err, journal.ErrNewer) {
		t.Errorf("envelope of a newer program: %v", err)
	}
}

// TestFieldsOfTheFuture: a record with fields of a later version is read, verified, opened and kept whole.
func TestFieldsOfTheFuture(t *testing.T) {
	w, _ := found(t)
	for _, n := range []int{1, 8, 9, 30} {
		entries := split(t, mapOf(w.sealed(1)[0].Frame()))
		for i := range n {
			key := []int{16, 23, 24, 255, 256, 1000}[min(i, 5)] + max(0, i-5)
			entries = append(entries, entry{string(encode(t, key)), "\xa2\x20\xf5\x61a\x83\x00\xf6\x41b"})
		}
		entries = append(entries, entry{"\x20", strings.Repeat("\x81", 7) + "\x00"})
		without := slices.Delete(slices.Clone(entries), 11, 12)
		entries[11].value = sealBody(t, "later", join(len(without), without))
		frame := sign(join(len(entries), entries), w.key)
		r, err := journal.Decode(frame)
		if err != nil {
			t.Fatalf("%d fields more: %v", n, err)
		}
		if !bytes.Equal(r.Frame(), frame) || r.Verify(public(w.key)) != nil {
			t.Errorf("%d fields more: not kept as signed", n)
		}
		if body, err := r.Open(contentKey); err != nil || string(body) != "later" {
			t.Errorf("%d fields more: opened %q, %v", n, body, err)
		}
	}
}

// TestWhatSealWritesIsDeterministicCBOR lets the library write the map again.
func TestWhatSealWritesIsDeterministicCBOR(t *testing.T) {
	w, first := found(t)
	for _, r := range append(w.sealed(3), first) {
		var fields map[int]any
		if err := cbor.Unmarshal(mapOf(r.Frame()), &fields); err != nil {
			t.Fatal(err)
		}
		if again := encode(t, fields); !bytes.Equal(again, mapOf(r.Frame())) {
			t.Errorf("ours %x, library %x", mapOf(r.Frame()), again)
		}
	}
}

// TestGolden: these records were written by the first version and must be read by every later one.
func TestGolden(t *testing.T) {
	b, err := os.ReadFile("testdata/golden.seg")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"9167118f1ae42c851888cb64ac9224307a90e64d36346ba880667d3ad9ab0b23",
		"107b11c6f9521c6008b7513dea82925c94672f3108cd02f422c6f228c26689b0",
		"aff36f3ba1dc8bcd7cf5b86bc9342907332fd68b9887aae255a150661b629b0b",
		"a0d7634f5dfd63c662f1671db67c4c3a72bea8a4dadea5352210c137f037e565",
		"17f12aabc00933ef965c6425253a331dbc5038e7bd2f9b8cc2972e9d2a2c58b1",
	}
	var got []string
	for f, err := range frames(b) {
		if err != nil {
			t.Fatal(err)
		}
		r, err := journal.Decode(f.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, r.Hash().String())
		if !r.Clear() {
			if body, err := r.Open(contentKey); err != nil || string(body) != "a request for access to public data" {
				t.Errorf("record %d does not open: %v", r.Seq, err)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("hashes %q, want %q", got, want)
	}
	if report := journal.Verify([]journal.Source{{Name: "golden", Frames: frames(b)}}, journal.Check{Signatures: true}); len(report.Damage) > 0 {
		t.Errorf("damage: %v", report.Damage)
	}
}
