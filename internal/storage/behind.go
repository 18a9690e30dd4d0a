package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
)

const (
	behindDelay  = 200 * time.Millisecond // how long a change may wait for others
	behindEvents = 1000                   // how many may wait
	bulkEvents   = 5000                   // the same while rebuilding
	behindQueue  = 1024                   // batches that may wait for the disk before Behind waits too
)

// Batch is what some records change in folded state. The zero Batch changes nothing.
type Batch struct {
	changes []change
	events  int
}

// change is a new value of a key, or nil when the key goes.
type change struct {
	bucket     string
	key, value []byte
}

// Put sets the value of a key. Key and value must not change afterwards.
func (b *Batch) Put(bucket string, key, value []byte) {
	if value == nil {
		value = []byte{}
	}
	b.changes = append(b.changes, change{bucket, key, value})
}

// Delete removes a key, present or not.
func (b *Batch) Delete(bucket string, key []byte) {
	b.changes = append(b.changes, change{bucket, key, nil})
}

// Position says that the record with this seq, and all before it, are folded.
func (b *Batch) Position(l Line, seq uint64) {
	b.events++
	b.Put(PositionsBucket, append(l.Chain[:], l.Branch[:]...), binary.BigEndian.AppendUint64(nil, seq))
}

// Behind queues a change of folded state. Batches are committed in their order, together with others, within
// 200 ms or 1,000 records. Behind waits only when the disk is far behind. Once a commit has gone wrong nothing
// more is committed: the journal has it all, and the gap is folded again after the next Open.
func (s *Store) Behind(b Batch) { s.state.behind(b) }

// Flush commits what is queued and returns what has gone wrong since Open. After [Store.ResetState] it also
// ends the rebuild: until then a crash loses the state again.
func (s *Store) Flush() error { return s.state.ask(request{flush: true}) }

// ResetState empties folded state, so that it can be rebuilt in large steps that are not fsynced one by one.
// Flush ends the rebuild.
func (s *Store) ResetState() error { return s.state.ask(request{reset: true}) }

// state is the open state file and the goroutine that alone writes to it.
type state struct {
	volume volume
	path   string
	gate   gate
	reader bool // the file is a private copy

	queue  chan Batch
	asks   chan request
	closed chan struct{} // no more is queued
	done   chan struct{}

	use    sync.RWMutex // held shared while db is used, alone while it is replaced
	db     *bolt.DB
	failed error // why nothing is committed any more

	bulk    bool // of the goroutine, like pending
	pending []change
	events  int
}

// request is answered by the goroutine after everything queued before it.
type request struct {
	flush, reset bool
	answer       chan error
}

func (s *state) start() {
	s.queue, s.asks = make(chan Batch, behindQueue), make(chan request)
	s.closed, s.done = make(chan struct{}), make(chan struct{})
	go s.run()
}

func (s *state) behind(b Batch) {
	select {
	case <-s.closed:
	case s.queue <- b:
	}
}

func (s *state) ask(r request) error {
	r.answer = make(chan error, 1)
	select {
	case <-s.closed:
		return ErrClosed
	case s.asks <- r:
		return <-r.answer
	}
}

// run commits until the state is closed.
func (s *state) run() {
	defer close(s.done)
	timer := time.NewTimer(behindDelay)
	timer.Stop()
	for {
		select {
		case b := <-s.queue:
			if len(s.pending) == 0 {
				timer.Reset(behindDelay)
			}
			s.take(b)
		case <-timer.C:
			s.commit()
		case r := <-s.asks:
			r.answer <- s.serve(r)
		case <-s.closed:
			s.drain()
			s.commit()
			return
		}
	}
}

// take adds a batch to those waiting and commits when they are many.
func (s *state) take(b Batch) {
	s.pending = append(s.pending, b.changes...)
	s.events += b.events
	limit := behindEvents
	if s.bulk {
		limit = bulkEvents
	}
	if s.events >= limit {
		s.commit()
	}
}

// drain takes what was queued before.
func (s *state) drain() {
	for {
		select {
		case b := <-s.queue:
			s.take(b)
		default:
			return
		}
	}
}

func (s *state) serve(r request) error {
	s.drain()
	if r.reset {
		s.pending, s.events = nil, 0
		return s.reset()
	}
	s.commit()
	if s.bulk && s.failed == nil {
		s.settle()
	}
	return s.failed
}

// commit writes what is pending. Nobody copies the file meanwhile.
func (s *state) commit() {
	changes := s.pending
	s.pending, s.events = nil, 0
	if len(changes) == 0 || s.failed != nil {
		return
	}
	defer s.gate.enter(false)()
	s.use.RLock()
	defer s.use.RUnlock()
	err := guard(always, func() error { return s.db.Update(func(tx *bolt.Tx) error { return apply(tx, changes) }) })
	if err != nil {
		s.failed = fmt.Errorf("commit folded state: %w", err)
	}
}

// apply makes the changes in their order and keeps the sums of the buckets.
func apply(tx *bolt.Tx, changes []change) error {
	sums := map[string]*sum{}
	for _, c := range changes {
		b, err := tx.CreateBucketIfNotExists([]byte(c.bucket))
		if err != nil {
			return err
		}
		total, ok := sums[c.bucket]
		if !ok {
			now := sumOf(tx, c.bucket)
			total = &now
			sums[c.bucket] = total
		}
		if err := c.apply(b, total); err != nil {
			return err
		}
	}
	b, err := tx.CreateBucketIfNotExists([]byte(sumsBucket))
	for bucket, total := range sums {
		if err == nil {
			err = b.Put([]byte(bucket), total.encode())
		}
	}
	return err
}

func (c change) apply(b *bolt.Bucket, total *sum) error {
	if old := b.Get(c.key); len(old) >= crcSize {
		total.remove(old)
	}
	if c.value == nil {
		return b.Delete(c.key)
	}
	stored := binary.BigEndian.AppendUint32(make([]byte, 0, crcSize+len(c.value)), checksum(c.bucket, c.key, c.value))
	stored = append(stored, c.value...)
	total.add(stored)
	return b.Put(c.key, stored)
}

// view reads in one transaction.
func (s *state) view(f func(State) error) error {
	s.use.RLock()
	defer s.use.RUnlock()
	if s.db == nil {
		return ErrClosed
	}
	v := &view{inside: true}
	err := guard(func() bool { return v.inside }, func() error {
		return s.db.View(func(tx *bolt.Tx) error {
			v.tx, v.inside = tx, false
			err := f(State{v})
			v.inside = true
			return err
		})
	})
	if v.err != nil {
		return v.err
	}
	return err
}

// settle ends a rebuild: everything is fsynced, and later commits are again one by one.
func (s *state) settle() {
	err := guard(always, s.db.Sync)
	if err == nil {
		err = s.mark(markOpen)
	}
	if err != nil {
		s.failed = fmt.Errorf("finish folded state: %w", err)
		return
	}
	s.db.NoSync, s.bulk = s.reader, false
}

// close commits what is queued and closes the file. Only then is it known to be sound.
func (s *state) close() error {
	close(s.closed)
	<-s.done
	s.use.Lock()
	defer s.use.Unlock()
	err := s.failed
	if s.db != nil && !errors.Is(err, ErrStateLost) { // else bbolt may hold its own locks for ever
		err = errors.Join(err, guard(always, s.db.Close))
	}
	s.db = nil
	if s.gate.f != nil {
		err = errors.Join(err, s.gate.f.Close())
	}
	switch {
	case s.reader:
		err = errors.Join(err, os.RemoveAll(filepath.Dir(s.path)))
	case err == nil && !s.bulk:
		err = s.seal()
	}
	return err
}

// seal marks the closed file, so that the next one to open it can tell whether it has changed.
func (s *state) seal() error {
	mark, err := closedMark(s.path)
	if err != nil {
		return err
	}
	return s.mark(mark)
}
