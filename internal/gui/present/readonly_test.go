package present_test

import (
	"errors"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func TestAWindowForReadingOffersNoActionOnACase(t *testing.T) {
	d := newDesk(domain.ComplaintStaff).inWork(t)
	c, _ := d.screen(t)
	c.ReadOnly = true
	c.Load()
	v := c.View()
	if v.Next.Main.Do != "" || len(v.More) != 0 || v.MayNote || v.MayFile || v.MayWrite || v.MayWait || v.MayLink {
		t.Errorf("offered: %q, %v", v.Next.Main.Do, offered(v))
	}
	if v.Next.Words == "" {
		t.Error("it does not say what comes next")
	}
}

func TestAWindowForReadingPromisesNoDraft(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	p.ReadOnly = true
	p.Reload()
	p.Type(present.IntakeSubject, "Счупена лампа")
	p.Save(present.SaveAndOpen)
	p.Leave()
	if !strings.Contains(p.Blocked, "само за четене") || len(p.toasts) != 0 || len(p.desk.intakes) != 0 {
		t.Errorf("blocked %q, told %q", p.Blocked, p.toasts)
	}
}

func TestADraftThatCouldNotBeKeptIsNotPromised(t *testing.T) {
	p := newIntakePage(t, newIntakeDesk(), present.Route{})
	n := present.NewIntake(p.Env, p.desk, fullDisk{drafts{}}, present.Route{})
	n.Type(present.IntakeSubject, "Счупена лампа")
	n.Leave()
	if !n.Trouble || len(p.toasts) != 0 {
		t.Errorf("told %q", p.toasts)
	}
}

// fullDisk keeps nothing.
type fullDisk struct{ drafts }

func (fullDisk) KeepDraft(string, []byte) error { return errors.New("no room") }

func TestAWindowForReadingTakesNoExplanation(t *testing.T) {
	d := asked(t).as(atAccused)
	x, _ := d.explaining(t)
	env := x.Env
	env.ReadOnly = true
	y := present.NewExplain(env, d, present.Route{Place: present.ExplainPlace, Case: theCase})
	y.Load()
	if y.Form() == nil || !strings.Contains(y.Form().Blocked, "само за четене") {
		t.Errorf("the answer is %+v", y.Form())
	}
}
