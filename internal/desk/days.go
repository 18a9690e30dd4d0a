package desk

import (
	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/report"
)

// DayReview is what becomes of a line of a file of declared days.
type DayReview struct {
	report.DayLine
	Finding domain.DayFinding
	Why     error // why it is refused; nil = it is not
}

// Key is the key of the word for what becomes of the day.
func (r DayReview) Key() string {
	switch {
	case r.Wrong != nil:
		return "calendar.found_wrong"
	case r.Finding == domain.DayNew:
		return "calendar.found_new"
	case r.Finding == domain.DayOther:
		return "calendar.found_other"
	case r.Finding == domain.DayKnown:
		return "calendar.found_known"
	case r.Finding == domain.DayOffByLaw:
		return "calendar.found_law"
	default:
		return "calendar.found_refused"
	}
}

// ReadDays reads a file of declared days.
func (d *Desk) ReadDays(path string) ([]report.DayLine, error) {
	data, err := ReadFile(path, report.MaxDayBytes)
	if err != nil {
		return nil, err
	}
	lines, err := report.ReadDays(data, path)
	if err != nil {
		return nil, about(path, err)
	}
	return lines, nil
}

// ReviewDays says of every line what would become of it. A line that cannot be read is refused.
func ReviewDays(by domain.Acting, lines []report.DayLine) []DayReview {
	all := make([]DayReview, len(lines))
	var days []calendar.Declared
	var at []int
	for i, l := range lines {
		all[i] = DayReview{DayLine: l, Finding: domain.DayRefused}
		if l.Wrong != nil {
			all[i].Why = l.Wrong
			continue
		}
		days, at = append(days, l.Day), append(at, i)
	}
	found, errs := by.ReviewDays(days)
	for j, i := range at {
		all[i].Finding, all[i].Why = found[j], errs[j]
	}
	return all
}

// ReviewFile reads a file of declared days and says what would become of each line.
func (d *Desk) ReviewFile(path string) ([]DayReview, error) {
	lines, err := d.ReadDays(path)
	if err != nil {
		return nil, err
	}
	return ReviewDays(d.Acting(), lines), nil
}
