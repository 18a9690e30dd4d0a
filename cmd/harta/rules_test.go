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
