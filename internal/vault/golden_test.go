package vault_test

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"harta/internal/vault"
)

// These files and values were made by the first version; every later one must open and derive them.
const (
	goldenPassword = "правилен кон батерия"
	goldenSigner   = "2dadeba63c8ea03a8a094cfbf71ff522bdb68fe4585e5938a42ecc18b3224b74"
	goldenOpener   = "age1kq0nc0w8tpyy9nawhexvtu48xfj3cjhxqslt4sc602s2ut73d5pqcp69p0"
)

func golden(tb testing.TB, name string) []byte {
	tb.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func goldenIdentity(tb testing.TB) vault.Identity {
	tb.Helper()
	id, _, err := vault.OpenBundle(golden(tb, "bundle-v1"), goldenPassword)
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

func TestGoldenBundleOpens(t *testing.T) {
	id, counter, err := vault.OpenBundle(golden(t, "bundle-v1"), goldenPassword)
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprintf("%x", id.Public()) != goldenSigner || id.Recipient() != goldenOpener || counter != 7 {
		t.Errorf("opened %x, %s, counter %d", id.Public(), id.Recipient(), counter)
	}
}

func TestGoldenEpochAndWhatItLocks(t *testing.T) {
	e, err := vault.OpenEpoch(golden(t, "epoch-v1.age"), goldenIdentity(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ got, want string }{
		"number":    {strconv.FormatUint(uint64(e.Number), 10), "3"},
		"wrap":      {fmt.Sprintf("%x", e.WrapKey()), "0557d3fc19e99e5915dc933ec965db1b9090e802a67d30e767d6255bac5417a8"},
		"office":    {fmt.Sprintf("%x", [32]byte(e.OfficeKey())), "5b40c0c12eaab5996c4ec732c584aba8cf927719b4d0fd4551042bc241e3f933"},
		"office id": {fmt.Sprintf("%x", e.OfficeKeyID()), "190b07733766ceb6649f7e894051a728"},
		"index":     {fmt.Sprintf("%x", e.IndexKey()), "d85d79df5a0d651b278fccf8275b47867da97e605682dcda7919ad4758812920"},
		"recipient": {e.Recipient(), "age1y87fnsn8cnrzz6guzatpf3ll4zt2kqrelxz700pgggtmr0fy89hsecfyrm"},
	} {
		if c.got != c.want {
			t.Errorf("%s = %s, want %s", name, c.got, c.want)
		}
	}
	slot, err := vault.DecodeSlot(golden(t, "slot-v1"))
	if err != nil {
		t.Fatal(err)
	}
	key, err := e.Unwrap(slot)
	if err != nil {
		t.Fatal(err)
	}
	if blob, err := vault.OpenBlob(key, golden(t, "blob-v1")); err != nil || string(blob) != "an attachment" {
		t.Errorf("blob %q, %v", blob, err)
	}
}

func TestGoldenRecoveryCode(t *testing.T) {
	c, err := vault.ParseRecoveryCode("E2MA-8698-0R7J-EPA4-42WG-KS67-YMM8")
	if err != nil {
		t.Fatal(err)
	}
	id, err := c.Identity()
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%x", id.Public()); got != "42074f84d3fb456c8875365461985cdd495f268b18096140aeefee7ffea17bc6" {
		t.Errorf("signer %s", got)
	}
	if got := id.Recipient(); got != "age17nd3a4g9jg5n65frr4knchtjhuhwmwpfcxlj4qq9cdf3nuefysfsyxj92l" {
		t.Errorf("opener %s", got)
	}
}
