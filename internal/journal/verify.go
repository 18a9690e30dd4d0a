package journal

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"slices"
)

// Source is a file of frames. A chain may be spread over any number of sources, in any order.
type Source struct {
	Name   string // how a [Damage] names it
	Frames iter.Seq2[Frame, error]
}

// Check says what [Verify] looks for.
type Check struct {
	Office     Ref  // whose records these are; zero takes the office of the first record
	Signatures bool // also whether trusted authors signed them, which takes about ten times as long
}

// Report is what [Verify] found.
type Report struct {
	Office  Ref
	Records int
	Chains  []ChainReport // by id
	Damage  []Damage      // by source and offset
}

// ChainReport describes one chain.
type ChainReport struct {
	ID      ChainID
	Records int
	Leaves  []Tip // where it ends, the furthest first; more than one after a fork
}

// Tip returns the furthest end of the chain.
func (c ChainReport) Tip() Tip { return c.Leaves[0] }

// Damage is one thing that is wrong. Chain and Seq are zero where the bytes could not be read.
type Damage struct {
	Source string
	Offset int64
	Chain  ChainID
	Seq    uint64
	Err    error // wraps one of the errors of this package, or is one of the source
}

// Error describes the damage and its place.
func (d Damage) Error() string {
	if d.Seq == 0 {
		return fmt.Sprintf("%s at %d: %v", d.Source, d.Offset, d.Err)
	}
	return fmt.Sprintf("%s at %d: chain %v record %d: %v", d.Source, d.Offset, d.Chain, d.Seq, d.Err)
}

// Unwrap returns Err.
func (d Damage) Unwrap() error { return d.Err }

// Verify reads all sources and checks framing, canonical form, office, sequence, hashes, groups, clocks, forks
// and references; and signatures if asked. It needs no password. Records that appear twice are counted once.
func Verify(sources []Source, check Check) Report {
	v := verifier{
		office: check.Office, sources: sources, seen: map[Ref]struct{}{}, chains: map[ChainID][]link{},
	}
	if check.Signatures {
		v.proof = newProof(v.blame)
	}
	for i, s := range sources {
		for f, err := range s.Frames {
			v.frame(place{source: i, offset: f.Offset}, f, err)
		}
	}
	if v.proof != nil {
		v.proof.finish()
	}
	for _, m := range v.missing {
		if _, ok := v.seen[m.ref]; !ok {
			v.blame(m.place, fmt.Errorf("%w: %v", ErrMissingDep, m.ref))
		}
	}
	return v.report()
}

// place is where a record lies.
type place struct {
	source int
	offset int64
	chain  ChainID
	seq    uint64
}

// link is what is kept of a record to check its chain.
type link struct {
	place
	hash, prev  Hash
	clock       Clock
	command     CommandID
	part, parts uint64
}

type verifier struct {
	office  Ref
	sources []Source
	seen    map[Ref]struct{}
	chains  map[ChainID][]link
	missing []dep
	proof   *proof // nil when signatures are not asked for
	damage  []Damage
}

// dep is a reference to a record that was not seen before.
type dep struct {
	place
	ref Ref
}

func (v *verifier) blame(p place, err error) {
	v.damage = append(v.damage, Damage{v.sources[p.source].Name, p.offset, p.chain, p.seq, err})
}

// frame takes one step of a source.
func (v *verifier) frame(p place, f Frame, err error) {
	var r Record
	if err == nil {
		r, err = Decode(f.Bytes)
	}
	if err != nil {
		v.blame(p, err)
		return
	}
	p.chain, p.seq = r.ChainOf(), r.Seq
	if (v.office == Ref{}) {
		v.office = r.OfficeID()
	}
	if r.OfficeID() != v.office {
		v.blame(p, ErrForeign)
		return
	}
	if _, twice := v.seen[r.Ref()]; twice {
		return
	}
	v.seen[r.Ref()] = struct{}{}
	v.record(p, r)
}

// record takes a record of the office that was not seen before.
func (v *verifier) record(p place, r Record) {
	v.chains[p.chain] = append(v.chains[p.chain], link{
		place: p, hash: r.Hash(), prev: r.Prev, clock: r.Clock, command: r.Command, part: r.Part, parts: r.Parts,
	})
	for _, ref := range r.Deps {
		if _, ok := v.seen[ref]; !ok {
			v.missing = append(v.missing, dep{p, ref})
		}
	}
	if v.proof != nil {
		v.proof.add(task{place: p, claim: claimOf(r)})
	}
}

func (v *verifier) report() Report {
	out := Report{Office: v.office}
	for id, links := range v.chains {
		out.Records += len(links)
		out.Chains = append(out.Chains, ChainReport{ID: id, Records: len(links), Leaves: v.follow(links)})
	}
	slices.SortFunc(out.Chains, func(a, b ChainReport) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	slices.SortStableFunc(v.damage, func(a, b Damage) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.Err.Error(), b.Err.Error()))
	})
	out.Damage = v.damage
	return out
}

// follow checks the links of one chain and returns its leaves.
func (v *verifier) follow(links []link) []Tip {
	slices.SortFunc(links, func(a, b link) int {
		return cmp.Or(cmp.Compare(a.seq, b.seq), bytes.Compare(a.hash[:], b.hash[:]))
	})
	var leaves []Tip
	var before []link // those with the seq before
	for len(links) > 0 {
		n := 1
		for n < len(links) && links[n].seq == links[0].seq {
			n++
		}
		now := links[:n]
		if len(before) > 0 && before[0].seq+1 != now[0].seq {
			leaves, before = appendTips(leaves, before), nil
		}
		leaves = append(leaves, v.step(before, now)...)
		before, links = now, links[n:]
	}
	v.tail(before)
	leaves = appendTips(leaves, before)
	slices.Reverse(leaves)
	return leaves
}

// step checks the records of one seq against those of the seq before and returns the tips nobody continues.
func (v *verifier) step(before, now []link) []Tip {
	continued := make([]bool, len(before))
	broken := false
	for _, l := range now {
		i := slices.IndexFunc(before, func(p link) bool { return p.hash == l.prev })
		switch {
		case l.seq == 1:
		case len(before) == 0:
			v.blame(l.place, ErrGap)
		case i < 0:
			v.blame(l.place, ErrBrokenPrev)
			broken = true
		default:
			v.pair(before[i], l, continued[i])
			continued[i] = true
		}
	}
	var ends []link
	for i, p := range before {
		if !continued[i] {
			ends = append(ends, p)
		}
	}
	if !broken { // what a broken link should have continued is no tail
		v.tail(ends)
	}
	return appendTips(nil, ends)
}

// pair checks a record against its predecessor, which others may have continued already.
func (v *verifier) pair(p, l link, forked bool) {
	if forked {
		v.blame(l.place, ErrFork)
	}
	if l.clock <= p.clock {
		v.blame(l.place, ErrClock)
	}
	open := Chain{Command: p.command, Part: p.part, Parts: p.parts}
	if !open.groupAllows(Chain{Command: l.command, Part: l.part, Parts: l.parts}) {
		v.blame(l.place, ErrGroup)
	}
}

// tail checks the last records of a chain.
func (v *verifier) tail(last []link) {
	for _, l := range last {
		if l.part < l.parts {
			v.blame(l.place, ErrIncomplete)
		}
	}
}

func appendTips(tips []Tip, of []link) []Tip {
	for _, l := range of {
		tips = append(tips, Tip{l.seq, l.hash})
	}
	return tips
}
