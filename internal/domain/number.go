package domain

import (
	"strconv"
	"strings"

	"harta/internal/calendar"
)

// Direction is the register a number belongs to.
type Direction string

// Directions of a document.
const (
	Incoming Direction = "in"
	Outgoing Direction = "out"
)

// Number is a registration number: a serial of one series, chain and year. It is an explicit value of the event
// that took it; nothing is ever renumbered. A number of an imported register has only Text and Date.
type Number struct {
	Direction Direction
	Series    string // letter of the chain; empty in the first
	Serial    int    // 0 = imported
	Date      calendar.Date
	Text      string // in full, as given to the citizen: 94-1312/12.11.2026
}

// Short gives the number as lists show it: without the date.
func (n Number) Short() string {
	short, _, _ := strings.Cut(n.Text, "/")
	return short
}

// IsZero tells whether there is no number.
func (n Number) IsZero() bool { return n.Text == "" }

// DefaultNumberTemplate is the numbering used until the office sets its own.
const DefaultNumberTemplate = "{index}-{serial}/{dd.mm.yyyy}"

// NumberTemplate renders numbers: {index}, {serial} (with the chain's letter before it), {dd.mm.yyyy}, {yyyy}.
type NumberTemplate string

// Check refuses a template whose numbers would not be unique.
func (t NumberTemplate) Check() error {
	s := string(t)
	if !strings.Contains(s, "{serial}") || (!strings.Contains(s, "{dd.mm.yyyy}") && !strings.Contains(s, "{yyyy}")) {
		return Refuse("set_settings", BadNumberTemplate).On("numberTemplate")
	}
	return nil
}

// Render gives the number its text.
func (t NumberTemplate) Render(index string, n Number) string {
	if t == "" {
		t = DefaultNumberTemplate
	}
	return strings.NewReplacer(
		"{index}", index,
		"{serial}", n.Series+strconv.Itoa(n.Serial),
		"{dd.mm.yyyy}", n.Date.Local(),
		"{yyyy}", strconv.Itoa(n.Date.Year()),
	).Replace(string(t))
}

// Counters holds the last serial taken, by direction, series and year.
type Counters map[CounterKey]int

// CounterKey names one gapless series.
type CounterKey struct {
	Direction Direction
	Series    string
	Year      int
}

// Note takes a number into account.
func (c Counters) Note(n Number) {
	if n.Serial == 0 {
		return
	}
	key := CounterKey{n.Direction, n.Series, n.Date.Year()}
	c[key] = max(c[key], n.Serial)
}

// Next gives the next number of a series; it is taken only when its event is acknowledged.
func (c Counters) Next(d Direction, series string, on calendar.Date, s Settings) Number {
	n := Number{Direction: d, Series: series, Date: on, Serial: c[CounterKey{d, series, on.Year()}] + 1}
	n.Text = s.NumberTemplate.Render(s.index(d), n)
	return n
}
