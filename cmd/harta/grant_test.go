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

func TestAClerkIsToldWhoCompletesTheComplaintAgainstHim(t *testing.T) {
	c := demo(t)
	said := c.with(envUser+"=clerk").does("register", "--kind", "complaint_staff", "--subject", "Груб тон", "--sender", "Мария Иванова",
		"--settlement", "гр. Примерно", "--street", "ул. Втора 2", "--respondent", "clerk", "--receipt", c.path("slip.pdf"))
	contains(t, said, "94-1/23.11.2026", "вече не я виждате; продължава:")
	contains(t, c.with(envUser+"=secretary").does("show", "1"), "Груб тон")
	contains(t, c.with(envUser+"=secretary").does("access", "1"), "отпечата – преписката е срещу този служител")
}
