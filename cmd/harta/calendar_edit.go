package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// calendarEdit is a change of the calendar from the command line.
type calendarEdit struct {
	dry, asJSON bool
	basis       string
	local       bool
	to          calendar.Date
	reason      string
}

// calendarChange gives the calendar of an office as an argument wants it.
type calendarChange func(now *domain.Office, arg string) (domain.CalendarSet, error)

// editCommand makes a command that changes the calendar of the office, or only says what the change would do.
func (a *app) editCommand(name string, x *calendarEdit, change calendarChange) *cobra.Command {
	cmd := a.command("calendar."+name, exactly(1), func(args []string) error {
		return a.editCalendar(*x, func(by domain.Acting) (domain.CalendarSet, error) { return change(by.Office, args[0]) })
	})
	o := a.options(cmd)
	o.yes(&x.dry, "dry-run", "dry_run")
	o.yes(&x.asJSON, "json", "json")
	return cmd
}

// editCalendar tells first what a change does to the terms that run, and then records it.
func (a *app) editCalendar(x calendarEdit, change func(domain.Acting) (domain.CalendarSet, error)) error {
	mode := writing
	if x.dry {
		mode = reading
	}
	return a.with(mode, func(o *office.Office) error {
		e, err := change(o.Acting())
		if err != nil {
			return err
		}
		trial, err := o.TryCalendar(e)
		if err != nil {
			return err
		}
		if !x.dry {
			if err := o.SetCalendar(e); err != nil {
				return err
			}
		}
		if x.asJSON {
			return a.trialJSON(trial, !x.dry)
		}
		return a.trialText(trial, x.dry)
	})
}

func newCalendarDeclareCommand(a *app, name string, work bool) *cobra.Command {
	x := &calendarEdit{}
	cmd := a.editCommand(name, x, func(now *domain.Office, arg string) (domain.CalendarSet, error) {
		day, err := typedDay(arg)
		return now.CalendarNow().Declare(calendar.Declared{Date: day, Work: work, Basis: x.basis, Local: x.local}), err
	})
	o := a.options(cmd)
	o.text(&x.basis, "basis", "basis")
	o.yes(&x.local, "local", "local")
	return cmd
}

func newCalendarChangeCommand(a *app) *cobra.Command {
	x := &calendarEdit{}
	cmd := a.editCommand("change", x, func(now *domain.Office, arg string) (domain.CalendarSet, error) {
		was, err := declaredDay(now, arg)
		if err != nil {
			return domain.CalendarSet{}, err
		}
		other := was
		if x.basis != "" {
			other.Basis = x.basis
		}
		if !x.to.IsZero() {
			other.Date = x.to
		}
		return now.CalendarNow().Drop(was.Date).Declare(other), nil
	})
	o := a.options(cmd)
	o.date(&x.to, "to", "to_day")
	o.text(&x.basis, "basis", "basis")
	return cmd
}

func newCalendarDropCommand(a *app) *cobra.Command {
	return a.editCommand("drop", &calendarEdit{}, func(now *domain.Office, arg string) (domain.CalendarSet, error) {
		was, err := declaredDay(now, arg)
		return now.CalendarNow().Drop(was.Date), err
	})
}

func newCalendarConfirmCommand(a *app) *cobra.Command {
	return a.editCommand("confirm", &calendarEdit{}, func(now *domain.Office, arg string) (domain.CalendarSet, error) {
		year, err := typedYear(arg)
		if now.YearConfirmed(year) {
			return now.CalendarNow(), err // which is refused: nothing changes
		}
		return now.CalendarNow().Confirm(year, domain.UserID{}), err
	})
}

func newCalendarUnconfirmCommand(a *app) *cobra.Command {
	x := &calendarEdit{}
	cmd := a.editCommand("unconfirm", x, func(now *domain.Office, arg string) (domain.CalendarSet, error) {
		year, err := typedYear(arg)
		e := now.CalendarNow().Unconfirm(year)
		e.Reason = x.reason
		return e, err
	})
	a.options(cmd).text(&x.reason, "reason", "reason")
	return cmd
}

// declaredDay gives a day that the office has declared.
func declaredDay(now *domain.Office, typed string) (calendar.Declared, error) {
	day, err := typedDay(typed)
	if err != nil {
		return calendar.Declared{}, err
	}
	was, ok := now.DeclaredOn(day)
	if !ok {
		return was, domain.Refuse("set_calendar", domain.NotDeclared).On("date").With("date", day)
	}
	return was, nil
}

func typedDay(typed string) (calendar.Date, error) {
	day, err := parseDay(typed)
	if err != nil {
		return 0, &usageError{key: "console.usage.date", args: []any{"value", typed}}
	}
	return day, nil
}

func typedYear(typed string) (int, error) {
	year, err := strconv.Atoi(typed)
	if err != nil || year < calendar.First.Year() || year > calendar.Last.Year() {
		return 0, &usageError{key: "console.usage.year", args: []any{
			"value", typed, "first", strconv.Itoa(calendar.First.Year()), "last", strconv.Itoa(calendar.Last.Year()),
		}}
	}
	return year, nil
}

// trialText tells what a change does to the terms that run.
func (a *app) trialText(t office.Trial, dry bool) error {
	if err := a.moveRows(t); err != nil {
		return err
	}
	end := a.say.T("calendar.saved")
	if dry {
		end = a.say.T("console.calendar.dry")
	}
	return a.lines(append(a.trialLines(t), end)...)
}

// moveRows lists the terms that a change moves, with the letters that have told another day.
func (a *app) moveRows(t office.Trial) error {
	var rows [][]string
	for _, m := range t.Moves {
		row := []string{m.Entry.Number.Text, a.say.Kind(m.Entry.Kind), a.say.T("console.calendar.move", "from", m.From, "to", a.say.DateWeekday(m.To))}
		for _, told := range m.Told {
			row = append(row, a.say.Telling(told, m.To))
		}
		rows = append(rows, row)
	}
	return a.rows(rows)
}

// trialLines sums up what a change does.
func (a *app) trialLines(t office.Trial) []string {
	lines := []string{a.say.T("console.calendar.moves", "n", len(t.Moves)+t.Hidden, "open", t.Open)}
	if t.Hidden > 0 {
		lines = append(lines, a.say.T("calendar.hidden", "n", t.Hidden))
	}
	if told := t.Told(); told > 0 {
		lines = append(lines, a.say.T("calendar.told_count", "n", told))
	}
	return lines
}

// trialJSON tells the same to programs.
func (a *app) trialJSON(t office.Trial, written bool) error {
	type toldJSON struct {
		Letter string `json:"letter,omitempty"` // none = the slip
		On     string `json:"on"`
		Due    string `json:"due"`
	}
	type moveJSON struct {
		Number string     `json:"number"`
		Kind   string     `json:"kind"`
		From   string     `json:"from"`
		To     string     `json:"to"`
		Told   []toldJSON `json:"told"`
	}
	moves := []moveJSON{}
	for _, m := range t.Moves {
		one := moveJSON{m.Entry.Number.Text, string(m.Entry.Kind), m.From.String(), m.To.String(), []toldJSON{}}
		for _, x := range m.Told {
			one.Told = append(one.Told, toldJSON{x.Number.Text, x.On.String(), x.Due.String()})
		}
		moves = append(moves, one)
	}
	return a.json(struct {
		Written bool       `json:"written"`
		Open    int        `json:"open"`
		Hidden  int        `json:"hidden"`
		Moves   []moveJSON `json:"moves"`
	}{written, t.Open, t.Hidden, moves})
}
