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
			if _, err := wire.DecodeEntry(b); !errors.Is(err, wire.ErrDamaged) {
				t.Errorf("entry: %v", err)
			}
			if _, err := wire.DecodePerson(b); err == nil {
				t.Error("taken for a person")
			}
		})
	}
}
