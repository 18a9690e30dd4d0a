package main

import (
	"github.com/spf13/cobra"

	"harta/internal/domain"
	"harta/internal/office"
)

func newShowCommand(a *app) *cobra.Command {
	var asJSON bool
	cmd := a.command("show", exactly(1), func(args []string) error { return a.show(args[0], asJSON) })
	a.options(cmd).yes(&asJSON, "json", "json")
	return cmd
}

// show tells all about one case. The look stands in the access log; beside a window that holds the data it cannot,
// and that is said.
func (a *app) show(typed string, asJSON bool) error {
	return a.with(looking, func(o *office.Office) error {
		e, err := a.find(o, typed)
		if err != nil {
			return err
		}
		file, err := o.Case(e.Case, office.Opened)
		if err != nil {
			return err
		}
		now := o.Settings()
		if asJSON {
			return a.json(a.fileJSON(&now, file))
		}
		lines := a.summary(&now, file.Case)
		lines = append(lines, a.section("console.show.terms", a.terms(file.Case.Deadlines))...)
		lines = append(lines, a.section("console.show.tasks", a.tasks(&now, file.Case))...)
		lines = append(lines, a.section("console.show.letters", a.letters(file.Case))...)
		lines = append(lines, a.section("console.show.history", a.history(&now, file.History))...)
		return a.lines(lines...)
	})
}

// section puts a heading before lines that there are.
func (a *app) section(key string, lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	return append([]string{"", a.say.T(key)}, lines...)
}

// present keeps the texts there are.
func present(all ...string) []string {
	var kept []string
	for _, text := range all {
		if text != "" {
			kept = append(kept, text)
		}
	}
	return kept
}

// letters tells where every letter stands.
func (a *app) letters(c domain.Case) []string {
	var lines []string
	for _, l := range c.Letters {
		lines = append(lines, "  "+a.letterLine(c, l))
	}
	return lines
}

// history tells what happened, by whom and when. What had no authority stands there with a mark.
func (a *app) history(now *domain.Office, all []office.Judged) []string {
	var lines []string
	for _, j := range all {
		who := a.say.Author(now, j.By, j.Seat, func(name string) string { return name })
		if who == "" {
			who = a.say.T("console.show.nobody")
		}
		line := a.say.T("console.show.event", "at", j.At, "who", who, "what", a.event(j))
		switch j.Verdict {
		case domain.Effective:
		case domain.WithoutAuthority:
			line += a.say.T("console.show.without_authority")
		case domain.AfterRemoval:
			line += a.say.T("console.show.after_removal")
		}
		lines = append(lines, "  "+line)
	}
	return lines
}
