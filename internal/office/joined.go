package office

import (
	"fmt"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/wire"
)

// joined gives the cases that name another one, as far as the user may see them.
func (o *Office) joined(a domain.Acting, id domain.CaseID) []domain.Entry {
	var all []domain.Entry
	for _, e := range o.book.register.byID {
		if e.Names(id) && a.Office.MaySee(a.User, *e, a.Today()) {
			all = append(all, *e)
		}
	}
	return all
}

// Split takes what another body is competent for out of a case, into one of its own with the same receipt and sender,
// and forwards that: the user decides it when he may, else he proposes it. The first case goes on.
func (o *Office) Split(c Command, id domain.CaseID, part domain.Part, e domain.AdmissibilityDecided) (domain.CaseRegistered, error) {
	events, err := o.record(c, func() ([]stated, error) {
		a := o.acting()
		whole, err := o.caseFor(a, id)
		if err != nil {
			return nil, err
		}
		key, err := o.newKey()
		if err != nil {
			return nil, err
		}
		series := o.store.Desk().Series
		number := o.book.counters.Next(domain.Incoming, series, a.Today(), a.Office.Settings)
		all, err := a.Split(whole.c, part, domain.Registration{Case: domain.CaseID(key), Number: number}, e)
		if err != nil {
			return nil, o.giveBack(err, nil, key)
		}
		var group []stated
		for _, e := range all {
			group = append(group, stated{subject: journal.SubjectID(key), event: e})
		}
		return group, nil
	})
	if err != nil {
		return domain.CaseRegistered{}, err
	}
	registered, _ := events[0].(domain.CaseRegistered)
	return registered, nil
}

// TellJoined drafts a letter of a case for the senders of the cases that are joined to it and know of no answer: one
// decision answers them all. Whoever reads each of them is addressed as he is. It returns how many were drafted.
func (o *Office) TellJoined(c Command, id domain.CaseID, letter domain.LetterID, address func(domain.Contact) string) (int, error) {
	events, err := o.record(c, func() ([]stated, error) {
		a := o.acting()
		old, err := o.caseFor(a, id)
		if err != nil {
			return nil, err
		}
		l, ok := old.c.Letter(letter)
		if !ok {
			return nil, domain.Refuse(string(domain.DoDraft), domain.NoSuchLetter)
		}
		var group []stated
		for _, e := range o.joined(a, id) {
			if !e.Untold(id) {
				continue
			}
			s, err := o.draftFor(a, e.Case, func(x domain.Case) domain.Letter {
				return l.Content.Again(x, old.c.Number.Text, address(x.Intake.Sender.Contact))
			})
			if err != nil {
				return nil, err
			}
			group = append(group, s...)
		}
		if len(group) == 0 {
			return nil, domain.Refuse(string(domain.DoDraft), domain.NobodyJoined)
		}
		return group, nil
	})
	return len(events), err
}

// draftFor drafts a letter in a case, unless an answer is being written there already.
func (o *Office) draftFor(a domain.Acting, id domain.CaseID, write func(domain.Case) domain.Letter) ([]stated, error) {
	s, err := o.book.current(o, journal.SubjectID(id))
	if err != nil {
		return nil, err
	}
	if _, begun := s.c.Reply(); begun {
		return nil, nil
	}
	fresh, err := o.newID()
	if err != nil {
		return nil, fmt.Errorf("name a letter: %w", err)
	}
	content := write(s.c)
	e, err := a.Draft(s.c, domain.LetterDrafted{Letter: domain.LetterID(fresh), Content: content, Hash: wire.LetterHash(content)})
	if err != nil {
		return nil, err
	}
	return []stated{{subject: journal.SubjectID(id), event: e}}, nil
}
