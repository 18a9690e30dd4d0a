package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func TestAGroundIsOfferedToWhoeverMayDecideOnIt(t *testing.T) {
	for _, who := range []domain.UserID{atClerk, atExecutor, atHead, atSecretary, atMayor} {
		for _, kind := range domain.Kinds() {
			d := newDesk(kind).as(who)
			c, _ := d.screen(t)
			if d.Acting().May(d.c, domain.LetterFile{}, domain.DoAdmit) != nil {
				continue
			}
			options := form(t, c, domain.DoAdmit).Field("ground").Options
			for _, r := range domain.GroundRules() {
				e := domain.AdmissibilityDecided{
					Ground: r.Ground, Reason: "x", Body: "x", Into: older, Danger: domain.Danger{Reason: "x"},
					Check: domain.Check{NoDanger: "x", Answerable: "x", Data: "x", Whose: domain.OwnData},
				}
				s := domain.Situation{Case: d.c, By: who, Event: domain.AdmissibilityDecided{Ground: r.Ground, Result: r.Result}}
				may := d.office.Authority(s, domain.DoAdmit, d.Acting().Today()) == nil
				offered := slices.ContainsFunc(options, func(o present.Option) bool { return o.Key == string(r.Ground) })
				if offered && !may {
					t.Errorf("user %d is offered %s of %s", who[0], r.Ground, kind)
				}
				if _, err := d.Acting().Admit(d.c, e); err == nil && !offered {
					t.Errorf("user %d is not offered %s of %s", who[0], r.Ground, kind)
				}
			}
		}
	}
}

func TestADecisionFindsWhatTheDeskProposed(t *testing.T) {
	d := newDesk(domain.Signal)
	c, _ := d.screen(t)
	f := form(t, c, domain.DoPropose)
	fill(f, map[string]string{
		"ground": "personal_part", "data": "Адреси на съседи", "whose": "other", "answerable": "За таксата", "reason": "Чужди данни",
	})
	f.Submit()
	if d.c.State != domain.InResolution || d.c.Proposed.Check.Data != "Адреси на съседи" {
		t.Fatalf("%q: the case is %+v", f.Summary, d.c.Proposed)
	}
	c, _ = d.as(atSecretary).screen(t)
	f = form(t, c, domain.DoAdmit)
	if f.Lead == "" || f.Text("ground") != "personal_part" || f.Text("answerable") != "За таксата" || f.Text("reason") != "Чужди данни" {
		t.Errorf("the form has %q, %q", f.Lead, f.Text("ground"))
	}
	f.Submit()
	if d.c.Admitted.Ground != domain.GroundPersonalPart || d.c.Admitted.Check.Whose != domain.OthersData {
		t.Errorf("%q: decided is %+v", f.Summary, d.c.Admitted)
	}
}

func TestWhatAGroundHidesIsNotTaken(t *testing.T) {
	d := newDesk(domain.Signal)
	c, _ := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoAdmit)
	fill(f, map[string]string{"ground": "not_competent", "body": "РЗИ", "competence": "чл. 15", "reason": "x"})
	f.Field("already").On = true
	fill(f, map[string]string{"ground": "ex_officio", "dangerReason": "Спукана тръба", "place": "пл. „Свобода“", "toldOn": "12.11.2026", "toldAt": "9.40"})
	f.Submit()
	got := d.c.Admitted
	if got.Body != "" || got.Check.Already || got.Danger.Place == "" || got.Danger.ToldAt.IsZero() {
		t.Errorf("%q: decided is %+v", f.Summary, got)
	}
}

func TestAnHourToComeIsRefusedBesideItsField(t *testing.T) {
	d := newDesk(domain.Signal)
	c, _ := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoAdmit)
	later := d.Acting().Today() + 1
	fill(f, map[string]string{"ground": "ex_officio", "reason": "x", "dangerReason": "Спукана тръба", "toldOn": later.Local(), "toldAt": "9.40"})
	f.Submit()
	if x, wrong := f.FirstWrong(); !wrong || x.Key != "toldAt" || d.c.Admitted.Ground != "" {
		t.Errorf("%q: wrong is %+v, decided %+v", f.Summary, x, d.c.Admitted)
	}
}

func TestADayWithoutItsHourIsNotLost(t *testing.T) {
	d := newDesk(domain.Signal)
	c, _ := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoAdmit)
	fill(f, map[string]string{"ground": "ex_officio", "reason": "x", "dangerReason": "Спукана тръба", "toldOn": "12.11.2026"})
	f.Submit()
	if x, wrong := f.FirstWrong(); !wrong || x.Key != "toldAt" || d.c.Admitted.Ground != "" {
		t.Errorf("%q: wrong is %+v, decided %+v", f.Summary, x, d.c.Admitted)
	}
}

func TestAPartIsTakenOutIntoACaseOfItsOwn(t *testing.T) {
	d := newDesk(domain.Signal)
	c, r := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoAdmit)
	fill(f, map[string]string{"ground": "not_competent", "body": "РЗИ", "reason": "x"})
	split := f.Field("split")
	split.On = true
	f.Edit(split)
	if f.Field("part").Hidden {
		t.Fatal("the part is not asked for")
	}
	f.Submit()
	if x, wrong := f.FirstWrong(); !wrong || x.Key != "part" {
		t.Errorf("wrong is %v, %q", x, f.Summary)
	}
	fill(f, map[string]string{"part": "Водата", "partText": "Водата е мътна."})
	f.Submit()
	if len(d.others) != 1 || d.others[0].State != domain.StateForwarded || d.c.State != domain.Registered || len(r.toasts) != 1 {
		t.Fatalf("%q: others are %+v", f.Summary, d.others)
	}
	c, _ = d.screen(t)
	if all := c.View().People.Links; len(all) != 1 || all[0].Case != older {
		t.Errorf("linked are %+v", all)
	}
}

func TestARequestForOnesOwnDataIsHandedToTheOfficer(t *testing.T) {
	d := newDesk(domain.Question)
	c, _ := d.as(atSecretary).screen(t)
	f := form(t, c, domain.DoAdmit)
	fill(f, map[string]string{"ground": "personal_data", "whose": "own"})
	if !strings.Contains(f.Field("whose").Hint, "основание") || !f.Field("officer").Hidden {
		t.Errorf("beside a refusal it says %q", f.Field("whose").Hint)
	}
	fill(f, map[string]string{"ground": "personal_part", "whose": "own"})
	if f.Field("officer").Hidden {
		t.Error("to whom the part goes is not asked")
	}
	fill(f, map[string]string{"ground": "own_data", "data": "Досието", "reason": "Иска своите данни"})
	if x := f.Field("officer"); x.Hidden || x.Hint == "" || !f.Field("whose").Hidden || f.Field("handedOn").Date != d.Acting().Today() {
		t.Errorf("without an officer in the settings: %+v", x)
	}
	f.Submit()
	if x, wrong := f.FirstWrong(); !wrong || x.Key != "officer" {
		t.Errorf("%q: wrong is %+v", f.Summary, x)
	}
	d.office.Settings.DataOfficer = "Д. Примерова"
	c, _ = d.screen(t)
	f = form(t, c, domain.DoAdmit)
	fill(f, map[string]string{"ground": "own_data", "data": "Досието", "reason": "Иска своите данни"})
	if f.Text("officer") != "Д. Примерова" || f.Field("officer").Hint != "" {
		t.Errorf("proposed is %q", f.Text("officer"))
	}
	f.Submit()
	if got := d.c.Admitted; got.Body != "Д. Примерова" || got.Check.HandedOn != d.Acting().Today() || d.c.State != domain.StateRerouted {
		t.Errorf("%q: decided is %+v", f.Summary, got)
	}
}
