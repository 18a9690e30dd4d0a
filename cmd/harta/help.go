package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"harta/internal/desk"

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
// options, and what the exit codes mean. A terminal that is gone reads no help.
func (a *app) help(cmd *cobra.Command, _ []string) {
	b := &strings.Builder{}
	section := func(key string) { fmt.Fprintf(b, "\n%s\n", a.say.T(key)) }
	fmt.Fprintln(b, cmd.Long)
	section("console.help.usage")
	fmt.Fprintf(b, "  %s%s\n", cmd.CommandPath(), strings.TrimPrefix(cmd.Use, cmd.Name()))
	a.helpCommands(b, cmd)
	if own := cmd.LocalNonPersistentFlags(); cmd.HasParent() && own.HasAvailableFlags() {
		section("console.help.options")
		a.helpFlags(b, own)
	}
	section("console.help.common")
	a.helpFlags(b, cmd.Root().PersistentFlags())
	if !cmd.HasParent() {
		section("console.help.environment")
		for _, v := range environment {
			fmt.Fprintf(b, "  %s\t%s\n", v.name, a.say.T("console.env."+v.about))
		}
	}
	section("console.help.exit")
	for code := exitOK; code <= exitFailed; code++ {
		fmt.Fprintf(b, "  %d\t%s\n", code, a.say.T("console.exit."+strconv.Itoa(code)))
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	_, _ = io.WriteString(w, b.String())
	_ = w.Flush()
}

// environment lists the variables that the program reads.
var environment = []struct{ name, about string }{
	{envPassword, "password"},
	{envNewPassword, "new_password"},
	{envUser, "user"},
	{desk.EnvData, "data"},
	{envLang, "lang"},
	{desk.EnvNow, "now"},
}

func (a *app) helpCommands(b *strings.Builder, cmd *cobra.Command) {
	groups := cmd.Groups()
	if len(groups) == 0 && cmd.HasAvailableSubCommands() {
		groups = []*cobra.Group{{Title: a.say.T("console.help.commands")}}
	}
	for _, group := range groups {
		fmt.Fprintf(b, "\n%s\n", group.Title)
		for _, sub := range cmd.Commands() {
			if sub.GroupID == group.ID && sub.IsAvailableCommand() {
				fmt.Fprintf(b, "  %s\t%s\n", sub.Name(), sub.Short)
			}
		}
	}
}

func (a *app) helpFlags(b *strings.Builder, set *pflag.FlagSet) {
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
		fmt.Fprintf(b, "  %s\t%s\n", strings.TrimSpace("--"+f.Name+" "+value), about)
	})
}
