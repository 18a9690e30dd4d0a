package office

import (
	"cmp"
	"fmt"
	"runtime"
	"sync"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/wire"
)

// loadRows opens the rows of cases and persons.
func (o *Office) loadRows() error {
	entries := table[domain.Entry]{bucketEntries, readEntry, func(e *domain.Entry) {
		o.book.register.put(e)
		o.book.latest(e.Number, e.RegisteredAt)
	}}
	persons := table[personRow]{bucketPersons, readPersonRow, func(p *personRow) { o.book.contacts.rows[p.id] = p.row }}
	return o.store.View(func(s storage.State) error {
		if err := entries.open(o, s); err != nil {
			return err
		}
		return persons.open(o, s)
	})
}

// readEntry reads a line of the register. Most letters go to the sender, whose name need not be there twice.
func readEntry(plain []byte, to *domain.Entry) error {
	err := wire.ReadEntry(plain, to)
	for i := range to.Pending {
		if p := &to.Pending[i]; p.To == to.Sender {
			p.To = to.Sender
		}
	}
	return err
}

// personRow is a person as the contact book keeps him.
type personRow struct {
	id  domain.PersonID
	row string
}

func readPersonRow(plain []byte, to *personRow) error {
	p, err := wire.DecodePerson(plain)
	*to = personRow{p.ID, string(plain)}
	return err
}

// table is a bucket of sealed rows: how they are read and where they are kept.
type table[T any] struct {
	bucket string
	read   func(plain []byte, to *T) error // on any processor; the bytes are its only until it returns
	keep   func(*T)
}

// rowsAtOnce is how many rows are opened together.
const rowsAtOnce = 512

// open opens the rows and keeps them in their order: this goroutine goes over the bucket, the processors open what it
// found, and another keeps what they have read.
func (t table[T]) open(o *Office, s storage.State) error {
	n := runtime.GOMAXPROCS(0)
	all := 2*n + 2
	free, found, inOrder := make(chan *sheaf[T], all), make(chan *sheaf[T], all), make(chan *sheaf[T], all)
	for range all {
		free <- &sheaf[T]{opened: make(chan struct{}, 1)}
	}
	var failed error
	var wait sync.WaitGroup
	for range n {
		wait.Go(func() {
			for x := range found {
				x.open(o, t.read)
			}
		})
	}
	wait.Go(func() {
		for x := range inOrder {
			<-x.opened
			if failed == nil {
				failed = x.keep(o, t.keep)
			}
			x.empty()
			free <- x
		}
	})
	err := t.gather(s, free, func(x *sheaf[T]) { found <- x; inOrder <- x }, func() { close(found); close(inOrder); wait.Wait() })
	if err = cmp.Or(err, failed); err != nil {
		return fmt.Errorf("%w: %w", errPages, err)
	}
	return nil
}

// gather goes over the bucket and gives the rows away. It tells the end even when a damaged page ends it.
func (t table[T]) gather(s storage.State, free <-chan *sheaf[T], give func(*sheaf[T]), end func()) error {
	defer end()
	x := <-free
	err := s.Each(t.bucket, nil, func(k, v []byte) error {
		if len(k) != len(journal.SubjectID{}) {
			return errPages
		}
		if x.add(k, v); len(x.ends) == 2*rowsAtOnce {
			give(x)
			x = <-free
		}
		return nil
	})
	give(x)
	return err
}

// sheaf is some rows of a bucket that one processor opens together. It is used again and again.
type sheaf[T any] struct {
	bytes  []byte // copied: the file may break
	ends   []int  // of a key and of a value, by turns
	plain  []byte
	read   []T // together, for what is kept of all rows is nearly all there is in memory
	err    error
	opened chan struct{}
}

// add takes one more row.
func (x *sheaf[T]) add(key, value []byte) {
	x.bytes = append(x.bytes, key...)
	x.ends = append(x.ends, len(x.bytes))
	x.bytes = append(x.bytes, value...)
	x.ends = append(x.ends, len(x.bytes))
}

// rows gives the rows.
func (x *sheaf[T]) rows(yield func(row) bool) {
	from := 0
	for i := 0; i < len(x.ends); i += 2 {
		if !yield(row{x.bytes[from:x.ends[i]], x.bytes[x.ends[i]:x.ends[i+1]]}) {
			return
		}
		from = x.ends[i+1]
	}
}

// open opens and reads the rows.
func (x *sheaf[T]) open(o *Office, read func([]byte, *T) error) {
	x.read = make([]T, len(x.ends)/2)
	i := 0
	for r := range x.rows {
		if x.plain, x.err = o.openRow(x.plain[:0], r); x.err == nil {
			x.err = read(x.plain, &x.read[i])
		}
		if x.err != nil {
			break
		}
		i++
	}
	x.opened <- struct{}{}
}

// keep keeps what was read.
func (x *sheaf[T]) keep(o *Office, keep func(*T)) error {
	if x.err != nil {
		return x.err
	}
	for i := range x.read {
		keep(&x.read[i])
	}
	for r := range x.rows {
		o.book.doubt(o.keys, r)
	}
	return nil
}

func (x *sheaf[T]) empty() { x.bytes, x.ends, x.read, x.err = x.bytes[:0], x.ends[:0], nil, nil }

// doubt notes a row of an erased subject whose key is still there: a crash has come between.
func (b *book) doubt(keys *keychain, r row) {
	if subject := journal.SubjectID(r.key); r.erased() && keys.slots.live(journal.KeyID(subject)) {
		b.doomed[subject] = true
	}
}
