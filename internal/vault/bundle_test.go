package vault_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"slices"
	"testing"
	"time"

	"harta/internal/vault"
)

func TestABundleOpensWithItsPasswordOnly(t *testing.T) {
	id := newIdentity(t, 1)
	b, err := vault.SealBundle(id, "a long password", vault.TestCost(), 42, random(2))
	if err != nil {
		t.Fatal(err)
	}
	got, counter, err := vault.OpenBundle(b, "a long password")
	if err != nil || !same(got, id) || counter != 42 {
		t.Errorf("opened counter %d, %v", counter, err)
	}
	for _, password := range []string{"", "a long passwor", "A long password", "a long password "} {
		if _, _, err := vault.OpenBundle(b, password); !errors.Is(err, vault.ErrWrongPassword) {
			t.Errorf("password %q: %v", password, err)
		}
	}
}

func TestEveryBitOfABundleCounts(t *testing.T) {
	b := golden(t, "bundle-v1")
	eachFlip(b, func(bit int) {
		if _, _, err := vault.OpenBundle(b, goldenPassword); !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("bit %d flipped: %v", bit, err)
		}
	})
	for n := range len(b) {
		if _, _, err := vault.OpenBundle(b[:n], goldenPassword); !errors.Is(err, vault.ErrDamaged) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
	if _, _, err := vault.OpenBundle(append(b, 0), goldenPassword); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("a byte more: %v", err)
	}
}

// TestAForgedBundleCannotStall: whoever can write the file can write its checksum too.
func TestAForgedBundleCannotStall(t *testing.T) {
	const costAt = 16
	for name, cost := range map[string][]byte{
		"4 TiB":          {0xff, 0xff, 0xff, 0xff, 0, 0, 0, 1, 1},
		"over 1 GiB":     {0, 0x10, 0, 1, 0, 0, 0, 1, 1},
		"no memory":      {0, 0, 0, 0, 0, 0, 0, 1, 1},
		"many passes":    {0, 0, 1, 0, 0, 1, 0, 0, 1},
		"no passes":      {0, 0, 1, 0, 0, 0, 0, 0, 1},
		"many threads":   {0, 0, 8, 0, 0, 0, 0, 1, 255},
		"no threads":     {0, 0, 1, 0, 0, 0, 0, 1, 0},
		"little for two": {0, 0, 0, 8, 0, 0, 0, 1, 2},
	} {
		if _, _, err := vault.OpenBundle(forge(golden(t, "bundle-v1"), costAt, cost), goldenPassword); !errors.Is(err, vault.ErrCost) {
			t.Errorf("%s: %v", name, err)
		}
	}
	older := forge(golden(t, "bundle-v1"), costAt+9, make([]byte, 8))
	if _, _, err := vault.OpenBundle(older, goldenPassword); !errors.Is(err, vault.ErrWrongPassword) {
		t.Errorf("a forged counter: %v", err)
	}
	if _, err := vault.SealBundle(newIdentity(t, 1), goldenPassword, vault.Cost{}, 0, random(1)); !errors.Is(err, vault.ErrCost) {
		t.Errorf("sealed at no cost: %v", err)
	}
}

// forge writes over b and mends the checksum.
func forge(b []byte, at int, over []byte) []byte {
	b = slices.Clone(b[:len(b)-16])
	copy(b[at:], over)
	sum := sha256.Sum256(b)
	return append(b, sum[:16]...)
}

func TestWithoutRandomnessNothingIsMade(t *testing.T) {
	dry := bytes.NewReader(nil)
	_, identity := vault.NewIdentity(dry)
	_, epoch := vault.NewEpoch(1, dry)
	_, key := vault.NewContentKey(dry)
	_, code := vault.NewRecoveryCode(dry)
	_, bundle := vault.SealBundle(newIdentity(t, 1), goldenPassword, vault.TestCost(), 0, dry)
	_, blob := vault.SealBlob(vault.ContentKey{}, []byte("x"), dry)
	_, slot := newEpoch(t, 1).Wrap([16]byte{}, vault.ContentKey{}, dry)
	for i, err := range []error{identity, epoch, key, code, bundle, blob, slot} {
		if err == nil {
			t.Errorf("case %d made a secret of nothing", i)
		}
	}
}

func TestCheckPassword(t *testing.T) {
	for password, want := range map[string]error{
		"":                      vault.ErrPasswordShort,
		"кратка":                vault.ErrPasswordShort,
		"деветзнак":             vault.ErrPasswordShort,
		"password12":            vault.ErrPasswordCommon,
		"Парола2026":            vault.ErrPasswordCommon,
		"2026!община!":          vault.ErrPasswordCommon,
		"1234567890":            vault.ErrPasswordCommon,
		"0888 123 456":          vault.ErrPasswordCommon,
		"1q2w3e4r5t":            vault.ErrPasswordCommon,
		"qwertyuiop":            vault.ErrPasswordCommon,
		"явертъуиоп":            vault.ErrPasswordCommon,
		"aaaaaaaaaaaa":          vault.ErrPasswordCommon,
		"ababababab":            vault.ErrPasswordCommon,
		"1234567890a":           vault.ErrPasswordCommon,
		"десетзнака":            nil,
		"правилен кон батерия":  nil,
		"correct horse battery": nil,
		"Tr0ub4dor&3x":          nil,
	} {
		if err := vault.CheckPassword(password); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", password, err, want)
		}
	}
}

func TestDelayGrowsAndStops(t *testing.T) {
	last := time.Duration(0)
	for failures := range 100 {
		d := vault.Delay(failures)
		if d < last || d > 5*time.Minute {
			t.Fatalf("after %d: %v, before that %v", failures, d, last)
		}
		last = d
	}
	if vault.Delay(-1) != 0 || vault.Delay(2) != 0 || vault.Delay(3) != time.Second || last != 5*time.Minute {
		t.Errorf("after 2: %v, after 3: %v, at last %v", vault.Delay(2), vault.Delay(3), last)
	}
}

func BenchmarkOpenBundle(b *testing.B) {
	bundle, err := vault.SealBundle(newIdentity(b, 1), goldenPassword, vault.DefaultCost(), 1, random(1))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := vault.OpenBundle(bundle, goldenPassword); err != nil {
			b.Fatal(err)
		}
	}
}
