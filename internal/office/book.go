package office

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
)

// book is the folded state in memory: the office, one line of the register for every case, the contact book, and
// where the records of each subject lie. What it lacks of a case is refolded from the journal when asked.
type book struct {
	office   domain.Office
	facts    facts
	sight    sight
	lines    []storage.Line // of journal chains; the others say who looked at what
	access   []storage.Line
	entries  map[domain.CaseID]domain.Entry
	persons  map[domain.PersonID]domain.Person
	known    map[string]domain.PersonID // the contact book by name and address
	authors  map[journal.AuthorID]domain.UserID
	recovery string // age recipient of the recovery key
	counters domain.Counters
	last     time.Time                     // the last registration
	places   map[journal.SubjectID][]place // of the subjects touched since the state was loaded
	hot      map[journal.SubjectID]folded  // of the subjects touched last
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
	newer  bool         // because a newer program wrote it
}

// brief is what the order of a record depends on: little enough to hold a whole journal.
type brief struct {
	line    storage.Line
	at      storage.Pos
	subject journal.SubjectID
	seq     uint64
	ref     journal.Ref
	deps    []journal.Ref
	clear   domain.Event    // of what is not sealed
	record  *journal.Record // of the office itself
}

func (a arrival) brief() brief {
	x := brief{
		line: a.line, at: a.at, subject: a.record.Subject, seq: a.record.Seq, ref: a.record.Ref(),
		deps: slices.Clone(a.record.Deps),
	}
	if a.record.Clear() {
		x.clear = a.event
	}
	return x
}

// hotSubjects is how many folded subjects are kept: a clerk works on few at a time.
const hotSubjects = 256

func newBook() *book {
	b := &book{
		office: domain.NewOffice(), entries: map[domain.CaseID]domain.Entry{}, persons: map[domain.PersonID]domain.Person{},
		known: map[string]domain.PersonID{}, authors: map[journal.AuthorID]domain.UserID{}, counters: domain.Counters{},
		places: map[journal.SubjectID][]place{}, hot: map[journal.SubjectID]folded{},
	}
	b.facts.sight = &b.sight
	return b
}

// line gives the number of a line, a new one when it is met first.
func (b *book) line(l storage.Line) int {
	if i := slices.Index(b.lines, l); i >= 0 {
		return i
	}
	b.lines = append(b.lines, l)
	b.pages.Put(bucketLines, lineKey(len(b.lines)-1), lineValue(l))
	return len(b.lines) - 1
}

// take folds an acknowledged record.
func (b *book) take(o *Office, a arrival) {
	if b.ofAccess(a.line, a.event) {
		return
	}
	p := spot{b.line(a.line), a.record.Seq}
	b.view(p, b.named(o, p, a.brief()))
	b.pages.Position(a.line, a.record.Seq)
	subject := a.record.Subject
	here := place{p, a.at, a.record.Ref()}
	if subject == (journal.SubjectID{}) {
		b.keep(o, here, subject)
		b.learn(a)
		if a.event != nil {
			b.facts.add(officeFact{spot: p, Fact: b.fact(p, a, nil), node: a.record.Node()})
			b.office = b.facts.now()
		}
		return
	}
	s := b.current(o, subject)
	b.keep(o, here, subject)
	b.settle(o, subject, s.fold(b, p, a))
}

// ofAccess tells whether a line is an access chain, which is read only when somebody asks who looked. Its first
// record says so.
func (b *book) ofAccess(l storage.Line, e domain.Event) bool {
	if slices.Contains(b.access, l) {
		return true
	}
	opened, ok := e.(domain.ChainOpened)
	if !ok || opened.Purpose != domain.AccessChain {
		return false
	}
	b.access = append(b.access, l)
	b.pages.Put(bucketAccess, lineValue(l), nil)
	return true
}

// named gives the spots that a record names as seen on other lines.
func (b *book) named(o *Office, p spot, x brief) []spot {
	var named []spot
	for _, ref := range x.deps {
		if n, ok := b.find(o, ref, x.subject); ok && n.line != p.line {
			named = append(named, n)
		}
	}
	if e, ok := x.clear.(domain.ChainOpened); ok && e.Continues.Seq > 0 {
		before := storage.Line{Chain: journal.ChainID(e.Continues.Chain)}
		named = append(named, spot{b.line(before), e.Continues.Seq})
	}
	if x.line.Branch != (storage.Branch{}) && len(b.sight.at(p)) == 0 {
		named = append(named, spot{b.line(storage.Line{Chain: x.line.Chain}), p.seq - 1})
	}
	return named
}

// view takes the named spots as seen by the record at p.
func (b *book) view(p spot, named []spot) {
	if len(named) == 0 {
		return
	}
	b.sight.note(p, named)
	b.pages.Put(bucketSight, lineKey(p.line), b.sight.encode(p.line))
}

// find gives the spot of a record that another names as seen: of the same subject, or of the office.
func (b *book) find(o *Office, ref journal.Ref, subject journal.SubjectID) (spot, bool) {
	for _, id := range []journal.SubjectID{subject, {}} {
		for _, x := range b.placesOf(o, id) {
			if x.ref == ref {
				return x.spot, true
			}
		}
	}
	return spot{}, false
}

// deps gives the heads seen of a subject and of the office on other lines. What lies on the own chain is seen
// through prev.
func (o *Office) deps(subject journal.SubjectID, own journal.ChainID) []journal.Ref {
	b := o.book
	if b == nil || len(b.lines) < 2 {
		return nil
	}
	mine := b.line(storage.Line{Chain: own})
	tip := spot{mine, o.tip(own).Tip.Seq}
	var refs []journal.Ref
	for _, id := range []journal.SubjectID{subject, {}} {
		heads := map[int]place{}
		for _, x := range b.placesOf(o, id) {
			if x.line != mine && !b.sight.sees(tip, x.spot) && heads[x.line].seq < x.seq {
				heads[x.line] = x
			}
		}
		for _, h := range heads {
			refs = append(refs, h.ref)
		}
	}
	slices.SortFunc(refs, func(a, b journal.Ref) int { return slices.Compare(a[:], b[:]) })
	refs = slices.Compact(refs)
	return refs[:min(len(refs), journal.MaxDeps)]
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

// settle puts a folded subject into the register or the contact book, and lets folded state follow.
func (b *book) settle(o *Office, subject journal.SubjectID, s folded) {
	if len(b.hot) >= hotSubjects && o.bulk == nil {
		clear(b.hot)
	}
	b.enter(subject, s)
	if s.person.ID != (domain.PersonID{}) {
		b.putPerson(o, s.person)
	} else if e, ok := b.entries[domain.CaseID(subject)]; ok {
		b.putEntry(o, e)
	}
}

// enter puts a folded subject into the register or the contact book in memory.
func (b *book) enter(subject journal.SubjectID, s folded) {
	b.hot[subject] = s
	if s.person.ID != (domain.PersonID{}) {
		b.persons[s.person.ID] = s.person
		b.know(s.person.Contact, s.person.ID)
		return
	}
	if s.c.Known() {
		b.entries[domain.CaseID(subject)] = s.entry()
		b.count(s.c)
	}
}

// count takes the numbers of a case into account, so that none is given twice.
func (b *book) count(c domain.Case) {
	b.counters.Note(c.Number)
	for _, l := range c.Letters {
		b.counters.Note(l.Number)
	}
	for _, n := range c.Residue.Issued {
		b.counters.Note(n)
	}
	if c.Number.Serial > 0 && c.RegisteredAt.After(b.last) {
		b.last = c.RegisteredAt
	}
}

// register gives all entries by the order of registration.
func (b *book) register() []domain.Entry {
	all := make([]domain.Entry, 0, len(b.entries))
	for _, e := range b.entries {
		all = append(all, e)
	}
	slices.SortFunc(all, func(x, y domain.Entry) int {
		return cmp.Or(x.RegisteredAt.Compare(y.RegisteredAt), cmp.Compare(x.Number.Serial, y.Number.Serial),
			cmp.Compare(x.Number.Text, y.Number.Text), slices.Compare(x.Case[:], y.Case[:]))
	})
	return all
}

// know lets a person be found by name and address.
func (b *book) know(c domain.Contact, id domain.PersonID) {
	if c.Name != "" {
		b.known[contactKey(c)] = id
	}
}

func contactKey(c domain.Contact) string {
	return strings.ToLower(strings.Join([]string{string(c.Type), c.Name, c.Settlement, c.Street, c.Phone, c.Email}, "\x00"))
}
