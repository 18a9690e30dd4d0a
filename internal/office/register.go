package office

import (
	"cmp"
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// register holds one line for every case. An entry is never changed in its place: whoever took it may read it
// while others work.
type register struct {
	byID  map[domain.CaseID]*domain.Entry
	list  []*domain.Entry // in the order of registration, unless stale
	stale bool
	terms map[termsKey][]domain.Deadline
}

func newRegister() register {
	return register{byID: map[domain.CaseID]*domain.Entry{}, terms: map[termsKey][]domain.Deadline{}}
}

// termsKey is the same for the same terms, and nearly never for others.
type termsKey struct {
	rule       domain.RuleID
	start, due calendar.Date
	terms      int
}

// share gives terms that cases of one kind and one day of receipt have in common: they are a third of a line.
func (r *register) share(all []domain.Deadline) []domain.Deadline {
	if len(all) == 0 {
		return nil
	}
	key := termsKey{all[0].Rule, all[0].Start, all[len(all)-1].Due, len(all)}
	known, ok := r.terms[key]
	if !ok {
		r.terms[key] = all
	} else if slices.Equal(known, all) {
		return known
	}
	return all
}

// put replaces the entry of a case, or adds it. The entry is the register's from then on.
func (r *register) put(e *domain.Entry) {
	e.Deadlines = r.share(e.Deadlines)
	before, known := r.byID[e.Case]
	r.byID[e.Case] = e
	switch {
	case r.stale:
	case known:
		i, found := slices.BinarySearchFunc(r.list, before, byRegistration)
		if r.stale = !found || byRegistration(before, e) != 0; !r.stale {
			r.list[i] = e
		}
	default:
		r.stale = len(r.list) > 0 && byRegistration(r.list[len(r.list)-1], e) > 0
		r.list = append(r.list, e)
	}
}

// all gives the entries in the order of registration. The list belongs to the caller.
func (r *register) all() []*domain.Entry { return slices.Clone(r.ordered()) }

// ordered is the list itself.
func (r *register) ordered() []*domain.Entry {
	if r.stale {
		r.sort()
	}
	return r.list
}

// sort puts the entries in order. Most are told apart by a number that lies beside them, without a look at each.
func (r *register) sort() {
	type timed struct {
		second int64
		*domain.Entry
	}
	all := make([]timed, 0, len(r.byID))
	for _, e := range r.byID {
		all = append(all, timed{e.RegisteredAt.Unix(), e})
	}
	slices.SortFunc(all, func(x, y timed) int {
		if x.second != y.second {
			return cmp.Compare(x.second, y.second)
		}
		return byRegistration(x.Entry, y.Entry)
	})
	r.list = slices.Grow(r.list[:0], len(all))
	for _, x := range all {
		r.list = append(r.list, x.Entry)
	}
	r.stale = false
}

func byRegistration(x, y *domain.Entry) int {
	if c := x.RegisteredAt.Compare(y.RegisteredAt); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(x.Number.Serial, y.Number.Serial), cmp.Compare(x.Number.Text, y.Number.Text),
		slices.Compare(x.Case[:], y.Case[:]))
}
