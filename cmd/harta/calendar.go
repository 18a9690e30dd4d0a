package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"harta/internal/calendar"
)

func newCalendarCommand(a *app) *cobra.Command {
	var asCSV bool
	var cmd *cobra.Command
	cmd = a.command("calendar", exactly(1), func(args []string) error {
		year, err := typedYear(args[0])
		if err != nil {
			return err
		}
		r, err := a.reckoning(cmd.Flags().Changed("data"))
		if err != nil {
			return err
		}
		if asCSV {
			return a.yearCSV(r.calendar, year)
		}
		return a.yearText(r.calendar, year)
	})
	a.options(cmd).yes(&asCSV, "csv", "calendar_csv")
	cmd.AddCommand(newCalendarDeclareCommand(a, "off", false), newCalendarDeclareCommand(a, "work", true), newCalendarChangeCommand(a),
		newCalendarDropCommand(a), newCalendarConfirmCommand(a), newCalendarUnconfirmCommand(a), newCalendarImportCommand(a))
	return cmd
}

// days gives every day of a month.
func days(c *calendar.Calendar, year int, m time.Month) iter.Seq[calendar.Day] {
	return func(yield func(calendar.Day) bool) {
		for d := calendar.NewDate(year, m, 1); d < calendar.NewDate(year, m+1, 1); d++ {
			if !yield(c.Day(d)) {
				return
			}
		}
	}
}

// yearCSV writes a row for every day: 1 is worked, and the name is of what makes it other than its weekday does.
func (a *app) yearCSV(c *calendar.Calendar, year int) error {
	rows := [][]string{{"date", "working", "name"}}
	for m := time.January; m <= time.December; m++ {
		for day := range days(c, year, m) {
			working := "0"
			if day.Working {
				working = "1"
			}
			rows = append(rows, []string{day.Date.String(), working, cell(a.dayName(day))})
		}
	}
	w := csv.NewWriter(a.stdout)
	return errors.Join(w.WriteAll(rows), w.Error())
}

func (a *app) dayName(d calendar.Day) string {
	switch d.Why {
	case calendar.Ordinary, calendar.Weekend:
		return ""
	case calendar.FixedHoliday, calendar.EasterHoliday:
		if d.Also != "" {
			return a.say.Holiday(d.Holiday) + a.say.T("common.and") + a.say.Holiday(d.Also)
		}
		return a.say.Holiday(d.Holiday)
	default:
		return a.say.Day(d)
	}
}

// yearText writes the months with their working days, and every day that is other than its weekday.
func (a *app) yearText(c *calendar.Calendar, year int) error {
	lines := []string{""}
	total := 0
	for m := time.January; m <= time.December; m++ {
		worked, special := 0, []string{}
		for day := range days(c, year, m) {
			if day.Working {
				worked++
			}
			if name := a.dayName(day); name != "" {
				special = append(special, fmt.Sprintf("  %s  %s", a.say.DateWeekday(day.Date), name))
			}
		}
		total += worked
		lines = append(lines, a.say.T("console.calendar.month", "month", a.say.Month(m), "n", worked))
		lines = append(lines, special...)
	}
	lines[0] = a.say.T("console.calendar.year", "year", strconv.Itoa(year), "n", total)
	return a.lines(strings.Join(lines, "\n"))
}
