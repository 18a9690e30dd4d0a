package office

import (
	"cmp"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
)

// SetCalendar replaces the declared days and the confirmed years.
func (o *Office) SetCalendar(e domain.CalendarSet) error {
	return o.aboutOffice(func(a domain.Acting) (domain.Event, error) { return a.SetCalendar(e) })
}

// Trial is what another calendar, or other rules, would do before they are recorded.
type Trial struct {
	Open   int           // how many cases have a term that runs
	Moves  []domain.Move // the terms that would move, by the day they move to, of the cases that the user may see
	Hidden int           // how many more would move, of cases that his role does not open
}

// Told gives how many of the cases have told somebody another day.
func (t Trial) Told() int {
	n := 0
	for _, m := range t.Moves {
		if len(m.Told) > 0 {
			n++
		}
	}
	return n
}

// TryCalendar says what other days would do, and writes nothing. It refuses what SetCalendar refuses.
func (o *Office) TryCalendar(e domain.CalendarSet) (Trial, error) {
	a, all, err := o.aside()
	if err != nil {
		return Trial{}, err
	}
	set, err := a.SetCalendar(e)
	if err != nil {
		return Trial{}, err
	}
	return o.try(a, a.Office.WithCalendar(set), all)
}

// aside gives the signed-in user and the register to whoever works without holding the office: both as they are now.
func (o *Office) aside() (domain.Acting, []*domain.Entry, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return domain.Acting{}, nil, ErrClosed
	}
	a, now := o.acting(), o.book.office
	a.Office = &now
	return a, o.book.register.all(), nil
}

// try counts every term that runs as another office would, and looks up what was told of those that move.
func (o *Office) try(a domain.Acting, other *domain.Office, all []*domain.Entry) (Trial, error) {
	t := tried(a, other, all)
	err := o.tellings(t.Moves)
	slices.SortFunc(t.Moves, func(x, y domain.Move) int {
		return cmp.Or(cmp.Compare(x.To, y.To), cmp.Compare(x.From, y.From), x.Entry.RegisteredAt.Compare(y.Entry.RegisteredAt))
	})
	return t, err
}

func tried(a domain.Acting, other *domain.Office, all []*domain.Entry) Trial {
	other.Calendar() // once, before it is asked for by everybody
	var t Trial
	for _, x := range all {
		if !a.Office.Counts(x) || a.Office.NamedIn(a.User, *x) {
			continue
		}
		t.Open++
		m, moves := a.Office.Moves(other, x)
		switch {
		case !moves:
		case a.Office.MaySee(a.User, *x, a.Today()):
			t.Moves = append(t.Moves, m)
		default:
			t.Hidden++
		}
	}
	return t
}

// tellings looks up which letters have told the day that a term moves from, or the one that was computed first.
func (o *Office) tellings(moves []domain.Move) error {
	for i := range moves {
		m := &moves[i]
		if m.Entry.Flags&(domain.FlagTold|domain.FlagSlipGiven) == 0 {
			continue // a case is read from the disk, and of a change of a rule all may move
		}
		s, err := o.caseNow(m.Entry.Case)
		if err != nil {
			return err
		}
		m.Told = s.c.Tellings(m.From)
		if d, ok := m.Entry.Due(); ok && !d.Told.IsZero() && d.Told != m.To {
			m.Told = append(m.Told, s.c.Tellings(d.Told)...)
		}
	}
	return nil
}

// caseNow gives a case to whoever does not hold the office, which may be left meanwhile.
func (o *Office) caseNow(id domain.CaseID) (folded, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return folded{}, ErrClosed
	}
	return o.book.current(o, journal.SubjectID(id))
}

// settled takes the office as its facts leave it. With another calendar, or other rules, every term that runs is counted
// anew.
func (b *book) settled() {
	before, rules := b.office.Calendar().Version(), b.office.Rules
	b.office = b.facts.whole
	if b.office.Calendar().Version() != before || !b.office.Rules.Same(rules) {
		b.register.recount(&b.office)
	}
}

// recount gives every line by the calendar and the rules of an office. Whoever has taken a line reads on in the old one.
func (r *register) recount(o *domain.Office) {
	for i, e := range r.ordered() {
		fresh := o.RecountEntry(*e)
		if len(fresh.Deadlines) == 0 || &fresh.Deadlines[0] == &e.Deadlines[0] {
			continue
		}
		moved := fresh // few have moved: no line is made for the others
		moved.Deadlines = r.share(moved.Deadlines)
		r.list[i], r.byID[e.Case] = &moved, &moved
	}
}
