package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
)

// parseTerm reads label/term or term alone; the label is for people.
func parseTerm(text string) (calendar.Term, error) {
	return calendar.ParseTerm(strings.TrimSpace(text[strings.LastIndexByte(text, '/')+1:]))
}

// dueCSV counts a term for every row of a file with the columns start and rule (or kind/rule), and writes start,
// rule and due. Other columns are ignored. With a wrong row nothing is written but what is wrong.
func (a *app) dueCSV(r reckoning, path string) error {
	table, err := a.readCSV(path)
	if err != nil {
		return err
	}
	out := [][]string{{"start", "rule", "due"}}
	var problems []error
	for _, row := range table.rows {
		due, err := r.dueOf(row.cells[table.start], row.cells[table.rule])
		if err != nil {
			column, value := "start", row.cells[table.start]
			if errors.Is(err, calendar.ErrTerm) {
				column, value = "rule", row.cells[table.rule]
			}
			problems = append(problems, domain.Refuse("due", domain.ImportLine).
				With("line", row.line).With("column", column).With("value", value))
			continue
		}
		out = append(out, []string{row.cells[table.start], cell(row.cells[table.rule]), due.String()})
	}
	if len(problems) > 0 {
		return a.problems(problems)
	}
	w := csv.NewWriter(a.stdout)
	return errors.Join(w.WriteAll(out), w.Error())
}

func (r reckoning) dueOf(start, rule string) (calendar.Date, error) {
	t, err := parseTerm(rule)
	if err != nil {
		return 0, err
	}
	from, err := parseDay(start)
	if err != nil {
		return 0, err
	}
	due, err := r.calendar.Due(from, t)
	return due.Due, err
}

// termTable is a file of terms to count.
type termTable struct {
	start, rule int // columns
	rows        []termRow
}

type termRow struct {
	line  int
	cells []string
}

// readCSV reads a file of terms; the name - is stdin.
func (a *app) readCSV(path string) (termTable, error) {
	var data []byte
	var err error
	if path == "-" {
		data, err = io.ReadAll(a.input)
	} else {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return termTable{}, desk.About(path, err)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord = -1
	head, err := r.Read()
	if err != nil {
		return termTable{}, domain.Refuse("due", domain.ImportEmpty)
	}
	t := termTable{start: slices.Index(head, "start"), rule: slices.Index(head, "rule")}
	if t.rule < 0 {
		t.rule = slices.Index(head, "kind/rule")
	}
	for column, at := range map[string]int{"start": t.start, "rule": t.rule} {
		if at < 0 {
			return t, domain.Refuse("due", domain.ImportColumn).With("column", column)
		}
	}
	return t, t.read(r, max(t.start, t.rule)+1)
}

// read takes the rows below the head, each with so many cells at least.
func (t *termTable) read(r *csv.Reader, least int) error {
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if broken, ok := errors.AsType[*csv.ParseError](err); ok {
			return domain.Refuse("due", domain.ImportLine).
				With("line", broken.Line).With("column", broken.Column).With("value", "\"")
		}
		if err != nil {
			return fmt.Errorf("read terms: %w", err)
		}
		line, _ := r.FieldPos(0)
		for len(cells) < least {
			cells = append(cells, "")
		}
		t.rows = append(t.rows, termRow{line, cells})
	}
}

// problems tells what is wrong with a file, and ends the command.
func (a *app) problems(all []error) error {
	for _, err := range all {
		a.tell(err)
	}
	return errTold
}
