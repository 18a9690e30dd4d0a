package journal_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"testing"
	"testing/iotest"

	"harta/internal/journal"
)

// read returns the offsets of the frames and the errors met.
func read(r io.Reader) (offsets []int64, errs []error) {
	for f, err := range journal.Frames(r) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		offsets = append(offsets, f.Offset)
	}
	return offsets, errs
}

func TestFramesLieWhereTheyWereWritten(t *testing.T) {
	w, first := found(t)
	records := append([]journal.Record{first}, w.sealed(5)...)
	var want []int64
	at := int64(0)
	for _, r := range records {
		want = append(want, at)
		at += int64(len(r.Frame()))
	}
	for name, r := range map[string]io.Reader{
		"at once":      bytes.NewReader(file(records...)),
		"byte by byte": iotest.OneByteReader(bytes.NewReader(file(records...))),
	} {
		if got, errs := read(r); !slices.Equal(got, want) || errs != nil {
			t.Errorf("%s: %v, %v, want %v", name, got, errs, want)
		}
	}
	if got, errs := read(bytes.NewReader(nil)); got != nil || errs != nil {
		t.Errorf("nothing: %v, %v", got, errs)
	}
	for f, err := range frames(file(records...)) {
		if err != nil || f.Offset != 0 {
			t.Errorf("frame at %d, %v", f.Offset, err)
		}
		break // the caller may stop
	}
}

// TestATornTailIsNoDamage: cut anywhere, the file is torn at the last record and whole before it.
func TestATornTailIsNoDamage(t *testing.T) {
	w, first := found(t)
	second := w.sealed(1)[0]
	start := len(first.Frame())
	b := file(first, second)
	for n := start + 1; n < len(b); n++ {
		got, errs := read(bytes.NewReader(b[:n]))
		if !slices.Equal(got, []int64{0}) || len(errs) != 1 || !errors.Is(errs[0], journal.ErrTorn) || !errors.Is(errs[0], io.ErrUnexpectedEOF) {
			t.Fatalf("cut at %d: %v, %v", n, got, errs)
		}
	}
	for _, zeros := range []int{1, 3, 4, 64, 4096, 2 << 20} {
		got, errs := read(bytes.NewReader(append(file(first, second), make([]byte, zeros)...)))
		if len(got) != 2 || len(errs) != 1 || !errors.Is(errs[0], journal.ErrTorn) {
			t.Errorf("%d zeros: %v, %v", zeros, got, errs)
		}
	}
}

// TestAWrongLengthIsDamage: it must not pass for a torn tail, which would be cut silently.
func TestAWrongLengthIsDamage(t *testing.T) {
	w, first := found(t)
	second, third := w.sealed(1)[0], w.sealed(1)[0]
	for name, length := range map[string]uint32{
		"zero": 0, "tiny": 64, "beyond the file": 1 << 19, "impossible": 1<<20 + 1, "huge": 1<<32 - 1,
	} {
		b := file(first, second, third)
		binary.BigEndian.PutUint32(b[len(first.Frame()):], length)
		got, errs := read(bytes.NewReader(b))
		if !slices.Equal(got, []int64{0, int64(len(file(first, second)))}) || len(errs) != 1 || !errors.Is(errs[0], journal.ErrDamaged) {
			t.Errorf("%s: %v, %v", name, got, errs)
		}
	}
	b := append(file(first), bytes.Repeat([]byte("junk"), 100)...)
	if got, errs := read(bytes.NewReader(b)); len(got) != 1 || len(errs) != 1 || !errors.Is(errs[0], journal.ErrDamaged) {
		t.Errorf("junk: %v, %v", got, errs)
	}
	b = append(append(file(first), make([]byte, 100)...), file(second)...)
	if got, errs := read(bytes.NewReader(b)); len(got) != 1 || len(errs) != 1 || !errors.Is(errs[0], journal.ErrDamaged) {
		t.Errorf("zeros in the middle: %v, %v", got, errs)
	}
}

func TestAnErrorOfTheDiskIsNotATornTail(t *testing.T) {
	_, first := found(t)
	broken := errors.New("input/output error")
	for _, n := range []int{0, 2, 4, 100, len(first.Frame())} {
		r := io.MultiReader(bytes.NewReader(first.Frame()[:n]), iotest.ErrReader(broken))
		_, errs := read(r)
		if len(errs) != 1 || !errors.Is(errs[0], broken) {
			t.Errorf("after %d bytes: %v", n, errs)
		}
	}
}

func TestDecodeTakesOneFrame(t *testing.T) {
	_, first := found(t)
	frame := first.Frame()
	for name, b := range map[string][]byte{
		"nothing":     nil,
		"a length":    frame[:4],
		"a byte less": frame[:len(frame)-1],
		"a byte more": append(slices.Clone(frame), 0),
		"two":         append(slices.Clone(frame), frame...),
		"too long":    binary.BigEndian.AppendUint32(nil, 1<<20+1),
		"much":        append(binary.BigEndian.AppendUint32(nil, 1<<20+1), make([]byte, 1<<20+1)...),
	} {
		if _, err := journal.Decode(b); !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	buffer := slices.Clone(frame)
	r, err := journal.Decode(buffer)
	if err != nil {
		t.Fatal(err)
	}
	clear(buffer)
	if !bytes.Equal(r.Frame(), frame) {
		t.Error("the record changes with the buffer it was read from")
	}
}

func TestIDsAreReadAsWritten(t *testing.T) {
	_, r := found(t)
	hash, err := journal.ParseHash(r.Hash().String())
	if err != nil || hash != r.Hash() {
		t.Errorf("%v, %v", hash, err)
	}
	ref, err := journal.ParseRef(r.Ref().String())
	if err != nil || ref != r.Ref() {
		t.Errorf("%v, %v", ref, err)
	}
	chain, err := journal.ParseChainID(r.ChainOf().String())
	if err != nil || chain != r.ChainOf() {
		t.Errorf("%v, %v", chain, err)
	}
	for _, s := range []string{"", "00", "zz" + ref.String()[2:], ref.String() + "00", "AB" + ref.String()[2:]} {
		if _, err := journal.ParseRef(s); err == nil {
			t.Errorf("%q was read", s)
		}
	}
}
