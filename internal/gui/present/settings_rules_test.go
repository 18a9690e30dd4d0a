package present_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

func (o *settingsOffice) ChangeRule(x domain.RuleChange, reason string) error {
	rules, err := o.now.Rules.Changed(x)
	if err != nil {
		return err
	}
	e, err := o.Acting().SetRules(domain.RulesSet{Rules: rules, Reason: reason})
	return o.apply(e, err)
}

func (o *settingsOffice) TryRule(x domain.RuleChange) (office.RuleTrial, error) {
	moved := calmEntry(1, "А", "Бавно обслужване", calmDay.AddDays(30))
	return office.RuleTrial{
		Trial: office.Trial{Open: 40, Moves: []domain.Move{{Entry: &moved, From: calmDay.AddDays(30), To: calmDay.AddDays(14)}}, Hidden: 1},
		Stay:  x.Term.N,
	}, nil
}

func TestWhoMaySetTheRulesSeesTheirTab(t *testing.T) {
	for by, want := range map[domain.UserID]bool{secretaryUser: true, adminUser: false, clerkUser: false} {
		s, _ := settingsAs(t, by, present.RulesTab)
		if got := slices.Contains(s.Tabs(), present.RulesTab); got != want {
			t.Errorf("user %d sees it: %t", by[0], got)
		}
	}
}

func TestARuleIsChangedFromADayOnAndOneOfTheLawWithAReason(t *testing.T) {
	s, o := settingsAs(t, secretaryUser, present.RulesTab)
	rows := s.List.Rules()
	if r := rows[0]; r.Term != "2 месеца" || r.Max != "3 месеца" || r.Source != "чл. 121 АПК" || r.Owner != "по закон" || r.Holds != "всички" {
		t.Errorf("the first row reads %+v", r)
	}
	f := s.List.Form
	n := f.Notices
	if len(n) != 2 || n[0].Words != "Ще се преместят 2 срока от 40 отворени" || n[1].Words != "2 отворени преписки, постъпили преди този ден, запазват своя срок." {
		t.Errorf("the trial says %+v", n)
	}
	if w := s.List.Tried(); !w.Has || len(w.Rows) != 1 || w.Rows[0].Subject != "Бавно обслужване" || w.More == "" {
		t.Errorf("the list says %+v", w)
	}
	fillIn(f, map[string]string{"term": "нула", "max": "0", "source": " "}).Submit()
	if wrongs(f) != "term max source reason" {
		t.Fatalf("wrong are %s", wrongs(f))
	}
	fillIn(f, map[string]string{"term": "1", "max": "", "source": "чл. 121 АПК (изм.)", "reason": "изменение на закона"}).Submit()
	fresh := o.now.Rules.Of(domain.Signal, o.r.Today())
	if len(fresh) != 1 || fresh[0].ID != "signal.legal.2" || fresh[0].Term.String() != "1m" || fresh[0].Max.N != 0 || fresh[0].Source != "чл. 121 АПК (изм.)" {
		t.Fatalf("%v, and it holds %+v", f.Summary+wrongs(f), fresh)
	}
	rows = s.List.Rules()
	if i := s.List.Chosen(); i < 0 || rows[i].Key != "signal.legal.2" || s.List.Form.Blocked != "" {
		t.Errorf("after saving line %d of %+v is chosen, %q", i, rows, s.List.Form.Blocked)
	}
	if last := rows[len(rows)-1]; !last.Over || last.Holds == "" {
		t.Errorf("the old one reads %+v", last)
	}
	s.List.Choose(len(rows) - 1)
	if s.List.Form.Blocked == "" {
		t.Error("what is over can be changed")
	}
	own := slices.IndexFunc(rows, func(r present.RuleRow) bool { return r.Key == "question.charter" })
	s.List.Choose(own)
	if !s.List.Form.Field("reason").Hidden {
		t.Error("a standard of the office asks for a reason")
	}
	fillIn(s.List.Form, map[string]string{"term": "5"})
	from := s.List.Form.Field("from")
	from.Text, from.Date = "", 0
	s.List.Form.Submit()
	if r, _ := o.now.Rules.ByID("question.charter"); r.Term.String() != "5wd" || r.Source != "standard.inquiry" {
		t.Errorf("%s, the standard is %+v", s.List.Form.Summary+wrongs(s.List.Form), r)
	}
}

func TestAHalfTypedRuleIsFoundAgain(t *testing.T) {
	s, _ := settingsAs(t, secretaryUser, present.RulesTab)
	f := s.List.Form
	f.Write(f.Field("reason"), "изменение на закона")
	f.Flush()
	s.List.Choose(1)
	s.List.Choose(0)
	if got := s.List.Form.Text("reason"); got != "изменение на закона" {
		t.Errorf("found is %q", got)
	}
}
