package main

import (
	"bufio"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"harta/internal/say"
)

// version is the one of FyneApp.toml.
const version = "0.1.0"

// app is one run of the program: the world, the words, and the options that every command has.
type app struct {
	world
	say   *say.Speaker // on the terminal
	paper *say.Speaker // on letters and sheets, which are Bulgarian
	log   *slog.Logger
	file  *logFile
	input *bufio.Reader // of stdin, shared by all questions
	clock func() time.Time
	set   bool // the clock was set by hand

	confirmed bool // somebody said that the journal agrees with the paper

	data         string // --data
	user         string // --user
	passwordFile string // --password-file
	lang         string // --lang
}

// newApp makes a run. The app it returns can tell the error it returns.
func newApp(w world, args []string) (*app, error) {
	a := &app{world: w, clock: w.now, input: bufio.NewReader(w.stdin), lang: "bg"}
	a.file = &logFile{path: filepath.Join(a.stateDir(), "harta.log"), fallback: w.stderr}
	a.log = slog.New(slog.NewTextHandler(a.file, nil))
	paper, err := say.New(a.lang)
	if err != nil {
		return a, err
	}
	a.paper, a.say = paper, paper
	if wanted := language(args, w.env); wanted != a.lang {
		speaker, err := say.New(wanted)
		if err != nil {
			return a, &usageError{key: "console.usage.lang", args: []any{"lang", wanted}}
		}
		a.say, a.lang = speaker, wanted
	}
	return a, a.setClock()
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

func (a *app) close() { a.file.close() }

// root is the tree of commands.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "harta " + a.say.T("console.help.use"), Short: a.say.T("console.short"), Long: a.say.T("console.long"),
		SilenceErrors: true, SilenceUsage: true, Version: version,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              a.noSuchCommand, RunE: showHelp,
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetHelpFunc(a.help)
	root.SetFlagErrorFunc(a.flagError)
	root.SetVersionTemplate("harta {{.Version}}\n")
	o := a.options(root)
	o.set = root.PersistentFlags()
	a.data = a.dataDir()
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
	{"desk", []func(*app) *cobra.Command{newRegisterCommand, newReceiptCommand, newListCommand, newShowCommand, newNoteCommand, newAttachCommand}},
	{"case", []func(*app) *cobra.Command{
		newAdmitCommand, newResolveCommand, newAcceptCommand, newGiveBackCommand, newReassignCommand, newDecideCommand,
		newExtendCommand, newExecuteCommand, newWithdrawCommand, newCloseCommand, newReopenCommand, newArchiveCommand,
		newAnnulCommand, newEraseCommand,
	}},
	{"letters", []func(*app) *cobra.Command{newLetterCommand}},
	{"terms", []func(*app) *cobra.Command{newDueCommand, newCalendarCommand}},
	{"figures", []func(*app) *cobra.Command{newReportCommand, newImportCommand}},
	{"office", []func(*app) *cobra.Command{newInitCommand, newUserCommand, newTourCommand, newSeedCommand}},
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
