package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// showHelp is what a group of commands does when it is called by itself.
func showHelp(cmd *cobra.Command, _ []string) error { return cmd.Help() }

func (a *app) helpCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "help " + a.say.T("console.help.use"), Short: a.say.T("console.help.short"), Hidden: true,
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		found, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return a.noSuchCommand(cmd.Root(), args)
		}
		return found.Help()
	}
	return cmd
}

// help writes the help of a command in the language of the run: what it does, how it is used, its commands, its
// options, and what the exit codes mean.
func (a *app) help(cmd *cobra.Command, _ []string) {
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	section := func(key string) { fmt.Fprintf(w, "\n%s\n", a.say.T(key)) }
	fmt.Fprintln(w, cmd.Long)
	section("console.help.usage")
	fmt.Fprintf(w, "  %s%s\n", cmd.CommandPath(), strings.TrimPrefix(cmd.Use, cmd.Name()))
	a.helpCommands(w, cmd)
	if own := cmd.LocalNonPersistentFlags(); cmd.HasParent() && own.HasAvailableFlags() {
		section("console.help.options")
		a.helpFlags(w, own)
	}
	section("console.help.common")
	a.helpFlags(w, cmd.Root().PersistentFlags())
	if !cmd.HasParent() {
		section("console.help.environment")
		for _, v := range environment {
			fmt.Fprintf(w, "  %s\t%s\n", v.name, a.say.T("console.env."+v.about))
		}
	}
	section("console.help.exit")
	for code := exitOK; code <= exitFailed; code++ {
		fmt.Fprintf(w, "  %d\t%s\n", code, a.say.T("console.exit."+strconv.Itoa(code)))
	}
	_ = w.Flush() // a terminal that is gone reads no help
}

// environment lists the variables that the program reads.
var environment = []struct{ name, about string }{
	{envPassword, "password"},
	{envNewPassword, "new_password"},
	{envUser, "user"},
	{envData, "data"},
	{envLang, "lang"},
	{envNow, "now"},
}

func (a *app) helpCommands(w io.Writer, cmd *cobra.Command) {
	groups := cmd.Groups()
	if len(groups) == 0 && cmd.HasAvailableSubCommands() {
		groups = []*cobra.Group{{Title: a.say.T("console.help.commands")}}
	}
	for _, group := range groups {
		fmt.Fprintf(w, "\n%s\n", group.Title)
		for _, sub := range cmd.Commands() {
			if sub.GroupID == group.ID && sub.IsAvailableCommand() {
				fmt.Fprintf(w, "  %s\t%s\n", sub.Name(), sub.Short)
			}
		}
	}
}

func (a *app) helpFlags(w io.Writer, set *pflag.FlagSet) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, about := pflag.UnquoteUsage(f)
		if !strings.Contains(f.Usage, "`") && value != "" {
			value = a.say.T("console.help.value")
		}
		if d := f.DefValue; d != "" && d != "false" && d != "[]" && d != "0" {
			about += " " + a.say.T("console.help.default", "value", d)
		}
		fmt.Fprintf(w, "  %s\t%s\n", strings.TrimSpace("--"+f.Name+" "+value), about)
	})
}
