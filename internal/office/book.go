package office

import (
	"log/slog"
	"slices"
	"time"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
	"harta/internal/wire"
)

// book is the folded state in memory: the office, one line of the register for every case, the contact book, and
// where the records of each subject lie. What it lacks of a case is refolded from the journal when asked.
type book struct {
	office   domain.Office
	facts    facts
	sight    sight
	lines    []storage.Line    // of journal chains, by number
	access   []journal.ChainID // the others, which say who looked at what
	register register
	contacts contacts
	authors  map[journal.AuthorID]domain.UserID
	recovery string // age recipient of the recovery key
	counters domain.Counters
	last     map[string]time.Time          // the last registration of each series
	doomed   map[journal.SubjectID]bool    // erased, but their content key may still be there
	places   map[journal.SubjectID][]place // of the subjects touched since the state was loaded
	hot      map[journal.SubjectID]folded  // of the subjects touched last
	refs     map[journal.Ref]spot          // of every record there is, while something far off is looked for
	pages    storage.Batch                 // what folded state still has to follow
}

// place is where a record of a subject lies.
type place struct {
	spot
	at  storage.Pos
	ref journal.Ref
}

// arrival is a record that was acknowledged.
type arrival struct {
	line   storage.Line
	at     storage.Pos
	record journal.Record
	event  domain.Event // nil when the body cannot be read

	newer     bool // because a newer program wrote it
	senseless bool // because it is not what any program writes, although its author signed it
}

// brief is where a record lies, with as little of it as its order depends on: a whole journal of them is held.
type brief struct {
	place
	subject journal.SubjectID
	*detail // nil for most
}

// detail is of records that name others as seen, and of those that are not sealed or about the office itself.
type detail struct {
	deps   []journal.Ref
	clear  domain.Event
	record journal.Record
}

// brief gives what is kept of a record while its order is not known.
func (b *book) brief(a arrival) brief {
	r := a.record
	x := brief{place: place{spot{b.line(a.line), r.Seq}, a.at, r.Ref()}, subject: r.Subject}
	if r.Clear() || len(r.Deps) > 0 || r.Subject == (journal.SubjectID{}) {
		x.detail = &detail{deps: r.Deps, record: r}
	}
	if r.Clear() {
		x.clear = a.event
	}
	return x
}

// said gives the event of a record that is not sealed.
func (x brief) said() domain.Event {
	if x.detail == nil {
		return nil
	}
	return x.clear
}

// hotSubjects is how many folded subjects are kept: a clerk works on few at a time.
const hotSubjects = 256

func newBook() *book {
	b := &book{
		office: domain.NewOffice(), register: newRegister(), contacts: newContacts(),
		authors:  map[journal.AuthorID]domain.UserID{},
		counters: domain.Counters{}, last: map[string]time.Time{}, doomed: map[journal.SubjectID]bool{},
		places: map[journal.SubjectID][]place{}, hot: map[journal.SubjectID]folded{},
	}
	b.facts = newFacts(&b.sight)
	return b
}

// take folds a record that was acknowledged.
func (b *book) take(o *Office, a arrival) {
	if b.foresee(o, a) {
		b.confirm(o, a)
	}
}

// foresee folds a record in memory, and says whether it has a place in the book at all.
func (b *book) foresee(o *Office, a arrival) bool {
	if b.ofAccess(a.line, a.event) {
		return false
	}
	x := b.brief(a)
	p := x.spot
	b.view(p, b.named(o, x))
	subject := a.record.Subject
	if subject == (journal.SubjectID{}) {
		b.learn(a)
		if a.event != nil {
			b.facts.add(officeFact{spot: p, Fact: b.fact(p, a, nil), node: a.record.Node()})
			b.settled()
			o.takeEpoch(a)
		}
		return true
	}
	s, err := b.current(o, subject)
	if err != nil { // the command has just read it: this is a disk that fails now, and the next start folds it
		o.options.Log.Error("refold a subject", slog.String("subject", subject.String()), slog.Any("error", err))
		return true
	}
	b.enter(subject, s.fold(b, p, a))
	return true
}

// confirm notes where a record lies that was folded, and lets folded state follow.
func (b *book) confirm(o *Office, a arrival) {
	p, subject := spot{b.line(a.line), a.record.Seq}, a.record.Subject
	here := place{p, a.at, a.record.Ref()}
	b.pages.Position(a.line, p.seq)
	b.append(o, here, subject)
	b.write(o, subject)
	o.done.note(a.record.Command, here)
	if s, ok := b.hot[subject]; ok {
		b.settle(o, subject, s)
	}
}

// learn takes whose key signs.
func (b *book) learn(a arrival) {
	introduced := a.record.Introduced()
	switch e := a.event.(type) {
	case domain.OfficeFounded:
		b.recovery = e.Recovery
		if len(introduced) > 0 {
			b.authors[journal.AuthorOf(introduced[0])] = e.Founder
		}
	case domain.UserKeyed:
		for _, key := range introduced {
			b.authors[journal.AuthorOf(key)] = e.User
		}
	}
}

// settle lets folded state follow a subject, and puts it into the register or the contact book.
func (b *book) settle(o *Office, subject journal.SubjectID, s folded) {
	if len(b.hot) >= hotSubjects && o.bulk == nil {
		clear(b.hot)
	}
	b.enter(subject, s)
	if s.person.ID != (domain.PersonID{}) {
		b.putRow(o, plainRow{bucketPersons, subject, s.erased(), wire.EncodePerson(s.person)})
	} else if e, ok := b.register.byID[domain.CaseID(subject)]; ok {
		b.putRow(o, plainRow{bucketEntries, subject, s.erased(), wire.EncodeEntry(*e)})
	}
}

// enter puts a folded subject into the register or the contact book in memory. A case of which nothing can be
// read but that a newer program wrote to it is listed too, so that people know of it.
func (b *book) enter(subject journal.SubjectID, s folded) {
	b.hot[subject] = s
	if s.erased() {
		b.doomed[subject] = true
	}
	switch {
	case s.person.ID != domain.PersonID{}:
		b.contacts.meet(s.person)
	case s.c.Known() || s.c.Flags.Has(domain.FlagNewer) && s.c.ID != domain.CaseID{}:
		e := b.office.RecountEntry(s.c.Entry())
		b.register.put(&e)
		b.count(s)
	}
}

// count takes the numbers of a case into account, so that none is given twice.
func (b *book) count(s folded) {
	for _, n := range slices.Concat(s.taken, s.c.Residue.Issued, []domain.Number{s.c.Number}) {
		b.counters.Note(n)
	}
	b.latest(s.c.Number, s.c.RegisteredAt)
}

// latest takes the moment of a registration into account.
func (b *book) latest(n domain.Number, at time.Time) {
	if n.Serial > 0 && at.After(b.last[n.Series]) {
		b.last[n.Series] = at
	}
}
