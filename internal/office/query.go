package office

import (
	"cmp"
	"slices"
	"strings"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
)

// File is a case with its history.
type File struct {
	Case    domain.Case
	History []Judged
}

// Case opens a case with its history, and notes in the access chain that the user looked.
func (o *Office) Case(id domain.CaseID, how Looked) (File, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return File{}, ErrClosed
	}
	a := o.acting()
	if !o.maySee(a, id) {
		return File{}, o.keptFrom(id, how)
	}
	s, err := o.book.current(o, journal.SubjectID(id))
	if err != nil {
		return File{}, err
	}
	if s.c.State != domain.Erased && how != Again {
		err = o.noteAccess(id, how, "")
	}
	return File{Case: a.Office.Recount(s.c), History: s.history}, err
}

func (o *Office) maySee(a domain.Acting, id domain.CaseID) bool {
	e, ok := o.book.register.byID[id]
	return ok && a.Office.MaySee(a.User, *e, a.Today())
}

// Find gives the entries whose number is what was typed: in full, short, or the serial alone.
func (o *Office) Find(typed string) []domain.Entry {
	typed = strings.TrimSpace(typed)
	return o.List(func(e domain.Entry) bool {
		text := e.Number.Text
		if text == typed || e.Number.Short() == typed {
			return true
		}
		_, serial, ok := strings.Cut(e.Number.Short(), "-")
		return ok && serial == typed
	})
}

// Entries gives the entries that the filter wants and the user may see, by the order of registration; nil wants all.
// They are those of the office itself: whoever takes them may read them as long as he likes, and must not change them.
func (o *Office) Entries(want func(*domain.Entry) bool) []*domain.Entry {
	if want == nil {
		want = func(*domain.Entry) bool { return true }
	}
	return o.entries(want)
}

// List gives copies of the entries that the filter wants and the user may see, by the order of registration.
func (o *Office) List(want func(domain.Entry) bool) []domain.Entry {
	found := o.entries(func(e *domain.Entry) bool { return want == nil || want(*e) })
	list := make([]domain.Entry, len(found))
	for i, e := range found {
		list[i] = *e
	}
	return list
}

// entries gives the entries that are wanted and that the user may see. The filter is asked with the office unlocked.
func (o *Office) entries(want func(*domain.Entry) bool) []*domain.Entry {
	o.mu.Lock()
	if o.keys == nil {
		o.mu.Unlock()
		return nil
	}
	all, a := o.book.register.all(), o.acting()
	now := *a.Office
	o.mu.Unlock()
	return slices.DeleteFunc(all, func(e *domain.Entry) bool { return !want(e) || !now.MaySee(a.User, *e, a.Today()) })
}

// Persons gives the contact book, by name, to whoever may see cases at all.
func (o *Office) Persons() []domain.Person {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil
	}
	if a := o.acting(); !a.Office.MaySee(a.User, domain.Entry{}, a.Today()) {
		return nil
	}
	return slices.SortedFunc(o.book.contacts.all(), func(a, b domain.Person) int {
		return strings.Compare(a.Contact.Name, b.Contact.Name)
	})
}

// Due is an entry that waits, with how urgent it is.
type Due struct {
	domain.Entry
	domain.Reminder
}

// Duties gives the entries the user may see that are open, or of which a term still runs, the most urgent first. They are
// computed when asked.
func (o *Office) Duties() []Due {
	office, today := o.Settings(), calendar.DateOf(o.Now())
	waiting := o.entries((*domain.Entry).Runs)
	all := make([]Due, len(waiting))
	for i, e := range waiting {
		all[i] = Due{*e, office.Remind(*e, today)}
	}
	slices.SortStableFunc(all, func(a, b Due) int {
		return cmp.Or(cmp.Compare(b.Urgency, a.Urgency), cmp.Compare(a.Reminder.Due, b.Reminder.Due))
	})
	return all
}

// Report computes the yearly report. Figures are of all cases, also of those the user may not open: they name
// nobody; the list is of those he may see. That it was computed is noted in the access chain.
func (o *Office) Report(year int) (domain.Yearly, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return domain.Yearly{}, ErrClosed
	}
	if err := o.noteAccess(domain.CaseID{}, Reported, ""); err != nil {
		return domain.Yearly{}, err
	}
	a := o.acting()
	return a.Office.Report(year, a.Today(), func(yield func(domain.Entry) bool) {
		for _, e := range o.book.register.all() {
			if !yield(*e) {
				return
			}
		}
	}, func(e *domain.Entry) bool { return a.Office.MaySee(a.User, *e, a.Today()) }), nil
}
