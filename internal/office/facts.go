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
	seat    domain.RoleGranted
}

// facts are the events of the office itself in fold order, and the office as any author saw it. There are few:
// users, roles, settings.
type facts struct {
	sight *sight
	all   []officeFact
	on    []([]uint64) // by number of the line: the seqs of the facts there
	whole domain.Office
	seen  map[string]*domain.Office // the office by what was seen of it
	out   []officeFact              // removals that stand
}

func newFacts(s *sight) facts {
	return facts{sight: s, whole: domain.NewOffice(), seen: map[string]*domain.Office{}}
}

// add takes events of the office, and says whether one that was here before is judged otherwise now. What saw
// everything that is here follows it; what comes from another desk may stand before others, and all are judged
// anew.
func (f *facts) add(fresh ...officeFact) (changed bool) {
	fresh = slices.DeleteFunc(fresh, f.has)
	if len(fresh) == 1 && f.seesAll(fresh[0].spot) && !removal(fresh[0]) {
		x := fresh[0]
		x.verdict, x.seat = domain.JudgeSeat(f.history(x.spot), domain.Case{}, x.Fact)
		f.keep(x)
		f.all = append(f.all, x)
		if x.verdict == domain.Effective {
			f.whole = f.whole.Apply(x.Fact)
		}
		return false
	}
	before := map[spot]domain.Verdict{}
	for _, x := range f.all {
		before[x.spot] = x.verdict
	}
	f.all = append(f.all, fresh...)
	for _, x := range fresh {
		f.keep(x)
	}
	f.sort()
	f.judge()
	return slices.ContainsFunc(f.all, func(x officeFact) bool {
		verdict, known := before[x.spot]
		return known && verdict != x.verdict
	})
}

// has tells whether a fact is here already.
func (f *facts) has(x officeFact) bool {
	if x.line >= len(f.on) {
		return false
	}
	_, known := slices.BinarySearch(f.on[x.line], x.seq)
	return known
}

// seesAll tells whether the author of the record at a spot had seen every fact.
func (f *facts) seesAll(p spot) bool {
	for line, seqs := range f.on {
		if len(seqs) > 0 && f.sight.limit(p, line) < seqs[len(seqs)-1] {
			return false
		}
	}
	return true
}

// keep notes on which line a fact lies.
func (f *facts) keep(x officeFact) {
	for x.line >= len(f.on) {
		f.on = append(f.on, nil)
	}
	seqs := f.on[x.line]
	i, _ := slices.BinarySearch(seqs, x.seq)
	f.on[x.line] = slices.Insert(seqs, i, x.seq)
}

// sort puts the facts into fold order.
func (f *facts) sort() {
	nodes := make([]journal.Node, len(f.all))
	for i, x := range f.all {
		nodes[i] = x.node
	}
	rank := ranks(f.sight, nodes, func(i int) spot { return f.all[i].spot })
	slices.SortFunc(f.all, func(a, b officeFact) int { return rank[a.node.Hash] - rank[b.node.Hash] })
}

// ranks gives the fold order of some records among themselves. Their references lead through records that are not
// among them, so each gets as references those that it had seen last on every line.
func ranks(s *sight, nodes []journal.Node, at func(int) spot) map[journal.Hash]int {
	on := map[int][]int{} // by line: the nodes there, by seq
	for i := range nodes {
		on[at(i).line] = append(on[at(i).line], i)
	}
	for _, there := range on {
		slices.SortFunc(there, func(i, j int) int { return int(at(i).seq) - int(at(j).seq) })
	}
	for i := range nodes {
		nodes[i].Prev, nodes[i].Deps = journal.Ref{}, nil
		for line, there := range on {
			limit := s.limit(at(i), line)
			n := sort.Search(len(there), func(k int) bool { return at(there[k]).seq > limit })
			if n > 0 {
				nodes[i].Deps = append(nodes[i].Deps, nodes[there[n-1]].Hash.Ref())
			}
		}
	}
	rank := map[journal.Hash]int{}
	for i, n := range journal.Order(nodes) {
		rank[n.Hash] = i
	}
	return rank
}

// judge says of every fact whether it has effect: by role first, then against the removals. A removal stands
// against whatever its author had not seen. Two administrators who remove each other unseen would both fall: then
// the word of the longer-serving one stands, which no clock can change.
func (f *facts) judge() {
	f.out = nil
	f.judgeAll()
	for _, x := range f.removals() {
		i := slices.IndexFunc(f.all, func(y officeFact) bool { return y.spot == x.spot })
		if f.all[i].verdict == domain.Effective {
			f.out = append(f.out, x)
			f.judgeAll()
		}
	}
}

func (f *facts) judgeAll() {
	clear(f.seen)
	for i, x := range f.all {
		f.all[i].verdict, f.all[i].seat = domain.JudgeSeat(f.history(x.spot), domain.Case{}, x.Fact)
	}
	f.whole = fold(domain.NewOffice(), f.all)
}

// removals gives those that their author had the role for, that of the longest-serving author first.
func (f *facts) removals() []officeFact {
	all := slices.DeleteFunc(slices.Clone(f.all), func(x officeFact) bool {
		return !removal(x) || x.verdict != domain.Effective
	})
	service := func(u domain.UserID) int {
		return slices.IndexFunc(f.whole.Users, func(x domain.User) bool { return x.ID == u })
	}
	slices.SortStableFunc(all, func(a, b officeFact) int { return service(a.By) - service(b.By) })
	return all
}

func removal(x officeFact) bool {
	_, is := x.Event.(domain.UserRemoved)
	return is
}

// history gives what Judge needs to know around the record at a spot.
func (f *facts) history(p spot) domain.History {
	h := domain.History{Office: f.office(p)}
	standing := slices.ContainsFunc(f.out, func(x officeFact) bool { return x.spot == p })
	if len(f.out) > 0 && !standing {
		h.Removed = func(u domain.UserID) bool {
			return slices.ContainsFunc(f.out, func(x officeFact) bool {
				e, _ := x.Event.(domain.UserRemoved)
				return e.User == u && !f.sight.sees(x.spot, p)
			})
		}
	}
	return h
}

// office gives the office as the author of the record at a spot saw it. It holds until the next fact is added.
func (f *facts) office(p spot) *domain.Office {
	if f.seesAll(p) {
		return &f.whole
	}
	seen := make([]int, len(f.on)) // how many facts of each line
	for line, seqs := range f.on {
		seen[line] = upTo(seqs, f.sight.limit(p, line))
	}
	key := keyOfSeen(seen)
	if known, ok := f.seen[key]; ok {
		return known
	}
	covered := slices.DeleteFunc(slices.Clone(f.all), func(x officeFact) bool { return x.seq > f.sight.limit(p, x.line) })
	o := domain.NewOffice()
	if n := len(covered); n > 0 { // the common case: one fact more than an author before
		last := covered[n-1]
		seen[last.line]--
		if known, ok := f.seen[keyOfSeen(seen)]; ok {
			o, covered = *known, covered[n-1:]
		}
	}
	o = fold(o, covered)
	f.seen[key] = &o
	return &o
}

// upTo gives how many of the ascending seqs are not above the limit.
func upTo(seqs []uint64, limit uint64) int {
	return sort.Search(len(seqs), func(i int) bool { return seqs[i] > limit })
}

func keyOfSeen(counts []int) string {
	var key []byte
	for _, n := range counts {
		key = binary.AppendUvarint(key, uint64(n))
	}
	return string(key)
}

func fold(o domain.Office, list []officeFact) domain.Office {
	for _, x := range list {
		if x.verdict == domain.Effective {
			o = o.Apply(x.Fact)
		}
	}
	return o
}
