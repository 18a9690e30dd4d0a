package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/report"
)

// newCalendarImportCommand makes the command that takes declared days from a file: all that are new, or nothing when a
// line is wrong or contradicts.
func newCalendarImportCommand(a *app) *cobra.Command {
	x := &calendarEdit{}
	var onlyNew bool
	cmd := a.command("calendar.import", exactly(1), func(args []string) error { return a.importDays(*x, args[0], onlyNew) })
	o := a.options(cmd)
	o.text(&x.basis, "basis", "basis_file")
	o.yes(&onlyNew, "only-new", "only_new")
	o.yes(&x.dry, "dry-run", "dry_run")
	o.yes(&x.asJSON, "json", "json")
	return cmd
}

func (a *app) importDays(x calendarEdit, path string, onlyNew bool) error {
	lines, err := a.desk.ReadDays(path)
	if err != nil {
		return err
	}
	return a.editCalendar(x, func(by domain.Acting) (domain.CalendarSet, error) { return a.chosenDays(by, lines, x, onlyNew) })
}

// chosenDays gives the calendar with the days of a file. What stands in the way is told line by line first.
func (a *app) chosenDays(by domain.Acting, lines []report.DayLine, x calendarEdit, onlyNew bool) (domain.CalendarSet, error) {
	e := by.Office.CalendarNow()
	for i := range lines {
		if d := &lines[i].Day; d.Basis == "" {
			d.Basis = x.basis
		}
	}
	var problems []string
	rows := [][]string{}
	for i, r := range desk.ReviewDays(by, lines) {
		day := lines[i].Day
		rows = append(rows, []string{strconv.Itoa(lines[i].Line), day.Date.Local(), a.dayKind(day), day.Basis, a.say.T(r.Key())})
		switch {
		case r.Finding == domain.DayNew:
			e = e.Declare(day)
		case r.Wrong != nil:
			problems = append(problems, a.say.Refusal(r.Wrong))
		case r.Why != nil:
			problems = append(problems, a.say.T("console.calendar.line", "line", lines[i].Line, "why", a.say.Fault(r.Why, "")))
		}
	}
	if !x.asJSON {
		if err := a.rows(rows); err != nil {
			return e, err
		}
	}
	if len(problems) > 0 && !onlyNew {
		for _, text := range problems {
			a.complain(text)
		}
		return e, errTold
	}
	return e, nil
}

func (a *app) dayKind(d calendar.Declared) string {
	if d.Work {
		return a.say.T("calendar.kind_work")
	}
	return a.say.T("calendar.kind_off")
}
