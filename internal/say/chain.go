package say

import (
	"strings"

	"harta/internal/domain"
)

// Step gives the short words for whose word a step of a chain of approval is.
func (s *Speaker) Step(r domain.Role) string { return s.T("chain.step_" + string(r)) }

// Chain reads a chain of approval as a way: its steps, and who signs at the end; third tells that somebody else than those
// before does.
func (s *Speaker) Chain(x domain.Chain, third bool) string {
	var way []string
	for _, step := range x.Steps {
		way = append(way, s.Step(step))
	}
	if len(way) == 0 {
		way = append(way, s.T("chain.one"))
	}
	return strings.Join(append(way, s.signature(x.Signs, third)), s.T("chain.then"))
}

func (s *Speaker) signature(lowest domain.Role, third bool) string {
	key := "chain.sign"
	if lowest != "" {
		key += "_" + string(lowest)
	}
	words := s.T(key)
	if third {
		return s.T("chain.third", "signature", words)
	}
	return words
}

// Endorsed tells that a letter was approved, and whose word of its chain that was.
func (s *Speaker) Endorsed(e domain.LetterEndorsed) string {
	switch {
	case e.As == "":
		return s.T("event.letter.endorsed")
	case e.Waits == "":
		return s.T("event.endorsed_as", "step", s.Step(e.As))
	default:
		return s.T("event.endorsed_next", "step", s.Step(e.As), "next", s.Step(e.Waits))
	}
}
