package journal_test

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"testing"

	"harta/internal/journal"
)

func TestAKeyringLearnsFromTrustedAuthorsOnly(t *testing.T) {
	w, first := found(t)
	clerk, recovery, stranger := newKey(3), newKey(2), newKey(8)
	desk, opened := w.open(clerk)
	granted := desk.write("case.noted", []byte{0xa0})
	keyed := w.write("user.keyed", introduces(t, clerk))

	rescue, rescued := w.open(recovery)
	newHead := rescue.write("user.keyed", introduces(t, newKey(4)))
	forbidden := rescue.write("case.decided", []byte{0xa0})
	_, self := w.open(stranger)

	k := journal.NewKeyring(first.Ref())
	for i, step := range []struct {
		record journal.Record
		want   error
	}{
		{opened, journal.ErrUnknownAuthor}, // nothing before the founding
		{first, nil},
		{first, nil}, // again
		{opened, journal.ErrUnknownAuthor},
		{keyed, nil},
		{opened, nil},
		{granted, nil},
		{rescued, nil},
		{newHead, nil},
		{forbidden, journal.ErrRecovery},
		{self, journal.ErrUnknownAuthor},
	} {
		if err := k.Admit(step.record); !errors.Is(err, step.want) {
			t.Errorf("step %d: %v, want %v", i, err, step.want)
		}
	}
	for _, key := range []ed25519.PrivateKey{newKey(1), recovery, clerk, newKey(4)} {
		if pub, ok := k.Key(journal.AuthorOf(public(key))); !ok || !pub.Equal(public(key)) {
			t.Errorf("key %x is not trusted", public(key))
		}
	}
	if _, ok := k.Key(journal.AuthorOf(public(stranger))); ok {
		t.Error("a stranger is trusted")
	}
}

func TestAKeyringRefusesForgeries(t *testing.T) {
	w, first := found(t)
	r := w.write("user.keyed", introduces(t, newKey(8)))
	frame := bytes.Clone(r.Frame())
	frame[len(frame)-1] ^= 1
	forged, err := journal.Decode(frame)
	if err != nil {
		t.Fatal(err)
	}
	k := journal.NewKeyring(journal.Ref{})
	if err := k.Admit(first); err != nil {
		t.Fatal(err)
	}
	if err := k.Admit(forged); !errors.Is(err, journal.ErrSignature) {
		t.Error(err)
	}
	if _, ok := k.Key(journal.AuthorOf(public(newKey(8)))); ok {
		t.Error("a forged record introduced a key")
	}
}

func TestAnOfficeIsFoundedOnceByItsOwnKey(t *testing.T) {
	_, first := found(t)
	other := &writer{tb: t, key: newKey(5), random: random(5)}
	second := other.write("office.founded", introduces(t, newKey(5)))
	borrowed := &writer{tb: t, key: newKey(6), random: random(6)}
	third := borrowed.write("office.founded", introduces(t, newKey(1)))

	k := journal.NewKeyring(journal.Ref{})
	if err := k.Admit(third); !errors.Is(err, journal.ErrUnknownAuthor) {
		t.Errorf("founded with the key of another: %v", err)
	}
	if err := k.Admit(first); err != nil {
		t.Error(err)
	}
	if err := k.Admit(second); !errors.Is(err, journal.ErrForeign) {
		t.Errorf("founded twice: %v", err)
	}
}

func TestIntroducedKeys(t *testing.T) {
	w, _ := found(t)
	key := string(public(newKey(3)))
	for name, c := range map[string]struct {
		body string
		want int
	}{
		"none":           {"\xa0", 0},
		"other keys":     {"\xa1\x01\x02", 0},
		"one":            {"\xa1\x00\x81\x58\x20" + key, 1},
		"one and more":   {"\xa2\x00\x81\x58\x20" + key + "\x01\x02", 1},
		"twice":          {"\xa2\x00\x81\x58\x20" + key + "\x00\x81\x58\x20" + key, 0},
		"short":          {"\xa1\x00\x81\x58\x1f" + key[:31], 0},
		"not in a list":  {"\xa1\x00\x58\x20" + key, 0},
		"no map":         {"\x81\x58\x20" + key, 0},
		"no CBOR":        {"text", 0},
		"something more": {"\xa1\x00\x81\x58\x20" + key + "\x00", 0},
	} {
		if got := w.write("user.keyed", []byte(c.body)).Introduced(); len(got) != c.want {
			t.Errorf("%s: %x", name, got)
		}
	}
	if got := w.sealed(1)[0].Introduced(); got != nil {
		t.Errorf("a sealed body introduces %x", got)
	}
}
