package storage_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"harta/internal/storage"
)

// given any damage of the state file, then it is found, or what is read is what was once committed.
func TestDamagedStateIsNeverWrong(t *testing.T) {
	const commits = 40
	suspect := []byte("open")
	p := newPlace(t)
	p.options.Probe = func(path string) error { return child(t, "check", path, 0).Run() }
	s, w := p.founded(t, commits)
	line := storage.Line{Chain: w.chain.ID}
	moments := []map[string]string{{}} // by position
	now := map[string]string{}
	for seq := uint64(1); seq <= commits; seq++ {
		s.Behind(someChanges(now, seq, line))
		if err := s.Flush(); err != nil {
			t.Fatal(err)
		}
		moments = append(moments, maps.Clone(now))
	}
	shut(t, s)
	name := filepath.Join(p.dir, "harta.db")
	sound, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	closed, err := os.ReadFile(name + ".mark")
	if err != nil {
		t.Fatal(err)
	}
	random, lost := rand.New(rand.NewPCG(7, 7)), 0
	for n := range *stateDamages {
		mark := suspect
		if n%2 == 0 {
			mark = closed
		}
		if err := os.WriteFile(name, someDamage(random, slices.Clone(sound)), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name+".mark", mark, 0o600); err != nil {
			t.Fatal(err)
		}
		s := p.open(t)
		at, err1 := position(s, line)
		got, err2 := dump(s, "cases", "people")
		switch err := errors.Join(err1, err2); {
		case s.Findings().StateLost:
			lost++
		case errors.Is(err, storage.ErrStateLost):
			lost++
		case err != nil:
			t.Fatalf("damage %d: %v", n, err)
		case !maps.Equal(got, moments[at]):
			t.Fatalf("damage %d: state at %d is wrong", n, at)
		}
		_ = s.Close() // it may tell of the damage
	}
	t.Logf("%d of %d damages found, the others harmless", lost, *stateDamages)
	if lost < *stateDamages/10 {
		t.Error("the damages harm nothing: the test proves nothing")
	}
}

// someChanges is one commit, made in now as well.
func someChanges(now map[string]string, seq uint64, line storage.Line) (b storage.Batch) {
	for i := range seq * 7 % 40 {
		bucket := []string{"cases", "people"}[i%2]
		key, value := strconv.FormatUint((seq*31+i*17)%500, 16), fmt.Sprintf("%0*d", 20+i*9, seq)
		if i%9 == 8 {
			b.Delete(bucket, []byte(key))
			delete(now, bucket+"/"+key)
			continue
		}
		b.Put(bucket, []byte(key), []byte(value))
		now[bucket+"/"+key] = value
	}
	b.Position(line, seq)
	return b
}

// someDamage flips bits, loses pages, moves them or cuts the file.
func someDamage(random *rand.Rand, b []byte) []byte {
	const page = 4096
	at := random.IntN(len(b) / page)
	switch random.IntN(8) {
	case 0:
		clear(b[at*page : (at+1)*page])
	case 1:
		to := random.IntN(len(b) / page)
		copy(b[to*page:(to+1)*page], b[at*page:])
	case 2:
		return b[:random.IntN(len(b))]
	case 3: // the head of a page: what kind it is and how much it holds
		b[at*page+random.IntN(64)] ^= 1 << random.IntN(8)
	case 4:
		binary.LittleEndian.PutUint16(b[at*page+10:], uint16(random.IntN(60)))
	default:
		for range 1 + random.IntN(8) {
			b[random.IntN(len(b))] ^= 1 << random.IntN(8)
		}
	}
	return b
}
