package present_test

import (
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

func TestTheTermsOfTasksStandWithThatOfTheReply(t *testing.T) {
	d := newDesk(domain.Signal).inWork(t).at(18)
	must[domain.CaseDecided](t, d)(d.Acting().Decide(d.c, domain.CaseDecided{
		Outcome: domain.Upheld, Findings: "Има нарушение.", On: calendar.NewDate(2026, 11, 18),
		Measures: []domain.Measure{{Text: "Ремонт", Department: taxes}},
	}))
	c, _ := d.at(26).screen(t)
	term := c.View().Term
	if term.Left.Tone == present.ToneLate {
		t.Errorf("the reply is %+v", term.Left)
	}
	want := []struct {
		words string
		left  string
		tone  present.CaseTone
	}{
		{"За съобщаване до 25.11.2026 (сряда).", "просрочена с 1 ден", present.ToneLate},
		{"За изпълнение до 18.12.2026 (петък).", "остават ~16 раб. дни", present.ToneGood},
	}
	if len(term.Tasks) != len(want) {
		t.Fatalf("%+v", term.Tasks)
	}
	for i, w := range want {
		x := term.Tasks[i]
		if x.Words != w.words || x.Left.Words != w.left || x.Left.Tone != w.tone {
			t.Errorf("%+v, want %+v", x, w)
		}
		if len(x.Steps) < 3 || x.Steps[0].Words != "Решение: 18.11.2026 (сряда)." || x.Steps[0].Source != "този ден не се брои" {
			t.Errorf("it is explained by %+v", x.Steps)
		}
	}
	r := d.office.Remind(d.c.Entry(), d.Acting().Today())
	env := present.Env{Say: speaker(t)}
	if got := env.Left(r); got != "с 1 ден: съобщаване" {
		t.Errorf("lists say %q", got)
	}
	passed := domain.Reminder{Urgency: domain.Soon, Clock: domain.InternalClock, DaysLate: 3}
	if got := env.LeftLong(passed); got != "мина преди 3 дни: резолюция" {
		t.Errorf("a term of the resolution that has passed reads %q", got)
	}
}

func TestATaskIsNamedOnItsCard(t *testing.T) {
	d := newTodayDesk()
	d.add(dayOf("2027-01-20"), func(e *domain.Entry) {
		e.State, e.Subject, e.ReceivedOn = domain.StateForwarded, "Река", dayOf("2026-11-13")
	})
	rows := newTodayPage(t, d).Cards()[present.TodayLate].Rows
	if len(rows) != 1 || rows[0].Title != "За препращане: Река" || rows[0].When != "пт 20.11" || rows[0].Left != "с 3 дни" {
		t.Errorf("%+v", rows)
	}
}
