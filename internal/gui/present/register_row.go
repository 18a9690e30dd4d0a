package present

import (
	"harta/internal/domain"
)

// CaseRow is a line of the register, precomputed: a case, or the head of a group.
type CaseRow struct {
	Group string
	Count int

	Case    domain.CaseID
	Number  string
	Kind    string
	Sender  string
	Subject string
	Due     string
	Left    string
	Urgency domain.Urgency
	Mark    Mark
	Checked bool

	entry *domain.Entry // of which its turn is asked when it is seen
	read  int           // by which load: what is asked then may have changed
}

// Mark is the one mark of a case that a line of a list has room for.
type Mark int

// Marks, the most important last.
const (
	NoMark Mark = iota
	MarkExtended
	MarkWaiting
	MarkAnonymous
	MarkDanger
)

// markOf gives the most important mark of a case.
func markOf(f domain.Flag) Mark {
	switch {
	case f.Has(domain.FlagDanger):
		return MarkDanger
	case f.Has(domain.FlagAnonymous):
		return MarkAnonymous
	case f.Has(domain.FlagWaiting):
		return MarkWaiting
	case f.Has(domain.FlagExtended):
		return MarkExtended
	default:
		return NoMark
	}
}
