package domain_test

import (
	"errors"
	"slices"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// stockOf is what the program of a test brings.
func stockOf(t *testing.T) domain.Stock {
	t.Helper()
	off := func(s string) calendar.Declared { return calendar.Declared{Date: day(t, s), Basis: "акт"} }
	return domain.Stock{
		Templates: []domain.Template{
			{ID: domain.TAnswer, Title: "Отговор", Paragraphs: []string{"{Answer}"}},
			{ID: domain.TProsecutor, Title: "До прокуратурата", Paragraphs: []string{"{Findings}"}},
		},
		Paragraphs: []domain.Standard{{ID: "хвала", Word: "хвала", Topic: "Похвали", Text: "Благодарим Ви."}},
		Days:       []calendar.Declared{off("2025-12-31"), off("2010-12-31"), off("2010-05-07"), off("2027-12-31")},
	}
}

func keysOf(all []domain.Novelty) []string {
	var keys []string
	for _, n := range all {
		keys = append(keys, n.Key())
	}
	return keys
}

// takes lets the office take from the stock and gives what it still lacks.
func takes(t *testing.T, a domain.Acting, s domain.Stock, keys ...string) (domain.Acting, []domain.Novelty) {
	t.Helper()
	events, err := a.TakeStock(s, keys...)
	if err != nil {
		t.Fatal(err)
	}
	now := *a.Office
	for _, e := range events {
		now = now.Apply(domain.Fact{Event: e, By: a.User, At: a.Now})
	}
	a.Office = &now
	return a, a.Novelties(s)
}

func TestAnOfficeFoundedEarlierTakesWhatItLacks(t *testing.T) {
	s := newStory(t, "2026-11-23")
	a := s.as(admin)
	now := *a.Office
	now.FoundedAt = s.now.AddDate(-2, 0, 0) // 2024
	now.Templates = []domain.Template{{ID: domain.TAnswer, Title: "Отговор", Paragraphs: []string{"По нашему: {Answer}"}, Closed: true}}
	now.Declared, now.Confirmed = nil, nil
	a.Office = &now
	stock := stockOf(t)
	if got := keysOf(a.Novelties(stock)); !slices.Equal(got, []string{"T14", "T18", "2010", "2027"}) { // 2025 is over, and it worked by it
		t.Fatalf("novelties %v", got)
	}
	a, left := takes(t, a, stock)
	if got := keysOf(left); !slices.Equal(got, []string{"T14"}) || left[0].Missing {
		t.Fatalf("left %v", left)
	}
	if own, _ := a.Office.Template(domain.TAnswer); own.Paragraphs[0] != "По нашему: {Answer}" {
		t.Error("a letter that the office has changed was overwritten")
	}
	if !slices.IsSortedFunc(a.Office.Declared, func(x, y calendar.Declared) int { return int(x.Date - y.Date) }) || len(a.Office.Declared) != 3 {
		t.Errorf("days %v", a.Office.Declared)
	}
	if _, err := a.TakeStock(stock); !errors.As(err, new(*domain.Refusal)) {
		t.Errorf("a second time: %v", err)
	}
	a, left = takes(t, a, stock, "T14")
	if own, _ := a.Office.Template(domain.TAnswer); len(left) > 0 || own.Paragraphs[0] != "{Answer}" || !own.Closed {
		t.Errorf("left %v, the letter is %+v", left, own)
	}
}

func TestAParagraphOfTheOfficeGivesWayOnlyWhenItIsNamed(t *testing.T) {
	s := newStory(t, "2026-11-23")
	a := s.as(admin)
	stock := stockOf(t)
	stock.Templates, stock.Days = nil, nil
	if got := a.Novelties(stock); len(got) > 0 {
		t.Fatalf("what nobody has changed is no novelty: %v", got)
	}
	now := *a.Office
	now.Paragraphs = []domain.Standard{{ID: "хвала", Word: "хвала", Topic: "Наши", Text: "Сърдечно благодарим.", Until: day(t, "2027-01-01")}}
	a.Office = &now
	if _, err := a.TakeStock(stock); err == nil {
		t.Error("it was overwritten unasked")
	}
	if _, err := a.TakeStock(stock, "T99"); err == nil {
		t.Error("what is not there was taken")
	}
	a, left := takes(t, a, stock, "хвала")
	if p := a.Office.Paragraphs[0]; len(left) > 0 || p.Text != "Благодарим Ви." || p.Topic != "Наши" || p.Until.IsZero() {
		t.Errorf("left %v, the paragraph is %+v", left, p)
	}
}

func TestWhoMaySetNothingIsOfferedNothing(t *testing.T) {
	s := newStory(t, "2026-11-23")
	if got := s.as(executor).Novelties(stockOf(t)); len(got) > 0 {
		t.Errorf("offered %v", got)
	}
	if _, err := s.as(executor).TakeStock(stockOf(t)); err == nil {
		t.Error("it was taken")
	}
}
