package office

import (
	"iter"
	"slices"
	"strings"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/journal"
)

// Looked says how a case was looked at; it stands in the access chain.
type Looked string

// Ways to look at a case.
const (
	Opened   Looked = "opened"
	Printed  Looked = "printed"
	Exported Looked = "exported"
	Reported Looked = "reported"
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
	s, err := o.caseFor(a, id)
	if err != nil {
		return File{}, err
	}
	if s.c.State == domain.Erased {
		return File{Case: s.c, History: s.history}, nil
	}
	if err := o.noteAccess(id, how, ""); err != nil {
		return File{}, err
	}
	return File{Case: s.c, History: s.history}, nil
}

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
	return o.write(o.store.Desk().Access, journal.CommandID(command), []stated{{event: e}})
}

// Find gives the entries whose number is, or begins with, what was typed: in full, short, or the serial alone.
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

// List gives the entries that the user may see and the filter wants, by the order of registration.
func (o *Office) List(want func(domain.Entry) bool) []domain.Entry {
	return slices.Collect(o.entries(want))
}

func (o *Office) entries(want func(domain.Entry) bool) iter.Seq[domain.Entry] {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return func(func(domain.Entry) bool) {}
	}
	all := o.book.register()
	a := o.acting()
	now := *a.Office
	return func(yield func(domain.Entry) bool) {
		for _, e := range all {
			if now.MaySee(a.User, e, a.Today()) && (want == nil || want(e)) && !yield(e) {
				return
			}
		}
	}
}

// Persons gives the contact book, by name.
func (o *Office) Persons() []domain.Person {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.keys == nil {
		return nil
	}
	all := make([]domain.Person, 0, len(o.book.persons))
	for _, p := range o.book.persons {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b domain.Person) int { return strings.Compare(a.Contact.Name, b.Contact.Name) })
	return all
}

// Settings gives the office as it is now.
func (o *Office) Settings() domain.Office {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.book == nil {
		return domain.NewOffice()
	}
	return o.book.office
}

// Due is an entry that waits, with how urgent it is.
type Due struct {
	domain.Entry
	domain.Reminder
}

// Duties gives the open entries the user may see, the most urgent first. They are computed when asked.
func (o *Office) Duties() []Due {
	var all []Due
	office, today := o.Settings(), calendar.DateOf(o.Now())
	for _, e := range o.List(func(e domain.Entry) bool { return e.State.Open() }) {
		all = append(all, Due{e, office.Remind(e, today)})
	}
	slices.SortStableFunc(all, func(a, b Due) int {
		if a.Urgency != b.Urgency {
			return int(b.Urgency) - int(a.Urgency)
		}
		return int(a.Reminder.Due - b.Reminder.Due)
	})
	return all
}

// Report computes the yearly report. Figures are of all cases, also of those the user may not open: they name
// nobody. That it was computed is noted in the access chain.
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
	return a.Office.Report(year, a.Today(), slices.Values(o.book.register())), nil
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
