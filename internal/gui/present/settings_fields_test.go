package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/gui/present"
	"harta/internal/say"
)

func TestTemplatesAreReadInWordsAndStoredWithTheirKeys(t *testing.T) {
	r := newGateRoom(t)
	o := newSettingsOffice(r, adminUser)
	stored := []string{
		"По обръщението „{Subject}“, входящ № {InNo} от {InDate} г. ({Kind}), { {InTime", "{Findings}{Reasons}", "- {Measures} до {ExecutionDue} г.",
	}
	o.now.Templates[0].Paragraphs, o.now.Templates[0].Notice = slices.Clone(stored), "Пред {Body}."
	s := present.NewSettings(r.Env, o, string(present.TemplatesTab))
	s.Load()
	f := s.List.Form
	if got := f.Field("text").Text; !strings.Contains(got, "№ {Входящ номер} от {Дата на регистриране} г. ({Вид}), { {InTime") || !strings.Contains(got, "{Констатации}{Мотиви}") {
		t.Errorf("shown: %q", got)
	}
	fillIn(f, map[string]string{"text": strings.ReplaceAll(f.Field("text").Text, ", { {InTime", "")})
	f.Submit()
	stored[0] = strings.ReplaceAll(stored[0], ", { {InTime", "")
	if got := o.now.Templates[0]; !slices.Equal(got.Paragraphs, stored) || got.Notice != "Пред {Body}." {
		t.Errorf("stored: %q, %q; refused: %s", got.Paragraphs, got.Notice, wrongs(f))
	}
}

func TestEveryFieldOfALetterHasANameOfItsOwn(t *testing.T) {
	for _, language := range []string{"bg", "en"} {
		speaker, err := say.New(language)
		if err != nil {
			t.Fatal(err)
		}
		r := newGateRoom(t)
		r.Say = speaker
		s := present.NewSettings(r.Env, newSettingsOffice(r, adminUser), string(present.TemplatesTab))
		s.Load()
		names := s.Letters.FieldWords()
		slices.Sort(names)
		if all := len(names); all == 0 || len(slices.Compact(names)) != all {
			t.Errorf("%s: %v", language, names)
		}
	}
}

func TestNumbersAreReadInWordsAndStoredWithTheirKeys(t *testing.T) {
	for typed, want := range map[string]string{
		"{индекс}-{номер}/{дд.мм.гггг}": "{index}-{serial}/{dd.mm.yyyy}",
		"{Номер}/{ГГГГ}":                "{serial}/{yyyy}",
		"{serial}/{yyyy}":               "{serial}/{yyyy}",
	} {
		s, o := settingsAs(t, adminUser, present.NumbersTab)
		fillIn(s.Form, map[string]string{"numberTemplate": typed}).Submit()
		if got := o.now.Settings.NumberTemplate; string(got) != want {
			t.Errorf("%q is stored as %q; refused: %s", typed, got, wrongs(s.Form))
		}
	}
	s, _ := settingsAs(t, adminUser, present.NumbersTab)
	fillIn(s.Form, map[string]string{"numberTemplate": "{номер}/{гггг}-{отдел}"}).Submit()
	if wrongs(s.Form) != "numberTemplate" {
		t.Error("a part that nobody fills is taken")
	}
}
