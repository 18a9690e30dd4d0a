package office

import (
	"slices"
	"time"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/storage"
)

// Looked says how a case was looked at; it stands in the access chain.
type Looked string

// Ways to look at a case.
const (
	Again    Looked = "" // by who has it before him, after a change: it is not noted again
	Opened   Looked = "opened"
	Printed  Looked = "printed"
	Copied   Looked = "copied" // a document of it was saved outside the office
	Exported Looked = "exported"
	Reported Looked = "reported"
	Invited  Looked = "invited" // at what he is asked to explain, and nothing else
	Refused  Looked = "refused" // by whom it names: he was shown nothing
)

// noteAccess writes to the access chain who looked at what. A reader beside another process cannot write; he is
// told by the console that he only reads.
func (o *Office) noteAccess(id domain.CaseID, how Looked, note string) error {
	if o.options.Storage.ReadOnly || o.bulk != nil {
		return nil
	}
	command, err := o.NewCommand()
	if err != nil {
		return err
	}
	e := domain.AccessViewed{Case: id, What: string(how), Note: note}
	_, err = o.write(o.store.Desk().Access, journal.CommandID(command), []stated{{event: e}})
	return err
}

// NoteSlip notes in the access chain that the slip was printed of a case that the user has just registered, also when it
// names himself and he does not see it any more.
func (o *Office) NoteSlip(id domain.CaseID) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return ErrClosed
	}
	if _, known := o.book.register.byID[id]; !known {
		return domain.Refuse("print", domain.NoSuchCase)
	}
	s, err := o.book.current(o, journal.SubjectID(id))
	if err != nil {
		return err
	}
	if s.c.RegisteredBy != o.user {
		return domain.Refuse("print", domain.NoSuchCase)
	}
	return o.noteAccess(id, Printed, "")
}

// NoteExport notes in the access chain that a list was taken out.
func (o *Office) NoteExport(note string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return ErrClosed
	}
	return o.noteAccess(domain.CaseID{}, Exported, note)
}

// Access is one line of the access log: who looked at what, and when.
type Access struct {
	domain.AccessViewed
	By    domain.UserID
	At    time.Time
	Named bool // the case is directed against who looked
}

// Accesses gives who looked at a case, or everything when the case is zero, the latest first. Of a case that the
// user may not know there is no trace here either.
func (o *Office) Accesses(id domain.CaseID) ([]Access, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil, ErrClosed
	}
	acting := o.acting()
	if !acting.Office.MayAudit(acting.User, acting.Today()) {
		return nil, domain.Refuse("audit", domain.NoRole).With("roles", domain.Auditing())
	}
	var all []Access
	for _, t := range o.store.Tips() {
		if !o.book.ofAccess(t.Line, nil) {
			continue
		}
		err := o.store.Scan(t.Line, 1, func(r journal.Record, at storage.Pos) error {
			a, err := o.decode(t.Line, at, r)
			if err != nil {
				return err
			}
			e, ok := a.event.(domain.AccessViewed)
			if ok && (id == domain.CaseID{} || e.Case == id) && (e.Case == domain.CaseID{} || o.mayKnow(acting, e.Case)) {
				by := o.book.authors[r.Author]
				all = append(all, Access{AccessViewed: e, By: by, At: r.Clock.Time(), Named: o.namedIn(by, e.Case)})
			}
			return nil
		})
		if err := o.survive(err); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(all, func(x, y Access) int { return y.At.Compare(x.At) })
	return all, nil
}

// mayKnow tells whether a user may know that there is a case.
func (o *Office) mayKnow(a domain.Acting, id domain.CaseID) bool {
	e, ok := o.book.register.byID[id]
	return ok && a.Office.MayKnow(a.User, *e, a.Today())
}

// namedIn tells whether a case is directed against a user, as it stands now.
func (o *Office) namedIn(by domain.UserID, id domain.CaseID) bool {
	e, known := o.book.register.byID[id]
	return known && o.book.office.NamedIn(by, *e)
}
