package wire_test

import (
	"errors"
	"testing"

	"harta/internal/domain"
	"harta/internal/wire"
)

func TestARowOfAnotherVersionIsRefused(t *testing.T) {
	row := wire.EncodeEntry(domain.Entry{Subject: "Ток"})
	other := append([]byte{row[0] + 1}, row[1:]...)
	for name, b := range map[string][]byte{"nothing": nil, "other": other, "cut": row[:len(row)-1], "longer": append(row, 0)} {
		t.Run(name, func(t *testing.T) {
			if err := wire.ReadEntry(b, &domain.Entry{}); !errors.Is(err, wire.ErrDamaged) {
				t.Errorf("entry: %v", err)
			}
			if _, err := wire.DecodePerson(b); err == nil {
				t.Error("taken for a person")
			}
		})
	}
}

func TestOnlyWhatARowIsWrittenAsIsRead(t *testing.T) {
	version := wire.EncodeEntry(domain.Entry{})[0]
	for name, c := range map[string]struct {
		row  string
		good bool
	}{
		"subject":                    {"a1 06 62 d0af", true},
		"nothing":                    {"a0", true},
		"no struct":                  {"06", false},
		"a struct that is cut":       {"a2 06 62 d0af", false},
		"more than the struct":       {"a1 06 62 d0af 00", false},
		"keys in another order":      {"a2 07 61 62 06 61 61", false},
		"a key twice":                {"a2 06 61 61 06 61 61", false},
		"unknown key":                {"a1 18 63 01", false},
		"unknown key at the start":   {"a2 00 01 06 61 61", false},
		"key that is no number":      {"a1 61 61 01", false},
		"empty text":                 {"a1 06 60", false},
		"empty list":                 {"a1 0e 80", false},
		"empty struct":               {"a1 02 a0", false},
		"zero":                       {"a1 18 1d 00", false},
		"number longer than it need": {"a1 18 1d 18 01", false},
		"number at its shortest":     {"a1 18 1d 18 18", true},
		"key longer than it need":    {"a1 18 06 61 61", false},
		"text longer than the row":   {"a1 06 78 ff 61", false},
		"list longer than the row":   {"a1 0e 9a ffffffff", false},
		"broken text":                {"a1 06 61 ff", false},
		"text for a number":          {"a1 18 1d 61 61", false},
		"number for a text":          {"a1 06 01", false},
		"negative day":               {"a1 0f 20", true},
		"day out of range":           {"a1 0f 1b 7fffffffffffffff", false},
		"id of a wrong size":         {"a1 01 42 0102", false},
		"zero id":                    {"a1 01 50 00000000000000000000000000000000", false},
		"indefinite list":            {"a1 0e 9f ff", false},
	} {
		t.Run(name, func(t *testing.T) {
			if err := wire.ReadEntry(append([]byte{version}, unhex(t, c.row)...), &domain.Entry{}); (err == nil) != c.good {
				t.Error(err)
			}
		})
	}
}
