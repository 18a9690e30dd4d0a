package main

import (
	"bufio"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/desk"
	"harta/internal/office"
	"harta/internal/say"
)

// app is one run of the program: the world, the words, and the options that every command has.
type app struct {
	world
	say   *say.Speaker // on the terminal
	paper *say.Speaker // on letters and sheets, which are Bulgarian
	desk  *desk.Desk
	bring desk.Options  // what the desk was made with
	input *bufio.Reader // of stdin, shared by all questions

	opening *bar // how far opening has come

	inside *office.Office // is open already, with somebody signed in: nobody opens and closes it; nil = each command does

	data         string // --data
	user         string // --user
	passwordFile string // --password-file
	lang         string // --lang
}

// newApp makes a run. The app it returns can tell the error it returns.
func newApp(w world, args []string) (*app, error) {
	a := &app{world: w, input: bufio.NewReader(w.stdin), lang: language(args, w.env)}
	a.bring = desk.Options{
		Lang: a.lang, Env: w.env, Now: w.now, Random: w.random, Holder: w.holder, Cost: w.cost, Log: w.stderr, Probe: w.probe,
		Facts: w.facts, SameAsPaper: a.sameAsPaper, Progress: func(done, total int) { a.opening.step(done, total) },
	}
	var err error
	if a.desk, err = desk.New(a.bring); a.desk == nil {
		return a, err
	}
	a.say, a.paper = a.desk.Screen, a.desk.Paper
	switch {
	case errors.Is(err, say.ErrLanguage):
		return a, &usageError{key: "console.usage.lang", args: []any{"lang", a.lang}}
	case errors.Is(err, desk.ErrNow):
		return a, &usageError{key: "console.usage.now", args: []any{"value", w.env(desk.EnvNow)}}
	}
	return a, err
}

// language finds the language before anything is said, the help too.
func language(args []string, env func(string) string) string {
	lang := "bg"
	if wanted := env(envLang); wanted != "" {
		lang = wanted
	}
	for i, arg := range args {
		switch value, is := strings.CutPrefix(arg, "--lang="); {
		case arg == "--":
			return lang
		case is:
			lang = value
		case arg == "--lang" && i+1 < len(args):
			lang = args[i+1]
		}
	}
	return lang
}

// root is the tree of commands.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "harta " + a.say.T("console.help.use"), Short: a.say.T("console.short"), Long: a.say.T("console.long"),
		SilenceErrors: true, SilenceUsage: true, Version: desk.Version,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              a.noSuchCommand, RunE: showHelp,
	}
	root.PersistentPreRun = func(*cobra.Command, []string) { a.desk.Choose(a.data) }
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetHelpFunc(a.help)
	root.SetFlagErrorFunc(a.flagError)
	root.SetVersionTemplate("harta {{.Version}}\n")
	o := a.options(root)
	o.set = root.PersistentFlags()
	a.data = a.desk.Dir()
	o.text(&a.data, "data", "data")
	o.text(&a.user, "user", "user")
	o.text(&a.passwordFile, "password-file", "password_file")
	o.text(&a.lang, "lang", "lang")
	o.yes(new(bool), "help", "help")
	root.Flags().Bool("version", false, a.say.T("console.flag.version"))
	root.SetHelpCommand(a.helpCommand())
	for _, group := range commandGroups {
		root.AddGroup(&cobra.Group{ID: group.id, Title: a.say.T("console.group." + group.id)})
		for _, command := range group.commands {
			cmd := command(a)
			cmd.GroupID = group.id
			root.AddCommand(cmd)
		}
	}
	for _, hidden := range []func(*app) *cobra.Command{newStressCommand, newProbeStateCommand} {
		cmd := hidden(a)
		cmd.Hidden = true
		root.AddCommand(cmd)
	}
	return root
}

// commandGroups are the commands as the help lists them.
var commandGroups = []struct {
	id       string
	commands []func(*app) *cobra.Command
}{
	{"desk", []func(*app) *cobra.Command{newRegisterCommand, newReceiptCommand, newListCommand, newShowCommand, newNoteCommand, newExplainCommand, newAttachCommand}},
	{"case", []func(*app) *cobra.Command{
		newProposeCommand, newAdmitCommand, newSurplusCommand, newSealCommand, newHandoverCommand, newResolveCommand, newAcceptCommand, newGiveBackCommand, newReassignCommand, newDecideCommand,
		newExtendCommand, newExecuteCommand, newWithdrawCommand, newCloseCommand, newReopenCommand, newArchiveCommand,
		newAnnulCommand, newEraseCommand,
	}},
	{"letters", []func(*app) *cobra.Command{newLetterCommand}},
	{"terms", []func(*app) *cobra.Command{newDueCommand, newCalendarCommand, newRulesCommand}},
	{"figures", []func(*app) *cobra.Command{newReportCommand, newImportCommand}},
	{"office", []func(*app) *cobra.Command{newInitCommand, newUserCommand, newTourCommand, newStockCommand, newDemoCommand, newSeedCommand, newGalleryCommand}},
	{"safety", []func(*app) *cobra.Command{newVerifyCommand, newBackupCommand, newRestoreCommand, newMergeCommand, newAccessCommand, newRecoverCommand, newRebuildCommand}},
}

// command makes a command from the words under console.<key>: use, short and long. Its name is the last part of
// the key.
func (a *app) command(key string, args cobra.PositionalArgs, run func(args []string) error) *cobra.Command {
	name := key[strings.LastIndexByte(key, '.')+1:]
	prefix := "console." + strings.ReplaceAll(key, "-", "_")
	return &cobra.Command{
		Use:   strings.TrimSpace(name + " " + a.say.T(prefix+".use")),
		Short: a.say.T(prefix + ".short"), Long: a.say.T(prefix + ".long"),
		DisableFlagsInUseLine: true, Args: args,
		RunE: func(_ *cobra.Command, args []string) error { return run(args) },
	}
}
