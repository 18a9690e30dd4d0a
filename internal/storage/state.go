package storage

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
)

// Folded state lies in buckets of keys and values. bbolt has no checksums of its own, so every value is kept
// behind a CRC-32C of bucket, key and value, and every bucket has a sum of its keys and values.
const (
	// PositionsBucket holds how far folded state has come: the key is a [Line], chain and branch, the value
	// the seq as eight big-endian bytes. Batch.Position writes it.
	PositionsBucket = "storage.positions"

	sumsBucket = "storage.sums"
	crcSize    = 4
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// checksum returns what vouches for a value in its place.
func checksum(bucket string, key, value []byte) uint32 {
	var size [8]byte
	binary.BigEndian.PutUint32(size[:], uint32(len(bucket)))
	binary.BigEndian.PutUint32(size[4:], uint32(len(key)))
	sum := crc32.Update(0, castagnoli, size[:])
	for _, part := range [][]byte{[]byte(bucket), key, value} {
		sum = crc32.Update(sum, castagnoli, part)
	}
	return sum
}

// State is folded state as one transaction sees it. What it returns is valid during the transaction.
type State struct{ view *view }

// view is a transaction that remembers the first damage it met.
type view struct {
	tx     *bolt.Tx
	inside bool // bbolt is at work, not the caller
	err    error
}

// View calls f with folded state as it was last committed; batches still behind are not seen. It returns
// [ErrStateLost] when something read was damaged: what f concluded then means nothing. f must not call View,
// Behind, Flush or ResetState.
func (s *Store) View(f func(State) error) error {
	return s.state.view(f)
}

// Get returns the value of a key, nil when there is none.
func (t State) Get(bucket string, key []byte) (value []byte) {
	v := t.view
	v.inside = true // not put back by a deferred call: guard asks when a panic has run those
	if b := v.tx.Bucket([]byte(bucket)); b != nil {
		if stored := b.Get(key); stored != nil {
			value = v.value(bucket, key, stored)
		}
	}
	v.inside = false
	return value
}

// Each calls f with every key that begins with the prefix, in order, and stops at the first error.
func (t State) Each(bucket string, prefix []byte, f func(key, value []byte) error) error {
	t.view.inside = true
	err := t.view.each(bucket, prefix, f)
	t.view.inside = false
	return err
}

// each is Each while bbolt is at work.
func (v *view) each(bucket string, prefix []byte, f func(key, value []byte) error) error {
	b := v.tx.Bucket([]byte(bucket))
	if b == nil {
		return nil
	}
	var found sum
	c := b.Cursor()
	for key, stored := c.Seek(prefix); key != nil && bytes.HasPrefix(key, prefix); key, stored = c.Next() {
		value := v.value(bucket, key, stored)
		if v.err != nil {
			return v.err
		}
		found.add(stored)
		if found.keys%keysPaged == 0 {
			v.unpage()
		}
		v.inside = false
		err := f(key, value)
		v.inside = true
		if err != nil {
			return err
		}
	}
	if found.keys >= keysPaged {
		v.unpage()
	}
	if len(prefix) == 0 && found != sumOf(v.tx, bucket) {
		v.damaged("keys of %s are missing", bucket)
		return v.err
	}
	return nil
}

// keysPaged is how many keys are read in a row before the memory of their pages is given back: a walk over a large
// bucket would otherwise keep the whole file in the memory of the process.
const keysPaged = 4096

// unpage gives back the memory in which the file lies. Pages come again when they are read; the transaction holds
// the mapping in its place.
func (v *view) unpage() { unpage(v.tx.DB().Info().Data, v.tx.Size()) }

// value checks a stored value and returns it without its checksum.
func (v *view) value(bucket string, key, stored []byte) []byte {
	if len(stored) < crcSize || binary.BigEndian.Uint32(stored) != checksum(bucket, key, stored[crcSize:]) {
		v.damaged("value in %s is damaged", bucket)
		return nil
	}
	return stored[crcSize:]
}

func (v *view) damaged(format, bucket string) {
	if v.err == nil {
		v.err = fmt.Errorf("%w: "+format, ErrStateLost, bucket)
	}
}

// sum is the number of the keys in a bucket and the sum of their checksums.
type sum struct{ keys, crc uint64 }

func (s *sum) add(stored []byte) { s.keys++; s.crc += uint64(binary.BigEndian.Uint32(stored)) }

func (s *sum) remove(stored []byte) { s.keys--; s.crc -= uint64(binary.BigEndian.Uint32(stored)) }

func (s sum) encode() []byte {
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, s.keys), s.crc)
}

// sumOf returns what a bucket must add up to.
func sumOf(tx *bolt.Tx, bucket string) (s sum) {
	b := tx.Bucket([]byte(sumsBucket))
	if b == nil {
		return s
	}
	if v := b.Get([]byte(bucket)); len(v) == 16 {
		s.keys, s.crc = binary.BigEndian.Uint64(v), binary.BigEndian.Uint64(v[8:])
	}
	return s
}

// guard turns a crash of bbolt over damaged pages, even a memory fault, into ErrStateLost. A panic of foreign
// code, which inside tells apart, goes on.
func guard(inside func() bool, work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		if _, fault := r.(interface{ Addr() uintptr }); !fault && !inside() {
			panic(r)
		}
		err = fmt.Errorf("%w: %v", ErrStateLost, r)
	}()
	return work()
}

// always is for work that is bbolt's alone.
func always() bool { return true }
