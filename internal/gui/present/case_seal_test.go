package present_test

import (
	"testing"

	"harta/internal/domain"
)

func TestSealingWipesOnlyAfterTheWord(t *testing.T) {
	d := newDesk(domain.Signal)
	c, r := d.screen(t)
	f := form(t, c, domain.DoSeal)
	fill(f, map[string]string{"ground": "whistleblower", "seal": "П-4", "handedTo": "Длъжностно лице", "hour": "25:00"})
	if f.Blocked == "" {
		t.Fatal("nothing was typed to be sure")
	}
	fill(f, map[string]string{"word": "ЗАЛИЧИ"})
	f.Submit()
	if x, wrong := f.FirstWrong(); !wrong || x.Key != "hour" || x.Wrong != "Това не е час. Пишете го така: 10:38." {
		t.Errorf("wrong is %+v, %q", x, f.Summary)
	}
	fill(f, map[string]string{"on": (d.Acting().Today() - 1).Local(), "hour": ""}) // of another day nobody knows the hour
	f.Submit()
	if x, wrong := f.FirstWrong(); !wrong || x.Key != "hour" || d.c.State == domain.Erased {
		t.Errorf("without an hour wrong is %+v, the case is %s", x, d.c.State)
	}
	fill(f, map[string]string{"hour": "8.20"})
	f.Submit()
	if d.c.State != domain.Erased || d.c.Sealed.HandedTo != "Длъжностно лице" || d.c.Entry().Subject != "" || len(r.toasts) != 1 {
		t.Fatalf("%q: the case is %+v", f.Summary, d.c)
	}
	c, r = d.screen(t)
	if main := c.View().Next.Main; main.Words != "Протокол за предаване" {
		t.Errorf("next is %+v", c.View().Next)
	} else if c.Start(main.Do); len(d.shown) != 1 {
		t.Errorf("the protocol was not shown: %v, %v", d.shown, r.toasts)
	}
	if v := c.View(); len(v.Warnings) != 1 || v.Subject == "Отказано обслужване на гише 3" {
		t.Errorf("the screen says %v, %q", v.Warnings, v.Subject)
	}
}
