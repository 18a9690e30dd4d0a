package wire_test

import (
	"reflect"
	"testing"
	"time"

	"harta/internal/domain"
	"harta/internal/wire"
)

func digest(t *testing.T, state any) domain.Digest {
	t.Helper()
	d, err := wire.Digest(state)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestEqualStatesHaveEqualDigests(t *testing.T) {
	at := time.Date(2026, time.March, 3, 10, 0, 0, 123e6, time.UTC)
	key := func(year int) domain.CounterKey { return domain.CounterKey{Direction: domain.Incoming, Year: year} }
	for name, pair := range map[string][2]any{
		"nil and empty lists": {domain.Case{}, domain.Case{Letters: []domain.LetterFile{}, Recused: []domain.UserID{}}},
		"zones":               {domain.Case{RegisteredAt: at}, domain.Case{RegisteredAt: at.In(time.FixedZone("", 7200))}},
		"clock precision":     {domain.Case{RegisteredAt: at}, domain.Case{RegisteredAt: at.Add(99)}},
		"order of a map":      {domain.Counters{key(2025): 1, key(2026): 2}, domain.Counters{key(2026): 2, key(2025): 1}},
	} {
		t.Run(name, func(t *testing.T) {
			if digest(t, pair[0]) != digest(t, pair[1]) {
				t.Error("digests differ")
			}
		})
	}
}

// Every field counts, also the deepest: a digest that misses one would call different states equal.
func TestEveryFieldOfAStateCountsInItsDigest(t *testing.T) {
	for _, state := range []any{domain.Case{}, domain.Person{}, domain.Office{}, domain.Entry{}} {
		v := reflect.New(reflect.TypeOf(state)).Elem()
		t.Run(v.Type().Name(), func(t *testing.T) {
			seen := map[domain.Digest]string{digest(t, state): "nothing"}
			for field, value := range v.Fields() {
				if !field.IsExported() {
					continue // derived, not folded
				}
				f := filler{skip: func() bool { return false }}
				f.fill(value)
				d := digest(t, v.Interface())
				if other, known := seen[d]; known {
					t.Errorf("%s makes no difference to %s", field.Name, other)
				}
				seen[d] = field.Name
			}
		})
	}
}

func TestAValueWithoutEncodingHasNoDigest(t *testing.T) {
	if _, err := wire.Digest(func() {}); err == nil {
		t.Error("a function has a digest")
	}
}
