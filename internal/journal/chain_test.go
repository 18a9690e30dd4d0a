package journal_test

import (
	"errors"
	"testing"

	"harta/internal/journal"
)

func TestAChainTakesItsNextRecordOnly(t *testing.T) {
	w, first := found(t)
	before := w.chain
	second := w.write("role.granted", []byte{0xa0})
	third := w.write("role.granted", []byte{0xa0})

	fork := &writer{tb: t, key: w.key, chain: before, random: random(3)}
	otherSecond := fork.write("role.revoked", []byte{0xa0})
	otherThird := fork.write("role.revoked", []byte{0xa0})
	_, neighbour := w.open(newKey(1))

	stranger := &writer{tb: t, key: newKey(5), random: random(5)}
	foreign := stranger.write("office.founded", introduces(t, newKey(5)))

	after := func(records ...journal.Record) (c journal.Chain) {
		for _, r := range records {
			var err error
			if c, err = c.Next(r); err != nil {
				t.Fatal(err)
			}
		}
		return c
	}
	for name, c := range map[string]struct {
		chain journal.Chain
		next  journal.Record
		want  error
	}{
		"next":                   {after(first), second, nil},
		"genesis of the office":  {journal.Chain{Office: first.Ref()}, first, nil},
		"genesis of a neighbour": {journal.Chain{Office: first.Ref()}, neighbour, nil},
		"genesis of a stranger":  {journal.Chain{Office: first.Ref()}, foreign, journal.ErrForeign},
		"no genesis":             {journal.Chain{}, second, journal.ErrGap},
		"another chain":          {after(first), neighbour, journal.ErrForeign},
		"another office":         {after(first), foreign, journal.ErrForeign},
		"again":                  {after(first, second), second, journal.ErrDuplicate},
		"fork":                   {after(first, second), otherSecond, journal.ErrFork},
		"next of a fork":         {after(first, second), otherThird, journal.ErrBrokenPrev},
		"past":                   {after(first, second, third), second, journal.ErrPast},
		"gap":                    {after(first), third, journal.ErrGap},
	} {
		got, err := c.chain.Next(c.next)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if err != nil && got != c.chain {
			t.Errorf("%s: refused, yet the state changed", name)
		}
		if err == nil && (got.Tip != journal.Tip{Seq: c.next.Seq, Hash: c.next.Hash()} || got.ID != c.next.ChainOf()) {
			t.Errorf("%s: state %+v", name, got)
		}
	}
}

func TestAChainKeepsGroupsWhole(t *testing.T) {
	for name, c := range map[string]struct {
		change func(h *journal.Header, open journal.CommandID)
		want   error
	}{
		"continued":       {func(h *journal.Header, open journal.CommandID) { h.Command, h.Part, h.Parts = open, 2, 3 }, nil},
		"another command": {func(h *journal.Header, _ journal.CommandID) { h.Part, h.Parts = 2, 3 }, journal.ErrGroup},
		"another size":    {func(h *journal.Header, open journal.CommandID) { h.Command, h.Part, h.Parts = open, 2, 4 }, journal.ErrGroup},
		"one left out":    {func(h *journal.Header, open journal.CommandID) { h.Command, h.Part, h.Parts = open, 3, 3 }, journal.ErrGroup},
		"a new one":       {func(*journal.Header, journal.CommandID) {}, journal.ErrGroup},
	} {
		w, _ := found(t)
		if !w.chain.Whole() {
			t.Fatal("a group of one is not whole")
		}
		open := w.group(1, 3)[0].Command
		if w.chain.Whole() {
			t.Fatal("one of three is whole")
		}
		h := w.header("case.registered")
		c.change(&h, open)
		r, err := journal.Seal(h, []byte{0xa0}, nil, w.key, w.random)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.chain.Next(r); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestAGroupDoesNotBeginInTheMiddle(t *testing.T) {
	w, _ := found(t)
	h := w.header("case.registered")
	h.Part, h.Parts = 2, 2
	r, err := journal.Seal(h, []byte{0xa0}, nil, w.key, w.random)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.chain.Next(r); !errors.Is(err, journal.ErrGroup) {
		t.Error(err)
	}
}
