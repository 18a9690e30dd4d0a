package report

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Limits of a file of days: a calendar of a hundred years is far below them.
const (
	MaxDayBytes = 1 << 20
	MaxDays     = 5_000
)

// DayLine is a declared day as a file has it, or what is wrong with its line.
type DayLine struct {
	Line  int // where it begins in the file, from 1
	Day   calendar.Declared
	Wrong *domain.Refusal // nil = the day can be read
}

// ReadDays reads declared days: a calendar in the form of RFC 5545, or text with the columns date, off or work, and
// the act, with or without a head, parted by commas, semicolons or tabs, in UTF-8, UTF-16 or windows-1251. The name of
// the file counts only for its extension. A line that cannot be read is among the others; the error is of a file that
// cannot be read at all.
func ReadDays(data []byte, name string) ([]DayLine, error) {
	if len(data) > MaxDayBytes {
		return nil, fmt.Errorf("%w: over %d bytes", ErrTooLarge, MaxDayBytes)
	}
	content, err := dayText(data)
	if err != nil {
		return nil, err
	}
	var lines []DayLine
	if strings.EqualFold(filepath.Ext(name), ".ics") || strings.HasPrefix(strings.TrimSpace(content), "BEGIN:VCALENDAR") {
		lines = icalendar(content)
	} else if lines, err = dayTable(content); err != nil {
		return nil, err
	}
	switch {
	case len(lines) == 0:
		return nil, domain.Refuse(importing, domain.ImportEmpty)
	case len(lines) > MaxDays:
		return nil, fmt.Errorf("%w: over %d days", ErrTooLarge, MaxDays)
	}
	return lines, nil
}

// dayText gives the text of a file of days. One in letters that nobody can know is refused with its first such line.
func dayText(data []byte) (string, error) {
	content, foreign, err := decoded(data)
	if err != nil {
		return "", err
	}
	broken := strings.IndexRune(content, utf8.RuneError)
	switch {
	case foreign > 0 && cyrillic(content):
		return content, nil
	case foreign == 0 && broken < 0:
		return content, nil
	case foreign == 0:
		foreign = 1 + strings.Count(content[:broken], "\n")
	}
	return "", domain.Refuse(importing, domain.ImportEncoding).With("line", foreign)
}

// dayTable reads separated fields.
func dayTable(content string) ([]DayLine, error) {
	var lines []DayLine
	r := fields(content, daySeparator(content))
	first := true
	for len(lines) <= MaxDays {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		switch {
		case err != nil:
			line := brokenLine(err)
			if line == 0 {
				return nil, fmt.Errorf("read days: %w", err)
			}
			lines = append(lines, DayLine{Line: line, Wrong: domain.Refuse(importing, domain.ImportShape).With("line", line)})
		case blank(cells) || first && dayHead(cells):
		default:
			line, _ := r.FieldPos(0)
			lines = append(lines, dayRow(line, cells))
		}
		first = false
	}
	return lines, nil
}

// daySeparator is what the first line is parted by.
func daySeparator(content string) rune {
	head, _, _ := strings.Cut(strings.TrimSpace(content), "\n")
	for _, r := range []rune{';', '\t'} {
		if strings.ContainsRune(head, r) {
			return r
		}
	}
	return ','
}

// dayHead tells whether a row names the columns.
func dayHead(cells []string) bool {
	return slices.Contains([]string{"date", "day", "дата", "ден"}, strings.ToLower(strings.TrimSpace(cells[0])))
}

// Words of the second and the fourth column.
var (
	offWords   = []string{"off", "почивен", "неприсъствен"}
	workWords  = []string{"work", "работен"}
	localWords = []string{"local", "местен"}
	stateWords = []string{"", "мс"}
)

func dayRow(line int, cells []string) DayLine {
	const most = 4
	x := DayLine{Line: line}
	for len(cells) > most && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > most || len(cells) < 2 {
		x.Wrong = domain.Refuse(importing, domain.ImportShape).With("line", line)
		return x
	}
	cells = append(slices.Clone(cells), "", "")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	var known [2]bool
	var err error
	x.Day.Date, err = readDay(cells[0])
	x.Day.Work, known[0] = eitherWord(cells[1], offWords, workWords)
	x.Day.Basis = unformula(cells[2])
	x.Day.Local, known[1] = eitherWord(cells[3], stateWords, localWords)
	switch {
	case err != nil:
		x.Wrong = unreadable(line, "1", cells[0])
	case !known[0]:
		x.Wrong = unreadable(line, "2", cells[1])
	case !known[1]:
		x.Wrong = unreadable(line, "4", cells[3])
	}
	return x
}

// eitherWord tells which of two lists a word stands in, if in any.
func eitherWord(word string, no, yes []string) (second, known bool) {
	word = strings.ToLower(word)
	second = slices.Contains(yes, word)
	return second, second || slices.Contains(no, word)
}

// readDay reads a day as programs or as people write it.
func readDay(text string) (calendar.Date, error) {
	if d, err := calendar.ParseDate(text); err == nil {
		return d, nil
	}
	return calendar.ParseLocal(strings.TrimSpace(strings.TrimSuffix(text, "г.")))
}

// unformula takes away what keeps a spreadsheet from taking a text for a formula.
func unformula(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok && rest != "" && strings.ContainsRune("=+-@", rune(rest[0])) {
		return rest
	}
	return text
}

func unreadable(line int, column, value string) *domain.Refusal {
	return domain.Refuse(importing, domain.ImportLine).With("line", line).With("column", column).With("value", clipped(value))
}

// clipped keeps a sentence about a value readable.
func clipped(value string) string {
	const most = 60
	if r := []rune(value); len(r) > most {
		return string(r[:most]) + "…"
	}
	return value
}
