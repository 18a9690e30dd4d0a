package office

import (
	"bytes"
	"fmt"
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
)

// Kept is an archived case or an annulled registration, as whoever looks after the archive sees it: nothing in it says what
// it is about, so that an administrator may see it too.
type Kept struct {
	Case       domain.CaseID
	Number     domain.Number
	Kind       domain.Kind
	State      domain.State
	ReceivedOn calendar.Date
	Filing     string // the code of its file; empty = it is annulled, and in none
	EndedOn    calendar.Date
	Retention  domain.Retention // the zero one = the nomenclature has no such file
	List       domain.ErasureID // the list that it is on; zero = none
}

// Term gives how long the case is kept. An annulled registration, which is in no file, is kept as the one named for it.
func (k Kept) Term(o *domain.Office, annulledAs string) domain.Retention {
	if k.State != domain.StateAnnulled {
		return k.Retention
	}
	r, _ := o.Retention(annulledAs, k.EndedOn)
	return r
}

// Keeping gives what is archived or annulled and not destroyed, by file and by the end of the term. That it may be known,
// nobody has to open a case.
func (o *Office) Keeping() ([]Kept, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	a, err := o.archivist()
	if err != nil {
		return nil, err
	}
	taken := map[domain.CaseID]domain.ErasureID{}
	for i := range a.Office.Erasures {
		if x := &a.Office.Erasures[i]; x.Live() {
			for _, l := range x.Cases {
				taken[l.Case] = x.Erasure
			}
		}
	}
	var all []Kept
	for _, e := range o.book.register.all() {
		if e.EndedOn.IsZero() || !a.Office.MayKnow(a.User, *e, a.Today()) {
			continue
		}
		k := Kept{
			Case: e.Case, Number: e.Number, Kind: e.Kind, State: e.State, ReceivedOn: e.ReceivedOn, Filing: e.Filing, EndedOn: e.EndedOn,
			List: taken[e.Case],
		}
		k.Retention, _ = a.Office.Retention(e.Filing, e.EndedOn)
		all = append(all, k)
	}
	return all, nil
}

// ErasureFile is a list of what is to be destroyed, with what has become of its cases.
type ErasureFile struct {
	domain.Erasure
	Rows   []ErasureRow
	Hidden int // cases that the user may not know of
}

// ErasureRow is a case of a list.
type ErasureRow struct {
	domain.ErasureLine
	Gone bool          // it is destroyed
	Out  domain.Reason // why it is left out; empty = it is not
}

// Erasures gives the lists of what is to be destroyed, the latest first.
func (o *Office) Erasures() ([]ErasureFile, error) {
	return o.erasures(func(*domain.Erasure) bool { return true })
}

// Erasure gives one of the lists.
func (o *Office) Erasure(id domain.ErasureID) (ErasureFile, error) {
	found, err := o.erasures(func(x *domain.Erasure) bool { return x.Erasure == id })
	switch {
	case err != nil:
		return ErasureFile{}, err
	case len(found) == 0:
		return ErasureFile{}, domain.Refuse("print", domain.NoSuchErasure)
	}
	return found[0], nil
}

// erasures gives lists with what has become of their cases. Of the live ones every case is read from the disk: nobody else
// waits for that.
func (o *Office) erasures(want func(*domain.Erasure) bool) ([]ErasureFile, error) {
	a, all, err := o.erasureFiles(want)
	if err != nil {
		return nil, err
	}
	for i := range all {
		for j := range all[i].Rows {
			if err := o.erasureRow(a, &all[i].Erasure, &all[i].Rows[j]); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// erasureFiles gives lists with the cases of which the user may know.
func (o *Office) erasureFiles(want func(*domain.Erasure) bool) (a domain.Acting, all []ErasureFile, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if a, err = o.archivist(); err != nil {
		return a, nil, err
	}
	now := *a.Office
	a.Office = &now
	for _, x := range slices.Backward(now.Erasures) {
		if !want(&x) {
			continue
		}
		f := ErasureFile{Erasure: x}
		for _, l := range x.Cases {
			if o.mayKnow(a, l.Case) {
				f.Rows = append(f.Rows, ErasureRow{ErasureLine: l})
			} else {
				f.Hidden++
			}
		}
		all = append(all, f)
	}
	return a, all, nil
}

// erasureRow tells what has become of a case of a list: while the list is live, as it would go today.
func (o *Office) erasureRow(a domain.Acting, x *domain.Erasure, row *ErasureRow) error {
	switch {
	case x.Live():
		s, err := o.caseNow(row.Case)
		if err != nil {
			return err
		}
		if no := a.Office.Standing(row.ErasureLine, s.c, a.Today()); no != nil {
			row.Out = no.Reason
		}
	case x.Stage() == domain.ErasureDone:
		i := slices.IndexFunc(x.Executed.Left, func(y domain.ErasureLeft) bool { return y.Case == row.Case })
		if row.Gone = i < 0; !row.Gone {
			row.Out = x.Executed.Left[i].Why
		}
	}
	return nil
}

// archivist gives the signed-in user, when he may see what is kept until when.
func (o *Office) archivist() (domain.Acting, error) {
	if o.keys == nil {
		return domain.Acting{}, ErrClosed
	}
	a := o.acting()
	return a, a.MayArchive()
}

// ProposeErasure makes a list of cases to be destroyed by a protocol of the expert commission; annulled ones are kept as
// the file that is named for them.
func (o *Office) ProposeErasure(c Command, e domain.ErasureProposed, cases []domain.CaseID, annulledAs string) (domain.ErasureProposed, error) {
	events, err := o.record(c, func() ([]stated, error) {
		a := o.acting()
		found := make([]domain.Case, 0, len(cases))
		for _, id := range slices.Compact(slices.SortedFunc(slices.Values(cases), func(x, y domain.CaseID) int { return bytes.Compare(x[:], y[:]) })) {
			s, err := o.caseFor(a, id)
			if err != nil {
				return nil, err
			}
			found = append(found, s.c)
		}
		id, err := o.newID()
		if err != nil {
			return nil, fmt.Errorf("name a list: %w", err)
		}
		e.Erasure = domain.ErasureID(id)
		e, err := a.ProposeErasure(e, found, annulledAs)
		return []stated{{event: e}}, err
	})
	if err != nil {
		return domain.ErasureProposed{}, err
	}
	done, _ := events[0].(domain.ErasureProposed)
	return done, nil
}

// ConfirmErasure is the word of a second person for a list.
func (o *Office) ConfirmErasure(c Command, id domain.ErasureID) error {
	_, err := o.record(c, func() ([]stated, error) {
		cases, err := o.listed(id)
		if err != nil {
			return nil, err
		}
		e, err := o.acting().ConfirmErasure(id, cases)
		return []stated{{event: e}}, err
	})
	return err
}

// WithdrawErasure takes a list back.
func (o *Office) WithdrawErasure(c Command, id domain.ErasureID, reason string) error {
	_, err := o.record(c, func() ([]stated, error) {
		e, err := o.acting().WithdrawErasure(id, reason)
		return []stated{{event: e}}, err
	})
	return err
}

// listed folds the cases of a list.
func (o *Office) listed(id domain.ErasureID) ([]domain.Case, error) {
	x, _ := o.book.office.Erasure(id)
	all := make([]domain.Case, 0, len(x.Cases))
	for _, l := range x.Cases {
		s, err := o.book.current(o, journal.SubjectID(l.Case))
		if err != nil {
			return nil, err
		}
		if s.c.ID == (domain.CaseID{}) { // it has not arrived here
			s.c.ID = l.Case
		}
		all = append(all, s.c)
	}
	return all, nil
}
