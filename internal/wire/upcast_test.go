package wire_test

import (
	"errors"
	"testing"

	"harta/internal/domain"
	"harta/internal/wire"
)

// The made-up past: version 1 had the reason under key 7, version 2 as a number of a list.
func toSecond(m map[uint64]any) map[uint64]any {
	if m[7] == "повторно" {
		return map[uint64]any{1: uint64(2)}
	}
	return map[uint64]any{1: uint64(1)}
}

func toThird(m map[uint64]any) map[uint64]any {
	reasons := []string{"", "грешка", "повторно"}
	n, _ := m[1].(uint64)
	m[1] = reasons[n]
	return m
}

func TestOldVersionsAreReadAsTheNewest(t *testing.T) {
	for name, c := range map[string]struct {
		version uint64
		body    string
		want    string
	}{
		"first":  {1, "a1 07 70 d0bfd0bed0b2d182d0bed180d0bdd0be", "повторно"},
		"second": {2, "a1 01 01", "грешка"},
		"third":  {3, "a1 01 6161", "a"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := wire.DecodeGrown(c.version, unhex(t, c.body), toSecond, toThird)
			if err != nil {
				t.Fatal(err)
			}
			if got != (domain.CaseAnnulled{Reason: c.want}) {
				t.Errorf("got %+v, want %s", got, c.want)
			}
		})
	}
}

func TestOldVersionsKeepToTheForm(t *testing.T) {
	for name, body := range map[string]string{
		"long form":     "a1 01 1801",
		"key repeated":  "a2 01 01 01 01",
		"text as key":   "a1 6161 01",
		"bytes after":   "a1 01 01 00",
		"indefinite":    "bf 01 01 ff",
		"not a map":     "01",
		"out of order":  "a2 02 01 01 01",
		"nested deeply": "a1 02 81 81 81 81 81 81 81 81 81 01",
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := wire.DecodeGrown(2, unhex(t, body), toSecond, toThird); !errors.Is(err, wire.ErrDamaged) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAKeyThatAnUpcasterLeavesBehindIsNewer(t *testing.T) {
	_, err := wire.DecodeGrown(2, unhex(t, "a2 01 01 05 01"), toSecond, toThird)
	if newer, ok := errors.AsType[wire.NewerError](err); !ok || newer.Version != 2 {
		t.Errorf("got %v", err)
	}
}
