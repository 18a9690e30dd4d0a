package office_test

import (
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// archivist adds an administrator who has no other role.
func archivist(t *testing.T, o *office.Office) {
	t.Helper()
	as(t, o, "secretary")
	_, err := o.AddUser(office.UserPlan{
		Login: "admin", Name: "Администратор", Password: password, Roles: []office.RolePlan{{Role: domain.Admin}},
	})
	must(t, err)
}

func TestAnAdministratorDestroysWhatHeMayNotOpen(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := answered(t, o)
	archivist(t, o)
	_, err := o.Keeping()
	must(t, err)
	must(t, o.SetFiling(domain.FilingSet{Code: "94-02", Title: "Преписки", Years: 5}))
	d.clock.set("2027-01-11")
	as(t, o, "clerk")
	must(t, o.Archive(office.Command{}, e.Case, domain.CaseArchived{Filing: "94-02", Volume: "3"}))

	as(t, o, "admin")
	kept, err := o.Keeping()
	must(t, err)
	if len(kept) != 1 || kept[0].Number != e.Number || kept[0].Retention.Until.String() != "2031-12-31" || kept[0].Filing != "94-02" {
		t.Fatalf("kept %+v", kept)
	}
	protocol := domain.ErasureProposed{Protocol: "12", Of: calendar.DateOf(d.clock.at)}
	_, err = o.ProposeErasure(office.Command{}, protocol, []domain.CaseID{e.Case}, "")
	refusedBy(t, err, domain.StillKept)
	d.clock.set("2032-01-12")
	protocol.Of = calendar.DateOf(d.clock.at)
	once, err := o.NewCommand()
	must(t, err)
	list, err := o.ProposeErasure(once, protocol, []domain.CaseID{e.Case, e.Case}, "")
	must(t, err)
	again, err := o.ProposeErasure(once, protocol, []domain.CaseID{e.Case}, "")
	must(t, err)
	if again.Erasure != list.Erasure || len(list.Cases) != 1 {
		t.Errorf("a double click makes two lists, or one of %d cases", len(list.Cases))
	}
	_, err = o.ProposeErasure(office.Command{}, protocol, []domain.CaseID{e.Case}, "")
	refusedBy(t, err, domain.ProposedAlready)
	refusedBy(t, o.ConfirmErasure(office.Command{}, list.Erasure), domain.NoRole)
	_, err = o.Erase(office.Command{}, list.Erasure)
	refusedBy(t, err, domain.NotConfirmed)
	as(t, o, "executor")
	_, err = o.Keeping()
	refusedBy(t, err, domain.NoRole)
	_, err = o.Erasures()
	refusedBy(t, err, domain.NoRole)

	as(t, o, "mayor")
	must(t, o.ConfirmErasure(office.Command{}, list.Erasure))
	as(t, o, "admin")
	_, err = o.Case(e.Case, office.Opened)
	refusedBy(t, err, domain.NoSuchCase)
	done, err := o.Erase(office.Command{}, list.Erasure)
	must(t, err)
	if len(done.Left) != 0 {
		t.Errorf("left out %v", done.Left)
	}
	kept, err = o.Keeping()
	must(t, err)
	lists, err := o.Erasures()
	must(t, err)
	if len(kept) != 0 || len(lists) != 1 || lists[0].Stage() != domain.ErasureDone || !lists[0].Rows[0].Gone {
		t.Errorf("kept %v, lists %+v", kept, lists)
	}
	as(t, o, "secretary")
	if c := opened(t, o, e.Case); c.EraseAct != "12/12.01.2032" || c.Intake.Subject != "" {
		t.Errorf("erased by %q, %q", c.EraseAct, c.Intake.Subject)
	}
	after := hash(t, o)
	must(t, o.Rebuild())
	if hash(t, o) != after {
		t.Error("a rebuild brings back something else")
	}
	must(t, o.Close())
	gone(t, d, e.Case)
}

func TestACaseThatWasWorkedOnFallsOutOfTheListAndKeepsItsSender(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	first, second := answered(t, o), answered(t, o)
	if first.Intake.Sender.Person != second.Intake.Sender.Person {
		t.Fatal("the two are of two senders")
	}
	before, err := o.Report(2026)
	must(t, err)
	list := confirmedList(t, d, o, first.Case, second.Case)
	as(t, o, "clerk")
	must(t, o.Note(office.Command{}, second.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "търсиха я"}))
	lists, err := o.Erasures()
	must(t, err)
	out := map[domain.CaseID]domain.Reason{}
	for _, r := range lists[0].Rows {
		out[r.Case] = r.Out
	}
	if out[first.Case] != "" || out[second.Case] != domain.ChangedSince {
		t.Errorf("before: %v", out)
	}
	as(t, o, "secretary")
	done, err := o.Erase(office.Command{}, list)
	must(t, err)
	if len(done.Left) != 1 || done.Left[0] != (domain.ErasureLeft{Case: second.Case, Why: domain.ChangedSince}) {
		t.Errorf("left out %v", done.Left)
	}
	lists, err = o.Erasures()
	must(t, err)
	for _, r := range lists[0].Rows {
		if r.Gone != (r.Case == first.Case) || (r.Out == domain.ChangedSince) != (r.Case == second.Case) {
			t.Errorf("row %+v", r)
		}
	}
	if c := opened(t, o, second.Case); c.Intake.Sender.Contact.Name != secrets[3] || c.State != domain.Archived {
		t.Errorf("the one that stays is of %q, %s", c.Intake.Sender.Contact.Name, c.State)
	}
	names := 0
	for _, p := range o.Persons() {
		if p.Contact.Name == secrets[3] {
			names++
		}
	}
	after, err := o.Report(2026)
	must(t, err)
	if names != 1 || after.Received != before.Received || after.Closed != before.Closed {
		t.Errorf("%d names; received %d, closed %d", names, after.Received, after.Closed)
	}
	proposedList(t, d, o, second.Case) // it is free again
}

func TestAListShowsNobodyTheCaseAgainstHim(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	archivist(t, o)
	as(t, o, "clerk")
	in := intake(domain.ComplaintStaff, "Срещу администратора")
	in.Respondents = []domain.Respondent{{User: userID(t, o, "admin")}}
	against, err := o.Register(office.Command{}, in)
	must(t, err)
	other := register(t, o, "Друга")
	as(t, o, "mayor")
	must(t, o.Annul(office.Command{}, against.Case, "грешка"))
	must(t, o.Annul(office.Command{}, other.Case, "грешка"))
	list := confirmedList(t, d, o, against.Case, other.Case)

	as(t, o, "admin")
	kept, err := o.Keeping()
	must(t, err)
	lists, err := o.Erasures()
	must(t, err)
	if len(kept) != 1 || kept[0].Case != other.Case || len(lists[0].Rows) != 1 || lists[0].Hidden != 1 {
		t.Errorf("kept %+v, list %+v", kept, lists[0])
	}
	done, err := o.Erase(office.Command{}, list)
	must(t, err)
	if len(done.Left) != 1 || done.Left[0].Why != domain.IsRespondent {
		t.Errorf("left out %v", done.Left)
	}
	as(t, o, "secretary")
	if opened(t, o, against.Case).State != domain.StateAnnulled {
		t.Error("he destroyed what is against him")
	}
}

func TestAListTakenBackElsewhereIsNotCarriedOut(t *testing.T) {
	a := newDesk(t)
	here := a.founded(t)
	e := answered(t, here)
	list := confirmedList(t, a, here, e.Case)
	must(t, here.Close())
	b := a.copied(t, "Б")
	here, there := a.open(t, "secretary"), b.open(t, "mayor")
	must(t, there.WithdrawErasure(office.Command{}, list, "Съдът я иска."))
	merge(t, here, b)
	as(t, here, "secretary")
	_, err := here.Erase(office.Command{}, list)
	refusedBy(t, err, domain.ErasureOver)
	if lists, err := here.Erasures(); err != nil || lists[0].Stage() != domain.ErasureTakenBack || lists[0].Withdrawn.Reason != "Съдът я иска." {
		t.Errorf("%+v %v", lists, err)
	}
}
