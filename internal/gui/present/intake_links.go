package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
)

// Link ties the new case to one that it resembles, or unties it: the same sender with a decided question repeats it,
// with an open one and nearly the same words he sends it twice; everything else is related.
func (n *Intake) Link(id domain.CaseID) {
	i := slices.IndexFunc(n.alike, func(a IntakeAlike) bool { return a.Case == id })
	if i < 0 {
		return
	}
	a := &n.alike[i]
	how := domain.RelatedTo
	switch {
	case a.Same && a.Decided:
		how = domain.RepeatOf
	case a.Same && a.Score >= 100*likeTwice:
		how = domain.DuplicateOf
	}
	a.Linked = !a.Linked
	n.numbers[id] = a.Number
	n.toggle(intakeLinks, linkKey(how, id), a.Linked)
	n.Edit(n.Field(intakeLinks))
}

// Links are the cases that the new one is tied to.
func (n *Intake) Links() []IntakeChip {
	var chips []IntakeChip
	for _, key := range n.Field(intakeLinks).Picked {
		how, id, _ := strings.Cut(key, ":")
		if number := n.numbers[domain.ParseID[domain.CaseID](id)]; number != "" {
			chips = append(chips, IntakeChip{key, n.T("intake.link_chip", "how", domain.LinkKind(how), "number", number)})
		}
	}
	return chips
}

// Unlink unties a case.
func (n *Intake) Unlink(key string) {
	n.toggle(intakeLinks, key, false)
	for i := range n.alike {
		if strings.HasSuffix(key, domain.ID(n.alike[i].Case).String()) {
			n.alike[i].Linked = false
		}
	}
	n.Edit(n.Field(intakeLinks))
}

// findLinked looks for the numbers of linked cases that are not known yet: of a draft, or of the case to go on from.
func (n *Intake) findLinked() {
	var unknown []domain.CaseID
	for _, key := range n.Field(intakeLinks).Picked {
		_, id, _ := strings.Cut(key, ":")
		if c := domain.ParseID[domain.CaseID](id); n.numbers[c] == "" {
			unknown = append(unknown, c)
		}
	}
	if len(unknown) == 0 {
		return
	}
	var found []domain.Entry
	n.Go(func() { found = n.office.List(func(e domain.Entry) bool { return slices.Contains(unknown, e.Case) }) }, func() {
		for _, e := range found {
			n.numbers[e.Case] = n.ShortNumber(e.Number)
		}
		n.changed()
	})
}

// OpenCase goes to another case; what is typed here is kept.
func (n *Intake) OpenCase(id domain.CaseID) { n.Open(Route{Place: CasePlace, Case: id}) }
