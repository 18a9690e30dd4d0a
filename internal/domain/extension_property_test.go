package domain_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// TestTwoExtensionsEqualTheLaterOne holds what „two extensions equal the later one“ can honestly mean. Terms do not add up:
// each extension is a total term from the receipt, so that whoever decides again, knowing the first decision, replaces
// it, and the case stands as if only the second had been decided. Of two that two desks decided at once neither is the
// later; then the earlier day is shown and the case is flagged, whichever came first (trust.md §3.3), because nobody may
// be told a later day than one that was promised.
func TestTwoExtensionsEqualTheLaterOne(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		from := day(t, "2026-12-24")
		until := func(name string) calendar.Date { return from.AddDays(rapid.IntRange(0, 30).Draw(r, name)) }
		x, y := charterUntil(until("first")), charterUntil(until("second"))
		onlyX, onlyY := extendedBy(t, x), extendedBy(t, y)
		if later := extendedBy(t, x, y); !slices.Equal(later.c.Deadlines, onlyY.c.Deadlines) {
			r.Fatalf("after %s and then %s the terms are %+v, want %+v", x.Until, y.Until, later.c.Deadlines, onlyY.c.Deadlines)
		}
		for _, s := range []*story{onlyX, onlyY} {
			if d, _ := s.c.Deadline(domain.CharterClock); d.Start != s.c.ReceivedOn() || d.First.String() != "2026-12-23" || !d.Extended {
				r.Fatalf("it is not counted from the receipt: %+v", d)
			}
		}
		earlier := onlyX.c.Deadlines
		if y.Until < x.Until {
			earlier = onlyY.c.Deadlines
		}
		for _, order := range [][2]domain.ExtensionDecided{{x, y}, {y, x}} {
			both := extendedAtOnce(t, order[0], order[1])
			if !slices.Equal(both.c.Deadlines, earlier) {
				r.Fatalf("decided at once as %s and %s the terms are %+v, want %+v", order[0].Until, order[1].Until, both.c.Deadlines, earlier)
			}
			if flagged := both.c.Entry().Flags.Has(domain.FlagDisputed); flagged != (x.Until != y.Until) {
				r.Fatalf("decided at once as %s and %s it is flagged: %t", order[0].Until, order[1].Until, flagged)
			}
		}
	})
}

// extendedBy gives a case with extensions that were decided one after the other, and whose letter has left.
func extendedBy(t *testing.T, all ...domain.ExtensionDecided) *story {
	t.Helper()
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	s.tells(5, all[len(all)-1])
	for _, e := range all {
		s.happened(secretary, e)
	}
	s.leaves(domain.LetterID{5})
	return s
}

// extendedAtOnce gives a case that two have extended, each by a letter of its own, without having seen the other.
func extendedAtOnce(t *testing.T, x, y domain.ExtensionDecided) *story {
	t.Helper()
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	s.tells(5, x)
	s.tells(6, y)
	y.Letter = domain.LetterID{6}
	s.concurrent(deputy, y, s.happened(secretary, x))
	s.leaves(domain.LetterID{5})
	s.leaves(domain.LetterID{6})
	return s
}

// tells drafts the letter about more time.
func (s *story) tells(letter byte, e domain.ExtensionDecided) {
	s.Helper()
	s.drafts(executor, text(letter, domain.TExtension, "Удължаваме до "+e.Until.Local()+" г."))
}

// leaves lets a letter leave, in time.
func (s *story) leaves(id domain.LetterID) {
	s.Helper()
	s.submits(executor, id)
	s.endorses(head, id)
	s.signs(mayor, id)
	s.sends(id)
}
