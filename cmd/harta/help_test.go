package main

import (
	"io"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"harta/internal/desk"
)

// commands gives every command of the program in a language.
func commands(t *testing.T, lang string) map[string]*cobra.Command {
	t.Helper()
	a, err := newApp(newConsole(t).with(envLang+"="+lang).world(io.Discard, io.Discard), nil)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*cobra.Command{}
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		all[cmd.CommandPath()] = cmd
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(a.root())
	return all
}

func TestEveryCommandIsExplainedInBothLanguages(t *testing.T) {
	english := commands(t, "en")
	for path, cmd := range commands(t, "bg") {
		for lang, cmd := range map[string]*cobra.Command{"bg": cmd, "en": english[path]} {
			text := cmd.Use + cmd.Short + cmd.Long + cmd.Flags().FlagUsages()
			if strings.Contains(text, "[console.") {
				t.Errorf("%s: %s lacks words: %s", lang, path, text)
			}
			if i := strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }); lang == "en" && i >= 0 {
				t.Errorf("%s: Cyrillic in %q", path, text)
			}
		}
	}
}

func TestNoOptionOfACommandHidesOneOfAll(t *testing.T) {
	for path, cmd := range commands(t, "bg") {
		own := cmd.LocalNonPersistentFlags()
		cmd.Root().PersistentFlags().VisitAll(func(f *pflag.Flag) {
			if own.Lookup(f.Name) != nil {
				t.Errorf("%s has a --%s of its own: the one of all commands cannot be given", path, f.Name)
			}
		})
	}
}

func TestHelpIsInTheLanguageAsked(t *testing.T) {
	c := newConsole(t)
	contains(t, c.does("--help"), "Всеки ден:", "регистрира обръщение", "HARTA_PASSWORD", "Код на изход:")
	contains(t, c.does("help", "letter", "sign"), "harta letter sign НОМЕР ПИСМО", "--out ФАЙЛ", "--data ПАПКА")
	contains(t, c.does("--lang", "en", "register", "--help"), "registers a submission"[1:], "complaint_staff", "Exit code:")
	contains(t, c.with(envLang+"=en").does("letter"), "endorses exactly this text")
	contains(t, c.does("--version"), "harta "+desk.Version)
	contains(t, c.fails(exitFailed, "help", "нищо"), "Няма команда „нищо“")
	contains(t, c.fails(exitFailed, "letter", "нищо"), "Няма команда „нищо“")
}
