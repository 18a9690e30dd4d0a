package main

import (
	"encoding/json"
	"strings"
	"testing"
)

const sampleRegister = "../../resources/sample/register.csv"

func TestARegisterIsTakenOverWholeOrNotAtAll(t *testing.T) {
	c := demo(t)
	contains(t, c.does("import", sampleRegister, "--dry-run"), "Проба: 400 преписки", "Нищо не е записано", "Нови отдели")
	contains(t, c.does("list"), "Няма преписки за показване")
	contains(t, c.does("import", sampleRegister), "Внесени: 400 преписки")
	contains(t, c.fails(exitRefused, "import", sampleRegister), "вече е внесен", "400 грешки")
	contains(t, c.does("--user", "mayor", "report", "--year", "2025", "--out", c.path("2025.xlsx")), "постъпили ")
	contains(t, c.does("list", "--year", "2025"), "преписки")
}

func TestWrongRegistersAreSaidByLine(t *testing.T) {
	head := "reg_no,registered_at,kind,channel,anonymous,name,family,subject,status\n"
	good := "94-Ж-1/02.01.2025,2025-01-02T09:12:31,жалба,телефон,0,Иван,Петров,Шум,приключена\n"
	for name, test := range map[string]struct {
		csv  string
		says string
	}{
		"a wrong kind":     {head + good + strings.Replace(strings.Replace(good, "жалба", "ода", 1), "Ж-1", "Ж-2", 1), "Ред 3"},
		"a number twice":   {head + good + good, "се повтаря"},
		"a missing column": {strings.Replace(head, "kind", "нещо", 1) + good, "няма колона"},
		"an empty file":    {"", "няма редове"},
		"a wrong encoding": {head + strings.Replace(good, "Шум", "\xff\xfe\x80\xe8", 1), ""},
	} {
		t.Run(name, func(t *testing.T) {
			c := demo(t)
			path := c.write("register.csv", test.csv)
			said := c.fails(exitRefused, "import", path)
			contains(t, said, test.says, "нищо не е внесено")
			contains(t, c.does("list"), "Няма преписки за показване")
			out, _, _ := c.run("import", path, "--json")
			var result struct {
				Written  bool
				Problems []string
			}
			if err := json.Unmarshal([]byte(out), &result); err != nil || result.Written || len(result.Problems) == 0 {
				t.Errorf("%+v, %v", result, err)
			}
		})
	}
}

func TestStressFoundsAndAcknowledges(t *testing.T) {
	c := newConsole(t)
	c.env[envUser] = "clerk"
	if got := c.does("stress", "--count", "3"); got != "acknowledged 94-1/23.11.2026\nacknowledged 94-2/23.11.2026\nacknowledged 94-3/23.11.2026\n" {
		t.Errorf("got %q", got)
	}
	contains(t, c.does("stress", "--count", "1"), "94-4/23.11.2026")
}
