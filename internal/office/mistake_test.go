package office_test

import (
	"testing"

	"harta/internal/domain"
	"harta/internal/office"
)

func TestAClaimOfAMistakeOpensNothing(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	id := accused(t, o)
	as(t, o, "head")
	refusedBy(t, o.ClaimMistake(office.Command{}, id, "Не съм аз."), domain.NoSuchCase) // it does not name him
	_, err := o.Standing(id)
	refusedBy(t, err, domain.NoSuchCase)
	as(t, o, "executor")
	must(t, o.ClaimMistake(office.Command{}, id, "Бях в отпуск."))
	x, err := o.Standing(id)
	must(t, err)
	if x.Claimed.IsZero() || !x.Answer.At.IsZero() {
		t.Errorf("stands %+v", x)
	}
	_, err = o.Case(id, office.Again)
	refusedBy(t, err, domain.HiddenFromNamed)
	if all, _ := o.Invitations(); len(all) != 0 || len(o.List(nil)) != 0 {
		t.Errorf("finds %+v", all)
	}
	as(t, o, "secretary")
	if c := opened(t, o, id); len(c.Claims()) != 1 || c.Claims()[0].Text != "Бях в отпуск." {
		t.Errorf("the secretary reads %+v", c.Claims())
	}
	must(t, o.SettleMistake(office.Command{}, id, domain.CaseNoted{To: userID(t, o, "executor"), Text: "Отпускът е от следващия ден."}))
	as(t, o, "executor")
	all, err := o.Invitations()
	must(t, err)
	if len(all) != 1 || all[0].Waits || all[0].Settled.Text == "" {
		t.Fatalf("told %+v", all)
	}
	if !all[0].Number.IsZero() {
		t.Errorf("the number of the case is told: %s", all[0].Number.Text)
	}
	if x, _ = o.Standing(id); !x.Claimed.IsZero() || x.Answer.Text != "Отпускът е от следващия ден." {
		t.Errorf("stands %+v", x)
	}
}
