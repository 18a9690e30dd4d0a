package present

import (
	"cmp"
	"slices"
	"strings"

	"harta/internal/domain"
)

// Columns by which the register is sorted.
const (
	ByNumber  = "number"
	ByKind    = "kind"
	BySender  = "sender"
	BySubject = "subject"
	ByDue     = "due"
	ByLeft    = "left"
)

// Order is by what a list is sorted.
type Order struct {
	By   string
	Down bool
}

func (o Order) sort(all []*lined) {
	compare := map[string]func(a, b *lined) int{
		ByNumber:  compareNumbers,
		ByKind:    func(a, b *lined) int { return cmp.Compare(a.Kind, b.Kind) },
		BySender:  func(a, b *lined) int { return compareWords(a.Sender, b.Sender) },
		BySubject: func(a, b *lined) int { return compareWords(a.Subject, b.Subject) },
		ByDue:     compareDue,
		ByLeft:    compareDue,
	}[o.By]
	slices.SortStableFunc(all, func(a, b *lined) int {
		c := compare(a, b)
		if o.Down {
			c = -c
		}
		return cmp.Or(c, compareNumbers(a, b))
	})
}

func compareNumbers(a, b *lined) int {
	return cmp.Or(
		cmp.Compare(a.Number.Date.Year(), b.Number.Date.Year()), cmp.Compare(a.Number.Series, b.Number.Series),
		cmp.Compare(a.Number.Serial, b.Number.Serial), strings.Compare(a.Number.Text, b.Number.Text))
}

func compareWords(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }

// compareDue puts what is still to be answered first, by its day; what has no term comes last.
func compareDue(a, b *lined) int {
	if x, y := a.Urgency == domain.NoTerm, b.Urgency == domain.NoTerm; x != y {
		if x {
			return 1
		}
		return -1
	}
	return cmp.Compare(a.by, b.by)
}
