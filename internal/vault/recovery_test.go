package vault_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"harta/internal/vault"
)

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

func newCode(tb testing.TB, seed byte) vault.RecoveryCode {
	tb.Helper()
	c, err := vault.NewRecoveryCode(random(seed))
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func TestACodeIsReadAsPrinted(t *testing.T) {
	for seed := range byte(50) {
		c := newCode(t, seed)
		printed := c.Reveal()
		if len(printed) != 34 || strings.Count(printed, "-") != 6 {
			t.Fatalf("printed %q", printed)
		}
		if got, err := vault.ParseRecoveryCode(printed); err != nil || got != c {
			t.Errorf("%s: %v", printed, err)
		}
	}
}

func TestACodeIsReadAsTyped(t *testing.T) {
	want, err := vault.ParseRecoveryCode(withChecks(t, "0123ABCEHKMPTXY01ABCEHKMPT"))
	if err != nil {
		t.Fatal(err)
	}
	printed := want.Reveal()
	cyrillic := strings.NewReplacer("A", "А", "B", "В", "C", "С", "E", "Е", "H", "Н", "K", "К", "M", "М", "P", "Р",
		"T", "Т", "X", "Х", "Y", "У", "0", "О", "3", "З")
	for name, typed := range map[string]string{
		"lower case":          strings.ToLower(printed),
		"no dashes":           strings.ReplaceAll(printed, "-", ""),
		"spaces and newlines": " " + strings.ReplaceAll(printed, "-", "  \n") + "\t",
		"long dashes":         strings.ReplaceAll(printed, "-", " – "),
		"O for 0, I for 1":    strings.NewReplacer("0", "O", "1", "I").Replace(printed),
		"l for 1":             strings.ReplaceAll(printed, "1", "l"),
		"Cyrillic":            cyrillic.Replace(printed),
		"small Cyrillic":      strings.ToLower(cyrillic.Replace(printed)),
	} {
		if got, err := vault.ParseRecoveryCode(typed); err != nil || got != want {
			t.Errorf("%s, %q: %v", name, typed, err)
		}
	}
}

// withChecks finds the two check characters by trying them all.
func withChecks(tb testing.TB, digits string) string {
	tb.Helper()
	for _, a := range alphabet {
		for _, b := range alphabet {
			if _, err := vault.ParseRecoveryCode(digits + string(a) + string(b)); err == nil {
				return digits + string(a) + string(b)
			}
		}
	}
	tb.Fatal("no check characters fit")
	return ""
}

func TestEverySingleMistakeIsNoticed(t *testing.T) {
	for seed := range byte(20) {
		printed := strings.ReplaceAll(newCode(t, seed).Reveal(), "-", "")
		for i, right := range printed {
			for _, wrong := range alphabet {
				typed := printed[:i] + string(wrong) + printed[i+1:]
				if _, err := vault.ParseRecoveryCode(typed); wrong != right && !errors.Is(err, vault.ErrRecoveryTyped) {
					t.Errorf("%s for %s: %v", typed, printed, err)
				}
			}
		}
		for i := range len(printed) - 1 {
			typed := printed[:i] + printed[i+1:i+2] + printed[i:i+1] + printed[i+2:]
			if _, err := vault.ParseRecoveryCode(typed); typed != printed && !errors.Is(err, vault.ErrRecoveryTyped) {
				t.Errorf("%s for %s: %v", typed, printed, err)
			}
		}
	}
}

func TestAnyTwoMistakesAreNoticed(t *testing.T) {
	printed := []byte(strings.ReplaceAll(newCode(t, 1).Reveal(), "-", ""))
	rapid.Check(t, func(t *rapid.T) {
		typed := append([]byte(nil), printed...)
		for _, at := range []string{"first", "second"} {
			typed[rapid.IntRange(0, 27).Draw(t, at)] = alphabet[rapid.IntRange(0, 31).Draw(t, at+" wrong")]
		}
		if _, err := vault.ParseRecoveryCode(string(typed)); (err == nil) != (string(typed) == string(printed)) {
			t.Fatalf("%s for %s: %v", typed, printed, err)
		}
	})
}

func TestWhatIsNoCode(t *testing.T) {
	printed := newCode(t, 1).Reveal()
	for typed, want := range map[string]error{
		"":                   vault.ErrRecoveryLength,
		printed[:33]:         vault.ErrRecoveryLength,
		printed + "0":        vault.ErrRecoveryLength,
		printed[:33] + "*":   vault.ErrRecoverySign,
		printed[:33] + "Ж":   vault.ErrRecoverySign,
		"\xff" + printed[1:]: vault.ErrRecoverySign,
	} {
		if _, err := vault.ParseRecoveryCode(typed); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", typed, err, want)
		}
	}
}

func TestACodeIsAlwaysTheSameIdentity(t *testing.T) {
	a, errA := newCode(t, 1).Identity()
	b, errB := newCode(t, 1).Identity()
	c, errC := newCode(t, 2).Identity()
	if err := errors.Join(errA, errB, errC); err != nil {
		t.Fatal(err)
	}
	if !same(a, b) || same(a, c) {
		t.Error("identity and code do not go together")
	}
}
