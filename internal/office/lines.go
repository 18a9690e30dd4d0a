package office

import (
	"errors"
	"log/slog"
	"maps"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
)

// line gives the number of a line, a new one when it is met first.
func (b *book) line(l storage.Line) int {
	if i := slices.Index(b.lines, l); i >= 0 {
		return i
	}
	b.lines = append(b.lines, l)
	b.pages.Put(bucketLines, lineKey(len(b.lines)-1), lineValue(l))
	return len(b.lines) - 1
}

// ofAccess tells whether a line is an access chain, which is read only when somebody asks who looked. The event of
// its first record says so.
func (b *book) ofAccess(l storage.Line, e domain.Event) bool {
	if slices.Contains(b.access, l.Chain) {
		return true
	}
	opened, ok := e.(domain.ChainOpened)
	if !ok || opened.Purpose != domain.AccessChain {
		return false
	}
	b.access = append(b.access, l.Chain)
	b.pages.Put(bucketAccess, slices.Clone(l.Chain[:]), nil)
	return true
}

// named gives the spots that a record names as seen on other lines: by its references, as the end of the chain
// that it continues, and as the record from which its branch grows.
func (b *book) named(o *Office, x brief) []spot {
	var named []spot
	if x.detail != nil {
		for _, ref := range x.deps {
			if n, ok := b.find(o, ref, x.subject); ok && n.line != x.line {
				named = append(named, n)
			}
		}
	}
	if e, ok := x.said().(domain.ChainOpened); ok {
		if n, ok := b.locate(o, e.Continues); ok {
			named = append(named, n)
		}
	}
	if l := b.lines[x.line]; l.Branch != (storage.Branch{}) && len(b.sight.at(x.spot)) == 0 {
		first, err := o.store.Read(l, x.at)
		before := domain.ChainPoint{Chain: domain.ChainID(l.Chain), Seq: x.seq - 1, Hash: domain.Digest(first.Prev)}
		if n, ok := b.locate(o, before); ok && err == nil {
			named = append(named, n)
		}
	}
	return named
}

// locate gives the spot of a record known by its chain, seq and hash. Which branch of a forked chain came first
// differs from desk to desk, so it is asked for by the hash.
func (b *book) locate(o *Office, at domain.ChainPoint) (spot, bool) {
	for _, t := range o.store.Tips() {
		if at.Seq == 0 || t.Line.Chain != journal.ChainID(at.Chain) || t.Chain.Tip.Seq < at.Seq {
			continue
		}
		if got, ok := recordAt(o.store, t.Line, at.Seq); ok && got.Hash() == journal.Hash(at.Hash) {
			return spot{b.line(t.Line), at.Seq}, true
		}
	}
	return spot{}, false
}

// recordAt gives a record of a line.
func recordAt(from Source, l storage.Line, seq uint64) (found journal.Record, ok bool) {
	err := from.Scan(l, seq, func(r journal.Record, _ storage.Pos) error {
		found, ok = r, r.Seq == seq
		return errStop
	})
	return found, ok && errors.Is(err, errStop)
}

// view takes the named spots as seen by the record at p.
func (b *book) view(p spot, named []spot) {
	if len(named) > 0 && b.sight.note(p, named) {
		b.pages.Put(bucketSight, lineKey(p.line), b.sight.encode(p.line))
	}
}

// find gives the spot of a record that another names as seen: of the same subject, of the office, the end of a
// line, and only then any other.
func (b *book) find(o *Office, ref journal.Ref, subject journal.SubjectID) (spot, bool) {
	for _, id := range []journal.SubjectID{subject, {}} {
		for _, x := range b.placesOf(o, id) {
			if x.ref == ref {
				return x.spot, true
			}
		}
	}
	for _, t := range o.store.Tips() {
		if t.Chain.Tip.Hash.Ref() == ref {
			return spot{b.line(t.Line), t.Chain.Tip.Seq}, true
		}
	}
	if b.refs == nil {
		b.refs = b.everywhere(o)
	}
	p, ok := b.refs[ref]
	return p, ok
}

// everywhere reads where every record of the journal chains lies. Only who removes a user names records of others.
func (b *book) everywhere(o *Office) map[journal.Ref]spot {
	all := map[journal.Ref]spot{}
	for _, t := range o.store.Tips() {
		if b.ofAccess(t.Line, nil) {
			continue
		}
		i := b.line(t.Line)
		err := o.store.Scan(t.Line, 1, func(r journal.Record, _ storage.Pos) error {
			all[r.Ref()] = spot{i, r.Seq}
			return nil
		})
		if err := o.survive(err); err != nil {
			o.options.Log.Error("look for a record", slog.Any("error", err))
		}
	}
	return all
}

// deps gives the heads that the author of the next record of a chain has seen on other lines: of its subject and
// of the office, or of everything when the event is about everything a user did. What lies on the own chain is
// seen through prev, and what others have seen through them.
func (o *Office) deps(s stated, tip journal.Chain) []journal.Ref {
	if o.book == nil || len(o.book.lines) < 2 || ofAccessChain(s.event) {
		return nil
	}
	own := o.book.end(o, s.event, tip)
	heads := map[int]place{}
	for _, x := range o.book.inView(o, s) {
		if x.line != own.line && !o.book.sight.sees(own, x.spot) && heads[x.line].seq < x.seq {
			heads[x.line] = x
		}
	}
	all := slices.Collect(maps.Values(heads))
	var refs []journal.Ref
	for _, h := range all {
		if !slices.ContainsFunc(all, func(x place) bool { return x.spot != h.spot && o.book.sight.sees(x.spot, h.spot) }) {
			refs = append(refs, h.ref)
		}
	}
	slices.SortFunc(refs, func(a, b journal.Ref) int { return slices.Compare(a[:], b[:]) })
	return refs[:min(len(refs), journal.MaxDeps)]
}

// end gives the spot from which the next record of a chain looks back: the tip, or what a new chain continues.
func (b *book) end(o *Office, e domain.Event, tip journal.Chain) spot {
	if opened, ok := e.(domain.ChainOpened); ok {
		if at, ok := b.locate(o, opened.Continues); ok {
			return at
		}
	}
	if i := slices.Index(b.lines, storage.Line{Chain: tip.ID}); i >= 0 {
		return spot{i, tip.Tip.Seq}
	}
	return spot{len(b.lines), 0} // it has seen nothing
}

func ofAccessChain(e domain.Event) bool {
	switch e := e.(type) {
	case domain.AccessViewed:
		return true
	case domain.ChainOpened:
		return e.Purpose == domain.AccessChain
	default:
		return false
	}
}

// inView gives the records among which the heads of an event are sought.
func (b *book) inView(o *Office, s stated) []place {
	if _, everything := s.event.(domain.UserRemoved); !everything {
		return slices.Concat(b.placesOf(o, s.subject), b.placesOf(o, journal.SubjectID{}))
	}
	var ends []place
	for _, t := range o.store.Tips() {
		if !b.ofAccess(t.Line, nil) {
			ends = append(ends, place{spot: spot{b.line(t.Line), t.Chain.Tip.Seq}, ref: t.Chain.Tip.Hash.Ref()})
		}
	}
	return ends
}
