package vault_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"

	"filippo.io/age"

	"harta/internal/vault"
)

func TestAnEpochOpensForEachRecipientAndNobodyElse(t *testing.T) {
	e := newEpoch(t, 5)
	clerk, head, leaver := newIdentity(t, 1), newIdentity(t, 2), newIdentity(t, 3)
	code, err := vault.NewRecoveryCode(random(4))
	if err != nil {
		t.Fatal(err)
	}
	recovery, err := code.Identity()
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := e.SealTo(clerk.Recipient(), head.Recipient(), recovery.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	for name, id := range map[string]vault.Identity{"clerk": clerk, "head": head, "recovery": recovery} {
		got, err := vault.OpenEpoch(sealed, id)
		if err != nil || got.Number != 5 || got.OfficeKey() != e.OfficeKey() || got.Recipient() != e.Recipient() {
			t.Errorf("%s: epoch %d, %v", name, got.Number, err)
		}
	}
	if _, err := vault.OpenEpoch(sealed, leaver); !errors.Is(err, vault.ErrNotRecipient) {
		t.Errorf("one who left: %v", err)
	}
}

func TestADamagedEpochDoesNotOpen(t *testing.T) {
	id, sealed := goldenIdentity(t), golden(t, "epoch-v1.age")
	eachFlip(sealed, func(bit int) {
		if _, err := vault.OpenEpoch(sealed, id); err == nil {
			t.Errorf("bit %d flipped unseen", bit)
		}
	})
	for n := range len(sealed) {
		if _, err := vault.OpenEpoch(sealed[:n], id); err == nil {
			t.Errorf("cut to %d bytes unseen", n)
		}
	}
}

func TestAnAgeFileThatIsNoEpoch(t *testing.T) {
	id := goldenIdentity(t)
	to, err := age.ParseX25519Recipient(id.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	w, err := age.Encrypt(&file, to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, strings.Repeat("x", 1000)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := vault.OpenEpoch(file.Bytes(), id); !errors.Is(err, vault.ErrDamaged) {
		t.Error(err)
	}
}

func TestSealToAsksForRecipients(t *testing.T) {
	for _, to := range [][]string{nil, {""}, {"age1nobody"}, {goldenOpener, "ssh-ed25519 AAAA"}} {
		if _, err := newEpoch(t, 1).SealTo(to...); err == nil {
			t.Errorf("sealed to %q", to)
		}
	}
}

func TestTheOfficeOpensWhatIsSealedToIt(t *testing.T) {
	e := newEpoch(t, 1)
	to, err := age.ParseX25519Recipient(e.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	w, err := age.Encrypt(&file, to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, "records"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := age.Decrypt(&file, e.Opener())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || string(got) != "records" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestEachPurposeAndEachEpochHasItsKey(t *testing.T) {
	seen := map[[32]byte]bool{}
	for n := range uint32(3) {
		e := newEpoch(t, n+1)
		for _, key := range [][32]byte{e.WrapKey(), e.OfficeKey(), e.IndexKey()} {
			if seen[key] {
				t.Error("two purposes share a key")
			}
			seen[key] = true
		}
	}
}

func TestSecretsDoNotPrint(t *testing.T) {
	code, err := vault.NewRecoveryCode(random(1))
	if err != nil {
		t.Fatal(err)
	}
	key := vault.ContentKey{0xde, 0xad}
	for _, v := range []any{newIdentity(t, 1), newEpoch(t, 1), code, key, &key, &code} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%q", "%d"} {
			if got := fmt.Sprintf(verb, v); got != "<secret>" {
				t.Errorf("%s of %T prints %s", verb, v, got)
			}
		}
		var text, structured bytes.Buffer
		slog.New(slog.NewTextHandler(&text, nil)).Info("x", slog.Any("v", v))
		slog.New(slog.NewJSONHandler(&structured, nil)).Info("x", slog.Any("v", v))
		marshalled, _ := json.Marshal(v) // refusing is as good
		for _, out := range []string{text.String(), structured.String(), string(marshalled)} {
			if strings.Contains(out, "222,173") || strings.Contains(out, "222 173") || strings.Contains(out, "dead") {
				t.Errorf("%T is written as %s", v, out)
			}
		}
	}
}
