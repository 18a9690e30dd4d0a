package desk

import (
	"errors"
	"time"

	"harta/internal/calendar"
)

// ErrNow says that HARTA_NOW is neither a day nor an instant.
var ErrNow = errors.New("the clock set by hand is no time")

// practiceHour is when a day given without an hour stands: everybody is at work.
const practiceHour = 10 * time.Hour

// setClock lets the clock stand at HARTA_NOW, a day or an instant.
func (d *Desk) setClock() error {
	wanted := d.options.Env(EnvNow)
	if wanted == "" || d.options.Practice {
		return nil
	}
	at, err := parseNow(wanted)
	if err != nil {
		return errors.Join(ErrNow, err)
	}
	d.clock, d.options.Practice = func() time.Time { return at }, true
	return nil
}

func parseNow(s string) (time.Time, error) {
	if day, err := calendar.ParseDate(s); err == nil {
		return WorkingHour(day), nil
	}
	return time.Parse(time.RFC3339, s)
}

// WorkingHour is the instant of a day when everybody is at work.
func WorkingHour(d calendar.Date) time.Time { return d.Start().Add(practiceHour) }
