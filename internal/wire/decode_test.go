package wire_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/wire"
)

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(s, " ", ""))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWhatANewerProgramWroteIsNotDamage(t *testing.T) {
	for name, c := range map[string]struct {
		kind    string
		version uint64
		body    string
	}{
		"unknown kind":                {"case.frozen", 1, "a0"},
		"unknown version":             {"case.annulled", 2, "a1 01 f5"},
		"unknown key at the end":      {"case.annulled", 1, "a2 01 6161 02 01"},
		"unknown key at the start":    {"case.annulled", 1, "a2 00 01 01 6161"},
		"unknown key between":         {"office.keyed", 1, "a2 01 02 04 a1 01 82 02 6161"},
		"unknown key in a struct":     {"person.recorded", 1, "a1 02 a1 0a 01"},
		"unknown key in a list":       {"calendar.set", 1, "a1 02 82 a0 a1 03 01"},
		"unknown key and known shape": {"letter.drafted", 1, "a1 02 a1 1818 f5"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := wire.Decode(c.kind, c.version, unhex(t, c.body))
			newer, ok := errors.AsType[wire.NewerError](err)
			if !ok || newer != (wire.NewerError{Kind: c.kind, Version: c.version}) || errors.Is(err, wire.ErrDamaged) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestOnlyTheOneFormIsRead(t *testing.T) {
	for name, c := range map[string]struct{ kind, body string }{
		"nothing":                        {"case.annulled", ""},
		"no map":                         {"case.annulled", "81 01"},
		"ends in a key":                  {"case.annulled", "a1"},
		"ends in a value":                {"case.annulled", "a1 01 63 61"},
		"ends in a length":               {"case.annulled", "a1 01 79 01"},
		"bytes after the map":            {"case.annulled", "a1 01 6161 00"},
		"indefinite map":                 {"case.annulled", "bf 01 6161 ff"},
		"indefinite text":                {"case.annulled", "a1 01 7f 6161 ff"},
		"key in a long form":             {"case.annulled", "a1 1801 6161"},
		"length in a long form":          {"case.annulled", "a1 01 7801 61"},
		"text as key":                    {"case.annulled", "a1 6131 6161"},
		"negative key":                   {"case.annulled", "a1 20 6161"},
		"text is not UTF-8":              {"case.annulled", "a1 01 62 c328"},
		"bytes for a text":               {"case.annulled", "a1 01 4161"},
		"empty value":                    {"case.annulled", "a1 01 60"},
		"key repeated":                   {"letter.returned", "a2 02 6161 02 6161"},
		"keys out of order":              {"letter.returned", "a2 02 6161 01 50 71717171717171717171717171717171"},
		"zero id in full":                {"letter.returned", "a1 01 50 00000000000000000000000000000000"},
		"id too short":                   {"letter.returned", "a1 01 4171"},
		"empty struct":                   {"person.recorded", "a1 02 a0"},
		"empty list":                     {"case.resolved", "a1 03 80"},
		"list shorter than it says":      {"case.resolved", "a1 03 9a ffffffff 40"},
		"no stored":                      {"user.keyed", "a1 03 f4"},
		"null for a truth":               {"user.keyed", "a1 03 f6"},
		"zero day":                       {"user.removed", "a1 02 00"},
		"day out of range":               {"user.removed", "a1 02 1a 80000000"},
		"integer out of range":           {"filing.set", "a1 03 1b 8000000000000000"},
		"integer as float":               {"filing.set", "a1 03 f9 3c00"},
		"negative count":                 {"office.keyed", "a1 01 20"},
		"count out of range":             {"office.keyed", "a1 01 1b 0000000100000000"},
		"instant before the first":       {"office.founded", "a1 06 3b 0000 3883 122c d7ff"},
		"no term":                        {"rules.set", "a1 01 81 a1 04 62 3271"},
		"term in another form":           {"rules.set", "a1 01 81 a1 04 63 303264"},
		"letter without its hash":        {"letter.drafted", "a1 02 a1 01 63 543131"},
		"unknown key, then damage":       {"case.annulled", "a2 01 6161 02 63 61"},
		"unknown key twice":              {"case.annulled", "a2 02 01 02 01"},
		"unknown value in a long form":   {"case.annulled", "a1 02 1801"},
		"unknown value has a tag":        {"case.annulled", "a1 02 c0 6161"},
		"unknown value is indefinite":    {"case.annulled", "a1 02 9f ff"},
		"unknown value is not UTF-8":     {"case.annulled", "a1 02 62 c328"},
		"unknown value is nested deeply": {"case.annulled", "a1 02 81 81 81 81 81 81 81 81 81 01"},
	} {
		t.Run(name, func(t *testing.T) {
			e, err := wire.Decode(c.kind, 1, unhex(t, c.body))
			if _, newer := errors.AsType[wire.NewerError](err); newer || e != nil || !errors.Is(err, wire.ErrDamaged) {
				t.Errorf("got %v, %v", e, err)
			}
		})
	}
}

func TestVersionZeroAndLongBodiesAreDamage(t *testing.T) {
	if _, err := wire.Decode("case.annulled", 0, []byte{0xa0}); !errors.Is(err, wire.ErrDamaged) {
		t.Errorf("version 0: %v", err)
	}
	long := append(unhex(t, "a1 01 7a 00100000"), bytes.Repeat([]byte("a"), 1<<20)...)
	if _, err := wire.Decode("case.annulled", 1, long); !errors.Is(err, wire.ErrDamaged) {
		t.Errorf("more than 1 MiB: %v", err)
	}
}

func TestWhatCannotBeReadIsNotWritten(t *testing.T) {
	for name, e := range map[string]domain.Event{
		"nothing":           nil,
		"a pointer":         &domain.CaseAccepted{},
		"text in CP1251":    domain.CaseAnnulled{Reason: "\xc3\xf0\xe5\xf8\xea\xe0"},
		"more than 1 MiB":   domain.CaseAnnulled{Reason: strings.Repeat("a", 1<<20)},
		"impossible term":   domain.RulesSet{Rules: []domain.DeadlineRule{{Term: calendar.Term{Extended: true}}}},
		"hash of no letter": domain.LetterDrafted{Content: domain.Letter{Subject: "Отговор"}, Hash: sum(1)},
	} {
		t.Run(name, func(t *testing.T) {
			if p, err := wire.Encode(e); err == nil {
				t.Errorf("written as %x", p.Body)
			}
		})
	}
}

func TestTimesCountToTheMillisecondInUTC(t *testing.T) {
	sofia := time.Date(2026, time.July, 1, 12, 0, 0, 5_999_999, calendar.Sofia())
	p, err := wire.Encode(domain.LetterNumbered{At: sofia})
	if err != nil {
		t.Fatal(err)
	}
	got, err := wire.Decode(p.Kind, p.Version, p.Body)
	if err != nil {
		t.Fatal(err)
	}
	want := time.Date(2026, time.July, 1, 9, 0, 0, 5e6, time.UTC)
	if at := got.(domain.LetterNumbered).At; at != want {
		t.Errorf("got %s, want %s", at, want)
	}
}

func TestAnyEditChangesTheHashOfALetter(t *testing.T) {
	letter := sampleLetter()
	before := wire.LetterHash(letter)
	if wire.LetterHash(sampleLetter()) != before {
		t.Error("the same letter has two hashes")
	}
	letter.Paragraphs[1].Text += " "
	if wire.LetterHash(letter) == before {
		t.Error("an edited letter kept its hash")
	}
}
