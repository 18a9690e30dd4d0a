package office_test

import (
	"errors"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// offDay declares a day off on top of what the office has.
func offDay(o *office.Office, d calendar.Date) domain.CalendarSet {
	now := o.Settings()
	return now.CalendarNow().Declare(calendar.Declared{Date: d, Basis: "РМС № 1"})
}

// dueOf gives the term that people see of the only case.
func dueOf(t *testing.T, o *office.Office) domain.Deadline {
	t.Helper()
	all := o.Entries(nil)
	if len(all) != 1 {
		t.Fatalf("%d cases", len(all))
	}
	d, _ := all[0].Due()
	file, err := o.Case(all[0].Case, office.Again)
	must(t, err)
	if of, _ := file.Case.Due(); of != d {
		t.Errorf("the case says %+v, its line %+v", of, d)
	}
	return d
}

func TestAnotherCalendarMovesTheTermsThatRunAndWritesNothingBack(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	_, err := o.Register(office.Command{}, intake(domain.ComplaintStaff, "Бавно обслужване"))
	must(t, err)
	was := dueOf(t, o)
	if !was.Told.IsZero() {
		t.Fatalf("moved already: %+v", was)
	}

	refusedBy(t, o.SetCalendar(offDay(o, was.Due)), domain.NoRole)
	_, err = o.TryCalendar(offDay(o, was.Due))
	refusedBy(t, err, domain.NoRole)

	as(t, o, "secretary")
	trial, err := o.TryCalendar(offDay(o, was.Due))
	must(t, err)
	if trial.Open != 1 || trial.Hidden != 0 || len(trial.Moves) != 1 || trial.Told() != 0 || trial.Moves[0].From != was.Due || trial.Moves[0].To <= was.Due {
		t.Fatalf("trial %+v", trial)
	}
	if got := dueOf(t, o); got != was {
		t.Fatalf("the trial was recorded: %+v", got)
	}
	must(t, o.SetCalendar(offDay(o, was.Due)))
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
	now := o.Settings()
	must(t, o.SetCalendar(now.CalendarNow().Drop(was.Due)))
	if got := dueOf(t, o); got.Due != was.Due || !got.Told.IsZero() {
		t.Errorf("taken back: %+v", got)
	}
}

func TestAnAnsweredCaseKeepsTheCalendarThatItWasAnsweredBy(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	e, err := o.Register(office.Command{}, intake(domain.ComplaintStaff, "Бавно обслужване"))
	must(t, err)
	was := dueOf(t, o)
	as(t, o, "secretary")
	must(t, o.SetCalendar(offDay(o, was.Due)))
	moved := dueOf(t, o)
	must(t, o.Withdraw(office.Command{}, e.Case, domain.CaseWithdrawn{Reason: "отказ", Document: "вх. № 9"}))
	ended := dueOf(t, o)
	if ended.Due != moved.Due || ended.Told != was.Due {
		t.Errorf("withdrawn with %+v, want %+v", ended, moved)
	}
	file, err := o.Case(e.Case, office.Again)
	must(t, err)
	for file.Case.State.Open() {
		must(t, o.CloseCase(office.Command{}, e.Case, domain.CaseClosed{On: calendar.DateOf(o.Now()), Note: "по молба на подателя"}))
		file, err = o.Case(e.Case, office.Again)
		must(t, err)
	}
	now := o.Settings()
	must(t, o.SetCalendar(now.CalendarNow().Drop(was.Due)))
	if got := dueOf(t, o); got.Due != moved.Due {
		t.Errorf("a closed case moved to %+v", got)
	}
}

func TestTheAdministratorIsToldHowManyTermsMoveButNotWhich(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	_, err := o.Register(office.Command{}, intake(domain.ComplaintStaff, "Бавно обслужване"))
	must(t, err)
	due := dueOf(t, o).Due
	as(t, o, "secretary") // who founded the office is its administrator too
	must(t, o.Revoke(userID(t, o, "secretary"), domain.Secretary, domain.DepartmentID{}))
	trial, err := o.TryCalendar(offDay(o, due))
	must(t, err)
	if len(trial.Moves) != 0 || trial.Hidden != 1 {
		t.Errorf("%+v", trial)
	}
}

func TestTwoDesksCountByTheCalendarOfBoth(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	other := d.copied(t, "Б")
	o, p := d.open(t, "secretary"), other.open(t, "clerk")
	_, err := p.Register(office.Command{}, intake(domain.ComplaintStaff, "Бавно обслужване"))
	must(t, err)
	was := dueOf(t, p)
	must(t, o.SetCalendar(offDay(o, was.Due)))
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

func TestADeclaredDayIsKeptWithItsSource(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "secretary")
	day := calendar.NewDate(o.Now().Year()+1, time.February, 3)
	now := o.Settings()
	for !now.Calendar().Working(day) {
		day++
	}
	must(t, o.SetCalendar(now.CalendarNow().Declare(calendar.Declared{Date: day, Basis: "Заповед № 5", Local: true})))
	o = d.reopen(t, o, "clerk")
	now = o.Settings()
	if got := now.Calendar().Day(day); got.Why != calendar.DeclaredOff || !got.Local || got.Basis != "Заповед № 5" {
		t.Errorf("%+v", got)
	}
}

func TestATrialEndsWhenTheOfficeIsLeftMeanwhile(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	o, err := office.Open(d.data, d.options())
	must(t, err)
	t.Cleanup(func() { must(t, o.Close()) })
	if err := o.Tellings([]domain.Move{{Entry: &domain.Entry{Flags: domain.FlagTold}}}); !errors.Is(err, office.ErrClosed) {
		t.Errorf("after it was left: %v", err)
	}
}
