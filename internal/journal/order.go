package journal

import (
	"bytes"
	"cmp"
	"container/heap"
)

// Node is what the order of records depends on.
type Node struct {
	Chain ChainID
	Seq   uint64
	Hash  Hash
	Clock Clock
	Prev  Ref
	Deps  []Ref
}

// Node returns the place of the record in the order.
func (r Record) Node() Node {
	return Node{Chain: r.ChainOf(), Seq: r.Seq, Hash: r.Hash(), Clock: r.Clock, Prev: r.Prev.Ref(), Deps: r.Deps}
}

// Compare orders two records neither of which has seen the other: by clock, chain, seq, hash.
func (n Node) Compare(m Node) int {
	return cmp.Or(
		cmp.Compare(n.Clock, m.Clock),
		bytes.Compare(n.Chain[:], m.Chain[:]),
		cmp.Compare(n.Seq, m.Seq),
		bytes.Compare(n.Hash[:], m.Hash[:]),
	)
}

// Order returns the nodes in the order in which they are folded: every record after its predecessor and after
// those it has seen, otherwise by [Node.Compare]. The result does not depend on the order of the argument, and
// a node given twice is returned once. References to nodes outside the set are passed over.
func Order(nodes []Node) []Node {
	at := make(map[Ref]int, len(nodes))
	for i, n := range nodes {
		at[n.Hash.Ref()] = i
	}
	after := make([][]int, len(nodes)) // who waits for a node
	waits := make([]int, len(nodes))   // for how many a node waits
	ready := queue{nodes: nodes}
	for i, n := range nodes {
		if at[n.Hash.Ref()] != i {
			continue
		}
		for _, ref := range append([]Ref{n.Prev}, n.Deps...) {
			if j, ok := at[ref]; ok {
				after[j] = append(after[j], i)
				waits[i]++
			}
		}
		if waits[i] == 0 {
			ready.at = append(ready.at, i)
		}
	}
	heap.Init(&ready)
	order := make([]Node, 0, len(at))
	for ready.Len() > 0 {
		i := heap.Pop(&ready).(int)
		order = append(order, nodes[i])
		for _, j := range after[i] {
			if waits[j]--; waits[j] == 0 {
				heap.Push(&ready, j)
			}
		}
	}
	return order
}

// queue is a heap of the nodes that wait for nobody.
type queue struct {
	nodes []Node
	at    []int
}

// Len is of heap.Interface.
func (q *queue) Len() int { return len(q.at) }

// Less is of heap.Interface.
func (q *queue) Less(i, j int) bool { return q.nodes[q.at[i]].Compare(q.nodes[q.at[j]]) < 0 }

// Swap is of heap.Interface.
func (q *queue) Swap(i, j int) { q.at[i], q.at[j] = q.at[j], q.at[i] }

// Push is of heap.Interface.
func (q *queue) Push(x any) { q.at = append(q.at, x.(int)) }

// Pop is of heap.Interface.
func (q *queue) Pop() any {
	last := len(q.at) - 1
	i := q.at[last]
	q.at = q.at[:last]
	return i
}
