package vault_test

import (
	"bytes"
	"errors"
	"testing"

	"harta/internal/vault"
)

func TestADraftOpensForItsAuthorUnderItsNameOnly(t *testing.T) {
	clerk, other := newIdentity(t, 1), newIdentity(t, 2)
	text := []byte("Уважаема госпожо Примерова")
	sealed, err := clerk.SealDraft("reply", text, random(3))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(sealed, []byte("Примерова")) {
		t.Error("the text can be read")
	}
	if got, err := clerk.OpenDraft("reply", sealed); err != nil || !bytes.Equal(got, text) {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := other.OpenDraft("reply", sealed); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("another user: %v", err)
	}
	if _, err := clerk.OpenDraft("note", sealed); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("another name: %v", err)
	}
	if _, err := clerk.OpenDraft("reply", nil); !errors.Is(err, vault.ErrDamaged) {
		t.Errorf("nothing: %v", err)
	}
	eachFlip(sealed, func(bit int) {
		if _, err := clerk.OpenDraft("reply", sealed); !errors.Is(err, vault.ErrDamaged) {
			t.Fatalf("bit %d: %v", bit, err)
		}
	})
}
