package office

import (
	"errors"
	"fmt"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
	"harta/internal/wire"
)

// folded is a subject folded from its records: a case or a person, never both.
type folded struct {
	c       domain.Case
	person  domain.Person
	history []Judged
	places  []place
}

// Judged is an event of a case as the history shows it.
type Judged struct {
	domain.Fact
	Verdict domain.Verdict
	Newer   bool // a newer program wrote it: nobody here can read it
}

// fold takes one more record of the subject.
func (s folded) fold(b *book, p spot, a arrival) folded {
	if a.newer {
		s.c.Flags |= domain.FlagNewer
		s.history = append(slices.Clip(s.history), Judged{Fact: domain.Fact{At: a.record.Clock.Time()}, Newer: true})
	}
	if a.event == nil {
		return s
	}
	f := b.fact(p, a, s.places)
	s.places = append(slices.Clip(s.places), place{p, a.at, a.record.Ref()})
	verdict := domain.Judge(b.facts.history(p), s.c, f)
	if gone(a.event) {
		s.history = nil
	}
	s.history = append(slices.Clip(s.history), Judged{Fact: f, Verdict: verdict})
	if verdict != domain.Effective {
		s.c.Flags |= domain.FlagUnconfirmed
		return s
	}
	switch a.event.(type) {
	case domain.PersonRecorded, domain.PersonCorrected, domain.PersonErased:
		s.person = s.person.Apply(f)
	default:
		s.c = s.c.Apply(f)
	}
	return s
}

func gone(e domain.Event) bool {
	switch e.(type) {
	case domain.CaseErased, domain.PersonErased:
		return true
	default:
		return false
	}
}

// entry gives the line of the register.
func (s folded) entry() domain.Entry { return s.c.Entry() }

// current gives a subject as it is folded now.
func (b *book) current(o *Office, subject journal.SubjectID) folded {
	if s, ok := b.hot[subject]; ok {
		return s
	}
	s, err := b.refold(o, subject)
	if err != nil {
		o.options.Log.Error("refold a subject", "subject", subject.String(), "error", err)
	}
	return s
}

// refold folds a subject anew from its records, in causal order.
func (b *book) refold(o *Office, subject journal.SubjectID) (folded, error) {
	places := b.placesOf(o, subject)
	arrivals := make([]arrival, 0, len(places))
	for _, x := range places {
		r, err := o.store.Read(b.lines[x.line], x.at)
		if err != nil {
			return folded{}, fmt.Errorf("read a record: %w", err)
		}
		a, err := o.decode(b.lines[x.line], x.at, r)
		if err != nil {
			return folded{}, err
		}
		arrivals = append(arrivals, a)
	}
	var s folded
	for _, i := range b.order(places, arrivals) {
		s = s.fold(b, places[i].spot, arrivals[i])
	}
	return s, nil
}

// order gives the fold order of a subject's records.
func (b *book) order(places []place, arrivals []arrival) []int {
	indices := make([]int, len(places))
	for i := range indices {
		indices[i] = i
	}
	if oneLine(places) {
		return indices
	}
	nodes := make([]journal.Node, len(places))
	for i, a := range arrivals {
		nodes[i] = a.record.Node()
	}
	rank := map[journal.Hash]int{}
	for i, n := range journal.Order(linked(&b.sight, nodes, func(i int) spot { return places[i].spot })) {
		rank[n.Hash] = i
	}
	slices.SortFunc(indices, func(i, j int) int { return rank[arrivals[i].record.Hash()] - rank[arrivals[j].record.Hash()] })
	return indices
}

func oneLine(places []place) bool {
	for _, p := range places {
		if p.line != places[0].line {
			return false
		}
	}
	return true
}

// decode opens and reads a record. What was erased, and what a newer program wrote, has no event.
func (o *Office) decode(l storage.Line, at storage.Pos, r journal.Record) (arrival, error) {
	a := arrival{line: l, at: at, record: r}
	body, err := o.keys.open(r)
	if errors.Is(err, vault.ErrErased) {
		return a, nil
	}
	if err != nil {
		return a, fmt.Errorf("open record %s/%d: %w", r.ChainOf(), r.Seq, err)
	}
	a.event, err = wire.Decode(r.Kind, r.KindVersion, body)
	if _, newer := errors.AsType[wire.NewerError](err); newer {
		a.newer = true
		return a, nil
	}
	if err != nil {
		return a, fmt.Errorf("read record %s/%d: %w", r.ChainOf(), r.Seq, err)
	}
	return a, nil
}
