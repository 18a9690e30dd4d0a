package domain

import (
	"slices"

	"harta/internal/calendar"
)

// SurplusHow says what was done with personal data that nobody asked for.
type SurplusHow string

// What can be done with them (чл. 25а ЗЗЛД).
const (
	SurplusReturned SurplusHow = "returned"
	SurplusErased   SurplusHow = "erased"
)

// SurplusHows lists what can be done with them.
func SurplusHows() []SurplusHow { return []SurplusHow{SurplusReturned, SurplusErased} }

// Surplus is a piece of personal data that came without a ground, and what became of it.
type Surplus struct {
	SurplusFound
	Settled SurplusSettled // without a way, not yet
}

// Open tells whether it is still here.
func (s Surplus) Open() bool { return s.Settled.How == "" }

// FindSurplus notes personal data that came without a ground. They are returned or erased within the term of the law
// from the day on which it was noticed.
func (a Acting) FindSurplus(c Case, e SurplusFound) (SurplusFound, error) {
	err := first(a.permit(c, LetterFile{}, e), filled(DoFindSurplus, "item", e.Item, MaxLine),
		a.notAhead(DoFindSurplus, c.ReceivedOn(), e.Learned))
	if err != nil {
		return SurplusFound{}, err
	}
	if c.openSurplus(e.Item) >= 0 {
		return SurplusFound{}, Refuse(string(DoFindSurplus), NothingChanged).On("item")
	}
	if _, ok := c.document(e.Document); e.Document != (DocumentID{}) && !ok {
		return SurplusFound{}, Refuse(string(DoFindSurplus), FieldMissing).On("file").With("field", "file")
	}
	rule, ok := a.Office.Rules.Task(SurplusClock, e.Learned)
	if !ok {
		return SurplusFound{}, Refuse(string(DoFindSurplus), NoSuchClock).With("clock", SurplusClock)
	}
	d, err := rule.Deadline(a.Office.Calendar(), e.Learned)
	e.Due = d.Due
	return e, err
}

// SettleSurplus records that they were returned or erased, by a protocol. An attachment that is erased is named, so that
// its key is overwritten.
func (a Acting) SettleSurplus(c Case, e SurplusSettled) (SurplusSettled, error) {
	op := string(DoSettleSurplus)
	if err := a.permit(c, LetterFile{}, e); err != nil {
		return SurplusSettled{}, err
	}
	i := c.openSurplus(e.Item)
	switch {
	case i < 0:
		return SurplusSettled{}, Refuse(op, FieldMissing).On("item").With("field", "item")
	case !slices.Contains(SurplusHows(), e.How):
		return SurplusSettled{}, Refuse(op, FieldMissing).On("how").With("field", "how")
	}
	if err := first(a.notAhead(DoSettleSurplus, c.Surplus[i].Learned, e.On), filled(DoSettleSurplus, "protocol", e.Protocol, MaxLine)); err != nil {
		return SurplusSettled{}, err
	}
	e.Document = DocumentID{}
	if e.How == SurplusErased {
		e.Document = c.Surplus[i].Document
	}
	return e, nil
}

// openSurplus finds a piece that is still here, -1 = none.
func (c Case) openSurplus(item string) int {
	return slices.IndexFunc(c.Surplus, func(s Surplus) bool { return s.Item == item && s.Open() })
}

// SurplusDue gives the day until which the next piece must be gone; zero = nothing is here.
func (c Case) SurplusDue() calendar.Date {
	var due calendar.Date
	for _, s := range c.Surplus {
		if s.Open() && (due.IsZero() || s.Due < due) {
			due = s.Due
		}
	}
	return due
}

// Shredded tells whether an attachment was erased as surplus.
func (c Case) Shredded(id DocumentID) bool {
	return id != (DocumentID{}) && slices.ContainsFunc(c.Surplus, func(s Surplus) bool { return s.Settled.Document == id })
}

func (c Case) document(id DocumentID) (DocumentAdded, bool) {
	return find(c.Documents, func(d *DocumentAdded) bool { return d.Document == id })
}

func (c Case) foundSurplus(e SurplusFound) Case {
	c.Surplus = append(slices.Clip(c.Surplus), Surplus{SurplusFound: e})
	return c
}

func (c Case) settledSurplus(e SurplusSettled) Case {
	if i := c.openSurplus(e.Item); i >= 0 {
		c.Surplus = slices.Clone(c.Surplus)
		if e.Document != c.Surplus[i].Document { // nothing is erased but what was noted
			e.Document = DocumentID{}
		}
		c.Surplus[i].Settled = e
		if e.Document != (DocumentID{}) {
			c.Flags |= FlagShredded
		}
	}
	return c
}

// surplusHere lets the table offer to settle only what is there.
func surplusHere(s *Situation) *Refusal {
	if s.Case.SurplusDue().IsZero() {
		return Refuse("", NoSurplus)
	}
	return nil
}
