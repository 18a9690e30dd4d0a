package office_test

import (
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// fortnight corrects the charter's month, from a day on or as long as it holds.
func fortnight(from calendar.Date) domain.RuleChange {
	return domain.RuleChange{
		Rule: "complaint.charter", Term: calendar.Term{N: 14, Unit: calendar.Days}, Max: calendar.Term{N: 2, Unit: calendar.Months},
		Source: "charter.month", MaxFrom: "charter.month", From: from,
	}
}

func TestACorrectedRuleMovesTheTermsThatRunAndWritesNothingBack(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	_, err := o.Register(office.Command{}, intake(domain.ComplaintStaff, "Бавно обслужване"))
	must(t, err)
	was, today := dueOf(t, o), calendar.DateOf(o.Now())
	_, err = o.TryRule(fortnight(0))
	refusedBy(t, err, domain.NoRole)

	as(t, o, "secretary")
	trial, err := o.TryRule(fortnight(today.AddDays(1)))
	must(t, err)
	if trial.Open != 1 || len(trial.Moves) != 0 || trial.Stay != 1 {
		t.Errorf("from tomorrow on: %+v", trial)
	}
	trial, err = o.TryRule(fortnight(0))
	must(t, err)
	if len(trial.Moves) != 1 || trial.Stay != 0 || trial.Told() != 0 || trial.Moves[0].From != was.Due {
		t.Fatalf("trial %+v", trial)
	}
	if got := dueOf(t, o); got != was {
		t.Fatalf("the trial was recorded: %+v", got)
	}
	must(t, o.ChangeRule(fortnight(0), ""))
	moved := dueOf(t, o)
	if moved.Due != trial.Moves[0].To || moved.Told != was.Due || o.Duties()[0].Reminder.Due != moved.Due {
		t.Errorf("moved to %+v", moved)
	}
	before := hash(t, o)
	o = d.reopen(t, o, "secretary")
	if got := dueOf(t, o); got != moved || hash(t, o) != before {
		t.Errorf("opened again: %+v", got)
	}
	must(t, o.Rebuild())
	if got := dueOf(t, o); got != moved || hash(t, o) != before {
		t.Errorf("rebuilt: %+v", got)
	}
	e := o.Entries(nil)[0]
	must(t, o.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "записано е след промяната"}))
	back := fortnight(0)
	back.Term, back.Max = calendar.Term{N: 1, Unit: calendar.Months}, calendar.Term{N: 3, Unit: calendar.Months}
	must(t, o.ChangeRule(back, ""))
	if got := dueOf(t, o); got.Due != was.Due || !got.Told.IsZero() {
		t.Errorf("taken back: %+v", got)
	}
	o = d.reopen(t, o, "secretary") // the line was last written while the other rule held
	if got := dueOf(t, o); got.Due != was.Due || !got.Told.IsZero() {
		t.Errorf("taken back and opened again: %+v", got)
	}
}

func TestTwoDesksCountByTheRulesOfBoth(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	other := d.copied(t, "Б")
	o, p := d.open(t, "secretary"), other.open(t, "clerk")
	_, err := p.Register(office.Command{}, intake(domain.ComplaintStaff, "Бавно обслужване"))
	must(t, err)
	was := dueOf(t, p)
	must(t, o.ChangeRule(fortnight(0), ""))
	merge(t, o, other)
	merge(t, p, d)
	if a, b := dueOf(t, o), dueOf(t, p); a != b || a.Told != was.Due {
		t.Errorf("here %+v, there %+v", a, b)
	}
	if hash(t, o) != hash(t, p) {
		t.Error("the desks differ")
	}
	must(t, p.Close())
}
