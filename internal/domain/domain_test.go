package domain_test

import (
	"errors"
	"fmt"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
)

func TestRefusalsCompareByReason(t *testing.T) {
	err := fmt.Errorf("close: %w", domain.Refuse("close", domain.FileNoteMissing).On("note"))
	if !errors.Is(err, domain.Refuse("", domain.FileNoteMissing)) || errors.Is(err, domain.Refuse("close", domain.NotDispatched)) {
		t.Error("compared by something else")
	}
	if got := err.Error(); got != "close: close refused: file_note_missing (note)" {
		t.Errorf("developers read %q", got)
	}
}

func TestCommandsOfTheOfficeAskTheSameRulesAsTheFold(t *testing.T) {
	s := newStory(t, "2026-11-23")
	for who, want := range map[domain.UserID]error{
		secretary: nil, clerk: domain.Refuse("", domain.NoRole), stranger: domain.Refuse("", domain.UserRemovedEarlier),
		{}: domain.Refuse("", domain.NotSignedIn),
	} {
		if err := s.as(who).MayOffice(domain.CalendarSet{}); !errors.Is(err, want) {
			t.Errorf("user %d: %v, want %v", who[0], err, want)
		}
	}
}

func TestRulesHoldForTheirDatesAndKinds(t *testing.T) {
	rules := domain.Rules{
		{ID: "old", Kinds: []domain.Kind{domain.Question}, Clock: domain.CharterClock, Until: day(t, "2026-06-30")},
		{ID: "new", Kinds: []domain.Kind{domain.Question}, Clock: domain.CharterClock, From: day(t, "2026-07-01")},
		{ID: "task", Clock: domain.ForwardClock, Term: calendar.Term{N: 7, Unit: calendar.Days}},
	}
	for on, want := range map[string]domain.RuleID{"2026-06-30": "old", "2026-07-01": "new"} {
		if got := rules.Of(domain.Question, day(t, on)); len(got) != 1 || got[0].ID != want {
			t.Errorf("%s: %+v", on, got)
		}
	}
	if _, ok := rules.Task(domain.NotifyClock, day(t, "2026-07-01")); ok || len(rules.Of(domain.Signal, day(t, "2026-07-01"))) != 0 {
		t.Error("a rule holds for what it does not name")
	}
	task, ok := rules.Task(domain.ForwardClock, day(t, "2026-04-03"))
	o := domain.NewOffice()
	if d, err := task.Deadline(o.Calendar(), day(t, "2026-04-03")); !ok || err != nil || d.Due.String() != "2026-04-14" {
		t.Errorf("forwarded by %s, %v", d.Due, err)
	}
}
