package office

import (
	"encoding/binary"
	"slices"
	"sort"

	"harta/internal/domain"
	"harta/internal/journal"
)

// officeFact is an event of the office itself, with its place and what Judge said.
type officeFact struct {
	spot
	domain.Fact
	node    journal.Node
	verdict domain.Verdict
}

// facts are the events of the office itself in fold order, and the office as any author saw it. There are few:
// users, roles, settings.
type facts struct {
	all   []officeFact
	lines int // on how many lines they lie
	sight *sight
	seen  map[string]*domain.Office // the office by what was seen of it
}

// add takes events of the office and judges all anew: one that comes from another desk may stand before others.
func (f *facts) add(fresh ...officeFact) {
	f.all = append(f.all, fresh...)
	nodes := make([]journal.Node, len(f.all))
	for i, x := range f.all {
		nodes[i] = x.node
	}
	place := map[journal.Hash]int{}
	for i, n := range journal.Order(f.linked(nodes)) {
		place[n.Hash] = i
	}
	slices.SortStableFunc(f.all, func(a, b officeFact) int { return place[a.node.Hash] - place[b.node.Hash] })
	on := map[int]bool{}
	for _, x := range f.all {
		on[x.line] = true
	}
	f.lines = len(on)
	f.judge()
}

// linked gives the nodes with what each had seen of the others as references, so that their order among
// themselves is the causal one.
func (f *facts) linked(nodes []journal.Node) []journal.Node {
	return linked(f.sight, nodes, func(i int) spot { return f.all[i].spot })
}

// linked replaces the references of nodes by the nodes among them that each had seen last on every line.
func linked(s *sight, nodes []journal.Node, at func(int) spot) []journal.Node {
	for i := range nodes {
		latest := map[int]int{}
		for j := range nodes {
			if i == j || !s.sees(at(i), at(j)) {
				continue
			}
			if k, ok := latest[at(j).line]; !ok || at(k).seq < at(j).seq {
				latest[at(j).line] = j
			}
		}
		nodes[i].Prev, nodes[i].Deps = journal.Ref{}, nil
		for _, j := range latest {
			nodes[i].Deps = append(nodes[i].Deps, nodes[j].Hash.Ref())
		}
	}
	return nodes
}

// judge says of every fact whether it has effect: by role first; then a removal by an administrator stands against
// whatever its author had not seen.
func (f *facts) judge() {
	f.seen = map[string]*domain.Office{}
	for i, x := range f.all {
		f.all[i].verdict = domain.Judge(domain.History{Office: f.office(x.spot)}, domain.Case{}, x.Fact)
	}
	removals := f.removals()
	if len(removals) == 0 {
		return
	}
	f.seen = map[string]*domain.Office{}
	for i, x := range f.all {
		h := domain.History{Office: f.office(x.spot), Removed: f.removed(x.spot, removals)}
		f.all[i].verdict = domain.Judge(h, domain.Case{}, x.Fact)
	}
}

func (f *facts) removals() []officeFact {
	return slices.DeleteFunc(slices.Clone(f.all), func(x officeFact) bool {
		_, is := x.Event.(domain.UserRemoved)
		return !is || x.verdict != domain.Effective
	})
}

// removed tells of a user whether somebody removed him without having seen the record at the spot.
func (f *facts) removed(p spot, removals []officeFact) func(domain.UserID) bool {
	return func(u domain.UserID) bool {
		return slices.ContainsFunc(removals, func(x officeFact) bool {
			e, _ := x.Event.(domain.UserRemoved)
			return e.User == u && x.spot != p && !f.sight.sees(x.spot, p)
		})
	}
}

// history gives what Judge needs to know around the record at a spot.
func (f *facts) history(p spot) domain.History {
	h := domain.History{Office: f.office(p)}
	if removals := f.removals(); len(removals) > 0 {
		h.Removed = f.removed(p, removals)
	}
	return h
}

// office gives the office as the author of the record at a spot saw it.
func (f *facts) office(p spot) *domain.Office {
	covered := f.covered(p)
	key := f.key(covered)
	if known, ok := f.seen[key]; ok {
		return known
	}
	seen, rest := domain.NewOffice(), covered
	if n := len(covered); n > 0 {
		if known, ok := f.seen[f.key(covered[:n-1])]; ok { // the common case: one fact more than the one before
			seen, rest = *known, covered[n-1:]
		}
	}
	for _, x := range rest {
		if x.verdict == domain.Effective {
			seen = seen.Apply(x.Fact)
		}
	}
	f.seen[key] = &seen
	return &seen
}

// covered gives the facts that the author of the record at a spot had seen, in fold order.
func (f *facts) covered(p spot) []officeFact {
	if f.oneLine(p.line) {
		n := sort.Search(len(f.all), func(i int) bool { return f.all[i].seq >= p.seq })
		return f.all[:n]
	}
	var seen []officeFact
	for _, x := range f.all {
		if x.line == p.line && x.seq < p.seq || x.line != p.line && f.sight.sees(p, x.spot) {
			seen = append(seen, x)
		}
	}
	return seen
}

// oneLine tells whether the office was only ever changed on the given line.
func (f *facts) oneLine(line int) bool {
	return len(f.all) == 0 || f.lines == 1 && f.all[0].line == line
}

// key names a set of facts by how many of each line are in it.
func (f *facts) key(covered []officeFact) string {
	if f.lines <= 1 {
		return string(binary.AppendUvarint(nil, uint64(len(covered))))
	}
	counts := make([]uint64, len(f.sight.lines)+1)
	for _, x := range covered {
		for x.line >= len(counts) {
			counts = append(counts, 0)
		}
		counts[x.line]++
	}
	var b []byte
	for _, n := range counts {
		b = binary.AppendUvarint(b, n)
	}
	return string(b)
}

// now gives the office after all facts.
func (f *facts) now() domain.Office {
	o := domain.NewOffice()
	for _, x := range f.all {
		if x.verdict == domain.Effective {
			o = o.Apply(x.Fact)
		}
	}
	return o
}
