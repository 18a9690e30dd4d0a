package main

import (
	"strings"
	"testing"
)

func TestWhoIsNamedExplainsInTheTerminal(t *testing.T) {
	c := demo(t)
	c.does("register", "--kind", "complaint_staff", "--subject", "Груб тон", "--sender", "Мария Иванова",
		"--settlement", "гр. Примерно", "--street", "ул. Втора 2", "--respondent", "executor")
	named := c.with("HARTA_USER=executor")
	contains(t, named.does("explain"), "Никой не чака обяснение")
	contains(t, named.fails(exitRefused, "show", "1"), "Няма такава преписка")
	c.does("--user", "secretary", "note", "1", "Кога напуснахте гишето?", "--kind", "opinion", "--to", "executor", "--due", "27.11.2026")
	contains(t, c.fails(exitRefused, "--user", "secretary", "note", "1", "Какво каза Мария Иванова?", "--kind", "opinion", "--to", "executor"), "издава кой е подателят")

	contains(t, named.does("explain"), "94-1/23.11.2026", "27.11.2026")
	asked := named.does("explain", "1")
	contains(t, asked, "Кога напуснахте гишето?", "27.11.2026")
	for _, word := range []string{"Мария", "Иванова", "Груб"} {
		if strings.Contains(asked, word) {
			t.Errorf("%q stands in what the respondent sees:\n%s", word, asked)
		}
	}
	contains(t, named.fails(exitRefused, "show", "94-1"), "Посочени сте", "чл. 113 АПК", "Решава: Десислава Корова")
	contains(t, named.does("explain", "1", "--mistake", "Тогава бях в отпуск."), "Предадено е на решаващия")
	contains(t, named.fails(exitRefused, "explain", "1", "--mistake", "Пак."), "Вече сте съобщили")
	contains(t, named.fails(exitFailed, "explain", "1", "Обядвах.", "--mistake", "Не бях аз."), "само с номер на преписка")
	contains(t, named.fails(exitFailed, "explain", "--mistake", "Не бях аз."), "само с номер")
	contains(t, c.does("show", "1"), "Тогава бях в отпуск.")
	contains(t, named.does("explain", "1", "В 12:00 ч., за обяд."), "94-1/23.11.2026")
	contains(t, named.fails(exitRefused, "explain", "1", "И още."), "не се чака обяснение")
	contains(t, c.does("show", "1"), "В 12:00 ч., за обяд.")
	contains(t, c.does("--user", "secretary", "access", "1"), "видя какво го питат", "без право")
}
