package office_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

// TestTwoCopiesNobodyCanTellApartAreFoundOut writes one chain from two images of a disk: both branches are kept,
// the number given twice is a work item, and both go on in chains of their own.
func TestTwoCopiesNobodyCanTellApartAreFoundOut(t *testing.T) {
	a := newDesk(t)
	must(t, a.founded(t).Close())
	b := a.imaged(t)
	b.samePaper = func(domain.Number) bool { return true }
	here, there := a.open(t, "clerk"), b.open(t, "clerk")
	first, second := register(t, here, "Тук"), register(t, there, "Там")
	if first.Number.Text != second.Number.Text {
		t.Fatalf("numbers %s and %s: the copies were told apart", first.Number.Text, second.Number.Text)
	}
	alike(t, a, b, here, there)
	for _, o := range []*office.Office{here, there} {
		as(t, o, "clerk")
		all, err := o.Collisions()
		must(t, err)
		if len(all) != 1 || all[0].Number.Text != first.Number.Text || len(all[0].Cases) != 2 {
			t.Errorf("collisions %+v", all)
		}
		if !slices.Contains(all[0].Cases, first.Case) || !slices.Contains(all[0].Cases, second.Case) {
			t.Errorf("collision is of %x", all[0].Cases)
		}
	}
	next := []string{register(t, here, "Пак тук").Number.Text, register(t, there, "Пак там").Number.Text}
	if next[0] == next[1] || next[0] == "94-2/23.11.2026" {
		t.Errorf("both go on with %v", next)
	}
	alike(t, a, b, here, there)
}

// TestTwoCopiesThatTookOneLetter makes two desks of one folder before either knows of the other.
func TestTwoCopiesThatTookOneLetter(t *testing.T) {
	a := newDesk(t)
	must(t, a.founded(t).Close())
	b, c := a.copied(t, "Б"), a.copied(t, "В")
	here, there := b.open(t, "clerk"), c.open(t, "clerk")
	first, second := register(t, here, "Б"), register(t, there, "В")
	if first.Number.Text != second.Number.Text {
		t.Fatalf("numbers %s and %s", first.Number.Text, second.Number.Text)
	}
	alike(t, b, c, here, there)
	as(t, here, "clerk")
	all, err := here.Collisions()
	must(t, err)
	if len(all) != 1 || len(all[0].Cases) != 2 {
		t.Errorf("collisions %+v", all)
	}
	if x, y := register(t, here, "Б пак"), register(t, there, "В пак"); x.Number.Series == y.Number.Series {
		t.Errorf("both go on with %s", x.Number.Series)
	}
	alike(t, b, c, here, there)
}
