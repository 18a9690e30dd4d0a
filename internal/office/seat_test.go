package office_test

import (
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

func TestWhoActedInWhosePlaceIsTold(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	e := register(t, o, "Заместена резолюция")
	as(t, o, "secretary")
	_, err := o.Admit(office.Command{}, e.Case, domain.AdmissibilityDecided{Ground: domain.Admissible})
	must(t, err)
	holder, deputy, today := userID(t, o, "secretary"), userID(t, o, "head"), calendar.DateOf(o.Now())
	must(t, o.Grant(domain.RoleGranted{
		User: deputy, Role: domain.Secretary, ActingFor: holder, Order: "РД-7", From: today, Until: today.AddDays(7),
	}))
	as(t, o, "head")
	must(t, o.Resolve(office.Command{}, e.Case, domain.CaseResolved{Department: departmentID(o, "Кадри"), Lead: deputy, Text: "за отговор"}))
	must(t, o.Note(office.Command{}, e.Case, domain.CaseNoted{Note: domain.PlainNote, Text: "бележка"}))
	must(t, o.SetSettings(o.Settings().Settings))

	told := func(o *office.Office) {
		t.Helper()
		f, err := o.Case(e.Case, office.Opened)
		must(t, err)
		for _, j := range f.History {
			_, resolved := j.Event.(domain.CaseResolved)
			if is := j.Seat.ActingFor == holder; is != resolved {
				t.Errorf("%T is told as that of %v", j.Event, j.Seat)
			}
		}
		records, err := o.Records(20, nil)
		must(t, err)
		got := map[string]bool{}
		for _, r := range records {
			if r.Seat.ActingFor != (domain.UserID{}) {
				got[r.Kind] = true
			}
		}
		if len(got) != 2 || !got["case.resolved"] || !got["settings.set"] {
			t.Errorf("in the journal: %v", got)
		}
	}
	told(o)
	told(d.reopen(t, o, "head"))
}
