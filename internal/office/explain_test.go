package office_test

import (
	"errors"
	"slices"
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

// accused registers a complaint against the executor, which the clerk asks him about.
func accused(t *testing.T, o *office.Office) domain.CaseID {
	t.Helper()
	as(t, o, "clerk")
	in := intake(domain.ComplaintStaff, "Груб тон на гишето")
	in.Respondents = []domain.Respondent{{User: userID(t, o, "executor")}}
	e, err := o.Register(office.Command{}, in)
	must(t, err)
	return e.Case
}

func asked(t *testing.T, o *office.Office, id domain.CaseID, login, question string) {
	t.Helper()
	as(t, o, "secretary")
	must(t, o.Note(office.Command{}, id, domain.CaseNoted{
		Note: domain.AskedOpinion, Text: question, To: userID(t, o, login), Due: o.Acting().Today().AddDays(4),
	}))
}

func TestWhoIsNamedSeesOnlyWhatHeIsAsked(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	id := accused(t, o)
	as(t, o, "executor")
	if all, err := o.Invitations(); err != nil || len(all) != 0 {
		t.Errorf("asked nothing, and invited: %+v, %v", all, err)
	}
	_, err := o.Invitation(id)
	refusedBy(t, err, domain.HiddenFromNamed)
	refusedBy(t, o.Explain(office.Command{}, id, "Не бях аз."), domain.HiddenFromNamed)

	asked(t, o, id, "executor", "Кога напуснахте гишето?")
	as(t, o, "executor")
	all, err := o.Invitations()
	must(t, err)
	if len(all) != 1 || all[0].Case != id || all[0].Number.IsZero() || all[0].Due != o.Acting().Today().AddDays(4) {
		t.Fatalf("invited: %+v", all)
	}
	if got := len(o.List(nil)) + len(o.Duties()) + len(o.Tasks()) + len(o.Find(all[0].Number.Text)); got != 0 {
		t.Errorf("finds a trace in %d places", got)
	}
	x, err := o.Invitation(id)
	must(t, err)
	if len(x.Questions) != 1 || x.Questions[0].Text != "Кога напуснахте гишето?" {
		t.Errorf("asked: %+v", x.Questions)
	}
	must(t, o.Explain(office.Command{}, id, "В 12:00 ч., за обяд."))
	if all, _ := o.Invitations(); len(all) != 0 {
		t.Errorf("answered, and invited: %+v", all)
	}
	x, err = o.Invitation(id) // his own words he may read again
	must(t, err)
	if len(x.Questions) != 1 || len(x.Answers) != 1 || x.Answers[0].Text != "В 12:00 ч., за обяд." {
		t.Errorf("answered: %+v", x)
	}
	refusedBy(t, o.Explain(office.Command{}, id, "И още."), domain.NotAsked)
	if o, fresh := d.reopen(t, o, "secretary"), false; !fresh {
		notes := opened(t, o, id).Notes
		if len(notes) != 2 || notes[1].Note != domain.GaveExplaining || notes[1].By != userID(t, o, "executor") {
			t.Errorf("noted: %+v", notes)
		}
	}
}

func TestSomebodyWithoutARoleIsInvitedToo(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	id := accused(t, o)
	as(t, o, "secretary")
	_, err := o.AddUser(office.UserPlan{Login: "guest", Name: "Калин Колегов", Password: password})
	must(t, err)
	asked(t, o, id, "guest", "Какво чухте?")
	as(t, o, "guest")
	all, err := o.Invitations()
	must(t, err)
	if len(all) != 1 || all[0].Case != id {
		t.Fatalf("invited: %+v", all)
	}
	_, err = o.Case(id, office.Opened)
	refusedBy(t, err, domain.NoSuchCase)
	must(t, o.Explain(office.Command{}, id, "Нищо."))
	as(t, o, "clerk")
	_, err = o.Invitation(id)
	refusedBy(t, err, domain.NoSuchCase)
}

func TestThatSomebodyLookedAtHisInvitationOrTriedToSeeMoreIsWritten(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	id := accused(t, o)
	asked(t, o, id, "executor", "Кога напуснахте гишето?")
	as(t, o, "executor")
	_, err := o.Invitation(id)
	must(t, err)
	_, err = o.Case(id, office.Opened)
	refusedBy(t, err, domain.HiddenFromNamed)
	if no, _ := errors.AsType[*domain.Refusal](err); len(no.Args) != 1 || !slices.Equal(no.Args[0].Value.([]domain.UserID), []domain.UserID{userID(t, o, "secretary")}) {
		t.Errorf("it is decided by %v", no.Args)
	}
	as(t, o, "secretary")
	log, err := o.Accesses(id)
	must(t, err)
	var got []string
	for _, x := range log {
		if x.By == userID(t, o, "executor") {
			got = append(got, x.What)
		}
	}
	if len(got) != 2 || got[0] != string(office.Refused) || got[1] != string(office.Invited) {
		t.Errorf("log: %v", got)
	}
}
