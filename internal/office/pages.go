package office

import (
	"bytes"
	"encoding/binary"
	"errors"
	"log/slog"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// Folded state lies in these buckets. Keys hold ids only; values of a subject are sealed with its content key.
// Whoever changes what they hold takes the next stateVersion: an older state is then rebuilt.
const (
	stateVersion = 7

	bucketMeta    = "meta"
	bucketLines   = "lines"   // number of a line → chain and branch
	bucketAccess  = "access"  // access chains
	bucketSight   = "sight"   // number of a line → what it had seen of the others
	bucketPlaces  = "places"  // subject → where its records lie
	bucketEntries = "entries" // case → line of the register, sealed
	bucketPersons = "persons" // person → contact, sealed
)

var (
	keyVersion  = []byte("version")
	keyCounters = []byte("counters")
)

var errPages = errors.New("folded state cannot be read")

// follow hands what changed to the folded state, which follows behind.
func (b *book) follow(o *Office) {
	b.pages.Put(bucketMeta, keyVersion, []byte{stateVersion})
	b.pages.Put(bucketMeta, keyCounters, encodeCounters(b.counters))
	o.store.Behind(b.pages)
	b.pages = storage.Batch{}
}

// append notes where a record of a subject lies, without writing it yet. What a crash has left half noted is noted
// once.
func (b *book) append(o *Office, x place, subject journal.SubjectID) {
	all, known := b.places[subject]
	if !known {
		all = b.placesOf(o, subject)
	}
	if !slices.ContainsFunc(all, func(y place) bool { return y.spot == x.spot }) {
		all = append(all, x)
	}
	b.places[subject] = all
}

// write lets folded state follow where the records of a subject lie.
func (b *book) write(o *Office, subject journal.SubjectID) {
	b.pages.Put(bucketPlaces, slices.Clone(subject[:]), encodePlaces(b.placesOf(o, subject)))
}

// placesOf gives where the records of a subject lie.
func (b *book) placesOf(o *Office, subject journal.SubjectID) []place {
	if all, ok := b.places[subject]; ok {
		return slices.Clip(all)
	}
	var all []place
	err := o.store.View(func(s storage.State) error {
		var err error
		all, err = decodePlaces(s.Get(bucketPlaces, subject[:]))
		return err
	})
	if err != nil {
		o.options.Log.Error("read where records lie", slog.Any("error", err))
	}
	return all
}

// plainRow is a row about a subject.
type plainRow struct {
	bucket  string
	subject journal.SubjectID
	erased  bool
	plain   []byte
}

// putRow lets folded state follow a row, sealed with the key of its subject. What is left of an erased one, and the
// little that is known of one whose key is not here, is sealed with the office's.
func (b *book) putRow(o *Office, r plainRow) {
	id := journal.KeyID(r.subject)
	key, err := o.keys.key(id)
	if err != nil || r.erased {
		id, key = o.keys.officeKey()
	}
	sealed, err := vault.SealBlob(key, r.plain, o.options.Random)
	if err != nil {
		o.options.Log.Error("seal a row", slog.Any("error", err)) // the journal has it all
		return
	}
	b.pages.Put(r.bucket, slices.Clone(r.subject[:]), append(slices.Clone(id[:]), sealed...))
}

// row is a sealed row as folded state keeps it: the id of its key, then the sealed bytes.
type row struct{ key, value []byte }

// erased tells whether a row is not sealed with the key of its subject: then nothing but a residue is in it.
func (r row) erased() bool { return len(r.value) < 16 || !bytes.Equal(r.key, r.value[:16]) }

// openRow appends what is sealed in a row.
func (o *Office) openRow(to []byte, r row) ([]byte, error) {
	if len(r.value) < len(journal.KeyID{}) {
		return to, errPages
	}
	id := journal.KeyID(r.value[:16])
	key, err := o.keys.key(id)
	if err != nil {
		return to, err
	}
	return vault.AppendBlob(to, key, r.value[16:])
}

func lineKey(i int) []byte { return binary.BigEndian.AppendUint16(nil, uint16(i)) }

func lineValue(l storage.Line) []byte { return append(slices.Clone(l.Chain[:]), l.Branch[:]...) }

func parseLine(b []byte) (l storage.Line, err error) {
	if len(b) != len(l.Chain)+len(l.Branch) {
		return l, errPages
	}
	copy(l.Chain[:], b)
	copy(l.Branch[:], b[len(l.Chain):])
	return l, nil
}

const placeSize = 2 + 8 + 8 + 4 + 4 + 16

func encodePlaces(all []place) []byte {
	b := make([]byte, 0, len(all)*placeSize)
	for _, x := range all {
		b = binary.BigEndian.AppendUint16(b, uint16(x.line))
		b = binary.BigEndian.AppendUint64(b, x.seq)
		b = binary.BigEndian.AppendUint64(b, x.at.Segment)
		b = binary.BigEndian.AppendUint32(b, x.at.Offset)
		b = binary.BigEndian.AppendUint32(b, x.at.Length)
		b = append(b, x.ref[:]...)
	}
	return b
}

func decodePlaces(b []byte) ([]place, error) {
	if len(b)%placeSize != 0 {
		return nil, errPages
	}
	all := make([]place, 0, len(b)/placeSize+1)
	for c := range slices.Chunk(b, placeSize) {
		all = append(all, place{
			spot: spot{int(binary.BigEndian.Uint16(c)), binary.BigEndian.Uint64(c[2:])},
			at: storage.Pos{
				Segment: binary.BigEndian.Uint64(c[10:]), Offset: binary.BigEndian.Uint32(c[18:]), Length: binary.BigEndian.Uint32(c[22:]),
			},
			ref: journal.Ref(c[26:42]),
		})
	}
	return all, nil
}

func encodeCounters(all domain.Counters) []byte {
	var b []byte
	text := func(s string) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	for k, n := range all {
		text(string(k.Direction))
		text(k.Series)
		b = binary.AppendUvarint(b, uint64(k.Year))
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

func decodeCounters(b []byte) domain.Counters {
	all := domain.Counters{}
	number := func() uint64 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			b = nil
			return 0
		}
		b = b[n:]
		return v
	}
	text := func() string {
		n := min(number(), uint64(len(b)))
		s := string(b[:n])
		b = b[n:]
		return s
	}
	for len(b) > 0 {
		k := domain.CounterKey{Direction: domain.Direction(text()), Series: text()}
		k.Year = int(number())
		all[k] = int(number())
	}
	return all
}
