package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

func chainRows(s *present.Settings) string {
	var all []string
	for _, r := range s.List.Rows() {
		all = append(all, r.Words+": "+r.Second)
	}
	return strings.Join(all, "\n")
}

func TestTheListOfChainsSaysHowEachReads(t *testing.T) {
	s, _ := settingsAs(t, adminUser, present.ChainsTab)
	want := "Всички видове: един одобрява › подпис\nВсеки отказ: един одобрява › подпис от трето лице\n" +
		"Жалба срещу служител: един одобрява › подпис от трето лице"
	if got := chainRows(s); got != want {
		t.Errorf("%s", got)
	}
}

func TestAChainIsAddedAndReadBackInOneSentence(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.ChainsTab)
	grant := func(id byte, role domain.Role) {
		u := domain.UserID{id}
		o.now = o.now.Apply(domain.Fact{Event: domain.UserAdded{User: u, Name: string(role)}})
		o.now = o.now.Apply(domain.Fact{Event: domain.RoleGranted{User: u, Role: role, From: 1}})
	}
	grant(71, domain.Head)
	grant(72, domain.Mayor)
	s.Load()
	s.List.New()
	f := s.List.Form
	f.Submit()
	if wrongs(f) != "kind" {
		t.Errorf("wrong: %s", wrongs(f))
	}
	f.Field("kind").Text = string(domain.Signal)
	f.Field("steps").Picked = []string{string(domain.Head), string(domain.Adviser)}
	f.Field("signs").Text, f.Field("third").On = string(domain.Secretary), true
	f.Edit(f.Field("steps"))
	if n := f.Notices; len(n) != 1 || n[0].Words != "Сигнал: началник › юрисконсулт › подпис на секретар или по-горен от трето лице." ||
		!strings.Contains(f.Field("steps").Note, "„юрисконсулт“") {
		t.Errorf("it reads %+v", n)
	}
	f.Submit()
	if wrongs(f) != "steps" || len(o.now.Settings.Chains) != 0 {
		t.Errorf("a chain without its adviser: %s", wrongs(f))
	}
	grant(73, domain.Adviser)
	f.Submit()
	if all := o.now.Settings.Chains; len(all) != 1 || !slices.Equal(all[0].Steps, []domain.Role{domain.Head, domain.Adviser}) ||
		!all[0].Third || all[0].Signs != domain.Secretary || all[0].Kind != domain.Signal {
		t.Errorf("chains %+v", all)
	}
	if i := s.List.Chosen(); i < 0 || s.List.Rows()[i].Words != "Сигнал" {
		t.Errorf("chosen is %d of\n%s", i, chainRows(s))
	}
}

func TestANewChainTakesNotThePlaceOfOneThatIsThere(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.ChainsTab)
	third := slices.Clone(o.now.Settings.ThirdPerson)
	s.List.New()
	f := s.List.Form
	f.Field("kind").Text, f.Field("signs").Text = string(third[0]), string(domain.Secretary)
	f.Submit()
	if got := o.now.Settings; wrongs(f) != "kind" || len(got.Chains) != 0 || !slices.Equal(got.ThirdPerson, third) {
		t.Errorf("wrong: %q; %+v, %v", wrongs(f), got.Chains, got.ThirdPerson)
	}
	if words := f.Field("kind").Wrong; !strings.Contains(words, "„Жалба срещу служител“") {
		t.Errorf("it says %q", words)
	}
}

func TestAChainThatAsksForNothingIsTakenAway(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.ChainsTab)
	s.List.Choose(2)
	f := s.List.Form
	f.Field("third").On = false
	f.Submit()
	if got := o.now.Settings; len(got.Chains) != 0 || len(got.ThirdPerson) != 0 {
		t.Errorf("%+v, %v", got.Chains, got.ThirdPerson)
	}
}
