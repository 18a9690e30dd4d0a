package present_test

import (
	"strings"
	"testing"

	"harta/internal/domain"
)

func TestADecisionThatUpholdsAsksForMeasuresOrWhyThereAreNone(t *testing.T) {
	d := newDesk(domain.Signal).inWork(t)
	c, _ := d.screen(t)
	c.Start(domain.DoDecide)
	f := c.Form()
	none := f.Field("none")
	f.Field("outcome").Text = string(domain.Rejected)
	f.Edit(f.Field("outcome"))
	if !none.Hidden {
		t.Error("a rejection is asked for measures")
	}
	f.Field("outcome").Text = string(domain.Upheld)
	f.Edit(f.Field("outcome"))
	f.Write(f.Field("findings"), "Лампата не свети")
	if none.Hidden {
		t.Fatal("it cannot be said that there is nothing to be done")
	}
	f.Submit()
	if wrong := f.Field("measures").Wrong; !strings.Contains(wrong, "няма мерки") {
		t.Fatalf("without measures: %q", wrong)
	}
	none.On = true
	f.Edit(none)
	if f.Field("nothing").Hidden || !f.Field("measures").Hidden {
		t.Error("the reason is not asked for, or measures still are")
	}
	f.Submit()
	if f.Field("nothing").Wrong == "" {
		t.Fatal("no reason was asked for")
	}
	f.Write(f.Field("nothing"), "Сменена е при огледа.")
	f.Submit()
	if d.c.Decision.Nothing != "Сменена е при огледа." || c.Form() != nil {
		t.Fatalf("decided %+v", d.c.Decision)
	}
	if more := c.View().Course[0].More; more != "Лампата не свети. Няма мерки: Сменена е при огледа." {
		t.Errorf("told as %q", more)
	}
}

func TestAMeasureTakesTheReasonAway(t *testing.T) {
	d := newDesk(domain.Signal).inWork(t)
	c, _ := d.screen(t)
	c.Start(domain.DoDecide)
	f := c.Form()
	f.Field("outcome").Text = string(domain.PartlyUpheld)
	f.Write(f.Field("findings"), "Лампата не свети.")
	f.Write(f.Field("measures"), "Да се смени.")
	if !f.Field("none").Hidden {
		t.Error("there is a measure, and it can be said that there is none")
	}
	f.Submit()
	if len(d.c.Decision.Measures) != 1 || d.c.Decision.Nothing != "" {
		t.Errorf("decided %+v", d.c.Decision)
	}
}

func TestWhatWasTypedEndsBeforeTheNextSentence(t *testing.T) {
	d := newDesk(domain.Signal).inWork(t) // its resolution is „За отговор“
	c, _ := d.screen(t)
	for _, e := range c.View().Course {
		if strings.HasPrefix(e.Words, "Резолюция") && e.More != "За отговор. Отговаря К. Русев." {
			t.Errorf("told as %q", e.More)
		}
	}
}
