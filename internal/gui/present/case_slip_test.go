package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func offersSlip(c *present.Case) bool {
	return slices.ContainsFunc(c.View().More, func(a present.CaseAct) bool { return a.Do == "give_slip" && a.Key == present.GiveKey })
}

func TestThatTheSlipWasGivenIsSaidByOneKeyAndShown(t *testing.T) {
	d := newDesk(domain.ComplaintService)
	due, _ := d.c.Due()
	if c, _ := d.as(atExecutor).screen(t); offersSlip(c) {
		t.Error("an executor gives no slips")
	}
	c, r := d.as(atClerk).screen(t)
	if !offersSlip(c) || c.View().Term.Told != "" {
		t.Errorf("offered %v, told %q", offersSlip(c), c.View().Term.Told)
	}
	c.Print()
	if last := r.toasts[len(r.toasts)-1]; last.Act == nil || last.Key != present.GiveKey || len(d.c.Notes) != 0 {
		t.Errorf("printing says %+v, and records %d", last, len(d.c.Notes))
	}
	if !c.Press(present.GiveKey) || len(d.c.Notes) != 1 {
		t.Fatalf("recorded are %+v", d.c.Notes)
	}
	v := c.View()
	if offersSlip(c) || !strings.Contains(v.Term.Told, "С бележката от") || !strings.Contains(v.Term.Told, due.Due.Local()) || strings.Contains(strings.Join(v.Term.Warnings, ""), "С бележката") {
		t.Errorf("told %q, warned %q", v.Term.Told, v.Term.Warnings)
	}
	if !slices.ContainsFunc(v.Marks, func(m present.CaseMark) bool { return m.Words == "потвърдена" }) {
		t.Errorf("the marks are %+v", v.Marks)
	}
	c.Print()
	if last := r.toasts[len(r.toasts)-1]; last.Act != nil {
		t.Error("it is asked again")
	}
}

func TestOfAnotherDayOnTheSlipTheCaseWarns(t *testing.T) {
	d := newDesk(domain.ComplaintService)
	must[domain.CaseNoted](t, d.as(atClerk))(d.Acting().GiveSlip(d.c))
	due, _ := d.c.Due()
	for i, dl := range d.c.Deadlines {
		if dl.Clock == due.Clock { // a calendar has moved it
			d.c.Deadlines[i].Told, d.c.Deadlines[i].Due = dl.Due, dl.Due+6
		}
	}
	c, _ := d.screen(t)
	term := c.View().Term
	if term.Told != "" || len(term.Warnings) == 0 || !strings.Contains(term.Warnings[0], "С бележката от") || !strings.Contains(term.Warnings[0], due.Due.Local()) {
		t.Errorf("told %q, warned %q", term.Told, term.Warnings)
	}
}
