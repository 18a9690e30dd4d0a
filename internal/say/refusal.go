package say

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Refusal tells what cannot be done, why, and what to do instead.
func (s *Speaker) Refusal(r *domain.Refusal) string {
	args := make([]any, 0, 2*len(r.Args)+2)
	for _, a := range r.Args {
		args = append(args, a.Name, a.Value)
	}
	return s.T("refusal."+string(r.Reason), append(args, "field", r.Field)...)
}

// Fault tells calmly that something did not work, what is kept and what to do. The incident leads support to the
// log; it is left out where nothing was logged. A refusal among the causes is told as a refusal.
func (s *Speaker) Fault(err error, incident string) string {
	if r, ok := errors.AsType[*domain.Refusal](err); ok {
		return s.Refusal(r)
	}
	text := s.fault(err)
	if incident != "" {
		text += " " + s.T("fault.code", "incident", incident)
	}
	return text
}

func (s *Speaker) fault(err error) string {
	if day, ok := errors.AsType[*calendar.ContradictionError](err); ok {
		return s.T(contradictionKey(day.Conflict), "date", day.Date)
	}
	return s.T(faultKey(err), "first", calendar.First, "last", calendar.Last)
}

func contradictionKey(c calendar.Conflict) string {
	switch c {
	case calendar.DeclaredTwice:
		return "fault.declared_twice"
	case calendar.WorkedAnyway:
		return "fault.declared_worked_anyway"
	case calendar.WorkedOnHoliday:
		return "fault.declared_worked_on_holiday"
	default:
		return "fault.general"
	}
}

func faultKey(err error) string {
	for _, known := range []struct {
		cause error
		key   string
	}{
		{context.Canceled, "fault.canceled"},
		{context.DeadlineExceeded, "fault.too_slow"},
		{fs.ErrPermission, "fault.permission"},
		{fs.ErrNotExist, "fault.not_found"},
		{fs.ErrExist, "fault.exists"},
		{syscall.ENOSPC, "fault.disk_full"},
		{calendar.ErrDate, "fault.date"},
		{calendar.ErrTerm, "fault.term"},
		{calendar.ErrRange, "fault.date_range"},
	} {
		if errors.Is(err, known.cause) {
			return known.key
		}
	}
	return "fault.general"
}
