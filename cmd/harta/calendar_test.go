package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// openComplaint is a demo office with a complaint whose promise ends on 23.12.2026.
func openComplaint(t *testing.T) *console {
	t.Helper()
	c := demo(t)
	c.does("register", "--kind", "complaint_staff", "--channel", "desk", "--subject", "Бавно обслужване", "--sender", "Стоян Примеров", "--settlement", "с. Примерово")
	return c.with(envUser + "=secretary")
}

func TestADayIsDeclaredAfterItsTrial(t *testing.T) {
	c := openComplaint(t)
	trial := c.does("calendar", "off", "23.12.2026", "--basis", "РМС № 1", "--dry-run")
	contains(t, trial, "23.12.2026 → 29.12.2026 (вторник)", "Мести се срокът на 1 преписка", "Нищо не е записано.")
	contains(t, c.does("list", "--user", "clerk"), "23.12.2026")
	done := c.does("calendar", "off", "2026-12-23", "--basis", "РМС № 1")
	contains(t, done, "→ 29.12.2026", "Календарът е записан.")
	contains(t, c.does("list", "--user", "clerk"), "29.12.2026")
	contains(t, c.does("show", "94-1", "--user", "clerk"), "При регистрирането беше 23.12.2026; по днешния календар и правила е 29.12.2026.")
	contains(t, c.does("calendar", "2026", "--data", c.env["HARTA_DATA"]), "неприсъствен ден (РМС № 1)")

	sheet := c.path("due.pdf")
	contains(t, c.does("due", "--case", "94-1", "--pdf", sheet, "--user", "clerk"), sheet)

	var out struct {
		Written bool
		Moves   []struct{ Number, From, To string }
	}
	if err := json.Unmarshal([]byte(c.does("calendar", "drop", "23.12.2026", "--dry-run", "--json")), &out); err != nil {
		t.Fatal(err)
	}
	if out.Written || len(out.Moves) != 1 || out.Moves[0].To != "2026-12-23" {
		t.Errorf("%+v", out)
	}
	contains(t, c.does("calendar", "change", "23.12.2026", "--to", "22.12.2026"), "29.12.2026 → 23.12.2026")
	contains(t, c.does("calendar", "drop", "22.12.2026"), "Местят се сроковете на 0 преписки")
}

func TestAWrongChangeOfTheCalendarIsRefusedInWords(t *testing.T) {
	c := openComplaint(t)
	for _, test := range []struct {
		code int
		says string
		args []string
	}{
		{exitRefused, "Липсва „Основание“", []string{"off", "23.12.2026"}},
		{exitRefused, "и без това е почивен", []string{"off", "27.12.2026", "--basis", "РМС"}},
		{exitRefused, "официален празник", []string{"work", "26.12.2026", "--basis", "РМС"}},
		{exitRefused, "без това е работен", []string{"work", "22.12.2026", "--basis", "РМС"}},
		{exitRefused, "2025 г. е минала", []string{"drop", "31.12.2025"}},
		{exitRefused, "вече е обявен", []string{"off", "02.01.2026", "--basis", "РМС"}},
		{exitRefused, "не е обявен ден", []string{"drop", "23.12.2026"}},
		{exitRefused, "извън годините", []string{"off", "31.12.2100", "--basis", "РМС"}},
		{exitRefused, "Няма промяна", []string{"change", "02.01.2026"}},
		{exitRefused, "2025 г. е минала", []string{"confirm", "2025"}},
		{exitFailed, "31.02.2026", []string{"off", "31.02.2026", "--basis", "РМС"}},
		{exitFailed, "1999", []string{"confirm", "1999"}},
	} {
		contains(t, c.fails(test.code, append([]string{"calendar"}, test.args...)...), test.says)
	}
	contains(t, c.fails(exitRefused, "calendar", "off", "23.12.2026", "--basis", "РМС", "--user", "clerk"), "Нямате право")
}

func TestAYearIsConfirmedAndItsConfirmationTakenBack(t *testing.T) {
	c := openComplaint(t)
	c.does("calendar", "confirm", "2027")
	contains(t, c.fails(exitRefused, "calendar", "confirm", "2027"), "Няма промяна")
	contains(t, c.fails(exitRefused, "calendar", "unconfirm", "2027"), "причината")
	c.does("calendar", "unconfirm", "2027", "--reason", "Обявен е още един ден.")
	c.does("calendar", "confirm", "2027")
}

func TestDaysOfAFileAreTakenAllOrNot(t *testing.T) {
	c := openComplaint(t)
	good := c.write("good.csv", "дата;вид;основание\n23.12.2026;off;РМС № 1\n24.12.2026;off;РМС № 1\n02.01.2026;off;Решение № 808 на Министерския съвет от 19.11.2025 г.\n")
	bad := c.write("bad.csv", "23.12.2026;off;РМС № 1\n26.12.2026;work;РМС № 1\nне;off;РМС\n")
	out, err, code := c.run("calendar", "import", bad)
	if code != exitRefused || strings.Contains(out, "записан") {
		t.Errorf("exit %d: %s", code, out)
	}
	contains(t, err, "Ред 2: 26.12.2026 е официален празник", "Ред 3", "„не“")
	contains(t, c.does("calendar", "import", good, "--dry-run"), "нов", "вече обявен", "почивен и без това", "Нищо не е записано.")
	contains(t, c.does("calendar", "import", good), "23.12.2026 → 29.12.2026")
	contains(t, c.fails(exitRefused, "calendar", "import", good), "Няма промяна")
	c.does("calendar", "drop", "23.12.2026")
	contains(t, c.does("calendar", "import", bad, "--only-new"), "23.12.2026 → 29.12.2026")
	ics := c.write("days.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261222\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n")
	contains(t, c.fails(exitRefused, "calendar", "import", ics), "Ред 4", "се повтаря")
}
