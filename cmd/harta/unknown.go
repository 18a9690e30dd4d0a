package main

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"harta/internal/domain"
)

// unknownError says that a value is none of those that can be, and which they are.
type unknownError struct {
	flag   string // the option at fault; empty = an argument
	value  string
	values []string
}

func (e *unknownError) Error() string { return "unknown value " + e.value + " of " + e.flag }

// unknown puts an unknown value into words.
func (a *app) unknown(e *unknownError) string {
	key, list := "console.usage.unknown", strings.Join(e.values, ", ")
	switch e.flag {
	case "":
		key = "console.usage.unknown_word"
	case "template":
		key, list = "console.usage.unknown_template", below(e.values)
	}
	if len(e.values) == 0 {
		list = a.say.T("console.usage.none")
	}
	return a.say.T(key, "flag", e.flag, "value", e.value, "values", list)
}

// below sets each text on a line of its own.
func below(all []string) string { return "\n  " + strings.Join(all, "\n  ") }

// choice is an option with a closed set of values. Nothing is always one: as if the option were not given.
type choice struct {
	into   *string
	name   string
	values []string
}

var _ pflag.Value = choice{}

// Set implements pflag.Value.
func (c choice) Set(s string) error {
	if s != "" && !slices.Contains(c.values, s) {
		return &unknownError{c.name, s, c.values}
	}
	*c.into = s
	return nil
}

// String implements pflag.Value.
func (c choice) String() string {
	if c.into == nil {
		return ""
	}
	return *c.into
}

// Type implements pflag.Value.
func (c choice) Type() string { return "string" }

// alike writes letters of one shape the same way, large and Latin: people type 94-A1 and Т11 with either keyboard.
func alike(text string) string {
	return lookalikes.Replace(strings.ToUpper(strings.TrimSpace(text)))
}

// lookalikes turns Cyrillic capitals into the Latin ones of the same shape.
var lookalikes = strings.NewReplacer(
	"А", "A", "В", "B", "Е", "E", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T", "У", "Y", "Х", "X",
)

// numberAlike tells whether a number, short or in full, is what was typed with letters of another alphabet.
func numberAlike(e domain.Entry, typed string) bool {
	typed = alike(typed)
	_, serial, _ := strings.Cut(e.Number.Short(), "-")
	return slices.Contains([]string{alike(e.Number.Text), alike(e.Number.Short()), alike(serial)}, typed)
}
