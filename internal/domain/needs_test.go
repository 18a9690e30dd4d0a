package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestAUnitGivesBackOnlyWhatItWasGivenTheseDays(t *testing.T) {
	for name, c := range map[string]struct {
		days int // of the settings
		on   string
		why  domain.Reason
	}{
		"on the second working day": {0, "2026-11-25", ""},
		"on the third":              {0, "2026-11-26", domain.GiveBackLate},
		"as the office has set":     {5, "2026-11-30", ""},
		"later than it has set":     {5, "2026-12-01", domain.GiveBackLate},
	} {
		t.Run(name, func(t *testing.T) {
			settings := domain.DefaultSettings()
			settings.GiveBackDays = c.days
			s := newStory(t, "2026-11-23", domain.SettingsSet{Settings: settings})
			s.registers(s.submission(domain.Signal))
			s.works(mayor)
			s.now = at(t, c.on, 10)
			back := func(a domain.Acting) (domain.CaseReturned, error) { return a.GiveBack(s.c, "Не е наше.") }
			if c.why != "" {
				refused(s, head, c.why, "", back)
				return
			}
			given(s, head, back)
		})
	}
	t.Run("what was once given back late stays given back", func(t *testing.T) {
		s := newStory(t, "2026-11-23")
		s.registers(s.submission(domain.Signal))
		s.works(mayor)
		s.now = at(t, "2026-12-14", 10)
		s.happened(head, domain.CaseReturned{Reason: "Не е наше."})
		s.stands(domain.InResolution)
	})
}

func TestAClosedCaseStaysAtHandForAMonthOrUntilItsYearEnds(t *testing.T) {
	for name, c := range map[string]struct {
		months       int
		closed, from string
	}{
		"a month":                 {0, "2026-11-23", "2026-12-23"},
		"the year ends before":    {0, "2026-12-14", "2027-01-01"},
		"as the office has set":   {3, "2026-08-10", "2026-11-10"},
		"only when its year ends": {12, "2026-08-10", "2027-01-01"},
	} {
		t.Run(name, func(t *testing.T) {
			settings := domain.DefaultSettings()
			settings.ArchiveMonths = c.months
			s := newStory(t, c.closed, domain.SettingsSet{Settings: settings})
			s.registers(s.submission(domain.Praise))
			s.issues(text(1, domain.TThanks, "Благодарим Ви."), clerk, head, secretary)
			s.closes(domain.CaseClosed{})
			archive := func(a domain.Acting) (domain.CaseArchived, error) {
				return a.Archive(s.c, domain.CaseArchived{Filing: "94-02"})
			}
			s.now = at(t, c.from, 10).AddDate(0, 0, -1)
			refused(s, clerk, domain.ArchiveEarly, "", archive)
			if step := s.office.NextStep(s.c, day(t, c.from).AddDays(-1)); step.From != day(t, c.from) {
				t.Errorf("waits until %s", step.From)
			}
			s.now = at(t, c.from, 10)
			given(s, clerk, archive)
		})
	}
}
