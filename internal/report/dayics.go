package report

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// property is a content line of RFC 5545: NAME;PARAMETER=…:value.
type property struct {
	line       int
	name, text string
	zone       string // of TZID
	dayOnly    bool   // of VALUE=DATE
}

// icsEvent is a VEVENT while it is read.
type icsEvent struct {
	line       int
	start, end property
	words      string
	kinds      string // its CATEGORIES
	cancelled  bool
	wrong      *domain.Refusal
}

// icalendar reads the events of a calendar file. Of an event it wants to know the days and the words. One that repeats
// is refused: an act declares single days.
func icalendar(content string) []DayLine {
	r := icsReader{}
	for _, p := range unfolded(content) {
		switch {
		case p.name == "BEGIN":
			r.begin(p)
		case p.name == "END":
			r.end(p)
		case r.event != nil && !r.nested():
			r.event.take(p)
		}
		if len(r.lines) > MaxDays {
			break
		}
	}
	if e := r.event; e != nil {
		r.lines = append(r.lines, DayLine{Line: e.line, Wrong: domain.Refuse(importing, domain.ImportShape).With("line", e.line)})
	}
	return r.lines
}

// icsReader is where in a calendar file one is.
type icsReader struct {
	lines  []DayLine
	inside []string // the components around a line
	event  *icsEvent
}

const vevent = "VEVENT"

// nested tells whether a line belongs to something inside the event, such as an alarm, which has words of its own.
func (r *icsReader) nested() bool { return len(r.inside) > 0 && r.inside[len(r.inside)-1] != vevent }

func (r *icsReader) begin(p property) {
	r.inside = append(r.inside, strings.ToUpper(p.text))
	if strings.EqualFold(p.text, vevent) {
		r.event = &icsEvent{line: p.line}
	}
}

func (r *icsReader) end(p property) {
	if len(r.inside) > 0 {
		r.inside = r.inside[:len(r.inside)-1]
	}
	if strings.EqualFold(p.text, vevent) && r.event != nil {
		r.lines = append(r.lines, r.event.days()...)
		r.event = nil
	}
}

// unfolded gives the content lines: what begins with a space goes on from the line before.
func unfolded(content string) []property {
	var all []property
	var whole []string
	var from []int
	for i, line := range strings.Split(content, "\n") {
		line = strings.TrimSuffix(line, "\r")
		if rest := strings.TrimLeft(line, " \t"); len(rest) < len(line) && len(whole) > 0 {
			whole[len(whole)-1] += line[1:]
			continue
		}
		if line != "" {
			whole, from = append(whole, line), append(from, i+1)
		}
	}
	for i, line := range whole {
		all = append(all, parseProperty(from[i], line))
	}
	return all
}

func parseProperty(line int, text string) property {
	head, value := text, ""
	quoted := false
	for i, r := range text {
		if r == '"' {
			quoted = !quoted
		}
		if r == ':' && !quoted {
			head, value = text[:i], text[i+1:]
			break
		}
	}
	parts := strings.Split(head, ";")
	p := property{line: line, name: strings.ToUpper(parts[0]), text: strings.TrimSpace(value)}
	for _, parameter := range parts[1:] {
		key, v, _ := strings.Cut(parameter, "=")
		switch strings.ToUpper(key) {
		case "TZID":
			p.zone = strings.Trim(v, `"`)
		case "VALUE":
			p.dayOnly = strings.EqualFold(v, "DATE")
		}
	}
	return p
}

// take notes what a line says of the event.
func (e *icsEvent) take(p property) {
	switch p.name {
	case "DTSTART":
		e.start = p
	case "DTEND":
		e.end = p
	case "SUMMARY":
		e.words = plainText(p.text)
	case "CATEGORIES":
		e.kinds = strings.ToLower(plainText(p.text))
	case "STATUS":
		e.cancelled = strings.EqualFold(p.text, "CANCELLED")
	case "DURATION":
		if e.wrong == nil && !strings.EqualFold(p.text, "P1D") {
			e.wrong = unreadable(p.line, p.name, p.text)
		}
	case "RRULE", "RDATE":
		e.wrong = domain.Refuse(importing, domain.ImportRepeats).With("line", p.line)
	}
}

// plainText undoes the escapes of a text.
func plainText(text string) string {
	return strings.Join(strings.Fields(strings.NewReplacer(`\n`, " ", `\N`, " ", `\,`, ",", `\;`, ";", `\\`, `\`).Replace(text)), " ")
}

// longestEvent is how many days one event may declare: a wrong year in its end must not fill the calendar.
const longestEvent = 31

// days gives the days of the event, each with its words as the act.
func (e *icsEvent) days() []DayLine {
	if e.cancelled {
		return nil
	}
	first, last, wrong := e.span()
	if wrong != nil {
		return []DayLine{{Line: e.line, Wrong: wrong}}
	}
	var lines []DayLine
	for d := first; d <= last; d++ {
		day := calendar.Declared{Date: d, Work: e.says("work", "работен", "working day"), Basis: e.words, Local: e.says("local", "местен", "local")}
		lines = append(lines, DayLine{Line: e.line, Day: day})
	}
	return lines
}

// says tells whether one of the categories, or the event itself, begins with one of two words. Within a word they say
// nothing: „неработен“ is the opposite.
func (e *icsEvent) says(english, bulgarian, phrase string) bool {
	words := strings.ToLower(e.words)
	return strings.HasPrefix(words, bulgarian) || strings.HasPrefix(words, phrase) || slices.ContainsFunc(strings.Split(e.kinds, ","), func(kind string) bool {
		kind = strings.TrimSpace(kind)
		return strings.HasPrefix(kind, english) || strings.HasPrefix(kind, bulgarian)
	})
}

// span gives the first and the last day of the event.
func (e *icsEvent) span() (first, last calendar.Date, wrong *domain.Refusal) {
	if e.wrong != nil {
		return 0, 0, e.wrong
	}
	bad := func(p property) *domain.Refusal {
		return unreadable(max(p.line, e.line), cmp.Or(p.name, "DTSTART"), p.text)
	}
	first, err := e.start.day(0)
	if err != nil {
		return 0, 0, bad(e.start)
	}
	if e.end.name == "" {
		return first, first, nil
	}
	last, err = e.end.day(time.Nanosecond)
	if err != nil || last < first.AddDays(-1) || last >= first.AddDays(longestEvent) {
		return 0, 0, bad(e.end)
	}
	return first, max(first, last), nil
}

// day gives the civil day of a point of time in Sofia; before is taken from it, because an end is not part of its event.
func (p property) day(before time.Duration) (calendar.Date, error) {
	const dayForm, momentForm = "20060102", "20060102T150405"
	if t, err := time.Parse(dayForm, p.text); err == nil {
		return calendar.NewDate(t.Add(-before).Date()), nil
	}
	zone := calendar.Sofia() // a floating time is that of the place
	text, utc := strings.CutSuffix(p.text, "Z")
	switch {
	case utc:
		zone = time.UTC
	case p.zone != "":
		var err error
		if zone, err = time.LoadLocation(p.zone); err != nil {
			return 0, err
		}
	}
	t, err := time.ParseInLocation(momentForm, text, zone)
	if err != nil || p.dayOnly {
		return 0, calendar.ErrDate
	}
	return calendar.DateOf(t.Add(-before)), nil
}
