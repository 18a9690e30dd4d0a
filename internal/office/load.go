package office

import (
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
	"harta/internal/wire"
)

// load takes the folded state as it was left, and folds what the journal holds beyond it.
func (o *Office) load(id vault.Identity) error {
	if o.store.Findings().StateLost {
		return storage.ErrStateLost
	}
	pages, err := o.readPages()
	if err != nil {
		return err
	}
	o.book.lines, o.book.access = pages.lines, pages.access
	o.book.counters, o.book.last = pages.counters, pages.last
	for i, views := range pages.sight {
		if err := o.book.sight.decode(i, views); err != nil {
			return errPages
		}
	}
	about, err := o.readAll(pages.office)
	if err != nil {
		return err
	}
	gap, err := o.gap(pages.positions)
	if err != nil {
		return err
	}
	if err := o.openEpochs(id, append(slices.Clone(about), gap...)); err != nil {
		return err
	}
	if err := o.loadSlots(); err != nil {
		return err
	}
	if err := o.loadRows(pages); err != nil {
		return err
	}
	if err := o.takeFacts(about); err != nil {
		return err
	}
	if err := o.absorb(gap, nil); err != nil {
		return err
	}
	o.findFree(pages.used)
	return o.remember()
}

// pages is the folded state as it lies in bbolt, still sealed.
type pages struct {
	lines     []storage.Line
	access    []storage.Line
	sight     map[int][]byte
	positions map[storage.Line]uint64
	office    []place
	entries   []row
	persons   []row
	used      map[journal.KeyID]bool
	counters  domain.Counters
	last      time.Time
}

// readPages copies the folded state out of bbolt.
func (o *Office) readPages() (pages, error) {
	p := pages{sight: map[int][]byte{}, positions: map[storage.Line]uint64{}, used: map[journal.KeyID]bool{}}
	err := o.store.View(func(s storage.State) error {
		if v := s.Get(bucketMeta, keyVersion); len(v) != 1 || v[0] != stateVersion {
			return errPages
		}
		var err error
		if p.counters, err = decodeCounters(s.Get(bucketMeta, keyCounters)); err != nil {
			return err
		}
		p.last = decodeLast(s.Get(bucketMeta, keyLast))
		if p.office, err = decodePlaces(s.Get(bucketPlaces, make([]byte, len(journal.SubjectID{})))); err != nil {
			return err
		}
		return errors.Join(p.readLines(s), p.readRows(s))
	})
	return p, err
}

func (p *pages) readLines(s storage.State) error {
	err := s.Each(bucketLines, nil, func(_, v []byte) error {
		l, err := parseLine(v)
		p.lines = append(p.lines, l)
		return err
	})
	if err != nil {
		return err
	}
	err = s.Each(bucketAccess, nil, func(k, _ []byte) error {
		l, err := parseLine(k)
		p.access = append(p.access, l)
		return err
	})
	if err != nil {
		return err
	}
	for i := range p.lines {
		if v := s.Get(bucketSight, lineKey(i)); v != nil {
			p.sight[i] = slices.Clone(v)
		}
	}
	return s.Each(storage.PositionsBucket, nil, func(k, v []byte) error {
		l, err := parseLine(k)
		if err != nil || len(v) != 8 {
			return errPages
		}
		p.positions[l] = binary.BigEndian.Uint64(v)
		return nil
	})
}

func (p *pages) readRows(s storage.State) error {
	collect := func(into *[]row) func(k, v []byte) error {
		return func(k, v []byte) error {
			*into = append(*into, row{slices.Clone(k), slices.Clone(v)})
			return nil
		}
	}
	err := errors.Join(s.Each(bucketEntries, nil, collect(&p.entries)), s.Each(bucketPersons, nil, collect(&p.persons)))
	if err != nil {
		return err
	}
	return s.Each(bucketUsed, nil, func(k, _ []byte) error {
		p.used[journal.KeyID(k)] = true
		return nil
	})
}

// loadRows opens the rows of cases and persons, on all processors.
func (o *Office) loadRows(p pages) error {
	entries, err := openRows(o, p.entries, wire.DecodeEntry)
	if err != nil {
		return err
	}
	persons, err := openRows(o, p.persons, wire.DecodePerson)
	if err != nil {
		return err
	}
	for _, e := range entries {
		o.book.entries[e.Case] = e
	}
	for _, x := range persons {
		o.book.persons[x.ID] = x
		o.book.know(x.Contact, x.ID)
	}
	return nil
}

func openRows[T any](o *Office, rows []row, decode func([]byte) (T, error)) ([]T, error) {
	out := make([]T, len(rows))
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(rows); i += workers {
				plain, err := o.openRow(rows[i])
				if err == nil {
					out[i], err = decode(plain)
				}
				if err != nil {
					errs[w] = fmt.Errorf("%w: %w", errPages, err)
					return
				}
			}
		})
	}
	wait.Wait()
	return out, errors.Join(errs...)
}

// readAll reads the records at places.
func (o *Office) readAll(places []place) ([]brief, error) {
	all := make([]brief, 0, len(places))
	for _, x := range places {
		if x.line >= len(o.book.lines) {
			return nil, errPages
		}
		l := o.book.lines[x.line]
		r, err := o.store.Read(l, x.at)
		if err != nil {
			return nil, fmt.Errorf("read a record of the office: %w", err)
		}
		all = append(all, o.briefly(l, x.at, r))
	}
	return all, nil
}

// briefly keeps of a record what its order depends on, and the whole record of the office itself.
func (o *Office) briefly(l storage.Line, at storage.Pos, r journal.Record) brief {
	a := arrival{line: l, at: at, record: r}
	if r.Clear() {
		if opened, err := o.decode(l, at, r); err == nil {
			a.event = opened.event
		}
	}
	x := a.brief()
	if x.subject == (journal.SubjectID{}) {
		x.record = &r
	}
	return x
}

// gap reads what the journal holds beyond the positions.
func (o *Office) gap(positions map[storage.Line]uint64) ([]brief, error) {
	var all []brief
	for _, t := range o.store.Tips() {
		from := positions[t.Line] + 1
		if t.Chain.Tip.Seq < from || slices.Contains(o.book.access, t.Line) {
			continue
		}
		err := o.store.Scan(t.Line, from, func(r journal.Record, at storage.Pos) error {
			x := o.briefly(t.Line, at, r)
			if o.book.ofAccess(t.Line, x.clear) {
				return errStop
			}
			all = append(all, x)
			return nil
		})
		if err := o.survive(err); err != nil && !errors.Is(err, errStop) {
			return nil, err
		}
	}
	return all, nil
}

var errStop = errors.New("no more is wanted")

// survive takes damage of single records for what it is: everything intact was delivered, and fsck names the rest.
func (o *Office) survive(err error) error {
	if damage, ok := errors.AsType[*storage.DamageError](err); ok {
		o.options.Log.Error("the journal is damaged", "records", len(damage.Damage))
		return nil
	}
	return err
}

// takeFacts folds the events of the office itself.
func (o *Office) takeFacts(about []brief) error {
	arrivals := make([]arrival, 0, len(about))
	for _, x := range about {
		a, err := o.decode(x.line, x.at, *x.record)
		if err != nil {
			return err
		}
		o.book.learn(a) // all of them first: an author may be introduced by a later record of another chain
		arrivals = append(arrivals, a)
	}
	var fresh []officeFact
	for _, a := range arrivals {
		if a.event == nil {
			continue
		}
		p := spot{o.book.line(a.line), a.record.Seq}
		fresh = append(fresh, officeFact{spot: p, Fact: o.book.fact(p, a, nil), node: a.record.Node()})
	}
	o.book.facts.add(fresh...)
	o.book.office = o.book.facts.now()
	return nil
}

// findFree keeps the content keys under which nothing was written yet.
func (o *Office) findFree(used map[journal.KeyID]bool) {
	last := -1
	for id, at := range o.keys.slots {
		_, isCase := o.book.entries[domain.CaseID(id)]
		_, isPerson := o.book.persons[domain.PersonID(id)]
		if isCase || isPerson || used[id] || at.slot.State != vault.SlotFree {
			last = max(last, at.index)
			continue
		}
		if at.slot.Epoch == o.keys.newest {
			o.keys.free = append(o.keys.free, id)
		}
	}
	// Keys are taken in the order of their slots: one before the last used belongs to a command that failed, or to
	// a record that cannot be read any more.
	o.keys.free = slices.DeleteFunc(o.keys.free, func(id journal.KeyID) bool { return o.keys.slots[id].index < last })
	slices.SortFunc(o.keys.free, func(a, b journal.KeyID) int { return o.keys.slots[b].index - o.keys.slots[a].index })
}

// remembered is how many of the last records are searched for commands that may be repeated after a crash.
const remembered = 1000

// remember learns the last commands of this desk, so that one whose outcome was unknown is found.
func (o *Office) remember() error {
	line := storage.Line{Chain: o.store.Desk().Journal}
	tip := o.store.Tip(line.Chain).Tip.Seq
	from := uint64(1)
	if tip > remembered {
		from = tip - remembered
	}
	err := o.store.Scan(line, from, func(r journal.Record, at storage.Pos) error {
		a, err := o.decode(line, at, r)
		if err != nil || a.event == nil {
			return nil // what cannot be read is no command of ours
		}
		before := o.done[r.Command]
		if len(before.events) == 0 {
			before.subject = r.Subject
		}
		before.events = append(before.events, a.event)
		o.done[r.Command] = before
		return nil
	})
	return o.survive(err)
}
