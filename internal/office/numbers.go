package office

import (
	"maps"
	"slices"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
)

// Gaps names the numbers of every series that no case has, so that a missing number is seen. There are none in a
// sound office: an annulled number stays listed.
func (o *Office) Gaps() []domain.CounterKey {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil
	}
	seen := map[domain.CounterKey]map[int]bool{}
	for _, e := range o.book.register.byID {
		if e.Number.Serial == 0 {
			continue
		}
		k := domain.CounterKey{Direction: e.Number.Direction, Series: e.Number.Series, Year: e.Number.Date.Year()}
		if seen[k] == nil {
			seen[k] = map[int]bool{}
		}
		seen[k][e.Number.Serial] = true
	}
	var gaps []domain.CounterKey
	for k, serials := range seen {
		if len(serials) != slices.Max(slices.Collect(maps.Keys(serials))) {
			gaps = append(gaps, k)
		}
	}
	return gaps
}

// Collision is a number that more than one case or letter has: a work item, because nothing is renumbered silently.
type Collision struct {
	Number domain.Number
	Cases  []domain.CaseID // in the order of their ids
}

// Collisions lists the numbers given twice, by two desks that wrote the same chain or took the same letter without
// knowing of each other. Those are left out that would tell the user of a case he may not see.
func (o *Office) Collisions() ([]Collision, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil, ErrClosed
	}
	doubtful, a := o.doubtful(), o.acting()
	byText := map[string]*Collision{}
	note := func(n domain.Number, id domain.CaseID) {
		key := string(n.Direction) + n.Text
		if byText[key] == nil {
			byText[key] = &Collision{Number: n}
		}
		byText[key].Cases = append(byText[key].Cases, id)
	}
	for _, id := range sortedIDs(o.book.register.byID) {
		e := o.book.register.byID[id]
		if e.Number.Serial > 0 {
			note(e.Number, id)
		}
		if !doubtful {
			continue
		}
		if err := o.noteIssued(id, note); err != nil {
			return nil, err
		}
	}
	var found []Collision
	for _, key := range slices.Sorted(maps.Keys(byText)) {
		c := byText[key]
		c.Cases = slices.DeleteFunc(c.Cases, func(id domain.CaseID) bool { return !o.maySee(a, id) })
		if len(c.Cases) > 1 {
			found = append(found, *c)
		}
	}
	return found, nil
}

// noteIssued notes the outgoing numbers of a case. They do not stand in the register, so each case is read; but only
// where two desks can have given the same ones at all.
func (o *Office) noteIssued(id domain.CaseID, note func(domain.Number, domain.CaseID)) error {
	s, err := o.book.current(o, journal.SubjectID(id))
	if err != nil {
		return err
	}
	for _, n := range slices.Concat(s.taken, s.c.Residue.Issued) {
		if n.Serial > 0 && n.Direction == domain.Outgoing {
			note(n, id)
		}
	}
	return nil
}

// doubtful tells whether a chain is forked or a letter was taken twice.
func (o *Office) doubtful() bool {
	for _, t := range o.store.Tips() {
		if t.Line.Branch != (storage.Branch{}) {
			return true
		}
	}
	return slices.ContainsFunc(o.book.office.Chains, func(c domain.ChainOpened) bool {
		return c.Purpose == domain.JournalChain && o.contested(c.Series)
	})
}
