package main

import "testing"

func TestARoleIsGivenAndTakenAwayInTheTerminal(t *testing.T) {
	c := demo(t)
	c = c.with(envUser + "=secretary")
	contains(t, c.fails(exitRefused, "user", "grant", "head", "--role", "mayor", "--for", "mayor", "--until", "30.11.2026"), "Впишете номера ѝ")
	contains(t, c.fails(exitRefused, "user", "grant", "head", "--role", "mayor", "--for", "mayor", "--order", "РД-7"), "последния му ден")
	contains(t, c.fails(exitRefused, "user", "grant", "head", "--role", "mayor", "--for", "clerk", "--order", "РД-7", "--until", "30.11.2026"), "не е „кмет“")
	contains(t, c.fails(exitRefused, "user", "grant", "head", "--role", "clerk", "--from", "30.11.2026", "--until", "29.11.2026"), "преди първия")
	contains(t, c.does("user", "grant", "head", "--role", "mayor", "--for", "mayor", "--order", "РД-7", "--until", "30.11.2026"), "head", "кмет")
	contains(t, c.does("user", "list"), "заповед № РД-7", "замества", "до 30.11.2026")
	contains(t, c.does("user", "revoke", "head", "--role", "mayor"), "head", "кмет")
	contains(t, c.fails(exitRefused, "user", "revoke", "head", "--role", "mayor"), "няма роля „кмет“")
	contains(t, c.with(envUser+"=clerk").fails(exitRefused, "user", "grant", "clerk", "--role", "admin"), "Нямате право")
}
