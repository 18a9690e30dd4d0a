package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"harta/internal/office"
)

func newImportCommand(a *app) *cobra.Command {
	var dry, asJSON bool
	cmd := a.command("import", exactly(1), func(args []string) error { return a.importRegister(args[0], dry, asJSON) })
	o := a.options(cmd)
	o.yes(&dry, "dry-run", "dry_run")
	o.yes(&asJSON, "json", "json")
	return cmd
}

// importRegister takes over the register of another program: all of it, or nothing when a line is wrong.
func (a *app) importRegister(path string, dry, asJSON bool) error {
	rows, wrong, err := a.desk.ReadRegister(path)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return a.imported(office.ImportResult{Problems: wrong}, dry, asJSON)
	}
	return a.with(writing, func(o *office.Office) error {
		result, err := o.Import(office.Command{}, office.Register{Rows: rows, Source: filepath.Base(path), Dry: dry || len(wrong) > 0})
		if err != nil {
			return err
		}
		result.Problems = append(wrong, result.Problems...)
		return a.imported(result, dry, asJSON)
	})
}

// imported tells what an import brought, or everything that stands in its way.
func (a *app) imported(r office.ImportResult, dry, asJSON bool) error {
	if asJSON {
		return a.importedJSON(r, dry)
	}
	if len(r.Problems) > 0 {
		a.mistakes(r.Problems)
		a.complain(a.say.T("console.import.problems", "n", len(r.Problems)))
		return errTold
	}
	key := "console.import.done"
	if dry {
		key = "console.import.dry"
	}
	lines := []string{a.say.T(key, "cases", r.Cases, "persons", r.Persons)}
	for _, created := range []struct {
		key   string
		names []string
	}{{"console.import.departments", r.Departments}, {"console.import.topics", r.Topics}} {
		if len(created.names) > 0 {
			lines = append(lines, a.say.T(created.key, "n", len(created.names), "names", strings.Join(created.names, "; ")))
		}
	}
	return a.lines(lines...)
}

// problemLines is how many mistakes of a register are told on a terminal.
const problemLines = 20

// mistakes tells what is wrong in a register: the same mistake once, and no more of them than a terminal shows.
func (a *app) mistakes(all []error) {
	var texts []string
	times := map[string]int{}
	for _, p := range all {
		text := a.say.Fault(p, "")
		if times[text]++; times[text] == 1 {
			texts = append(texts, text)
		}
	}
	shown := texts[:min(len(texts), problemLines)]
	for _, text := range shown {
		if more := times[text] - 1; more > 0 {
			text = a.say.T("console.import.problem", "problem", text, "n", more)
		}
		a.complain(text)
	}
	if left := len(texts) - len(shown); left > 0 {
		a.complain(a.say.T("console.import.more", "n", left))
	}
}

func (a *app) importedJSON(r office.ImportResult, dry bool) error {
	problems := []string{}
	for _, p := range r.Problems {
		problems = append(problems, a.say.Fault(p, ""))
	}
	err := a.json(struct {
		Written     bool     `json:"written"`
		Cases       int      `json:"cases"`
		Persons     int      `json:"persons"`
		Departments []string `json:"departments"`
		Topics      []string `json:"topics"`
		Problems    []string `json:"problems"`
	}{!dry && len(problems) == 0, r.Cases, r.Persons, r.Departments, r.Topics, problems})
	if err == nil && len(problems) > 0 {
		return errTold
	}
	return err
}
