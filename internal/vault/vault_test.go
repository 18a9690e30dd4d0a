package vault_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"testing"

	"harta/internal/vault"
)

// random is a source of bytes that are the same in every run.
func random(seed byte) io.Reader { return rand.NewChaCha8([32]byte{seed}) }

func newIdentity(tb testing.TB, seed byte) vault.Identity {
	tb.Helper()
	id, err := vault.NewIdentity(random(seed))
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

func newEpoch(tb testing.TB, number uint32) vault.Epoch {
	tb.Helper()
	e, err := vault.NewEpoch(number, random(byte(number)))
	if err != nil {
		tb.Fatal(err)
	}
	return e
}

func same(a, b vault.Identity) bool {
	return bytes.Equal(a.Signer(), b.Signer()) && a.Recipient() == b.Recipient()
}

// eachFlip calls try with each bit of b flipped in turn.
func eachFlip(b []byte, try func(bit int)) {
	for bit := range 8 * len(b) {
		b[bit/8] ^= 1 << (bit % 8)
		try(bit)
		b[bit/8] ^= 1 << (bit % 8)
	}
}
