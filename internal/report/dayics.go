package report

import (
	"encoding/csv"
	"errors"
	"strings"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// brokenLine gives the line at which fields cannot be parted; 0 = the error is another one.
func brokenLine(err error) int {
	if bad, ok := errors.AsType[*csv.ParseError](err); ok {
		return bad.StartLine
	}
	return 0
}

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
	var lines []DayLine
	var inside []string // the components around a line
	var event *icsEvent
	for _, p := range unfolded(content) {
		switch p.name {
		case "BEGIN":
			inside = append(inside, strings.ToUpper(p.text))
			if strings.EqualFold(p.text, "VEVENT") {
				event = &icsEvent{line: p.line}
			}
		case "END":
			if len(inside) > 0 {
				inside = inside[:len(inside)-1]
			}
			if strings.EqualFold(p.text, "VEVENT") && event != nil {
				lines = append(lines, event.days()...)
				event = nil
			}
		default:
			if event != nil && (len(inside) == 0 || inside[len(inside)-1] == "VEVENT") { // an alarm inside has words of its own
				event.take(p)
			}
		}
		if len(lines) > MaxDays {
			break
		}
	}
	if event != nil {
		lines = append(lines, DayLine{Line: event.line, Wrong: domain.Refuse(importing, domain.ImportShape).With("line", event.line)})
	}
	return lines
}

// unfolded gives the content lines: what begins with a space goes on from the line before.
func unfolded(content string) []property {
	var all []property
	var whole []string
	from := []int{}
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
	bad := func(p property) []DayLine {
		return []DayLine{{Line: e.line, Wrong: unreadable(max(p.line, e.line), orWord(p.name, "DTSTART"), p.text)}}
	}
	if e.wrong != nil {
		return []DayLine{{Line: e.line, Wrong: e.wrong}}
	}
	first, err := e.start.day(0)
	if err != nil {
		return bad(e.start)
	}
	last := first
	if e.end.name != "" {
		if last, err = e.end.day(time.Nanosecond); err != nil || last < first.AddDays(-1) || last >= first.AddDays(longestEvent) {
			return bad(e.end)
		}
		last = max(first, last)
	}
	work := strings.Contains(e.kinds, "work") || strings.Contains(e.kinds, "работ") ||
		strings.HasPrefix(strings.ToLower(e.words), "работен") || strings.HasPrefix(strings.ToLower(e.words), "working day")
	local := strings.Contains(e.kinds, "местен") || strings.Contains(e.kinds, "local")
	var lines []DayLine
	for d := first; d <= last; d++ {
		lines = append(lines, DayLine{Line: e.line, Day: calendar.Declared{Date: d, Work: work, Basis: e.words, Local: local}})
	}
	return lines
}

func orWord(word, other string) string {
	if word == "" {
		return other
	}
	return word
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
