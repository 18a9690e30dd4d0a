package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

// onCaseCommand makes a command whose first argument is the number of a case.
func (a *app) onCaseCommand(key string, args int, f func(o *office.Office, id domain.CaseID, rest []string) error) *cobra.Command {
	return a.command(key, exactly(args), func(args []string) error {
		return a.onCase(args[0], func(o *office.Office, e domain.Entry) error { return f(o, e.Case, args[1:]) })
	})
}

// reasonedCommand makes a command on a case that only has a reason.
func (a *app) reasonedCommand(key string, f func(*office.Office, domain.CaseID, string) error) *cobra.Command {
	var reason string
	cmd := a.onCaseCommand(key, 1, func(o *office.Office, id domain.CaseID, _ []string) error { return f(o, id, reason) })
	a.options(cmd).text(&reason, "reason", "reason")
	return cmd
}
