package office

import (
	"harta/internal/domain"
	"harta/internal/journal"
)

const (
	bulkRecords  = 1000 // appended at a time
	bulkSlots    = 8192 // content keys made at a time
	bulkSubjects = 8192 // kept meanwhile
)

// bulk gathers the records of many commands, so that one fsync acknowledges them together. Each command still
// takes the whole ring.
type bulk struct {
	tips    map[journal.ChainID]journal.Chain
	chain   journal.ChainID
	waiting []arrival
}

// Bulk carries out many commands, acknowledged by the thousand: for an import and for made-up offices. Nothing
// in f is acknowledged before Bulk returns. When f fails, the commands it gave before stay; when they cannot be
// written, nobody is signed in any more, and the next sign-in loads what was acknowledged.
func (o *Office) Bulk(f func() error) error {
	o.mu.Lock()
	if o.keys == nil {
		o.mu.Unlock()
		return ErrClosed
	}
	o.bulk = &bulk{tips: map[journal.ChainID]journal.Chain{}}
	o.mu.Unlock()
	err := f()
	o.mu.Lock()
	defer o.mu.Unlock()
	if ferr := o.flushBulk(); ferr != nil {
		return ferr
	}
	o.bulk = nil
	return err
}

// events gives those of a command that waits to be acknowledged.
func (b *bulk) events(c journal.CommandID) []domain.Event {
	var events []domain.Event
	if b == nil {
		return nil
	}
	for _, a := range b.waiting {
		if a.record.Command == c {
			events = append(events, a.event)
		}
	}
	return events
}

// add folds the records of a command in memory and keeps them until there are enough.
func (b *bulk) add(o *Office, tip journal.Chain, all []arrival) error {
	if tip.ID != b.chain {
		if err := o.flushBulk(); err != nil {
			return err
		}
		b.chain = tip.ID
	}
	for _, a := range all {
		if o.book.foresee(o, a) {
			b.waiting = append(b.waiting, a)
		}
	}
	b.tips[tip.ID] = tip
	if len(b.waiting) >= bulkRecords {
		return o.flushBulk()
	}
	return nil
}

// flushBulk appends what waits and notes where it lies.
func (o *Office) flushBulk() error {
	if o.bulk == nil || len(o.bulk.waiting) == 0 {
		return nil
	}
	waiting := o.bulk.waiting
	o.bulk.waiting = nil
	if err := o.append(waiting); err != nil {
		o.leave() // what was folded was never acknowledged
		return err
	}
	delete(o.bulk.tips, o.bulk.chain)
	for _, a := range waiting {
		o.book.confirm(o, a)
	}
	o.book.follow(o)
	return o.lighten()
}

// lighten drops what is remembered of subjects that folded state has by now.
func (o *Office) lighten() error {
	if len(o.book.hot) > bulkSubjects {
		clear(o.book.hot)
	}
	if len(o.book.places) > bulkSubjects {
		if err := o.store.Flush(); err != nil {
			return err
		}
		clear(o.book.places)
	}
	return nil
}
