package main

import "testing"

func TestARuleIsChangedInTheTerminal(t *testing.T) {
	c := demo(t).with(envUser + "=secretary")
	contains(t, c.does("rules"), "signal.legal", "2 месеца", "с удължаване 3 месеца", "чл. 121 АПК", "по закон", "question.charter", "собствен")
	contains(t, c.fails(exitRefused, "rules", "set", "signal.legal", "--term", "1m"), "заедно с причината")
	contains(t, c.fails(exitFailed, "rules", "set", "signal.legal", "--term", "кратко"), "кратко")
	contains(t, c.fails(exitRefused, "rules", "set", "няма", "--term", "1m"), "signal.legal")
	contains(t, c.fails(exitRefused, "rules", "set", "question.charter", "--max", "1d"), "свършва преди самия срок")
	contains(t, c.does("rules", "set", "question.charter", "--term", "5wd", "--dry-run"), "Нищо не е записано")
	contains(t, c.does("rules", "set", "question.charter", "--term", "5wd"), "5 раб. дни")
	contains(t, c.does("rules", "set", "signal.legal", "--term", "1m", "--max", "none", "--from", "01.01.2027", "--reason", "изменение на закона"), "1 месец")
	contains(t, c.does("rules"), "до 31.12.2026", "signal.legal.2", "от 01.01.2027")
	contains(t, c.does("rules", "--json"), `"id": "signal.legal.2"`, `"from": "2027-01-01"`, `"revision": 2`)
	contains(t, c.with(envUser+"=clerk").fails(exitRefused, "rules", "set", "question.charter", "--term", "4wd"), "Нямате право")
}

func TestAChangedRuleShowsWhichTermsMove(t *testing.T) {
	c := demo(t)
	register(c)
	c = c.with(envUser + "=secretary")
	contains(t, c.does("rules", "set", "question.charter", "--term", "5wd", "--dry-run"),
		"94-1/23.11.2026", "02.12.2026 → 30.11.2026 (понеделник)", "Мести се срокът на 1 преписка от 1 отворени", "Нищо не е записано")
	contains(t, c.does("rules", "set", "question.charter", "--term", "5wd", "--from", "24.11.2026", "--dry-run"),
		"Местят се сроковете на 0 преписки", "1 отворена преписка, постъпила преди този ден, запазва своя срок")
	contains(t, c.does("list"), "02.12.2026")
	c.does("rules", "set", "question.charter", "--term", "5wd")
	contains(t, c.does("list"), "30.11.2026")
	contains(t, c.does("show", "1"), "При регистрирането беше 02.12.2026")
}
