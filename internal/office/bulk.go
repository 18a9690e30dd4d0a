package office

import (
	"fmt"

	"harta/internal/journal"
	"harta/internal/storage"
)

const (
	bulkRecords = 1000 // appended at a time
	bulkSlots   = 8192 // content keys made at a time
	bulkHot     = 8192 // folded subjects kept meanwhile
)

// bulk gathers the records of many commands, so that one fsync acknowledges them together. Each command still
// takes the whole ring.
type bulk struct {
	tips    map[journal.ChainID]journal.Chain
	chain   journal.ChainID
	waiting []arrival
}

// Bulk carries out many commands, acknowledged by the thousand: for an import and for made-up offices. Nothing
// in f is acknowledged before Bulk returns nil.
func (o *Office) Bulk(f func() error) error {
	o.mu.Lock()
	o.bulk = &bulk{tips: map[journal.ChainID]journal.Chain{}}
	o.mu.Unlock()
	err := f()
	o.mu.Lock()
	defer o.mu.Unlock()
	if ferr := o.flushBulk(); err == nil {
		err = ferr
	}
	o.bulk = nil
	return err
}

// add folds the records of a command in memory and keeps them until there are enough.
func (b *bulk) add(o *Office, records []journal.Record, group []stated) error {
	chain := records[0].ChainOf()
	if chain != b.chain {
		if err := o.flushBulk(); err != nil {
			return err
		}
		b.chain = chain
	}
	tip := o.tip(chain)
	line := storage.Line{Chain: chain}
	for i, r := range records {
		next, err := tip.Next(r)
		if err != nil {
			return err
		}
		tip = next
		a := arrival{line: line, record: r, event: group[i].event}
		b.waiting = append(b.waiting, a)
		o.book.foresee(o, a)
	}
	b.tips[chain] = tip
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
	records := make([]journal.Record, len(waiting))
	for i, a := range waiting {
		records[i] = a.record
	}
	at, err := o.store.Append(records)
	if err != nil {
		return fmt.Errorf("append to the journal: %w", err)
	}
	delete(o.bulk.tips, o.bulk.chain)
	for i, a := range waiting {
		a.at = at[i]
		o.book.confirm(o, a)
	}
	o.book.follow(o)
	if len(o.book.hot) > bulkHot {
		clear(o.book.hot)
	}
	return nil
}

// foresee folds a record that waits to be acknowledged.
func (b *book) foresee(o *Office, a arrival) {
	p := spot{b.line(a.line), a.record.Seq}
	subject := a.record.Subject
	if subject == (journal.SubjectID{}) {
		return
	}
	s := b.current(o, subject)
	b.enter(subject, s.fold(b, p, a))
}

// confirm notes where a record lies that was folded before it was acknowledged, and lets folded state follow.
func (b *book) confirm(o *Office, a arrival) {
	subject := a.record.Subject
	if subject == (journal.SubjectID{}) {
		b.take(o, a)
		return
	}
	p := spot{b.line(a.line), a.record.Seq}
	b.view(p, b.named(o, p, a.brief()))
	b.pages.Position(a.line, a.record.Seq)
	b.keep(o, place{p, a.at, a.record.Ref()}, subject)
	if s, ok := b.hot[subject]; ok {
		b.settle(o, subject, s)
	}
}
