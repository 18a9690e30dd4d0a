package journal_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"harta/internal/journal"
)

// history draws records of up to four chains, each having seen any that were there before.
func history(t *rapid.T) []journal.Node {
	var nodes []journal.Node
	tips := map[byte]journal.Node{}
	for i := range rapid.IntRange(0, 40).Draw(t, "records") {
		chain := rapid.ByteRange(1, 4).Draw(t, "chain")
		n := journal.Node{
			Chain: journal.ChainID{chain}, Seq: tips[chain].Seq + 1, Prev: tips[chain].Hash.Ref(),
			Clock: journal.Clock(rapid.Uint64Range(1, 10).Draw(t, "clock")),
		}
		n.Hash[0], n.Hash[1] = rapid.Byte().Draw(t, "hash"), byte(i+1)
		for range rapid.IntRange(0, min(len(nodes), 3)).Draw(t, "deps") {
			n.Deps = append(n.Deps, nodes[rapid.IntRange(0, len(nodes)-1).Draw(t, "dep")].Hash.Ref())
		}
		nodes, tips[chain] = append(nodes, n), n
	}
	return nodes
}

func hashes(nodes []journal.Node) []journal.Hash {
	var out []journal.Hash
	for _, n := range nodes {
		out = append(out, n.Hash)
	}
	return out
}

func TestOrderDoesNotDependOnArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nodes := history(t)
		want := hashes(journal.Order(nodes))
		shuffled := rapid.Permutation(nodes).Draw(t, "arrival")
		twice := slices.Concat(shuffled, shuffled[:len(shuffled)/2])
		if got := hashes(journal.Order(twice)); !slices.Equal(got, want) {
			t.Fatalf("order %v, other arrival %v", want, got)
		}
	})
}

func TestOrderIsCausalAndComplete(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nodes := history(t)
		order := journal.Order(nodes)
		if len(order) != len(nodes) {
			t.Fatalf("%d of %d nodes", len(order), len(nodes))
		}
		at := map[journal.Ref]int{}
		for i, n := range order {
			at[n.Hash.Ref()] = i
		}
		for i, n := range order {
			for _, before := range append(n.Deps, n.Prev) {
				if j, ok := at[before]; ok && j >= i {
					t.Fatalf("node %d before %d, which it has seen", i, j)
				}
			}
		}
	})
}

func TestOrderOfConcurrentRecords(t *testing.T) {
	node := func(clock journal.Clock, chain byte, seq uint64, hash byte) journal.Node {
		return journal.Node{Clock: clock, Chain: journal.ChainID{chain}, Seq: seq, Hash: journal.Hash{hash}, Prev: journal.Ref{99}}
	}
	want := []journal.Node{
		node(1, 9, 9, 9), node(2, 1, 9, 8), node(2, 2, 1, 7), node(2, 2, 2, 5), node(2, 2, 2, 6),
	}
	nodes := slices.Clone(want)
	slices.Reverse(nodes)
	if got := journal.Order(nodes); !slices.Equal(hashes(got), hashes(want)) {
		t.Errorf("order %v", hashes(got))
	}
}

func TestARecordKnowsItsPlace(t *testing.T) {
	w, first := found(t)
	second := w.write("role.granted", []byte{0xa0}, first.Ref())
	n := second.Node()
	if n.Chain != first.ChainOf() || n.Seq != 2 || n.Prev != first.Ref() || n.Hash != second.Hash() || n.Clock != second.Clock {
		t.Errorf("node %+v", n)
	}
	if got := journal.Order([]journal.Node{n, first.Node()}); got[0].Hash != first.Hash() {
		t.Error("the second record comes first")
	}
}

func BenchmarkOrder(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	nodes := make([]journal.Node, 50_000)
	for i := range nodes {
		n := journal.Node{Chain: journal.ChainID{byte(i % 4)}, Seq: uint64(i/4 + 1), Clock: journal.Clock(i)}
		for j := range n.Hash {
			n.Hash[j] = byte(r.Uint32())
		}
		if i >= 4 {
			n.Prev = nodes[i-4].Hash.Ref()
			n.Deps = []journal.Ref{nodes[r.IntN(i)].Hash.Ref()}
		}
		nodes[i] = n
	}
	for b.Loop() {
		journal.Order(nodes)
	}
}
