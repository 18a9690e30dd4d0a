package office

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/vault"
	"harta/internal/wire"
)

// folded is a subject folded from its records: a case or a person, never both.
type folded struct {
	c       domain.Case
	person  domain.Person
	history []Judged
	places  []place
	taken   []domain.Number // by any of the events, whether it has effect or not
}

// Judged is an event of a case as the history shows it.
type Judged struct {
	domain.Fact
	Verdict domain.Verdict
	Seat    domain.RoleGranted // the role in which its author acted, and in whose place
	Newer   bool               // a newer program wrote it: nobody here can read it
}

// fold takes one more record of the subject. After an erasure nothing counts any more: whether its words can still
// be opened differs from desk to desk for a while, what is folded must not.
func (s folded) fold(b *book, p spot, a arrival) folded {
	if s.erased() {
		return s
	}
	if a.newer {
		return s.withNewer(a)
	}
	if a.senseless {
		s.c.Flags |= domain.FlagUnconfirmed
	}
	if a.event == nil {
		return s
	}
	f := b.fact(p, a, s.places)
	s.places = append(slices.Clip(s.places), place{p, a.at, a.record.Ref()})
	before := b.facts.history(p)
	s.c = before.Office.Recount(s.c) // the author had it before him by the calendar that he knew
	verdict, seat := domain.JudgeSeat(before, s.c, f)
	if gone(a.event) && verdict == domain.Effective {
		s.history = nil
	}
	s.history = append(slices.Clip(s.history), Judged{Fact: f, Verdict: verdict, Seat: seat})
	if n, ok := numberOf(a.event); ok {
		s.taken = append(slices.Clip(s.taken), n)
	}
	if verdict != domain.Effective {
		s.c.Flags |= domain.FlagUnconfirmed
		if !s.begunBy(a.event) {
			return s
		}
		// Somebody was given this number: the case is listed all the same, for the head to annul or to take up.
	}
	switch a.event.(type) {
	case domain.PersonRecorded, domain.PersonCorrected, domain.PersonErased:
		s.person = s.person.Apply(f)
	default:
		s.c = s.c.Apply(f)
	}
	return s
}

func (s folded) erased() bool { return s.c.State == domain.Erased || s.person.EraseAct != "" }

// withNewer takes a record that a newer program wrote: nobody here can read it, so nobody may change the case.
func (s folded) withNewer(a arrival) folded {
	s.history = append(slices.Clip(s.history), Judged{Fact: domain.Fact{At: a.record.Clock.Time()}, Newer: true})
	if !strings.HasPrefix(a.record.Kind, "person.") {
		s.c.ID = domain.CaseID(a.record.Subject)
		s.c.Flags |= domain.FlagNewer
	}
	return s
}

// begunBy tells whether nothing is known of the subject before an event.
func (s folded) begunBy(e domain.Event) bool {
	switch e.(type) {
	case domain.CaseRegistered, domain.CaseImported:
		return !s.c.Known()
	case domain.PersonRecorded:
		return s.person.ID == domain.PersonID{}
	default:
		return false
	}
}

// numberOf gives the number that an event has taken.
func numberOf(e domain.Event) (domain.Number, bool) {
	switch e := e.(type) {
	case domain.CaseRegistered:
		return e.Number, true
	case domain.CaseImported:
		return e.Number, true
	case domain.LetterNumbered:
		return e.Number, true
	default:
		return domain.Number{}, false
	}
}

func gone(e domain.Event) bool {
	switch e.(type) {
	case domain.CaseErased, domain.CaseTakenOut, domain.PersonErased:
		return true
	default:
		return false
	}
}

// fact gives an event with what its record says. The others are those among which the author may or may not
// have seen one.
func (b *book) fact(p spot, a arrival, others []place) domain.Fact {
	f := domain.Fact{
		Event: a.event, Record: domain.RecordID(a.record.Ref()), By: b.authors[a.record.Author], At: a.record.Clock.Time(),
	}
	if len(b.lines) > 1 {
		f.Saw = func(r domain.RecordID) bool {
			i := slices.IndexFunc(others, func(x place) bool { return domain.RecordID(x.ref) == r })
			return i < 0 || b.sight.sees(p, others[i].spot)
		}
	}
	return f
}

// current gives a subject as it is folded now.
func (b *book) current(o *Office, subject journal.SubjectID) (folded, error) {
	if s, ok := b.hot[subject]; ok && !o.erasedBeside(subject) {
		return s, nil
	}
	return b.refold(o, subject)
}

// erasedBeside tells whether another process has erased a subject since this one, which only reads, has folded it.
func (o *Office) erasedBeside(subject journal.SubjectID) bool {
	if !o.options.Storage.ReadOnly {
		return false
	}
	_, err := o.keys.slots.slot(journal.KeyID(subject))
	return errors.Is(err, vault.ErrErased)
}

// refold folds a subject anew from its records, in causal order.
func (b *book) refold(o *Office, subject journal.SubjectID) (s folded, err error) {
	arrivals, err := o.readSubject(subject)
	if err != nil {
		return s, err
	}
	for _, a := range b.inOrder(arrivals) {
		s = s.fold(b, spot{b.line(a.line), a.record.Seq}, o.tied(a))
	}
	return s, nil
}

// tied lets the erasure of a person name the case that the journal shows taken out just before it, by the same hand and in
// the same command, whatever its author says: programs before did not name it, and others may name any.
func (o *Office) tied(a arrival) arrival {
	e, ok := a.event.(domain.PersonErased)
	if !ok {
		return a
	}
	said := e.Sealed
	e.Sealed = domain.CaseID{}
	if a.record.Part == 2 { // the case goes first, and has one sender
		r, ok := recordAt(o.store, a.line, a.record.Seq-1)
		id := domain.CaseID(r.Subject)
		if ok && r.Kind == "case.taken_out" && r.Command == a.record.Command && r.Author == a.record.Author &&
			(said == domain.CaseID{} || said == id) {
			e.Sealed = id
		}
	}
	a.event = e
	return a
}

// inOrder puts a subject's records into fold order.
func (b *book) inOrder(all []arrival) []arrival {
	if oneLine(all) {
		return all
	}
	nodes := make([]journal.Node, len(all))
	for i, a := range all {
		nodes[i] = a.record.Node()
	}
	rank := ranks(&b.sight, nodes, func(i int) spot { return spot{b.line(all[i].line), all[i].record.Seq} })
	slices.SortFunc(all, func(x, y arrival) int { return rank[x.record.Hash()] - rank[y.record.Hash()] })
	return all
}

func oneLine(all []arrival) bool {
	return !slices.ContainsFunc(all, func(a arrival) bool { return a.line != all[0].line })
}

// readSubject reads the records of a subject, line by line. A damaged one is left out, and named by fsck.
func (o *Office) readSubject(subject journal.SubjectID) ([]arrival, error) {
	places := o.book.placesOf(o, subject)
	all := make([]arrival, 0, len(places))
	for _, x := range places {
		a, err := o.read(x)
		if o.survive(err) != nil {
			return nil, fmt.Errorf("read a record of %s: %w", subject, err)
		}
		if err == nil {
			all = append(all, a)
		}
	}
	return all, nil
}

// read gives the record at a place, opened.
func (o *Office) read(x place) (arrival, error) {
	if x.line >= len(o.book.lines) {
		return arrival{}, errPages
	}
	l := o.book.lines[x.line]
	r, err := o.store.Read(l, x.at)
	if err != nil {
		return arrival{}, err
	}
	return o.decode(l, x.at, r)
}

// decode opens and reads a record. What was erased, what a newer program wrote, and what no program would write has
// no event: one record must not keep anybody from the others.
func (o *Office) decode(l storage.Line, at storage.Pos, r journal.Record) (arrival, error) {
	a := arrival{line: l, at: at, record: r}
	body, err := o.keys.open(r)
	switch {
	case errors.Is(err, vault.ErrErased), errors.Is(err, errNoKey): // gone, or its slot is damaged, which fsck names
		return a, nil
	case errors.Is(err, journal.ErrContentKey):
		a.senseless = true
		return a, nil
	case err != nil:
		return a, fmt.Errorf("open record %s/%d: %w", r.ChainOf(), r.Seq, err)
	}
	a.event, err = wire.Decode(r.Kind, r.KindVersion, body)
	_, a.newer = errors.AsType[wire.NewerError](err)
	a.senseless = err != nil && !a.newer
	return a, nil
}
