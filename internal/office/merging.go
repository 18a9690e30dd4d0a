package office

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
)

// mergeBatch is how many foreign records are taken at a time.
const mergeBatch = 1000

// merging takes over the lines of another desk, each as far as everything is here that its records build on: the
// record before, those they have seen, and the key of their author. So what is here is always whole, and a record
// that waits for another is asked for again with the next exchange.
type merging struct {
	o        *Office
	from     Source
	ring     *journal.Keyring
	recovery journal.AuthorID
	next     map[storage.Line]uint64 // seq to go on with
	batch    []journal.Record
	taken    map[journal.Ref]bool // in this exchange
	fresh    []brief
	result   Merged
}

// newMerging learns every author whom this office trusts.
func (o *Office) newMerging(from Source) (*merging, error) {
	m := &merging{
		o: o, from: from, ring: journal.NewKeyring(o.officeID()),
		next: map[storage.Line]uint64{}, taken: map[journal.Ref]bool{},
	}
	var waiting []journal.Record
	for _, x := range o.book.placesOf(o, journal.SubjectID{}) {
		r, err := o.store.Read(o.book.lines[x.line], x.at)
		if o.survive(err) != nil {
			return nil, fmt.Errorf("read keys of authors: %w", err)
		}
		introduced := r.Introduced()
		if err != nil || len(introduced) == 0 {
			continue
		}
		waiting = append(waiting, r)
		if r.Seq == 1 && len(introduced) > 1 {
			m.recovery = journal.AuthorOf(introduced[1])
		}
	}
	m.admit(waiting)
	return m, nil
}

// admit takes the keys that records introduce, in whatever order they do.
func (m *merging) admit(waiting []journal.Record) {
	for moved := true; moved; {
		moved = false
		waiting = slices.DeleteFunc(waiting, func(r journal.Record) bool {
			admitted := m.ring.Admit(r) == nil
			moved = moved || admitted
			return admitted
		})
	}
}

// all takes the lines in turns, until no turn brings anything more.
func (m *merging) all() error {
	tips := m.from.Tips()
	for _, t := range tips {
		m.next[t.Line] = m.known(t) + 1
	}
	for moved := true; moved; {
		moved = false
		for _, t := range tips {
			before := m.next[t.Line]
			if err := m.line(t); err != nil {
				return fmt.Errorf("take over a chain: %w", err)
			}
			moved = moved || m.next[t.Line] > before
		}
	}
	for _, t := range tips {
		m.result.Refused += int(t.Chain.Tip.Seq + 1 - m.next[t.Line])
	}
	return nil
}

// known gives the seq up to which a foreign line is here. Of a line that was forked everything is looked at.
func (m *merging) known(t storage.Tip) uint64 {
	var known uint64
	for _, ours := range m.o.store.Tips() {
		if ours.Line.Chain != t.Line.Chain {
			continue
		}
		end, longer, line := t.Chain.Tip, Source(m.o.store), ours.Line
		if ours.Chain.Tip.Seq < end.Seq {
			end, longer, line = ours.Chain.Tip, m.from, t.Line
		}
		if r, ok := recordAt(longer, line, end.Seq); ok && r.Hash() == end.Hash {
			known = max(known, end.Seq)
		}
	}
	m.result.Known += int(known)
	return known
}

// line takes what can be taken of a line now.
func (m *merging) line(t storage.Tip) error {
	if m.next[t.Line] > t.Chain.Tip.Seq {
		return nil
	}
	err := m.from.Scan(t.Line, m.next[t.Line], func(r journal.Record, _ storage.Pos) error {
		if r.Seq != m.next[t.Line]+uint64(len(m.batch)) {
			return errStop // what is missing or damaged there comes with another exchange
		}
		m.batch = append(m.batch, r)
		if len(m.batch) >= mergeBatch && r.Part == r.Parts {
			return m.take(t.Line)
		}
		return nil
	})
	if m.o.survive(err) == nil || errors.Is(err, errStop) {
		err = m.take(t.Line)
	}
	if errors.Is(err, errStop) {
		return nil
	}
	return err
}

// take checks and stores a batch of one line. It gives errStop when not all of it could be taken.
func (m *merging) take(l storage.Line) error {
	batch := m.batch
	m.batch = nil
	whole := m.sound(batch)
	if len(whole) == 0 {
		return errStop
	}
	if err := m.keepBlobs(whole); err != nil {
		return err
	}
	done, err := m.o.store.Import(whole)
	if err != nil {
		return err
	}
	m.next[l] += uint64(len(whole))
	m.result.Known += done.Known
	m.result.Records += len(done.Stored)
	for _, s := range done.Stored {
		if x, ok := m.o.briefly(s.Line, s.Pos, s.Record); ok {
			m.fresh = append(m.fresh, x)
		}
	}
	if len(whole) < len(batch) {
		return errStop
	}
	return nil
}

// sound gives the records from the beginning of a batch, in whole commands, that may be stored.
func (m *merging) sound(batch []journal.Record) []journal.Record {
	m.admit(slices.DeleteFunc(slices.Clone(batch), func(r journal.Record) bool { return len(r.Introduced()) == 0 }))
	n := m.signed(batch)
	for i, r := range batch[:n] {
		if !m.grounded(r) || !m.opens(r) {
			n = i
			break
		}
		m.taken[r.Ref()] = true
	}
	for n > 0 && batch[n-1].Part != batch[n-1].Parts {
		n--
		delete(m.taken, batch[n].Ref())
	}
	return batch[:n]
}

// signed counts the records from the beginning of a batch that trusted authors have signed.
func (m *merging) signed(batch []journal.Record) int {
	good := make([]bool, len(batch))
	inParallel(len(batch), func(i int) { good[i] = m.trusted(batch[i]) })
	if i := slices.Index(good, false); i >= 0 {
		return i
	}
	return len(batch)
}

// trusted tells whether a trusted author signed a record, and was allowed to.
func (m *merging) trusted(r journal.Record) bool {
	key, ok := m.ring.Key(r.Author)
	if !ok || r.Author == m.recovery && !slices.Contains(journal.RecoveryKinds(), r.Kind) {
		return false
	}
	return r.Verify(key) == nil
}

// grounded tells whether what a record has seen, and what its chain continues, is here.
func (m *merging) grounded(r journal.Record) bool {
	for _, ref := range r.Deps {
		if m.taken[ref] {
			continue
		}
		if _, ok := m.o.book.find(m.o, ref, r.Subject); !ok {
			return false
		}
	}
	if r.Seq > 1 {
		return true
	}
	a, err := m.o.decode(storage.Line{Chain: r.ChainOf()}, storage.Pos{}, r)
	opened, ok := a.event.(domain.ChainOpened)
	if err != nil || !ok || opened.Continues.Seq == 0 || m.taken[journal.Hash(opened.Continues.Hash).Ref()] {
		return true
	}
	_, ok = m.o.book.locate(m.o, opened.Continues)
	return ok
}

// opens tells whether the signed-in user has the epoch under which a record is sealed: what he cannot read he cannot
// fold. The epoch may come with the exchange.
func (m *merging) opens(r journal.Record) bool {
	if r.Clear() {
		a, err := m.o.decode(storage.Line{Chain: r.ChainOf()}, storage.Pos{}, r)
		keyed, ok := a.event.(domain.OfficeKeyed)
		return err == nil && (!ok || m.o.openEpoch(m.o.signer, r.Ref(), keyed) == nil)
	}
	_, err := m.o.keys.key(r.Key)
	return !errors.Is(err, vault.ErrEpoch)
}

// keepBlobs takes the attachments that records name, before the records, as it was done where they were written.
func (m *merging) keepBlobs(batch []journal.Record) error {
	for _, r := range batch {
		if r.Kind != "document.added" && r.Kind != "letter.numbered" {
			continue
		}
		a, err := m.o.decode(storage.Line{Chain: r.ChainOf()}, storage.Pos{}, r)
		b := attachment(a.event)
		if err != nil || b == (blob{}) {
			continue
		}
		if _, err := m.o.store.Blob(b.file); err == nil {
			continue
		}
		sealed, err := m.from.Blob(b.file)
		if err != nil {
			m.o.options.Log.Warn("an attachment is missing at the other desk", slog.Any("error", err))
			continue
		}
		if _, err := m.o.store.PutBlob(sealed); err != nil {
			return fmt.Errorf("keep an attachment: %w", err)
		}
	}
	return nil
}
