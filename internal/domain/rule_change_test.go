package domain_test

import (
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
)

func TestARuleGoesOnAsAnotherFromADay(t *testing.T) {
	rules := domain.Rules(domain.DefaultRules())
	month, week := calendar.Term{N: 1, Unit: calendar.Months}, calendar.Term{N: 7, Unit: calendar.Days}
	from, before := day(t, "2027-01-01"), day(t, "2026-12-31")
	changed, err := rules.Changed(domain.RuleChange{Rule: "signal.legal", Term: month, Source: "law.apk_121", From: from})
	if err != nil {
		t.Fatal(err)
	}
	of := func(rs domain.Rules, on calendar.Date) domain.DeadlineRule {
		t.Helper()
		all := rs.Of(domain.Signal, on)
		if len(all) != 1 {
			t.Fatalf("%d rules on %v", len(all), on)
		}
		return all[0]
	}
	if old := of(changed, before); old.ID != "signal.legal" || old.Until != before || old.Term.N != 2 || old.Max.N != 3 {
		t.Errorf("before the day: %+v", old)
	}
	if now := of(changed, from); now.ID != "signal.legal.2" || now.From != from || now.Term != month || now.Max.N != 0 || !now.Law {
		t.Errorf("from the day on: %+v", now)
	}
	again, err := changed.Changed(domain.RuleChange{
		Rule: "signal.legal.2", Term: week, Max: month, Source: "law.apk_121", MaxFrom: "law.apk_121", From: day(t, "2028-01-01"),
	})
	if err != nil {
		t.Fatal(err)
	}
	if now := of(again, day(t, "2028-01-01")); now.ID != "signal.legal.3" || !now.Max.Extended {
		t.Errorf("once more: %+v", now)
	}
	corrected, err := changed.Changed(domain.RuleChange{Rule: "signal.legal.2", Term: week, Source: "law.apk_121"})
	if err != nil {
		t.Fatal(err)
	}
	if now := of(corrected, from); now.ID != "signal.legal.2" || now.Term != week || len(corrected) != len(changed) {
		t.Errorf("corrected as it stands: %+v", now)
	}
	if rules[0].Term.N != 2 || !rules[0].Until.IsZero() {
		t.Error("the rules that were changed are others now")
	}
	s := newStory(t, "2026-11-23")
	set := domain.RulesSet{Rules: changed, Reason: "изменение на закона"}
	if _, err := s.as(secretary).SetRules(set); err != nil {
		t.Error(err)
	}
	for name, c := range map[string]struct {
		rules domain.Rules
		x     domain.RuleChange
		why   domain.Reason
		field string
	}{
		"an unknown rule": {rules, domain.RuleChange{Rule: "?"}, domain.UnknownValue, "rule"},
		"nothing but a day": {rules, domain.RuleChange{
			Rule: "signal.legal", Term: rules[0].Term, Max: rules[0].Max, Source: "law.apk_121", MaxFrom: "law.apk_121", From: from,
		}, domain.NothingChanged, ""},
		"before it holds": {changed, domain.RuleChange{Rule: "signal.legal.2", Term: week, Source: "x", From: before}, domain.RuleBefore, "from"},
		"when it is over": {changed, domain.RuleChange{Rule: "signal.legal", Term: week, Source: "x", From: from}, domain.RuleOver, "from"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.rules.Changed(c.x)
			mustRefuse(t, err, c.why, c.field)
		})
	}
}

func TestOpenCasesKeepTheTermTheyHave(t *testing.T) {
	rules := domain.Rules(domain.DefaultRules())
	x := domain.RuleChange{Rule: "question.charter", Term: calendar.Term{N: 5, Unit: calendar.WorkingDays}, From: day(t, "2026-11-10")}
	entry := func(change func(*domain.Entry)) *domain.Entry {
		e := domain.Entry{
			Kind: domain.Question, State: domain.InWork, ReceivedOn: day(t, "2026-11-12"),
			Deadlines: []domain.Deadline{{Clock: domain.CharterClock, Term: calendar.Term{N: 7, Unit: calendar.WorkingDays}}},
		}
		change(&e)
		return &e
	}
	for name, c := range map[string]struct {
		change func(*domain.Entry)
		want   bool
	}{
		"open, of those days":   {func(*domain.Entry) {}, true},
		"received before":       {func(e *domain.Entry) { e.ReceivedOn = day(t, "2026-11-09") }, false},
		"of another kind":       {func(e *domain.Entry) { e.Kind = domain.Signal }, false},
		"answered":              {func(e *domain.Entry) { e.AnsweredOn = day(t, "2026-11-20") }, false},
		"closed":                {func(e *domain.Entry) { e.State = domain.Closed }, false},
		"with that term anyway": {func(e *domain.Entry) { e.Deadlines[0].Term.N = 5 }, false},
	} {
		if got := x.Keeps(rules, entry(c.change)); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
