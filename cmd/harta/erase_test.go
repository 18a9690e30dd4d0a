package main

import (
	"strings"
	"testing"

	"harta/internal/desk"
)

func TestCasesAreDestroyedByTwoPeopleInTheTerminal(t *testing.T) {
	c := demo(t)
	register(c)
	register(c, "--subject", "Друга")
	secretary := c.with(envUser + "=secretary")
	secretary.does("annul", "1", "--reason", "двойна")
	secretary.does("annul", "2", "--reason", "двойна")
	contains(t, c.does("erase", "due", "--annulled-as", "94-01"), "Няма преписка с изтекъл срок")
	contains(t, c.fails(exitFailed, "erase", "print", "12", "--out", c.path("none.pdf")), "№ 12", "harta erase propose")
	contains(t, c.fails(exitFailed, "erase", "propose", "1"), "--protocol")
	contains(t, c.fails(exitRefused, "erase", "propose", "1", "--protocol", "12", "--annulled-as", "94-01"), "се пази до 31.12.2031", "ПМС № 67/2024")

	later := desk.EnvNow + "=2032-01-12"
	c, secretary = c.with(later), secretary.with(later)
	contains(t, c.does("erase", "due", "--annulled-as", "94-01"), "94-01", "94-1", "94-2", "31.12.2031")
	contains(t, c.fails(exitRefused, "erase", "propose", "1", "--protocol", "12"), "Посочете по кое дело")
	contains(t, c.fails(exitRefused, "erase", "propose", "1", "--protocol", "12", "--annulled-as", "94-1"), "Най-близки са: 94-01")
	contains(t, c.fails(exitFailed, "erase", "propose", "77", "--protocol", "12"), "77", "harta erase due")
	contains(t, c.does("erase", "propose", "--protocol", "12", "--annulled-as", "94-01"), "2 преписки", "чака потвърждение")
	contains(t, c.fails(exitRefused, "erase", "propose", "2", "--protocol", "13", "--annulled-as", "94-01"), "вече е в списъка по протокол № 12/12.01.2032")
	contains(t, secretary.fails(exitRefused, "erase", "run", "12", "--yes"), "още не е потвърден")
	contains(t, c.fails(exitRefused, "erase", "confirm", "12", "--yes"), "Нямате право")
	secretary.stdin = "не\n"
	contains(t, secretary.does("erase", "confirm", "12"), "Нищо не е заличено")
	contains(t, secretary.does("erase", "confirm", "12", "--yes"), "потвърден")
	contains(t, c.fails(exitRefused, "erase", "confirm", "99", "--yes"), "12/12.01.2032")
	c.does("note", "2", "търсиха я")
	contains(t, c.does("erase", "list"), "12/12.01.2032", "Елена Стоева", "чака изпълнение", "94-2: отпада: работено е по нея")
	contains(t, c.does("erase", "print", "12", "--out", c.path("list.pdf")), "list.pdf")
	contains(t, secretary.does("erase", "run", "12/12.01.2032", "--yes"), "94-2: отпада", "Заличена е 1 преписка")
	contains(t, c.does("erase", "list"), "изпълнен")
	contains(t, c.does("show", "2"), "Друга")
	contains(t, c.does("erase", "propose", "2", "--protocol", "13", "--annulled-as", "94-01"), "1 преписка")
	contains(t, c.does("erase", "withdraw", "13", "--reason", "рано е"), "оттеглен")
	contains(t, c.with(envUser+"=executor").fails(exitRefused, "erase", "list"), "Нямате право")
}

func TestWhatIsDestroyedIsNeverGuessed(t *testing.T) {
	c := demo(t)
	on := func(day string) *console { return c.with(desk.EnvNow + "=" + day) }
	for _, x := range [][2]string{{"2026-11-23", "94-1/23.11.2026"}, {"2027-02-01", "94-1/01.02.2027"}} {
		register(on(x[0]))
		on(x[0]).with(envUser+"=secretary").does("annul", x[1], "--reason", "двойна")
	}
	propose := []string{"--protocol", "12", "--annulled-as", "94-01"}
	clerk := on("2033-01-10")
	contains(t, clerk.fails(exitFailed, append([]string{"erase", "propose", "1"}, propose...)...), "94-1/23.11.2026", "94-1/01.02.2027")
	clerk.does(append([]string{"erase", "propose", "94-1/23.11.2026"}, propose...)...)
	clerk = on("2033-01-11")
	clerk.does(append([]string{"erase", "propose", "94-1/01.02.2027"}, propose...)...)
	secretary := clerk.with(envUser + "=secretary")
	contains(t, secretary.fails(exitFailed, "erase", "confirm", "12", "--yes"), "12/10.01.2033", "12/11.01.2033")
	contains(t, secretary.does("erase", "confirm", "12/10.01.2033", "--yes"), "потвърден")
}

func TestWhoDestroysIsNotToldTheNumberOfWhatIsAgainstHim(t *testing.T) {
	c := demo(t)
	register(c, "--kind", "complaint_staff", "--respondent", "secretary")
	register(c)
	mayor := c.with(envUser + "=mayor")
	mayor.does("annul", "1", "--reason", "двойна")
	mayor.does("annul", "2", "--reason", "двойна")
	later := desk.EnvNow + "=2032-01-12"
	c.with(later).does("erase", "propose", "--protocol", "12", "--annulled-as", "94-01")
	mayor.with(later).does("erase", "confirm", "12", "--yes")
	out := c.with(later, envUser+"=secretary").does("erase", "run", "12", "--yes")
	contains(t, out, "Заличена е 1 преписка")
	if strings.Contains(out, "94-1") {
		t.Errorf("he is told the number:\n%s", out)
	}
}
