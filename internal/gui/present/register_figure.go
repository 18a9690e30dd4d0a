package present

import (
	"strconv"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Figured narrows the register to the cases behind a number of a yearly report.
type Figured struct {
	Of    domain.Figure // empty = no such filter
	Year  int
	Month time.Month // 0 = the whole year
}

func (f Figured) wants(e *domain.Entry, today calendar.Date) bool {
	if f.Of == "" {
		return true
	}
	on, yes := e.Counted(f.Of, f.Year, today)
	if !yes || f.Month == 0 {
		return yes
	}
	_, month, _ := on.Civil()
	return month == f.Month
}

// figurePrefix begins the view of the register that lists the cases behind a number.
const figurePrefix = "figure:"

// figureView names that view.
func figureView(f Figured, kind domain.Kind, department domain.DepartmentID) string {
	return figurePrefix + strings.Join([]string{string(f.Of), strconv.Itoa(f.Year), strconv.Itoa(int(f.Month)), string(kind), idKey(department)}, "/")
}

// figureFilter reads it; what is none of ours gives the open cases.
func figureFilter(view string) Filter {
	parts := strings.Split(strings.TrimPrefix(view, figurePrefix), "/")
	if len(parts) != 5 {
		return Filter{Stage: StageOpen}
	}
	year, _ := strconv.Atoi(parts[1])
	month, _ := strconv.Atoi(parts[2])
	return Filter{
		Figure: Figured{domain.Figure(parts[0]), year, time.Month(month)}, Kind: parts[3], Department: domain.ParseID[domain.DepartmentID](parts[4]),
	}
}

// figureWords says which number the cases stand behind.
func (r *Register) figureWords() string {
	f := r.filter.Figure
	words := r.T("reports.list."+string(f.Of), "year", f.Year)
	if f.Month != 0 {
		return r.T("reports.list_month", "what", words, "month", r.Say.Month(f.Month))
	}
	return words
}
