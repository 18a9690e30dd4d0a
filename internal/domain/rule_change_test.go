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

// changes records a change of a rule.
func (s *story) changes(x domain.RuleChange) {
	s.Helper()
	rules, err := s.office.Rules.Changed(x)
	if err != nil {
		s.Fatal(err)
	}
	set, err := s.as(secretary).SetRules(domain.RulesSet{Rules: rules, Reason: "изменение на закона"})
	if err != nil {
		s.Fatal(err)
	}
	s.office = fold(s.office, set)
}

func TestACaseKeepsTheRuleThatHeldOnTheDayOfItsReceipt(t *testing.T) {
	workdays := func(n int) calendar.Term { return calendar.Term{N: n, Unit: calendar.WorkingDays} }
	later := func(from string, term calendar.Term) domain.RuleChange {
		return domain.RuleChange{Rule: "question.charter", Term: term, Source: "standard.inquiry", From: day(t, from)}
	}
	for name, c := range map[string]struct {
		change    domain.RuleChange
		rule      domain.RuleID
		due, told string
		stays     bool
	}{
		"a change from a later day":         {later("2026-11-24", workdays(5)), "question.charter", "2026-12-02", "", true},
		"one from the day of receipt":       {later("2026-11-23", workdays(5)), "question.charter.2", "2026-11-30", "2026-12-02", false},
		"one that was entered late":         {later("2026-11-02", workdays(10)), "question.charter.2", "2026-12-07", "2026-12-02", false},
		"a correction of the rule":          {domain.RuleChange{Rule: "question.charter", Term: workdays(5), Source: "standard.inquiry"}, "question.charter", "2026-11-30", "2026-12-02", false},
		"another source, and the same term": {later("2026-11-02", workdays(7)), "question.charter.2", "2026-12-02", "", false},
		"a rule of another kind":            {domain.RuleChange{Rule: "opinion.charter", Term: workdays(5), Source: "standard.opinion"}, "question.charter", "2026-12-02", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStory(t, "2026-11-23")
			s.registers(s.submission(domain.Question))
			was, e := s.office, s.c.Entry()
			if name == "another source, and the same term" {
				c.change.Source = "Заповед № 5"
			}
			s.changes(c.change)
			d, _ := s.office.Recount(s.c).Due()
			if d.Rule != c.rule || d.Due.String() != c.due || d.Told.String() != c.told {
				t.Errorf("counted as %+v", d)
			}
			if line, _ := s.office.RecountEntry(e).Due(); line != d {
				t.Errorf("the line says %+v", line)
			}
			m, moves := was.Moves(&s.office, &e)
			if moves != (c.told != "") || moves && (m.From.String() != c.told || m.To.String() != c.due || m.Clock != "") {
				t.Errorf("the trial says %+v, %t", m, moves)
			}
			if got := c.change.Stays(&was, &e); got != c.stays {
				t.Errorf("it stays: %t", got)
			}
			again := s.office.Recount(s.office.Recount(s.c))
			if twice, _ := again.Due(); twice != d {
				t.Errorf("counted twice: %+v", twice)
			}
		})
	}
}

func TestARuleMovesNoTermThatWasKeptOrPromised(t *testing.T) {
	month := domain.RuleChange{Rule: "complaint.charter", Term: calendar.Term{N: 14, Unit: calendar.Days}, Max: calendar.Term{N: 3, Unit: calendar.Months}, Source: "charter.month", MaxFrom: "charter.month"}
	s := inWork(t, domain.ComplaintService, "2026-11-23")
	answered := s.c
	answered.AnsweredOn = day(t, "2026-12-01")
	s.drafts(executor, text(5, domain.TExtension, "Удължаваме до 15.01.2027 г."))
	given(s, secretary, extend(s, charterUntil(day(t, "2027-01-15"))))
	s.submits(executor, domain.LetterID{5})
	s.endorses(head, domain.LetterID{5})
	s.signs(mayor, domain.LetterID{5})
	s.sends(domain.LetterID{5})
	s.changes(month)
	if d, _ := s.office.Recount(s.c).Due(); d.Due != day(t, "2027-01-15") || d.First != day(t, "2026-12-07") || !d.Told.IsZero() {
		t.Errorf("the promised day moved: %+v", d)
	}
	if d, _ := s.office.Recount(answered).Due(); d.Due != day(t, "2026-12-23") {
		t.Errorf("answered, it moved: %+v", d)
	}
	s.c.State = domain.Closed
	e := s.c.Entry()
	if d, _ := s.office.RecountEntry(e).Due(); d.First != day(t, "2026-12-23") {
		t.Errorf("closed, it moved: %+v", d)
	}
}

func TestARuleOfATaskMovesTheTask(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Signal))
	s.admits(secretary, domain.AdmissibilityDecided{Ground: domain.GroundNotOurs, Reason: "Не е наша.", Body: "РИОСВ"})
	was, e := s.office, s.c.Entry()
	change := domain.RuleChange{Rule: "forward.task", Term: calendar.Term{N: 3, Unit: calendar.Days}, Source: "law.apk_112", From: day(t, "2026-11-20")}
	s.changes(change)
	s.hasTasks("entered late", "forward 2026-11-26")
	if m, moves := was.Moves(&s.office, &e); !moves || m.Clock != domain.ForwardClock || m.From.String() != "2026-11-30" || m.To.String() != "2026-11-26" {
		t.Errorf("the trial says %+v, %t", m, moves)
	}
	change.From = day(t, "2026-12-01")
	if !change.Stays(&was, &e) {
		t.Error("from a later day on it moves")
	}
}
