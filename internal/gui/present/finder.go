package present

import (
	"cmp"
	"slices"

	"harta/internal/domain"
)

// PaletteOffice is what the search over everything asks of the office.
type PaletteOffice interface {
	Acting() domain.Acting
	Entries(want func(*domain.Entry) bool) []*domain.Entry
	FindPersons(typed string, limit int) []domain.Person
}

// Finder is what is looked through: every case that whoever works may see, folded once after each change of the office.
// It lives as long as he does.
type Finder struct {
	env     Env
	office  PaletteOffice
	index   index
	stale   bool
	reading bool
	opened  []domain.CaseID // the last ones, the latest first
}

// index is never changed once it is made, so that searches may run beside the screen.
type index struct {
	cases   []lined   // the newest first
	keys    []caseKey // of the cases, close to each other
	persons map[domain.PersonID]int
	ready   bool
}

// NewFinder makes a finder that has read nothing yet.
func NewFinder(env Env, o PaletteOffice) *Finder { return &Finder{env: env, office: o, stale: true} }

// Forget says that the office has changed: the next search reads it anew.
func (f *Finder) Forget() { f.stale = true }

const mostOpened = 10

// Visit says that a case was opened; the zero one is none.
func (f *Finder) Visit(id domain.CaseID) {
	if id == (domain.CaseID{}) {
		return
	}
	f.opened = slices.Insert(slices.DeleteFunc(f.opened, func(x domain.CaseID) bool { return x == id }), 0, id)
	f.opened = f.opened[:min(len(f.opened), mostOpened)]
}

// read makes the index when it is stale, and then calls done. Until then the one before serves.
func (f *Finder) read(done func()) {
	if !f.stale || f.reading {
		return
	}
	f.stale, f.reading = false, true
	a, today := f.office.Acting(), f.env.Today()
	var made index
	f.env.Go(func() {
		list := f.office.Entries(nil)
		slices.SortStableFunc(list, func(x, y *domain.Entry) int { return y.RegisteredAt.Compare(x.RegisteredAt) })
		made = index{make([]lined, len(list)), make([]caseKey, len(list)), map[domain.PersonID]int{}, true}
		for i, e := range list {
			made.keys[i] = keyOf(e)
			made.cases[i] = lined{Entry: e, Reminder: a.Office.Remind(*e, today)}
			made.persons[e.Person]++
		}
	}, func() {
		f.index, f.reading = made, false
		done()
		f.read(done) // it may have become stale meanwhile
	})
}

// find gives the best cases for a query, those with the number that was typed first, and how many there are.
func (x index) find(q *Query, limit int) (best []lined, count int) {
	var byFit [exactNumber + 1][]lined
	for i := range x.keys {
		k := &x.keys[i]
		if !q.wantsWords(k) || !q.wantsRest(&x.cases[i]) {
			continue
		}
		count++
		if fit := q.fit(k); len(byFit[fit]) < limit {
			byFit[fit] = append(byFit[fit], x.cases[i])
		}
	}
	for _, found := range slices.Backward(byFit[:]) {
		best = append(best, found...)
	}
	return best[:min(len(best), limit)], count
}

// of gives the cases with these ids, in their order.
func (x index) of(ids []domain.CaseID) []lined {
	if len(ids) == 0 {
		return nil
	}
	var found []lined
	for i := range x.cases {
		if slices.Contains(ids, x.cases[i].Case) {
			found = append(found, x.cases[i])
		}
	}
	slices.SortFunc(found, func(a, b lined) int { return cmp.Compare(slices.Index(ids, a.Case), slices.Index(ids, b.Case)) })
	return found
}
