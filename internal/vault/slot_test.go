package vault_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"harta/internal/vault"
)

func newSlot(tb testing.TB, e vault.Epoch) (vault.Slot, vault.ContentKey) {
	tb.Helper()
	key, err := vault.NewContentKey(random(7))
	if err != nil {
		tb.Fatal(err)
	}
	s, err := e.Wrap([16]byte{1, 2}, key, random(8))
	if err != nil {
		tb.Fatal(err)
	}
	return s, key
}

func TestASlotKeepsItsKey(t *testing.T) {
	e := newEpoch(t, 1)
	s, key := newSlot(t, e)
	s.State = vault.SlotUsed
	b := vault.EncodeSlot(s)
	read, err := vault.DecodeSlot(b[:])
	if err != nil || read != s {
		t.Fatalf("read %+v, wrote %+v, %v", read, s, err)
	}
	if got, err := e.Unwrap(read); err != nil || got != key {
		t.Errorf("another key, %v", err)
	}
	if _, err := newEpoch(t, 2).Unwrap(read); !errors.Is(err, vault.ErrEpoch) {
		t.Errorf("in another epoch: %v", err)
	}
	read.Wrap = 9
	if _, err := e.Unwrap(read); !errors.Is(err, vault.ErrEpoch) {
		t.Errorf("wrapped in a way of the future: %v", err)
	}
}

func TestAKeyCannotBeGivenToAnotherSlot(t *testing.T) {
	e := newEpoch(t, 1)
	s, _ := newSlot(t, e)
	s.KeyID[0]++
	if _, err := e.Unwrap(s); !errors.Is(err, vault.ErrDamaged) {
		t.Error(err)
	}
}

func TestAnErasedSlotKeepsNothingOfTheKey(t *testing.T) {
	e := newEpoch(t, 1)
	s, _ := newSlot(t, e)
	erased := vault.ErasedSlot(s)
	b := vault.EncodeSlot(erased)
	if bytes.Contains(b[:], s.Sealed[:4]) {
		t.Error("the wrapped key is still there")
	}
	read, err := vault.DecodeSlot(b[:])
	if err != nil || read.KeyID != s.KeyID {
		t.Fatalf("read %+v, %v", read, err)
	}
	if _, err := e.Unwrap(read); !errors.Is(err, vault.ErrErased) {
		t.Error(err)
	}
}

func TestEveryBitOfASlotCounts(t *testing.T) {
	b := golden(t, "slot-v1")
	eachFlip(b, func(bit int) {
		if _, err := vault.DecodeSlot(b); !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("bit %d flipped: %v", bit, err)
		}
	})
	for _, b := range [][]byte{nil, b[:127], append(b, 0), make([]byte, vault.SlotSize)} {
		if _, err := vault.DecodeSlot(b); !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("%d bytes: %v", len(b), err)
		}
	}
}

// TestASlotHasOneForm: what carries a checksum but could not have been written is refused.
func TestASlotHasOneForm(t *testing.T) {
	for at, value := range map[int]byte{0: 0, 2: 1, 3: 1, 84: 1, 95: 1} {
		b := golden(t, "slot-v1")
		b[at] = value
		sum := sha256.Sum256(append([]byte("harta-slot-v1\x00"), b[:96]...))
		copy(b[96:], sum[:])
		if _, err := vault.DecodeSlot(b); !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("byte %d = %d: %v", at, value, err)
		}
	}
}

func TestSlotsReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := vault.Slot{
			State: vault.SlotState(rapid.IntRange(1, 3).Draw(t, "state")),
			Wrap:  vault.SlotWrap(rapid.Byte().Draw(t, "wrap")),
			Epoch: rapid.Uint32().Draw(t, "epoch"),
		}
		copy(s.KeyID[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		copy(s.Sealed[:], rapid.SliceOfN(rapid.Byte(), 60, 60).Draw(t, "sealed"))
		b := vault.EncodeSlot(s)
		if got, err := vault.DecodeSlot(b[:]); err != nil || got != s {
			t.Fatalf("read %+v, wrote %+v, %v", got, s, err)
		}
	})
}

func TestABlobOpensWithItsKeyOnly(t *testing.T) {
	key := vault.ContentKey{1}
	sealed, err := vault.SealBlob(key, []byte("scan"), random(1))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := vault.OpenBlob(key, sealed); err != nil || string(got) != "scan" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := vault.OpenBlob(vault.ContentKey{2}, sealed); !errors.Is(err, vault.ErrDamaged) {
		t.Error(err)
	}
	eachFlip(sealed, func(bit int) {
		if _, err := vault.OpenBlob(key, sealed); err == nil {
			t.Errorf("bit %d flipped unseen", bit)
		}
	})
	for n := range len(sealed) {
		if _, err := vault.OpenBlob(key, sealed[:n]); err == nil {
			t.Errorf("cut to %d bytes unseen", n)
		}
	}
}

func BenchmarkUnwrap(b *testing.B) {
	e := newEpoch(b, 1)
	s, _ := newSlot(b, e)
	encoded := vault.EncodeSlot(s)
	for b.Loop() {
		s, err := vault.DecodeSlot(encoded[:])
		if err != nil {
			b.Fatal(err)
		}
		if _, err := e.Unwrap(s); err != nil {
			b.Fatal(err)
		}
	}
}
