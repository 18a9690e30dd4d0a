package say

import (
	"harta/internal/calendar"
	"harta/internal/domain"
)

// Telling tells what told somebody a day, a letter or the slip; now is the day that holds since, zero where that is said
// beside it.
func (s *Speaker) Telling(t domain.Telling, now calendar.Date) string {
	words := s.T("told.letter", "on", t.On, "number", t.Number.Text, "told", t.Due)
	if t.Slip() {
		words = s.T("told.slip", "on", t.On, "told", t.Due)
	}
	if now.IsZero() {
		return words
	}
	return words + " " + s.T("told.now", "now", now)
}

// Told tells the terms as they stand on a slip.
func (s *Speaker) Told(all []domain.ToldTerm) string {
	var words []string
	for _, t := range all {
		words = append(words, s.T("told.term", "clock", t.Clock, "due", t.Due))
	}
	return Joined(words...)
}
