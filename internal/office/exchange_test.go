package office_test

import (
	"errors"
	"slices"
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

// pair is an office with a case in work, on two desks.
func pair(t *testing.T) (a, b *desk, here, there *office.Office, id domain.CaseID) {
	t.Helper()
	a = newDesk(t)
	o := a.founded(t)
	id = inWork(t, o, intake(domain.Signal, "Обща преписка"))
	must(t, o.Close())
	b = a.copied(t, "Б")
	return a, b, a.open(t, "clerk"), b.open(t, "clerk"), id
}

// alike exchanges until both know everything, and compares.
func alike(t *testing.T, a, b *desk, here, there *office.Office) {
	t.Helper()
	for range 2 {
		merge(t, here, b)
		merge(t, there, a)
	}
	x, y := hash(t, here), hash(t, there)
	if x != y {
		t.Errorf("states differ: %s and %s", x, y)
	}
	must(t, here.Rebuild())
	must(t, there.Rebuild())
	if hash(t, here) != x || hash(t, there) != x {
		t.Error("folded anew is another state")
	}
}

func TestDesksThatExchangeKnowTheSame(t *testing.T) {
	a, b, here, there, _ := pair(t)
	register(t, here, "Тук")
	register(t, there, "Там")
	register(t, there, "И там")
	if m := merge(t, here, b); m.Refused != 0 || m.Records == 0 {
		t.Errorf("merged %+v", m)
	}
	if m := merge(t, here, b); m.Refused != 0 || m.Records != 0 {
		t.Errorf("merged again %+v", m)
	}
	alike(t, a, b, here, there)
	want := []string{"94-1/23.11.2026", "94-2/23.11.2026", "94-А1/23.11.2026", "94-А2/23.11.2026"}
	got := numbers(here)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("numbers = %v", got)
	}
	as(t, here, "secretary") // who changes a case of the other desk has seen it
	e := here.List(func(e domain.Entry) bool { return e.Subject == "Там" })[0]
	_, err := here.Admit(office.Command{}, e.Case, domain.AdmissibilityDecided{Ground: domain.Admissible})
	must(t, err)
	alike(t, a, b, here, there)
	if opened(t, there, e.Case).State != domain.InResolution {
		t.Error("the other desk does not see what was decided")
	}
}

func TestAnotherOfficeIsRefused(t *testing.T) {
	_, _, here, _, _ := pair(t)
	other := newDesk(t)
	must(t, other.founded(t).Close())
	if _, err := mergeFrom(t, here, other); !errors.Is(err, office.ErrNotThisOffice) {
		t.Errorf("another office gives %v", err)
	}
}

func TestWhatARemovedUserWroteElsewhereIsKeptAndFlagged(t *testing.T) {
	a, b, here, there, id := pair(t)
	before := register(t, there, "Преди премахването, видяно")
	merge(t, here, b)
	as(t, here, "secretary")
	must(t, here.RemoveUser(userID(t, here, "clerk")))
	if err := here.SignIn("clerk", password); !errors.Is(err, office.ErrNoUser) {
		t.Errorf("the removed user signs in with %v", err)
	}
	after := register(t, there, "След премахването, невидяно")
	must(t, there.Note(office.Command{}, id, domain.CaseNoted{Note: domain.PlainNote, Text: "бележка"}))
	as(t, here, "secretary")
	as(t, there, "secretary")
	alike(t, a, b, here, there)

	for _, o := range []*office.Office{here, there} {
		as(t, o, "secretary")
		if e := o.Find(before.Number.Text); len(e) != 1 || e[0].Flags.Has(domain.FlagUnconfirmed) {
			t.Errorf("what the remover had seen: %+v", e)
		}
		if e := o.Find(after.Number.Text); len(e) != 1 || !e[0].Flags.Has(domain.FlagUnconfirmed) {
			t.Errorf("what he had not seen: %+v", e)
		}
		f, err := o.Case(id, office.Opened)
		must(t, err)
		last := f.History[len(f.History)-1]
		if last.Verdict != domain.AfterRemoval || !f.Case.Flags.Has(domain.FlagUnconfirmed) || len(f.Case.Notes) != 0 {
			t.Errorf("verdict %d, flags %b, notes %v", last.Verdict, f.Case.Flags, f.Case.Notes)
		}
		if gaps := o.Gaps(); len(gaps) > 0 {
			t.Errorf("gaps = %v", gaps)
		}
	}
	if err := there.SignIn("clerk", password); !errors.Is(err, office.ErrNoUser) {
		t.Errorf("at the other desk the removed user signs in with %v", err)
	}
	must(t, there.Annul(office.Command{}, after.Case, "регистрирано от премахнат"))
}

// TestAdministratorsWhoRemoveEachOther lets two desks remove each other's administrator without knowing.
func TestAdministratorsWhoRemoveEachOther(t *testing.T) {
	a := newDesk(t)
	o := a.founded(t)
	head := userID(t, o, "head")
	must(t, o.Grant(domain.RoleGranted{User: head, Role: domain.Admin}))
	must(t, o.Close())
	b := a.copied(t, "Б")
	here, there := a.open(t, "secretary"), b.open(t, "head")
	secretary := userID(t, there, "secretary")
	must(t, there.RemoveUser(secretary))
	must(t, here.RemoveUser(head))
	as(t, there, "clerk")
	alike(t, a, b, here, there)
	for _, o := range []*office.Office{here, there} {
		users := o.Settings()
		first, _ := users.User(secretary)
		second, _ := users.User(head)
		if !first.Removed.IsZero() || second.Removed.IsZero() {
			t.Errorf("removed: secretary %s, head %s; the longer-serving one should stay", first.Removed, second.Removed)
		}
	}
	register(t, here, "Под нови ключове")
	merge(t, there, a)
	as(t, there, "mayor")
	if len(there.List(nil)) != 1 {
		t.Error("the other desk cannot read under the new keys")
	}
}

func TestTwoHeadsWhoDecideAtOnceAreFlagged(t *testing.T) {
	a, b, here, there, _ := pair(t)
	e := register(t, here, "Спорна")
	as(t, here, "secretary")
	_, err := here.Admit(office.Command{}, e.Case, domain.AdmissibilityDecided{Ground: domain.Admissible})
	must(t, err)
	merge(t, there, a)
	resolve := func(o *office.Office, login, unit, lead string) {
		as(t, o, login)
		must(t, o.Resolve(office.Command{}, e.Case, domain.CaseResolved{
			Department: departmentID(o, unit), Lead: userID(t, o, lead), Text: "за отговор",
		}))
	}
	resolve(here, "secretary", "Кадри", "executor")
	resolve(there, "mayor", "Кадри", "head")
	alike(t, a, b, here, there)
	for _, o := range []*office.Office{here, there} {
		c := opened(t, o, e.Case)
		if !c.ResolvedBy.Disputed || c.Resolution.Lead != userID(t, o, "head") {
			t.Errorf("resolution %+v, disputed %v: the mayor's should stand, flagged", c.Resolution, c.ResolvedBy.Disputed)
		}
		if !c.Entry().Flags.Has(domain.FlagDisputed) {
			t.Error("the register does not show that two decided at once")
		}
	}
}

func TestWorkAfterAClosingNobodyKnewOfIsFlagged(t *testing.T) {
	a, b, here, there, _ := pair(t)
	as(t, here, "clerk")
	in := intake(domain.Praise, "Без адрес")
	in.Sender.Contact.Settlement, in.Sender.Contact.Street = "", ""
	e, err := here.Register(office.Command{}, in)
	must(t, err)
	merge(t, there, a)
	as(t, there, "clerk")
	must(t, there.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "обади се пак"}))
	as(t, here, "clerk")
	must(t, here.CloseCase(office.Command{}, e.Case, domain.CaseClosed{Note: "няма адрес за отговор"}))
	alike(t, a, b, here, there)
	as(t, there, "clerk")
	if c := opened(t, there, e.Case); !c.Flags.Has(domain.FlagAfterClosing) || len(c.Notes) != 1 {
		t.Errorf("flags %b, notes %v", c.Flags, c.Notes)
	}
}

func TestAPasswordChangedAtOneDeskReachesTheOther(t *testing.T) {
	a, b, here, there, _ := pair(t)
	must(t, here.ChangePassword(password, fresh))
	must(t, there.SignIn("clerk", password)) // not exchanged yet
	merge(t, there, a)
	if err := there.SignIn("clerk", password); err == nil {
		t.Error("the old password still opens the other desk")
	}
	must(t, there.SignIn("clerk", fresh))
	if there.MustChangePassword() {
		t.Error("his own keys are not his at the other desk")
	}
	merge(t, here, b)
	must(t, here.SignIn("clerk", fresh))
	alike(t, a, b, here, there)
}

// TestKeysTakenAtTwoDesksAtOnceBecomeOnePassword lets a new user sign in for the first time at two desks.
func TestKeysTakenAtTwoDesksAtOnceBecomeOnePassword(t *testing.T) {
	a, b, here, there, _ := pair(t)
	must(t, here.ChangePassword(password, "тази парола тук 1"))
	must(t, there.ChangePassword(password, "тази парола там 2"))
	merge(t, here, b)
	merge(t, there, a)
	var opens []bool
	for _, p := range []string{"тази парола тук 1", "тази парола там 2"} {
		x, y := here.SignIn("clerk", p), there.SignIn("clerk", p)
		if (x == nil) != (y == nil) {
			t.Errorf("%s: here %v, there %v", p, x, y)
		}
		opens = append(opens, x == nil)
	}
	if opens[0] == opens[1] {
		t.Errorf("passwords open %v", opens)
	}
	as(t, here, "secretary")
	must(t, here.RemoveUser(userID(t, here, "executor"))) // a new epoch, for the present keys
	merge(t, there, a)
	for i, p := range []string{"тази парола тук 1", "тази парола там 2"} {
		if opens[i] {
			must(t, b.reopen(t, there, "mayor").SignIn("clerk", p))
		}
	}
}

func TestAttachmentsTravelWithTheirCases(t *testing.T) {
	a, b, here, there, id := pair(t)
	doc, err := here.Attach(office.Command{}, id, domain.DocumentAdded{Name: "снимка.jpg", Type: "image/jpeg"}, []byte("пиксели"))
	must(t, err)
	merge(t, there, a)
	got, err := there.Document(id, doc.Document)
	must(t, err)
	if string(got) != "пиксели" {
		t.Errorf("document = %q", got)
	}
	alike(t, a, b, here, there)
}
