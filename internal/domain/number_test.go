package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestNumbersHaveNoGapsInASeriesAndBeginAnewEachYear(t *testing.T) {
	settings := domain.DefaultSettings()
	counters := domain.Counters{}
	for _, want := range []struct {
		series string
		on     string
		text   string
	}{
		{"", "2026-11-12", "94-1/12.11.2026"},
		{"", "2026-11-12", "94-2/12.11.2026"},
		{"Б", "2026-11-13", "94-Б1/13.11.2026"},
		{"", "2026-12-31", "94-3/31.12.2026"},
		{"", "2027-01-04", "94-1/04.01.2027"},
	} {
		n := counters.Next(domain.Incoming, want.series, day(t, want.on), settings)
		if again := counters.Next(domain.Incoming, want.series, day(t, want.on), settings); again != n {
			t.Errorf("a number that was not taken is %s, then %s", n.Text, again.Text)
		}
		counters.Note(n)
		if n.Text != want.text {
			t.Errorf("number %s, want %s", n.Text, want.text)
		}
	}
	if out := counters.Next(domain.Outgoing, "", day(t, "2026-11-12"), settings); out.Serial != 1 {
		t.Errorf("first outgoing serial is %d", out.Serial)
	}
	counters.Note(domain.Number{Text: "94-900/2026", Date: day(t, "2026-01-05")}) // of an older register
	if n := counters.Next(domain.Incoming, "", day(t, "2026-12-31"), settings); n.Serial != 4 || n.Short() != "94-4" {
		t.Errorf("after an imported number comes %s", n.Short())
	}
}

func TestNumberTemplateMustKeepNumbersApart(t *testing.T) {
	for template, ok := range map[domain.NumberTemplate]bool{
		domain.DefaultNumberTemplate: true, "ПО-{serial}-{yyyy}": true, "{index}-{serial}": false, "{index}/{dd.mm.yyyy}": false,
	} {
		if err := template.Check(); (err == nil) != ok {
			t.Errorf("%s: %v", template, err)
		}
	}
	n := domain.Number{Serial: 7, Date: day(t, "2026-03-02")}
	if got := domain.NumberTemplate("").Render("94", n); got != "94-7/02.03.2026" {
		t.Errorf("an office without a template numbers %s", got)
	}
}
