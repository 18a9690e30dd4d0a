package office

import (
	"crypto/ed25519"
	"fmt"
	"io"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/wire"
)

// Command names one wish of a user. The same command given twice is carried out once: a double click registers
// once. The zero Command is always new.
type Command journal.CommandID

// NewCommand makes a name for a wish.
func (o *Office) NewCommand() (c Command, err error) {
	_, err = io.ReadFull(o.options.Random, c[:])
	return c, err
}

// stated is an event about a subject, ready to be sealed.
type stated struct {
	subject journal.SubjectID
	event   domain.Event
	signer  ed25519.PrivateKey // nil = the signed-in user
}

// record is the ring every command goes: append the events as one group, fold them, announce. It returns the
// events as acknowledged; for a repeated command those of the first time.
func (o *Office) record(c Command, decide func() ([]stated, error)) ([]domain.Event, error) {
	o.mu.Lock()
	change, events, err := o.carryOut(c, decide)
	heard := o.heard
	o.mu.Unlock()
	if err != nil || change == (Change{}) {
		return events, err
	}
	for _, f := range heard {
		f(change)
	}
	return events, nil
}

// carryOut is record with the office locked, and without announcing the change. There is none when the command was
// carried out before.
func (o *Office) carryOut(c Command, decide func() ([]stated, error)) (Change, []domain.Event, error) {
	if o.keys == nil || o.user == (domain.UserID{}) {
		return Change{}, nil, ErrClosed
	}
	if c == (Command{}) {
		fresh, err := o.NewCommand()
		if err != nil {
			return Change{}, nil, fmt.Errorf("name a command: %w", err)
		}
		c = fresh
	}
	if before, again, err := o.repeated(journal.CommandID(c)); again || err != nil {
		return Change{}, before, err
	}
	group, err := decide()
	if err != nil {
		return Change{}, nil, err
	}
	if o.options.Storage.ReadOnly {
		return Change{}, nil, storage.ErrReadOnly
	}
	if _, err := o.write(o.store.Desk().Journal, journal.CommandID(c), group); err != nil {
		return Change{}, nil, err
	}
	change, events := announced(group)
	return change, events, nil
}

// announced gives what a group has changed, and its events.
func announced(group []stated) (change Change, events []domain.Event) {
	for _, s := range group {
		events = append(events, s.event)
		switch {
		case s.subject == journal.SubjectID{}:
			change.Office = true
		case isCase(s.event):
			change.Case = domain.CaseID(s.subject)
		}
	}
	return change, events
}

// write seals the events as one group of a chain, or of a new one, appends them and folds them. Nothing is folded
// when the append fails. It returns the chain.
func (o *Office) write(chain journal.ChainID, c journal.CommandID, group []stated) (journal.ChainID, error) {
	all := make([]arrival, 0, len(group))
	tip := o.tip(chain)
	for i, s := range group {
		r, err := o.seal(&tip, s, journal.Header{Command: c, Part: uint64(i + 1), Parts: uint64(len(group))})
		if err != nil {
			return chain, fmt.Errorf("seal %T: %w", s.event, err)
		}
		all = append(all, arrival{line: storage.Line{Chain: r.ChainOf()}, record: r, event: s.event})
	}
	if o.bulk != nil {
		return tip.ID, o.bulk.add(o, tip, all)
	}
	if err := o.append(all); err != nil {
		return chain, err
	}
	for _, a := range all {
		o.book.take(o, a)
	}
	o.book.follow(o)
	return tip.ID, nil
}

// append acknowledges records and notes where they lie.
func (o *Office) append(all []arrival) error {
	records := make([]journal.Record, len(all))
	for i, a := range all {
		records[i] = a.record
	}
	at, err := o.store.Append(records)
	if err != nil {
		return fmt.Errorf("append to the journal: %w", err)
	}
	for i := range all {
		all[i].at = at[i]
	}
	return nil
}

// tip gives where a chain ends, with the records that wait to be written in bulk.
func (o *Office) tip(chain journal.ChainID) journal.Chain {
	if o.bulk != nil {
		if t, ok := o.bulk.tips[chain]; ok {
			return t
		}
	}
	return o.store.Tip(chain)
}

// seal makes the next record of a chain. The tip moves on.
func (o *Office) seal(tip *journal.Chain, s stated, h journal.Header) (journal.Record, error) {
	payload, err := wire.Encode(s.event)
	if err != nil {
		return journal.Record{}, err
	}
	now := o.Now()
	h.Office, h.Chain, h.Seq, h.Prev = tip.Office, tip.ID, tip.Tip.Seq+1, tip.Tip.Hash
	h.Clock = journal.Tick(tip.Clock, o.newestClock(), now)
	h.Subject, h.Kind, h.KindVersion = s.subject, payload.Kind, payload.Version
	h.Deps = o.deps(s, *tip)
	var key []byte
	switch payload.Sealing {
	case wire.Clear:
	case wire.OfficeWide:
		id, k := o.keys.officeKey()
		h.Key, key = id, k[:]
	case wire.OwnKey:
		h.Key = journal.KeyID(s.subject)
		k, err := o.keys.key(h.Key)
		if err != nil {
			return journal.Record{}, err
		}
		key = k[:]
	}
	if tip.Office == (journal.Ref{}) && payload.Kind != "office.founded" {
		h.Office = o.officeID()
	}
	signer := s.signer
	if signer == nil {
		signer = o.signer.Signer()
	}
	r, err := journal.Seal(h, payload.Body, key, signer, o.options.Random)
	if err != nil {
		return journal.Record{}, err
	}
	next, err := tip.Next(r)
	if err != nil {
		return journal.Record{}, err
	}
	*tip = next
	return r, nil
}

// newestClock is the latest reading met on any chain.
func (o *Office) newestClock() journal.Clock {
	var newest journal.Clock
	for _, t := range o.store.Tips() {
		newest = max(newest, t.Chain.Clock)
	}
	return newest
}

func (o *Office) officeID() journal.Ref {
	for _, t := range o.store.Tips() {
		return t.Chain.Office
	}
	return journal.Ref{}
}

func isCase(e domain.Event) bool {
	switch e.(type) {
	case domain.PersonRecorded, domain.PersonCorrected, domain.PersonErased:
		return false
	default:
		return true
	}
}
