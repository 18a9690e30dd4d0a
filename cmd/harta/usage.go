package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageError says what is wrong with the command line itself.
type usageError struct {
	key  string
	args []any
	line string // of the command, as it should be used
}

func (e *usageError) Error() string { return "usage: " + e.key }

func (a *app) usage(e *usageError) string {
	text := a.say.T(e.key, e.args...)
	if e.line != "" {
		text += "\n" + a.say.T("console.usage.line", "line", e.line)
	}
	return text
}

// exactly takes so many arguments, neither more nor fewer.
func exactly(n int) cobra.PositionalArgs { return between(n, n) }

// atLeast takes so many arguments or more.
func atLeast(n int) cobra.PositionalArgs { return between(n, 1<<20) }

func between(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch line := cmd.CommandPath() + strings.TrimPrefix(cmd.Use, cmd.Name()); {
		case len(args) < least:
			return &usageError{key: "console.usage.few", line: line}
		case len(args) > most:
			return &usageError{key: "console.usage.many", args: []any{"arg", args[most]}, line: line}
		}
		return nil
	}
}

// noSuchCommand refuses what is no command of a group.
func (a *app) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return &usageError{
		key: "console.usage.command", args: []any{"command", args[0]}, line: cmd.CommandPath() + " --help",
	}
}

// flagError puts what pflag found into words.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	line := cmd.CommandPath() + " --help"
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return &usageError{key: "console.usage.flag", args: []any{"flag", unknown.GetSpecifiedName()}, line: line}
	}
	if empty, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return &usageError{key: "console.usage.no_value", args: []any{"flag", empty.GetSpecifiedName()}, line: line}
	}
	if unknown, ok := errors.AsType[*unknownError](err); ok {
		return unknown
	}
	if wrong, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return &usageError{
			key: "console.usage.value", args: []any{"flag", wrong.GetFlag().Name, "value", wrong.GetValue()}, line: line,
		}
	}
	return &usageError{key: "console.usage.syntax", line: line}
}

// required refuses a command without an option it cannot do without.
func required(flag, value string) error {
	if strings.TrimSpace(value) == "" {
		return &usageError{key: "console.usage.required", args: []any{"flag", flag}}
	}
	return nil
}
