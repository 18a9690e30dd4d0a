package journal_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"harta/internal/journal"
)

// verify checks files named a, b, c … in this order.
func verify(check journal.Check, files ...[]byte) journal.Report {
	var sources []journal.Source
	for i, b := range files {
		sources = append(sources, journal.Source{Name: string(rune('a' + i)), Frames: frames(b)})
	}
	return journal.Verify(sources, check)
}

// office is an office of two chains, the second by a clerk whom the first introduces; each has seen the other.
func office(t *testing.T) (one, two []journal.Record) {
	t.Helper()
	w, first := found(t)
	one = append(one, first, w.write("user.keyed", introduces(t, newKey(3)), first.Ref()))
	desk, opened := w.open(newKey(3))
	two = append(two, opened)
	two = append(two, desk.group(3, 3)...)
	one = append(one, w.write("role.granted", []byte{0xa0}, two[2].Ref(), two[3].Ref()))
	two = append(two, desk.write("case.noted", []byte{0xa0}, one[2].Ref()))
	return one, two
}

func TestVerifyASoundOffice(t *testing.T) {
	one, two := office(t)
	for name, files := range map[string][][]byte{
		"chain by chain":      {file(one...), file(two...)},
		"the clerk first":     {file(two...), file(one...)},
		"all in one file":     {file(append(slices.Clone(two), one...)...)},
		"many small files":    {file(two[3:]...), file(one[1:]...), file(one[0]), file(two[:3]...)},
		"a file twice":        {file(one...), file(two...), file(one...)},
		"with an empty chain": {file(one...), nil, file(two...)},
	} {
		r := verify(journal.Check{Signatures: true}, files...)
		if len(r.Damage) > 0 {
			t.Errorf("%s: %v", name, r.Damage)
		}
		if r.Records != 8 || len(r.Chains) != 2 || r.Office != one[0].Ref() {
			t.Errorf("%s: %d records, %d chains, office %v", name, r.Records, len(r.Chains), r.Office)
		}
		for _, c := range r.Chains {
			last := one[2]
			if c.ID == two[0].ChainOf() {
				last = two[4]
			}
			if len(c.Leaves) != 1 || (c.Tip() != journal.Tip{Seq: last.Seq, Hash: last.Hash()}) || c.Records != int(last.Seq) {
				t.Errorf("%s: chain %+v", name, c)
			}
		}
	}
}

func TestVerifyFindsDamage(t *testing.T) {
	one, two := office(t)
	with := func(more ...journal.Record) []byte { return file(append(slices.Clone(two), more...)...) }
	without := func(i int) []byte { return file(slices.Delete(slices.Clone(two), i, i+1)...) }
	flip := func(at int) []byte {
		b := file(two...)
		b[at] ^= 1
		return b
	}
	end := len(file(two...))
	last := end - len(two[4].Frame())

	clerk := newKey(3)
	stranger := &writer{tb: t, key: newKey(5), random: random(5)}
	branch := after(t, clerk, two[:4]...)
	standing := after(t, clerk, two...)
	still := standing.header("case.noted")
	still.Clock = two[4].Clock
	hasty := after(t, clerk, two...)
	interrupted := append(hasty.group(1, 3), hasty.loose(hasty.header("case.noted"), []byte{0xa0}, nil))

	type found struct {
		source string
		seq    uint64
		err    error
	}
	for name, c := range map[string]struct {
		second []byte // the file of the second chain
		want   []found
	}{
		"nothing":              {file(two...), nil},
		"a signature flipped":  {flip(end - 1), []found{{"b", 5, journal.ErrSignature}}},
		"a record altered":     {flip(len(file(two[:2]...)) - 1), []found{{"b", 2, journal.ErrSignature}, {"b", 3, journal.ErrBrokenPrev}}},
		"a newer record":       {flip(last + 6), []found{{"b", 0, journal.ErrNewer}}},
		"a length flipped":     {flip(last), []found{{"b", 0, journal.ErrDamaged}}},
		"the first missing":    {without(0), []found{{"b", 2, journal.ErrGap}}},
		"one missing":          {without(1), []found{{"b", 3, journal.ErrGap}}},
		"one missing, seen":    {without(2), []found{{"a", 3, journal.ErrMissingDep}, {"b", 4, journal.ErrGap}}},
		"the tail torn":        {file(two...)[:end-10], []found{{"b", 0, journal.ErrTorn}}},
		"a group cut short":    {with(after(t, clerk, two...).group(2, 3)...), []found{{"b", 7, journal.ErrIncomplete}}},
		"a group interrupted":  {with(interrupted...), []found{{"b", 7, journal.ErrGroup}}},
		"a fork":               {with(branch.write("case.closed", []byte{0xa0}), branch.write("case.noted", []byte{0xa0})), []found{{"b", 5, journal.ErrFork}}},
		"another office":       {with(stranger.write("office.founded", introduces(t, newKey(5)))), []found{{"b", 1, journal.ErrForeign}}},
		"a clock that stands":  {with(standing.loose(still, []byte{0xa0}, nil)), []found{{"b", 6, journal.ErrClock}}},
		"an unknown author":    {with(after(t, newKey(8), two...).write("case.noted", []byte{0xa0})), []found{{"b", 6, journal.ErrUnknownAuthor}}},
		"the wrong hand":       {with(after(t, newKey(2), two...).write("case.noted", []byte{0xa0})), []found{{"b", 6, journal.ErrRecovery}}},
		"a disk that is silly": {append(file(two...), make([]byte, 512)...), []found{{"b", 0, journal.ErrTorn}}},
	} {
		r := verify(journal.Check{Signatures: true}, file(one...), c.second)
		match := func(d journal.Damage, f found) bool {
			return d.Source == f.source && d.Seq == f.seq && errors.Is(d, f.err) && d.Error() != ""
		}
		if !slices.EqualFunc(r.Damage, c.want, match) {
			t.Errorf("%s: found %v, want %v", name, r.Damage, c.want)
		}
	}
}

func TestVerifyReportsEachLeafOfAFork(t *testing.T) {
	one, two := office(t)
	branch := after(t, newKey(3), two[:4]...)
	side := []journal.Record{branch.write("case.closed", []byte{0xa0}), branch.write("case.noted", []byte{0xa0})}
	for _, c := range verify(journal.Check{}, file(one...), file(two...), file(side...)).Chains {
		if c.ID != two[0].ChainOf() {
			continue
		}
		want := []journal.Tip{{Seq: 6, Hash: side[1].Hash()}, {Seq: 5, Hash: two[4].Hash()}}
		if !slices.Equal(c.Leaves, want) || c.Records != 7 {
			t.Errorf("chain %+v, want leaves %v", c, want)
		}
	}
}

func TestVerifyWithoutSignaturesStillFollowsHashes(t *testing.T) {
	one, two := office(t)
	b := file(two...)
	b[len(b)-1] ^= 1 // the last signature, which no hash covers
	if r := verify(journal.Check{}, file(one...), b); len(r.Damage) > 0 {
		t.Errorf("a signature was checked: %v", r.Damage)
	}
	b[len(file(two[:2]...))-1] ^= 1
	if r := verify(journal.Check{}, file(one...), b); len(r.Damage) != 1 || !errors.Is(r.Damage[0], journal.ErrBrokenPrev) {
		t.Errorf("found %v", r.Damage)
	}
}

func TestVerifyKnowsWhoseOfficeItIs(t *testing.T) {
	one, two := office(t)
	r := verify(journal.Check{Office: journal.Ref{1}}, file(one...), file(two...))
	if r.Records != 0 || len(r.Damage) != len(one)+len(two) || !errors.Is(r.Damage[0], journal.ErrForeign) {
		t.Errorf("%d records, %v", r.Records, r.Damage)
	}
}

// TestVerifySeesEveryByte: no byte of an office's files can be changed, or the files cut, unseen.
func TestVerifySeesEveryByte(t *testing.T) {
	one, two := office(t)
	first, second := file(one...), file(two...)
	for i := range second {
		second[i] ^= 1 << (i % 8)
		if r := verify(journal.Check{Signatures: true}, first, second); len(r.Damage) == 0 {
			t.Errorf("byte %d changed unseen", i)
		}
		second[i] ^= 1 << (i % 8)
	}
	for i := range second {
		cut := verify(journal.Check{}, first, second[:i])
		tip := slices.IndexFunc(cut.Chains, func(c journal.ChainReport) bool { return c.ID == two[0].ChainOf() && c.Tip().Seq == 5 })
		if tip >= 0 {
			t.Errorf("cut to %d bytes unseen", i)
		}
	}
}

// BenchmarkVerify checks 10,000 records of 1 KB.
func BenchmarkVerify(b *testing.B) {
	w, first := found(b)
	records := []journal.Record{first}
	body := bytes.Repeat([]byte("x"), 800)
	for range 9_999 {
		h := w.header("case.registered")
		h.Key = journal.KeyID{1}
		records = append(records, w.seal(h, body, contentKey))
	}
	whole := file(records...)
	for name, check := range map[string]journal.Check{"hashes": {}, "signatures": {Signatures: true}} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(whole)))
			for b.Loop() {
				if r := verify(check, whole); r.Records != len(records) || len(r.Damage) > 0 {
					b.Fatal(r.Damage)
				}
			}
		})
	}
}

func BenchmarkSeal(b *testing.B) {
	w, _ := found(b)
	h := w.header("case.registered")
	h.Key = journal.KeyID{1}
	body := bytes.Repeat([]byte("x"), 800)
	for b.Loop() {
		w.loose(h, body, contentKey)
	}
}

func BenchmarkDecode(b *testing.B) {
	w, _ := found(b)
	h := w.header("case.registered")
	h.Key = journal.KeyID{1}
	frame := w.seal(h, bytes.Repeat([]byte("x"), 800), contentKey).Frame()
	pub := public(w.key)
	for name, verify := range map[string]bool{"alone": false, "and verify": true} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r, err := journal.Decode(frame)
				if err == nil && verify {
					err = r.Verify(pub)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
