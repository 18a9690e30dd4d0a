package main

import "testing"

func TestTheOfficeTakesWhatTheProgramBrings(t *testing.T) {
	c := demo(t).with(envUser + "=secretary")
	contains(t, c.does("stock"), "има всичко")
	contains(t, c.fails(exitRefused, "stock", "--take"), "Няма промяна")
	c.does("calendar", "drop", "02.01.2026")
	contains(t, c.does("stock"), "2026", "липсва", "обявени дни: 1")
	contains(t, c.fails(exitRefused, "stock", "T99"), "T99")
	contains(t, c.does("stock", "2026"), "Взето е")
	contains(t, c.does("stock"), "има всичко")
	clerk := c.with(envUser + "=clerk")
	contains(t, clerk.fails(exitRefused, "stock"), "Нямате право", "секретар")
	contains(t, clerk.fails(exitRefused, "stock", "--take"), "Нямате право", "секретар")
	contains(t, c.fails(exitFailed, "stock", "--take", "T17"), "без имена")
}
