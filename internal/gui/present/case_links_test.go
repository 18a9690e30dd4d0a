package present_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// linkedDesk is a case in work that is said to repeat another one; a third one can be found.
func linkedDesk(t *testing.T) *deskOffice {
	t.Helper()
	d := newDesk(domain.Signal).inWork(t)
	third := domain.CaseID{9}
	d.others = []domain.Entry{
		{Case: older, Subject: "Дупка на пътя", Number: domain.Number{Text: "94-0655/02.03.2026"}},
		{Case: third, Subject: "Шум", Number: domain.Number{Text: "94-0700/05.03.2026"}},
	}
	in := d.c.Intake
	in.Links = []domain.Link{{Case: older, How: domain.RepeatOf}}
	d.as(atClerk)
	must[domain.CaseCorrected](t, d)(d.Acting().Correct(d.c, in, "Вижда се от текста."))
	return d
}

func TestALinkIsTakenAwayWithAReason(t *testing.T) {
	d := linkedDesk(t)
	c, _ := d.screen(t)
	if !c.Press("L") {
		t.Fatal("the key leads nowhere")
	}
	f := c.Form()
	if x := f.Field("links"); len(x.Options) != 1 || x.Options[0].Words != "Повторна на 94-0655, Дупка на пътя" || len(x.Picked) != 1 {
		t.Fatalf("linked now: %+v", x)
	}
	f.Field("links").Picked = nil
	f.Edit(f.Field("links"))
	f.Submit()
	if f.Field("reason").Wrong == "" {
		t.Fatal("no reason was asked for")
	}
	f.Write(f.Field("reason"), "Не е същото.")
	f.Submit()
	if len(d.c.Intake.Links) != 0 || c.Form() != nil {
		t.Fatalf("links %+v, form %+v", d.c.Intake.Links, c.Form())
	}
	change := c.View().History[0].Changes
	if want := []present.CaseChange{{Field: "Свързани преписки", Old: "Повторна на 94-0655, Дупка на пътя", New: "няма"}}; !slices.Equal(change, want) {
		t.Errorf("the history says %+v", change)
	}
}

func TestALinkIsAddedByNumber(t *testing.T) {
	d := linkedDesk(t)
	c, _ := d.screen(t)
	c.Press("L")
	f := c.Form()
	f.Write(f.Field("reason"), "Същият подател.")
	f.Write(f.Field("into"), "94-9999")
	f.Submit()
	if f.Field("into").Wrong == "" {
		t.Fatal("an unknown number was taken")
	}
	f.Write(f.Field("into"), "94-1312") // itself
	f.Submit()
	if f.Field("into").Wrong == "" {
		t.Fatal("the case was tied to itself")
	}
	f.Write(f.Field("into"), "94-0700")
	f.Submit()
	want := []domain.Link{{Case: older, How: domain.RepeatOf}, {Case: domain.CaseID{9}, How: domain.RelatedTo}}
	if !slices.Equal(d.c.Intake.Links, want) {
		t.Fatalf("links %+v", d.c.Intake.Links)
	}
	c.Press("L")
	f = c.Form()
	f.Field("how").Text = string(domain.DuplicateOf)
	f.Write(f.Field("into"), "94-0655")
	f.Write(f.Field("reason"), "Същото писмо.")
	f.Submit()
	want = []domain.Link{{Case: domain.CaseID{9}, How: domain.RelatedTo}, {Case: older, How: domain.DuplicateOf}}
	if !slices.Equal(d.c.Intake.Links, want) {
		t.Errorf("links %+v", d.c.Intake.Links)
	}
}

func TestOnlyWhoMayCorrectTiesCases(t *testing.T) {
	d := linkedDesk(t)
	c, _ := d.as(atExecutor).screen(t)
	if c.View().MayLink || c.Press("L") {
		t.Error("the executor ties cases")
	}
}
