package main

import (
	"time"

	"harta/internal/calendar"
)

// practiceHour is when a day given without an hour stands: everybody is at work.
const practiceHour = 10 * time.Hour

// setClock lets the clock stand at HARTA_NOW, a day or an instant. Only a demo office accepts such a clock.
func (a *app) setClock() error {
	wanted := a.env(envNow)
	if wanted == "" {
		return nil
	}
	at, err := parseNow(wanted)
	if err != nil {
		return &usageError{key: "console.usage.now", args: []any{"value", wanted}}
	}
	a.clock, a.set = func() time.Time { return at }, true
	return nil
}

func parseNow(s string) (time.Time, error) {
	if day, err := calendar.ParseDate(s); err == nil {
		return workingHour(day), nil
	}
	return time.Parse(time.RFC3339, s)
}

// workingHour is the instant of a day when everybody is at work.
func workingHour(d calendar.Date) time.Time {
	y, m, day := d.Civil()
	return time.Date(y, m, day, 0, 0, 0, 0, calendar.Sofia()).Add(practiceHour)
}

// today is the civil day by the clock of this run.
func (a *app) today() calendar.Date { return calendar.DateOf(a.clock()) }
