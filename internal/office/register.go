package office

import (
	"cmp"
	"slices"

	"harta/internal/domain"
)

// register holds one line for every case. An entry is never changed in its place: whoever took it may read it
// while others work.
type register struct {
	byID  map[domain.CaseID]*domain.Entry
	list  []*domain.Entry // in the order of registration, unless stale
	stale bool
	terms map[[2]domain.Deadline][]domain.Deadline
}

func newRegister() register {
	return register{byID: map[domain.CaseID]*domain.Entry{}, terms: map[[2]domain.Deadline][]domain.Deadline{}}
}

// share gives terms that cases of one kind and one day of receipt have in common: they are a third of a line.
func (r *register) share(all []domain.Deadline) []domain.Deadline {
	var key [2]domain.Deadline
	if len(all) == 0 || len(all) > len(key) {
		return all
	}
	copy(key[:], all)
	if known, ok := r.terms[key]; ok && len(known) == len(all) {
		return known
	}
	r.terms[key] = slices.Clone(all)
	return r.terms[key]
}

// put replaces the entry of a case, or adds it.
func (r *register) put(e domain.Entry) {
	e.Deadlines = r.share(e.Deadlines)
	before, known := r.byID[e.Case]
	r.byID[e.Case] = &e
	switch {
	case r.stale:
	case known:
		i, found := slices.BinarySearchFunc(r.list, before, byRegistration)
		if r.stale = !found || byRegistration(before, &e) != 0; !r.stale {
			r.list[i] = &e
		}
	default:
		r.stale = len(r.list) > 0 && byRegistration(r.list[len(r.list)-1], &e) > 0
		r.list = append(r.list, &e)
	}
}

// all gives the entries in the order of registration. The list belongs to the caller.
func (r *register) all() []*domain.Entry { return slices.Clone(r.ordered()) }

// ordered is the list itself.
func (r *register) ordered() []*domain.Entry {
	if r.stale {
		r.list = slices.Grow(r.list[:0], len(r.byID))
		for _, e := range r.byID {
			r.list = append(r.list, e)
		}
		slices.SortFunc(r.list, byRegistration)
		r.stale = false
	}
	return r.list
}

func byRegistration(x, y *domain.Entry) int {
	if c := x.RegisteredAt.Compare(y.RegisteredAt); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(x.Number.Serial, y.Number.Serial), cmp.Compare(x.Number.Text, y.Number.Text),
		slices.Compare(x.Case[:], y.Case[:]))
}
