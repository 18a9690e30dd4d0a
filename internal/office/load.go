package office

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"runtime"
	"slices"
	"sync"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// load takes the folded state as it was left, and folds what the journal holds beyond it.
func (o *Office) load(id vault.Identity) error {
	o.keys, o.book = newKeychain(o.store), newBook()
	if found := o.store.Findings(); found.StateLost || len(found.Lost) > 0 {
		return storage.ErrStateLost // folded state that knows of lost records would show what nothing proves
	}
	pages, err := o.readPages()
	if err != nil {
		return err
	}
	o.book.lines, o.book.access, o.book.counters = pages.lines, pages.access, pages.counters
	for i, views := range pages.sight {
		if err := o.book.sight.decode(i, views); err != nil {
			return errPages
		}
	}
	about, err := o.readOffice(pages.office)
	if err != nil {
		return err
	}
	gap, err := o.gap(pages.positions)
	if err != nil {
		return err
	}
	if err := o.openEpochs(id, slices.Concat(about, gap)); err != nil {
		return err
	}
	if err := o.loadSealed(); err != nil {
		return err
	}
	if _, err := o.takeFacts(about); err != nil {
		return err
	}
	o.book.register.recount(&o.book.office) // a line was left as the calendar and the rules were when it was last written
	if err := o.absorb(gap, nil); err != nil {
		return err
	}
	return o.remember()
}

// loadSealed takes the content keys and what is sealed with them.
func (o *Office) loadSealed() error {
	settle, err := o.loadSlots()
	if err != nil {
		return err
	}
	defer settle()
	return o.loadRows()
}

// pages is what folded state says beside the rows.
type pages struct {
	lines     []storage.Line
	access    []journal.ChainID
	sight     map[int][]byte
	positions map[storage.Line]uint64
	office    []place
	counters  domain.Counters
}

// readPages copies it out of bbolt.
func (o *Office) readPages() (pages, error) {
	p := pages{sight: map[int][]byte{}, positions: map[storage.Line]uint64{}}
	err := o.store.View(func(s storage.State) error {
		if v := s.Get(bucketMeta, keyVersion); len(v) != 1 || v[0] != stateVersion {
			return errPages
		}
		p.counters = decodeCounters(s.Get(bucketMeta, keyCounters))
		var err error
		if p.office, err = decodePlaces(s.Get(bucketPlaces, make([]byte, len(journal.SubjectID{})))); err != nil {
			return err
		}
		return p.readLines(s)
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
		var id journal.ChainID
		if copy(id[:], k) != len(k) {
			return errPages
		}
		p.access = append(p.access, id)
		return nil
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

// inParallel calls f for 0 … n-1 on all processors.
func inParallel(n int, f func(int)) {
	workers := runtime.GOMAXPROCS(0)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wait.Wait()
}

// readOffice reads the records of the office itself.
func (o *Office) readOffice(places []place) ([]brief, error) {
	all := make([]brief, 0, len(places))
	for _, x := range places {
		if x.line >= len(o.book.lines) {
			return nil, errPages
		}
		l := o.book.lines[x.line]
		r, err := o.store.Read(l, x.at)
		if o.survive(err) != nil {
			return nil, fmt.Errorf("read a record of the office: %w", err)
		}
		if err != nil {
			continue
		}
		if b, ok := o.briefly(l, x.at, r); ok {
			all = append(all, b)
		}
	}
	return all, nil
}

// briefly keeps a record of the journal chains in brief; ok is false for one of an access chain.
func (o *Office) briefly(l storage.Line, at storage.Pos, r journal.Record) (x brief, ok bool) {
	a := arrival{line: l, at: at, record: r}
	if r.Clear() {
		if opened, err := o.decode(l, at, r); err == nil {
			a.event = opened.event
		}
	}
	if o.book.ofAccess(l, a.event) {
		return x, false
	}
	return o.book.brief(a), true
}

// gap reads what the journal holds beyond the positions.
func (o *Office) gap(positions map[storage.Line]uint64) ([]brief, error) {
	var all []brief
	for _, t := range o.store.Tips() {
		from := positions[t.Line] + 1
		if t.Chain.Tip.Seq < from || o.book.ofAccess(t.Line, nil) {
			continue
		}
		err := o.store.Scan(t.Line, from, func(r journal.Record, at storage.Pos) error {
			x, ok := o.briefly(t.Line, at, r)
			if !ok {
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
	damage, ok := errors.AsType[*storage.DamageError](err)
	switch {
	case ok:
		o.options.Log.Error("the journal is damaged", slog.Int("records", len(damage.Damage)))
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		o.options.Log.Error("a segment of the journal is missing or short", slog.Any("error", err))
	default:
		return err
	}
	return nil
}
