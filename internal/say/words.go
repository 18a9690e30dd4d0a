package say

import (
	"strconv"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Kind returns the word for a kind of submission.
func (s *Speaker) Kind(k domain.Kind) string { return s.named("kind", string(k)) }

// Channel returns the words for a way of receipt or dispatch.
func (s *Speaker) Channel(c domain.Channel) string { return s.named("channel", string(c)) }

// SenderType returns the word for a type of sender.
func (s *Speaker) SenderType(t domain.SenderType) string { return s.named("sender", string(t)) }

// Outcome returns the word for an outcome, and nothing for none yet.
func (s *Speaker) Outcome(o domain.Outcome) string { return s.named("outcome", string(o)) }

// Role returns the word for a role.
func (s *Speaker) Role(r domain.Role) string { return s.named("role", string(r)) }

// Turn returns whose turn it is, in the words of lists: a name in full, or a role; nothing when nobody has to do anything.
func (s *Speaker) Turn(o *domain.Office, t domain.Turn) string {
	switch {
	case t.Action == "":
		return ""
	case t.Nobody():
		return s.T("turn.nobody")
	case t.Role != "":
		return s.named("turn", string(t.Role))
	default:
		u, _ := o.User(t.User)
		return u.Name
	}
}

// State returns the word for the state of a case, and nothing before it is registered.
func (s *Speaker) State(st domain.State) string { return s.named("state", string(st)) }

// LetterState returns the word for the state of a letter.
func (s *Speaker) LetterState(st domain.LetterState) string {
	return s.named("letter_state", string(st))
}

// Ground returns the words for a ground of admissibility.
func (s *Speaker) Ground(g domain.Ground) string { return s.named("ground", string(g)) }

// Clock returns the words for the clock of a term.
func (s *Speaker) Clock(c domain.Clock) string { return s.named("clock", string(c)) }

// Link returns the words for how a case belongs to another.
func (s *Speaker) Link(l domain.LinkKind) string { return s.named("link", string(l)) }

// Note returns the words for a kind of note.
func (s *Speaker) Note(n domain.NoteKind) string { return s.named("note", string(n)) }

// Field returns the name of a field that can be corrected.
func (s *Speaker) Field(f domain.Field) string { return s.named("field", string(f)) }

// ErasureStage returns the word for where a list of what is to be destroyed stands.
func (s *Speaker) ErasureStage(st domain.ErasureStage) string {
	return s.named("erasure_stage", string(st))
}

// Filed returns the code of a file with its volume, which people write as a number or in words.
func (s *Speaker) Filed(code, volume string) string {
	switch _, err := strconv.Atoi(volume); {
	case volume == "":
		return code
	case err == nil:
		return s.T("filed.volume", "code", code, "volume", volume)
	default:
		return s.T("filed.worded", "code", code, "volume", volume)
	}
}

// LeftOut returns a sentence on why a case of such a list is left out.
func (s *Speaker) LeftOut(why domain.Reason) string {
	if key := "left_out." + string(why); s.has(key) {
		return s.T(key)
	}
	return s.T("left_out.other")
}

// Template returns the title of a letter template; one of the office's own is called by its ID.
func (s *Speaker) Template(t domain.TemplateID) string {
	if key := "template." + string(t); s.has(key) {
		return s.T(key)
	}
	return string(t)
}

// Holiday returns the name of a public holiday.
func (s *Speaker) Holiday(h calendar.HolidayID) string { return s.named("holiday", string(h)) }

// named returns the word of a family; the empty value means none and has none.
func (s *Speaker) named(family, id string) string {
	if id == "" {
		return ""
	}
	return s.T(family + "." + id)
}

// word returns the word for a value of the vocabulary.
func (s *Speaker) word(value any) (word string, ok bool) {
	switch v := value.(type) {
	case domain.Kind:
		return s.Kind(v), true
	case domain.Channel:
		return s.Channel(v), true
	case domain.State:
		return s.State(v), true
	case domain.Outcome:
		return s.Outcome(v), true
	case domain.Ground:
		return s.Ground(v), true
	case domain.Clock:
		return s.Clock(v), true
	case domain.Role:
		return s.Role(v), true
	default:
		return s.rarerWord(value)
	}
}

func (s *Speaker) rarerWord(value any) (word string, ok bool) {
	switch v := value.(type) {
	case domain.SenderType:
		return s.SenderType(v), true
	case domain.LetterState:
		return s.LetterState(v), true
	case domain.TemplateID:
		return s.Template(v), true
	case domain.LinkKind:
		return s.Link(v), true
	case domain.NoteKind:
		return s.Note(v), true
	case domain.Field:
		return s.Field(v), true
	case calendar.HolidayID:
		return s.Holiday(v), true
	default:
		return "", false
	}
}
