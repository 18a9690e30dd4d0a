package main

import (
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/say"
)

// options declares the options of a command. What is said of each stands under console.flag.<about>, with the
// name of its value in backquotes.
type options struct {
	set *pflag.FlagSet
	say *say.Speaker
}

func (a *app) options(cmd *cobra.Command) options { return options{cmd.Flags(), a.say} }

func (o options) about(about string) string { return o.say.T("console.flag." + about) }

func (o options) text(into *string, name, about string) {
	o.set.StringVar(into, name, *into, o.about(about))
}

// oneOf takes an option with a closed set of values, which the help lists.
func (o options) oneOf(into *string, name, about string, values []string) {
	o.set.Var(choice{into, name, values}, name, o.say.T("console.help.choice", "about", o.about(about), "values", strings.Join(values, ", ")))
}

// values lists a vocabulary as it is typed.
func values[T ~string](all ...T) []string {
	var typed []string
	for _, v := range all {
		typed = append(typed, string(v))
	}
	return typed
}

func (o options) yes(into *bool, name, about string) {
	o.set.BoolVar(into, name, false, o.about(about))
}

func (o options) number(into *int, name, about string) {
	o.set.IntVar(into, name, *into, o.about(about))
}

// list takes an option that may be given several times.
func (o options) list(into *[]string, name, about string) {
	o.set.StringArrayVar(into, name, nil, o.about(about))
}

// listOf takes an option that may be given several times, each with a value that the help lists or begins with one.
func (o options) listOf(into *[]string, name, about string, values []string) {
	o.set.StringArrayVar(into, name, nil, o.say.T("console.help.choice", "about", o.about(about), "values", strings.Join(values, ", ")))
}

func (o options) date(into *calendar.Date, name, about string) {
	o.set.Var((*dateValue)(into), name, o.about(about))
}

func (o options) moment(into *momentValue, name, about string) {
	o.set.Var(into, name, o.about(about))
}

// dateValue is a day as people write it, 02.01.2026, or as programs do, 2026-01-02.
type dateValue calendar.Date

var _ pflag.Value = (*dateValue)(nil)

// Set implements pflag.Value.
func (d *dateValue) Set(s string) error {
	day, err := parseDay(s)
	*d = dateValue(day)
	return err
}

// String implements pflag.Value.
func (d *dateValue) String() string { return calendar.Date(*d).Local() }

// Type implements pflag.Value.
func (d *dateValue) Type() string { return "date" }

func parseDay(s string) (calendar.Date, error) {
	s = strings.TrimSpace(s)
	if day, err := calendar.ParseDate(s); err == nil {
		return day, nil
	}
	return calendar.ParseLocal(s)
}

// momentValue is a day with or without its hour: 02.01.2026, 02.01.2026 15:04, 2026-01-02T15:04.
type momentValue struct {
	day  calendar.Date
	hour time.Duration
	said bool // the hour was given
}

var _ pflag.Value = (*momentValue)(nil)

// Set implements pflag.Value.
func (m *momentValue) Set(s string) error {
	day, hour, said := strings.Cut(strings.Replace(strings.TrimSpace(s), "T", " ", 1), " ")
	d, err := parseDay(day)
	if err != nil {
		return err
	}
	*m = momentValue{day: d, said: said}
	if said {
		h, minute, ok := calendar.ParseHour(hour)
		if !ok {
			return errors.New("no hour") // pflag says which value it was
		}
		m.hour = time.Duration(h)*time.Hour + time.Duration(minute)*time.Minute
	}
	return nil
}

// String implements pflag.Value.
func (m *momentValue) String() string { return m.day.Local() }

// Type implements pflag.Value.
func (m *momentValue) Type() string { return "moment" }

// at is the instant meant: an earlier day without an hour is its working hour. The zero time means now.
func (m *momentValue) at(today calendar.Date) time.Time {
	switch {
	case m.day.IsZero() || !m.said && m.day == today:
		return time.Time{}
	case !m.said:
		return desk.WorkingHour(m.day)
	}
	y, month, d := m.day.Civil()
	return time.Date(y, month, d, 0, 0, 0, 0, calendar.Sofia()).Add(m.hour)
}
