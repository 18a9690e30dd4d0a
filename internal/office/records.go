package office

import (
	"errors"
	"slices"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
)

// Record is a line of the journal as people look at it: who did what, when and where, no words of a case. A case is
// known by its number.
type Record struct {
	At      time.Time
	By      domain.UserID
	Chain   domain.ChainID
	Desk    domain.DeskID
	Series  string // letter of the chain; empty in the first
	Seq     uint64
	Kind    string // as it stands on the disk, „case.registered“
	Case    domain.CaseID
	Number  domain.Number // of the case
	Person  domain.PersonID
	Event   domain.Event       // of the office itself; nil of a case or a person
	Named   bool               // the case is directed against who did it
	Verdict domain.Verdict     // looked up only of what is wanted
	Seat    domain.RoleGranted // in whose place the author acted, looked up likewise; else zero
}

// recordsAtOnce is how far the journal is read back at a time.
const recordsAtOnce = 4096

// Records gives the latest records that are wanted, the newest first, and no more than the limit: of the office itself,
// of persons, and of cases that the user may see. Only the tails of the chains are read, as far back as needed. The
// filter must not call the office; nil wants all.
func (o *Office) Records(limit int, want func(Record) bool) ([]Record, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil, ErrClosed
	}
	limit = max(limit, 0)
	l := logbook{o: o, a: o.acting(), limit: limit, want: want, cases: map[journal.SubjectID]folded{}}
	if !l.a.Office.MayLookBack(l.a.User, l.a.Today()) {
		return nil, domain.Refuse("read_journal", domain.NoRole).With("roles", domain.Roles())
	}
	l.learn()
	var all []Record
	for _, t := range o.store.Tips() {
		if o.book.ofAccess(t.Line, nil) {
			continue
		}
		found, err := l.tail(t)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortStableFunc(all, func(x, y Record) int { return y.At.Compare(x.At) })
	return all[:min(len(all), limit)], nil
}

// logbook reads the journal back.
type logbook struct {
	o      *Office
	a      domain.Acting
	limit  int
	want   func(Record) bool
	opened map[int]domain.ChainOpened // by line
	facts  map[spot]officeFact
	cases  map[journal.SubjectID]folded
}

// glance is what is kept of a record while a part of a chain is read.
type glance struct {
	line    int
	seq     uint64
	clock   journal.Clock
	author  journal.AuthorID
	subject journal.SubjectID
	kind    string
	ref     journal.Ref
}

// learn takes what the office itself knows of its chains.
func (l *logbook) learn() {
	l.opened, l.facts = map[int]domain.ChainOpened{}, map[spot]officeFact{}
	for _, x := range l.o.book.facts.all {
		l.facts[x.spot] = x
		switch e := x.Event.(type) {
		case domain.OfficeFounded:
			l.opened[x.line] = domain.ChainOpened{Desk: e.Desk}
		case domain.ChainOpened:
			if x.seq == 1 {
				l.opened[x.line] = e
			}
		}
	}
}

// tail gives the latest records of a line, the newest first.
func (l *logbook) tail(t storage.Tip) ([]Record, error) {
	var all []Record
	for end := t.Chain.Tip.Seq; end > 0 && len(all) < l.limit; {
		first := uint64(1)
		if end > recordsAtOnce {
			first = end - recordsAtOnce + 1
		}
		part, err := l.part(t.Line, first, end)
		if err != nil {
			return nil, err
		}
		all, end = append(all, part...), first-1
	}
	return all[:min(len(all), l.limit)], nil
}

// part gives the records of a line between two seqs, the newest first.
func (l *logbook) part(line storage.Line, first, end uint64) ([]Record, error) {
	var read []glance
	i := l.o.book.line(line)
	err := l.o.store.Scan(line, first, func(r journal.Record, _ storage.Pos) error {
		if r.Seq > end {
			return errStop
		}
		read = append(read, glance{i, r.Seq, r.Clock, r.Author, r.Subject, r.Kind, r.Ref()})
		return nil
	})
	if err := l.o.survive(err); err != nil && !errors.Is(err, errStop) {
		return nil, err
	}
	var all []Record
	for _, r := range slices.Backward(read) {
		x, ok := l.record(line, r)
		if ok && (l.want == nil || l.want(x)) {
			var err error
			if x.Verdict, x.Seat, err = l.judged(r, x.By); err != nil {
				return nil, err
			}
			if all = append(all, x); len(all) == l.limit {
				break
			}
		}
	}
	return all, nil
}

// record puts a record as people look at it; ok is false when the user may not know of it.
func (l *logbook) record(line storage.Line, r glance) (x Record, ok bool) {
	opened := l.opened[r.line]
	x = Record{
		At: r.clock.Time(), By: l.o.book.authors[r.author], Chain: domain.ChainID(line.Chain), Desk: opened.Desk,
		Series: opened.Series, Seq: r.seq, Kind: r.kind,
	}
	if r.subject == (journal.SubjectID{}) {
		x.Event = l.facts[spot{r.line, r.seq}].Event
		return x, true
	}
	if l.o.book.contacts.has(domain.PersonID(r.subject)) {
		x.Person = domain.PersonID(r.subject)
		return x, l.a.Office.MaySee(l.a.User, domain.Entry{}, l.a.Today())
	}
	x.Case = domain.CaseID(r.subject)
	e, known := l.o.book.register.byID[x.Case]
	if known {
		x.Number, x.Named = e.Number, l.a.Office.NamedIn(x.By, *e)
	}
	return x, known && l.o.maySee(l.a, x.Case)
}

// judged gives what was judged of a record. A case has to be folded for it only when something in it has no effect, or
// whoever wrote it stood in for somebody.
func (l *logbook) judged(r glance, by domain.UserID) (domain.Verdict, domain.RoleGranted, error) {
	if r.subject == (journal.SubjectID{}) {
		x := l.facts[spot{r.line, r.seq}]
		return x.verdict, x.seat, nil
	}
	e, known := l.o.book.register.byID[domain.CaseID(r.subject)]
	if !known || !e.Flags.Has(domain.FlagUnconfirmed) && !l.stoodIn(r, by) {
		return domain.Effective, domain.RoleGranted{}, nil
	}
	s, ok := l.cases[r.subject]
	if !ok {
		var err error
		if s, err = l.o.book.current(l.o, r.subject); err != nil {
			return 0, domain.RoleGranted{}, err
		}
		l.cases[r.subject] = s
	}
	for _, j := range s.history {
		if j.Record == domain.RecordID(r.ref) {
			return j.Verdict, j.Seat, nil
		}
	}
	return domain.Effective, domain.RoleGranted{}, nil
}

// stoodIn tells whether the author of a record stood in for anybody on its day. The office as it is now knows every
// substitution that any author knew.
func (l *logbook) stoodIn(r glance, by domain.UserID) bool {
	u, _ := l.a.Office.User(by)
	day := calendar.DateOf(r.clock.Time())
	return slices.ContainsFunc(u.Grants, func(g domain.RoleGranted) bool {
		return g.ActingFor != (domain.UserID{}) && day >= g.From
	})
}
