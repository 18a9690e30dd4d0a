package present_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"harta/internal/gui/present"
	"harta/resources"
)

func TestAPageOfTheManualIsRead(t *testing.T) {
	got := present.ParseManual("## Днес\n\nПървият екран\nсутрин.\n\nОще.\n\n### Стъпки\n\n1. Отворете с `Enter`.\n12. Край.\n\n### Клавиши\n- `1` `6`: към картата\n- без клавиш: дума\n")
	want := []present.ManualBlock{
		{Kind: present.ManualTitle, Words: "Днес"},
		{Kind: present.ManualText, Words: "Първият екран сутрин."},
		{Kind: present.ManualText, Words: "Още."},
		{Kind: present.ManualHeading, Words: "Стъпки"},
		{Kind: present.ManualItem, Mark: "1.", Words: "Отворете с Enter."},
		{Kind: present.ManualItem, Mark: "12.", Words: "Край."},
		{Kind: present.ManualHeading, Words: "Клавиши"},
		{Kind: present.ManualKeys, Keys: []string{"1", "6"}, Words: "Към картата"},
		{Kind: present.ManualItem, Mark: "–", Words: "без клавиш: дума"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if keys := present.KeysOf(got); !slices.Equal(keys, []present.KeyWords{{Key: "1 6", Words: "Към картата"}}) {
		t.Errorf("keys %+v", keys)
	}
	if got := present.ParseManual(""); got != nil {
		t.Errorf("an empty page has %+v", got)
	}
}

func TestEveryPageTellsKeysAndHasATitle(t *testing.T) {
	pages, err := resources.Manual()
	if err != nil {
		t.Fatal(err)
	}
	for place, page := range pages {
		blocks := present.ParseManual(page)
		tellsKeys := strings.Contains(page, "### Клавиши")
		if len(blocks) < 6 || blocks[0].Kind != present.ManualTitle || tellsKeys != (len(present.KeysOf(blocks)) > 0) {
			t.Errorf("%s: %d parts, keys %v", place, len(blocks), present.KeysOf(blocks))
		}
	}
}

func TestTheManualOfTheWindowNamesEveryKeyOfTheMenu(t *testing.T) {
	env, _ := calmEnv(t)
	pages, err := resources.Manual()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range env.Actions(func(present.Place) bool { return true }) {
		if place := a.Menu == present.PlacesMenu && a.Place != ""; !place && !strings.Contains(pages["window"], a.Key) {
			t.Errorf("the page of the window does not name %s", a.Key)
		}
	}
}

func TestTheTableOfActionsNamesEachKeyOnce(t *testing.T) {
	env, _ := calmEnv(t)
	seen := map[string]string{}
	for _, a := range env.Actions(func(present.Place) bool { return true }) {
		if other, twice := seen[a.Key]; a.Key != "" && twice {
			t.Errorf("%s means %s and %s", a.Key, other, a.Words)
		}
		seen[a.Key] = a.Words
		if a.Words == "" || a.ID == "" || a.Menu == "" {
			t.Errorf("%+v", a)
		}
	}
	none := env.Actions(func(present.Place) bool { return false })
	for _, a := range none {
		if a.Place != "" {
			t.Errorf("%s leads where nobody may go", a.Words)
		}
	}
}
