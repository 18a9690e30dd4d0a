package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// standsIn lets the head stand in for the secretary.
func (d *deskOffice) standsIn() *deskOffice {
	i := slices.IndexFunc(d.office.Users, func(u domain.User) bool { return u.ID == atHead })
	d.office.Users[i].Grants = append(d.office.Users[i].Grants, domain.RoleGranted{
		User: atHead, Role: domain.Secretary, ActingFor: atSecretary, Order: "РД-7",
		From: calendar.NewDate(2026, 11, 1), Until: calendar.NewDate(2026, 11, 30),
	})
	return d
}

func TestWhoActedInWhosePlaceIsToldWhereverAStepIs(t *testing.T) {
	d := newDesk(domain.Question).standsIn().as(atSecretary)
	must[domain.AdmissibilityDecided](t, d)(d.Acting().Admit(d.c, domain.AdmissibilityDecided{Ground: domain.Admissible}))
	d.as(atHead)
	must[domain.CaseResolved](t, d)(d.Acting().Resolve(d.c, domain.CaseResolved{Department: taxes, Lead: atExecutor, Text: "За отговор"}))
	c, _ := d.screen(t)
	const words = "Б. Кирова за секретар на общината И. Стоянова (замества)"
	v := c.View()
	if e := v.Course[0]; e.Who != "Б. Кирова" || e.InPlace != words {
		t.Errorf("the course tells %+v", e)
	}
	if r := v.History[0]; r.InPlace != words {
		t.Errorf("the history tells %+v", r)
	}
	if v.Course[1].InPlace != "" || v.History[1].InPlace != "" {
		t.Error("the secretary stands in for somebody")
	}
	if !slices.ContainsFunc(v.People.Work, func(p present.CasePair) bool { return p.Value == words }) {
		t.Errorf("among the people: %v", v.People.Work)
	}
}

func TestASubstitutionIsSaidToBothWhileItRuns(t *testing.T) {
	for name, c := range map[string]struct {
		user   domain.UserID
		day    int
		today  string
		status string
	}{
		"who stands in":       {atHead, 23, "Замествате И. Стоянова, секретар на общината, до 30.11.2026 включително (заповед № РД-7).", "Б. Кирова, ръководител на звено, замества И. Стоянова до 30.11.2026"},
		"who is stood in for": {atSecretary, 23, "Б. Кирова Ви замества като секретар на общината, до 30.11.2026 включително (заповед № РД-7).", "И. Стоянова, секретар на общината"},
		"somebody else":       {atMayor, 23, "", "С. Лазов, кмет"},
		"after the order":     {atHead, 31, "", "Б. Кирова, ръководител на звено"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(domain.Question).standsIn().at(c.day).as(c.user)
			o := newTodayDesk()
			o.office, o.user, o.now = d.office, d.user, d.now
			if got := strings.Join(newTodayPage(t, o).Substitutions(), "|"); got != c.today {
				t.Errorf("the morning says %q", got)
			}
			f := present.NewFrame(newGateRoom(t).Env, &frameOffice{acting: d.Acting()})
			f.Load()
			if got := f.Parts()[0].Words; got != c.status {
				t.Errorf("the status line says %q", got)
			}
		})
	}
}

func TestTheJournalIsOfferedToWhomItOpensFor(t *testing.T) {
	for name, c := range map[string]struct {
		user domain.UserID
		want bool
	}{"a clerk": {atClerk, true}, "an executor": {atExecutor, true}, "somebody without a role": {domain.UserID{99}, false}} {
		d := newDesk(domain.Question)
		d.office.Users = append(d.office.Users, domain.User{ID: domain.UserID{99}, Name: "Нов Служител", Department: taxes})
		f := present.NewFrame(newGateRoom(t).Env, &frameOffice{acting: d.as(c.user).Acting()})
		f.Load()
		if got := slices.ContainsFunc(f.Items(), func(i present.RailItem) bool { return i.Place == present.JournalPlace }); got != c.want {
			t.Errorf("%s: offered %t", name, got)
		}
		if f.Offers(present.JournalPlace) != c.want {
			t.Errorf("%s: the menu offers another thing", name)
		}
	}
}
