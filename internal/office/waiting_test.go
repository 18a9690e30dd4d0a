package office_test

import (
	"fmt"
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

func TestEveryOneSeesWhatWaitsForHim(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	id := inWork(t, o, intake(domain.Question, "Въпрос за таксата"))
	register(t, o, "Нова")
	tasks := func(login string, want ...string) {
		t.Helper()
		as(t, o, login)
		var got []string
		for _, x := range o.Tasks() {
			got = append(got, fmt.Sprintf("%s: %s", x.Subject, x.Step.Action))
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s has %q, want %q", login, got, want)
		}
	}
	tasks("executor", "Въпрос за таксата: draft_letter")
	tasks("clerk", "Нова: decide_admissibility")
	tasks("head")

	as(t, o, "executor")
	l, err := o.Draft(office.Command{}, id, domain.LetterID{}, compose(o, opened(t, o, id), domain.TAnswer, "Таксата е 5 евро."))
	must(t, err)
	must(t, o.Submit(office.Command{}, id, l))
	tasks("executor")
	tasks("head", "Въпрос за таксата: endorse_letter")
	all := o.Letters(func(_ domain.Entry, p domain.Pending) bool { return p.State == domain.LetterWaiting })
	if len(all) != 1 || !all[0].Mine || all[0].Next != domain.DoEndorse || all[0].Letter.Letter != l || all[0].Entry.Case != id {
		t.Errorf("to approve: %+v", all)
	}
	as(t, o, "secretary")
	if all := o.Letters(nil); len(all) != 1 || all[0].Mine {
		t.Errorf("the secretary: %+v", all)
	}
	as(t, o, "head")
	must(t, o.Return(office.Command{}, id, l, "По-кратко."))
	tasks("executor", "Въпрос за таксата: submit_letter")
	if all := o.Letters(nil); len(all) != 1 || !all[0].Letter.Returned {
		t.Errorf("returned: %+v", all)
	}
	must(t, o.Submit(office.Command{}, id, l))
	as(t, o, "head")
	file, _ := opened(t, o, id).Letter(l)
	must(t, o.Endorse(office.Command{}, id, l, file.Hash))
	as(t, o, "mayor")
	_, err = o.Sign(office.Command{}, id, l, render)
	must(t, err)
	tasks("clerk", "Въпрос за таксата: dispatch_letter", "Нова: decide_admissibility")
	must(t, o.Dispatch(office.Command{}, id, domain.LetterDispatched{Letter: l, Channel: domain.ByPost}))

	d.clock.set("2026-11-30")
	o = d.reopen(t, o, "clerk")
	must(t, o.CloseCase(office.Command{}, id, domain.CaseClosed{}))
	sent := o.Letters(func(_ domain.Entry, p domain.Pending) bool { return p.State == domain.LetterSent })
	if len(sent) != 1 || sent[0].Letter.Via != domain.ByPost || sent[0].Letter.SentOn.String() != "2026-11-23" ||
		sent[0].Letter.Number.IsZero() || sent[0].Entry.Sender != "Стоян Примеров" || !sent[0].Mine {
		t.Errorf("waits for its proof: %+v", sent)
	}
	must(t, o.Serve(office.Command{}, id, domain.LetterServed{Letter: l, On: sent[0].Letter.SentOn}))
	if all := o.Letters(nil); len(all) != 0 {
		t.Errorf("served, and still %+v", all)
	}
}

func TestARespondentHasNoLettersOfHisCase(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	in := intake(domain.ComplaintStaff, "Срещу началника")
	in.Respondents = []domain.Respondent{{User: userID(t, o, "head")}}
	e, err := o.Register(office.Command{}, in)
	must(t, err)
	_, err = o.Draft(office.Command{}, e.Case, domain.LetterID{}, compose(o, opened(t, o, e.Case), domain.TReceipt, "Получихме."))
	must(t, err)
	if got := len(o.Letters(nil)); got != 1 {
		t.Errorf("the clerk has %d letters", got)
	}
	as(t, o, "head")
	if got := len(o.Letters(nil)) + len(o.Tasks()); got != 0 {
		t.Errorf("the respondent has %d", got)
	}
	records, err := o.Records(1000, func(r office.Record) bool { return r.Case == e.Case })
	must(t, err)
	if len(records) != 0 {
		t.Errorf("the respondent reads %+v", records)
	}
}

func TestTheJournalIsReadBack(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := register(t, o, "Първа")
	must(t, o.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "бележка"}))
	as(t, o, "secretary")
	_, err := o.SetDepartment(domain.DepartmentSet{Name: "Екология"})
	must(t, err)
	all, err := o.Records(4, nil)
	must(t, err)
	var got []string
	for _, r := range all {
		u, _ := func() (domain.User, bool) { s := o.Settings(); return s.User(r.By) }()
		got = append(got, fmt.Sprint(u.Name, " ", r.Kind, " ", r.Number.Text, " ", r.Case == e.Case, " ", r.Event != nil, " ", r.Person != domain.PersonID{}))
	}
	number := e.Number.Text
	want := []string{
		"Име secretary department.set  false true false", "Име clerk case.noted " + number + " true false false",
		"Име clerk case.registered " + number + " true false false", "Име clerk person.recorded  false false true",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q, want %q", got, want)
	}
	if all[0].Seq != all[1].Seq+1 || all[0].Desk == (domain.DeskID{}) || all[0].Verdict != domain.Effective {
		t.Errorf("%+v", all[0])
	}
	mine, err := o.Records(10, func(r office.Record) bool { return r.Kind == "case.registered" })
	must(t, err)
	if len(mine) != 1 {
		t.Errorf("wanted one, got %+v", mine)
	}
	if none, err := o.Records(-1, nil); err != nil || len(none) != 0 {
		t.Errorf("none: %v, %v", none, err)
	}
}

// TestTheJournalOfTwoDesksIsReadTogether holds it at two desks; what a removed user wrote unseen is flagged.
func TestTheJournalOfTwoDesksIsReadTogether(t *testing.T) {
	d := newDesk(t)
	must(t, d.founded(t).Close())
	other := d.copied(t, "Б")
	o, p := d.open(t, "secretary"), other.open(t, "clerk")
	must(t, o.RemoveUser(userID(t, o, "clerk")))
	other.clock.set("2026-11-24")
	e, err := p.Register(office.Command{}, intake(domain.Signal, "След отстраняването"))
	must(t, err)
	merge(t, o, other)
	all, err := o.Records(1000, nil)
	must(t, err)
	series, seen := map[string]bool{}, false
	for i, r := range all {
		series[r.Series] = true
		if i > 0 && r.At.After(all[i-1].At) {
			t.Fatalf("record %d is newer than the one before", i)
		}
		if r.Case == e.Case {
			seen = true
			if r.Verdict != domain.AfterRemoval || r.Series == "" {
				t.Errorf("%+v", r)
			}
		}
	}
	if !seen || len(series) < 2 {
		t.Errorf("seen: %t, series %v", seen, series)
	}
}

func TestPersonsAreFoundWhileTheContactBookGrows(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	add := func(name, phone string) domain.CaseRegistered {
		t.Helper()
		in := intake(domain.Signal, "Улица")
		in.Sender.Contact.Name, in.Sender.Contact.Phone = name, phone
		e, err := o.Register(office.Command{}, in)
		must(t, err)
		return e
	}
	finds := func(typed string, want ...string) {
		t.Helper()
		var got []string
		for _, p := range o.FindPersons(typed, 2) {
			got = append(got, p.Contact.Name)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
	add("Иван Петров", "0888 111222")
	e := add("Мария Иванова", "0888 333444")
	finds("иван", "Иван Петров", "Мария Иванова")
	add("Ана Иванова", "")
	finds("ivan", "Ана Иванова", "Иван Петров")
	finds("мария иванова", "Мария Иванова")
	finds("мария петрова")
	finds("333444", "Мария Иванова")
	finds("никой")
	as(t, o, "secretary")
	must(t, o.Annul(office.Command{}, e.Case, "грешка"))
	erased(t, d, o, e.Case)
	finds("мария")
	o = d.reopen(t, o, "secretary")
	finds("ivan", "Ана Иванова", "Иван Петров")
	_, err := o.AddUser(office.UserPlan{Login: "admin", Name: "Админ", Password: password, Roles: []office.RolePlan{{Role: domain.Admin}}})
	must(t, err)
	as(t, o, "admin")
	finds("ivan")
}
