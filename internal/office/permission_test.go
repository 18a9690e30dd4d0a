package office_test

import (
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

func TestARespondentFindsNoTrace(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	in := intake(domain.ComplaintStaff, "Срещу експерта")
	as(t, o, "clerk")
	in.Respondents = []domain.Respondent{{User: userID(t, o, "executor")}}
	e, err := o.Register(office.Command{}, in)
	must(t, err)
	register(t, o, "Друга")

	as(t, o, "secretary")
	must(t, o.Grant(domain.RoleGranted{User: userID(t, o, "executor"), Role: domain.Clerk}))
	as(t, o, "executor")
	if got := o.List(nil); len(got) != 1 || got[0].Subject != "Друга" {
		t.Errorf("lists %v", got)
	}
	if got := o.Find(e.Number.Text); len(got) != 0 {
		t.Errorf("finds %v", got)
	}
	if got := o.Duties(); len(got) != 1 {
		t.Errorf("duties %v", got)
	}
	_, err = o.Case(e.Case, office.Opened) // he has a link from before he was named
	refusedBy(t, err, domain.HiddenFromNamed)
	refusedBy(t, o.Annul(office.Command{}, e.Case, "неудобна"), domain.NoSuchCase)
}

func TestAnAdministratorOpensNoCase(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := register(t, o, "Чужда за администратора")
	as(t, o, "secretary")
	_, err := o.AddUser(office.UserPlan{
		Login: "admin", Name: "Администратор", Password: password, Roles: []office.RolePlan{{Role: domain.Admin}},
	})
	must(t, err)
	as(t, o, "admin")
	_, err = o.Case(e.Case, office.Opened)
	refusedBy(t, err, domain.NoSuchCase)
	if got := len(o.List(nil)) + len(o.Duties()); got != 0 {
		t.Errorf("lists %d", got)
	}
	refusedBy(t, o.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "бележка"}), domain.NoRole)
}

func TestWhoLookedIsWritten(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := register(t, o, "Наблюдавана")
	other := register(t, o, "Друга")
	as(t, o, "head")
	opened(t, o, e.Case)
	_, err := o.Case(e.Case, office.Printed)
	must(t, err)
	opened(t, o, other.Case)
	_, err = o.Report(2026)
	must(t, err)
	must(t, o.NoteExport("2 реда"))
	o = d.reopen(t, o, "clerk")
	as(t, o, "clerk")
	opened(t, o, e.Case)
	_, err = o.Accesses(e.Case)
	refusedBy(t, err, domain.NoRole)
	as(t, o, "secretary")

	log, err := o.Accesses(e.Case)
	must(t, err)
	var got []string
	for _, x := range log {
		u, _ := func() (domain.User, bool) { s := o.Settings(); return s.User(x.By) }()
		got = append(got, u.Name+" "+x.What)
	}
	want := []string{"Име clerk opened", "Име head printed", "Име head opened"}
	if len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("log = %q, want %q", got, want)
	}
	all, err := o.Accesses(domain.CaseID{})
	must(t, err)
	if len(all) != 6 || all[1].What != string(office.Exported) || all[1].Note != "2 реда" {
		t.Errorf("whole log = %+v", all)
	}
}

func TestNobodySignedInSeesNothing(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	o, err := office.Open(d.data, d.options())
	must(t, err)
	t.Cleanup(func() { must(t, o.Close()) })
	if len(o.List(nil))+len(o.Duties())+len(o.Persons())+len(o.Gaps()) != 0 || o.User().Name != "" || o.MustChangePassword() {
		t.Error("something is shown")
	}
	if a := o.Acting(); a.User != (domain.UserID{}) {
		t.Errorf("acting %+v", a.User)
	}
	accounts, err := o.Accounts()
	must(t, err)
	if len(accounts) != 5 || accounts[0].Login != "clerk" {
		t.Errorf("accounts %+v", accounts)
	}
}

func TestAnAdministratorKnowsNothingOfTheCaseAgainstHim(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "secretary")
	_, err := o.AddUser(office.UserPlan{
		Login: "admin", Name: "Администратор", Password: password, Roles: []office.RolePlan{{Role: domain.Admin}},
	})
	must(t, err)
	as(t, o, "clerk")
	in := intake(domain.ComplaintStaff, "Срещу администратора")
	in.Respondents = []domain.Respondent{{User: userID(t, o, "admin")}}
	e, err := o.Register(office.Command{}, in)
	must(t, err)
	opened(t, o, e.Case)

	as(t, o, "admin")
	refusedBy(t, o.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "бележка"}), domain.NoSuchCase)
	_, err = o.ProposeErasure(office.Command{}, domain.ErasureProposed{Protocol: "1"}, []domain.CaseID{e.Case}, "")
	refusedBy(t, err, domain.NoSuchCase)
	log, err := o.Accesses(domain.CaseID{})
	must(t, err)
	for _, x := range log {
		if x.Case == e.Case {
			t.Errorf("sees %+v", x)
		}
	}
}

func TestWhoLookedAtTheCaseAgainstHimIsFlagged(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := register(t, o, "Чужда")
	as(t, o, "head")
	opened(t, o, e.Case)
	as(t, o, "clerk")
	in := intake(domain.Signal, "Чужда")
	in.Respondents = []domain.Respondent{{User: userID(t, o, "head")}}
	in.ReceivedAt = e.Intake.ReceivedAt
	_, err := o.Correct(office.Command{}, e.Case, in, "Посочен е началникът.")
	must(t, err)
	as(t, o, "secretary")
	log, err := o.Accesses(e.Case)
	must(t, err)
	records, err := o.Records(100, func(r office.Record) bool { return r.Case == e.Case })
	must(t, err)
	if len(log) != 1 || !log[0].Named {
		t.Errorf("looked %+v", log)
	}
	for _, r := range records {
		if r.Named {
			t.Errorf("the clerk is flagged: %+v", r)
		}
	}
}

func TestFiguresAreWholeButListNobodyTheCaseAgainstHim(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	in := intake(domain.ComplaintStaff, "Срещу експерта")
	in.Respondents = []domain.Respondent{{User: userID(t, o, "executor")}}
	e, err := o.Register(office.Command{}, in)
	must(t, err)
	register(t, o, "Друга")
	stub, err := o.Register(office.Command{}, intake(domain.Whistleblower, ""))
	must(t, err)

	all, err := o.Report(2026)
	must(t, err)
	if len(all.Lines) != 3 || all.Unlisted != 0 || all.Received != 3 {
		t.Errorf("the clerk lists %d of %d, %d are left out", len(all.Lines), all.Received, all.Unlisted)
	}
	as(t, o, "executor")
	y, err := o.Report(2026)
	must(t, err)
	if y.Received != 3 || y.Balance() != 0 || y.Unlisted != 3-len(y.Lines) {
		t.Errorf("received %d, listed %d, left out %d", y.Received, len(y.Lines), y.Unlisted)
	}
	for _, x := range y.Lines {
		if x.Case == e.Case || x.Case == stub.Case {
			t.Errorf("lists %s", x.Number.Text)
		}
	}
	sum := 0
	for _, k := range y.Kinds {
		sum += k.Received
		if k.Kind == domain.ComplaintStaff {
			t.Error("a single complaint about staff stands in a row of its own")
		}
	}
	if sum != y.Received {
		t.Errorf("the kinds have %d of %d", sum, y.Received)
	}
}

func TestANumberGivenTwiceIsShownToWhoMaySeeTheCases(t *testing.T) {
	a := newDesk(t)
	must(t, a.founded(t).Close())
	b := a.imaged(t)
	b.samePaper = func(domain.Number) bool { return true }
	oa, ob := a.open(t, "clerk"), b.open(t, "clerk")
	in := intake(domain.ComplaintStaff, "Срещу експерта")
	in.Respondents = []domain.Respondent{{User: userID(t, oa, "executor")}}
	_, err := oa.Register(office.Command{}, in)
	must(t, err)
	register(t, ob, "Същият номер")
	merge(t, oa, b)
	as(t, oa, "clerk")
	twice, err := oa.Collisions()
	must(t, err)
	if len(twice) != 1 || len(twice[0].Cases) != 2 {
		t.Fatalf("the clerk sees %+v", twice)
	}
	as(t, oa, "executor")
	twice, err = oa.Collisions()
	must(t, err)
	if len(twice) != 0 {
		t.Errorf("whom it is against sees %+v", twice)
	}
}

func TestAClerkRegistersTheComplaintAgainstHimselfWhole(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	in := intake(domain.ComplaintStaff, "Срещу деловодителя")
	in.Respondents = []domain.Respondent{{User: userID(t, o, "clerk")}}
	in.Sender.Contact.Name = "Нова Подателка"
	c, err := o.NewCommand()
	must(t, err)
	scan := office.Paper{Name: "скан.pdf", Type: "application/pdf", Content: []byte("%PDF-1.7")}
	e, err := o.Register(c, in, scan)
	must(t, err)
	again, err := o.Register(c, in, scan)
	must(t, err)
	if again.Case != e.Case || len(o.List(nil)) != 0 {
		t.Errorf("again %s, he lists %d", again.Number.Text, len(o.List(nil)))
	}
	must(t, o.NoteSlip(e.Case))
	_, err = o.Attach(office.Command{}, e.Case, domain.DocumentAdded{Name: "друг.pdf"}, []byte("x"))
	refusedBy(t, err, domain.NoSuchCase)

	o = d.reopen(t, o, "secretary")
	x := opened(t, o, e.Case)
	if len(x.Documents) != 1 || x.RegisteredBy != userID(t, o, "clerk") || x.Flags.Has(domain.FlagUnconfirmed) {
		t.Fatalf("documents %v, registered by %x, flags %b", x.Documents, x.RegisteredBy, x.Flags)
	}
	content, err := o.Document(e.Case, x.Documents[0].Document)
	must(t, err)
	if string(content) != string(scan.Content) {
		t.Errorf("the document says %q", content)
	}
	refusedBy(t, o.NoteSlip(e.Case), domain.NoSuchCase)
	log, err := o.Accesses(e.Case)
	must(t, err)
	if i := len(log) - 1; i < 0 || log[i].What != string(office.Printed) || !log[i].Named {
		t.Errorf("log %+v", log)
	}
}
