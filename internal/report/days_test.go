package report_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	_ "time/tzdata"

	"golang.org/x/text/encoding/charmap"
	encoding "golang.org/x/text/encoding/unicode"

	"harta/internal/domain"
	"harta/internal/report"
)

// told writes lines as a test compares them.
func told(lines []report.DayLine) []string {
	var all []string
	for _, l := range lines {
		text := l.Day.Date.String()
		if l.Day.Work {
			text += " work"
		}
		if l.Day.Local {
			text += " local"
		}
		if l.Wrong != nil {
			words := []string{string(l.Wrong.Reason)}
			for _, a := range l.Wrong.Args {
				if s, ok := a.Value.(string); ok {
					words = append(words, s)
				}
			}
			text = strings.Join(words, " ")
		} else if l.Day.Basis != "" {
			text += " " + l.Day.Basis
		}
		all = append(all, text)
	}
	return all
}

func TestDaysAreReadFromATable(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"with a head":            {"date;kind;basis\n2026-12-31;off;РМС № 1\n", []string{"2026-12-31 РМС № 1"}},
		"without one":            {"31.12.2026,off,РМС № 1\r\n19.12.2026,work,РМС № 1\r\n", []string{"2026-12-31 РМС № 1", "2026-12-19 work РМС № 1"}},
		"in Bulgarian":           {"Дата;Вид;Основание;Източник\n31.12.2026 г.;почивен;Заповед;местен\n19.12.2026;Работен;РМС;МС\n", []string{"2026-12-31 local Заповед", "2026-12-19 work РМС"}},
		"with a comma quoted":    {"2026-12-31,off,\"Решение № 1, т. 2\"\n", []string{"2026-12-31 Решение № 1, т. 2"}},
		"without an act":         {"2026-12-31;off\n", []string{"2026-12-31"}},
		"with air":               {"\n 2026-12-31 ; OFF ; РМС ;;\n\n", []string{"2026-12-31 РМС"}},
		"a day that is none":     {"2026-02-30;off;РМС\n2026-12-31;off;РМС\n", []string{"import_line 1 2026-02-30", "2026-12-31 РМС"}},
		"neither off nor work":   {"2026-12-31;свободен;РМС\n", []string{"import_line 2 свободен"}},
		"an unknown source":      {"2026-12-31;off;РМС;някой\n", []string{"import_line 4 някой"}},
		"too many columns":       {"2026-12-31,off,Решение, № 1, т. 2\n", []string{"import_shape"}},
		"a day alone":            {"2026-12-31\n", []string{"import_shape"}},
		"a quote that is open":   {"2026-12-31;off;\"РМС\n", []string{"import_shape"}},
		"a head that is a day":   {"31.12.2026;off;РМС\n", []string{"2026-12-31 РМС"}},
		"not even nearly a head": {"нещо;друго\n2026-12-31;off;РМС\n", []string{"import_line 1 нещо", "2026-12-31 РМС"}},
	} {
		t.Run(name, func(t *testing.T) {
			cp1251, err := charmap.Windows1251.NewEncoder().String(c.text)
			if err != nil {
				t.Fatal(err)
			}
			utf16, err := encoding.UTF16(encoding.LittleEndian, encoding.UseBOM).NewEncoder().String(c.text)
			if err != nil {
				t.Fatal(err)
			}
			for form, text := range map[string]string{"UTF-8": c.text, "BOM": "\ufeff" + c.text, "windows-1251": cp1251, "UTF-16": utf16} {
				lines, err := report.ReadDays([]byte(text), "дни.csv")
				if got := told(lines); err != nil || !slices.Equal(got, c.want) {
					t.Errorf("%s: %q, %v, want %q", form, got, err, c.want)
				}
			}
		})
	}
}

func TestALineOfAFileOfDaysIsNamed(t *testing.T) {
	lines, err := report.ReadDays([]byte("date;kind;basis\n2026-12-31;off;РМС\n\nне е ден;off;РМС\n"), "days.csv")
	if err != nil || len(lines) != 2 || lines[0].Line != 2 || lines[1].Line != 4 {
		t.Errorf("%+v, %v", lines, err)
	}
}

func TestAFileWithoutDaysIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"empty":         {"", domain.Refuse("", domain.ImportEmpty)},
		"a head alone":  {"date;kind;basis\n", domain.Refuse("", domain.ImportEmpty)},
		"an empty year": {"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", domain.Refuse("", domain.ImportEmpty)},
		"too large":     {strings.Repeat("x", report.MaxDayBytes+1), report.ErrTooLarge},
		"too many":      {strings.Repeat("2026-12-31;off;РМС\n", report.MaxDays+1), report.ErrTooLarge},
		"other letters": {"2026-12-31;off;\x98\xff\xa0\x80\n", domain.Refuse("", domain.ImportEncoding)},
	} {
		if _, err := report.ReadDays([]byte(c.data), "days.csv"); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// calendarOf wraps events.
func calendarOf(events ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Sofia\r\nBEGIN:STANDARD\r\nDTSTART:19701025T040000\r\n" +
		"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" +
		"BEGIN:VEVENT\r\n" + strings.Join(events, "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

func TestDaysAreReadFromACalendar(t *testing.T) {
	for name, c := range map[string]struct {
		event string
		want  []string
	}{
		"a day":                 {"DTSTART;VALUE=DATE:20261231\r\nSUMMARY:Решение № 1\\, т. 2", []string{"2026-12-31 Решение № 1, т. 2"}},
		"a folded line":         {"DTSTART;VALUE=DATE:20261231\r\nSUMMARY:Решение \r\n № 1", []string{"2026-12-31 Решение № 1"}},
		"two days":              {"DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:РМС", []string{"2026-12-30 РМС", "2026-12-31 РМС"}},
		"one day with its end":  {"DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:РМС", []string{"2026-12-31 РМС"}},
		"an end on its day":     {"DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20261231\r\nSUMMARY:РМС", []string{"2026-12-31 РМС"}},
		"a worked day by words": {"DTSTART;VALUE=DATE:20261219\r\nSUMMARY:Работен ден, РМС № 1", []string{"2026-12-19 work Работен ден, РМС № 1"}},
		"and by its category":   {"DTSTART;VALUE=DATE:20261219\r\nSUMMARY:РМС\r\nCATEGORIES:Работен,МС", []string{"2026-12-19 work РМС"}},
		"a day off, in full":    {"DTSTART;VALUE=DATE:20261231\r\nSUMMARY:РМС\r\nCATEGORIES:Неработен ден", []string{"2026-12-31 РМС"}},
		"one that was moved":    {"DTSTART;VALUE=DATE:20261231\r\nSUMMARY:РМС\r\nCATEGORIES:Преместен почивен ден", []string{"2026-12-31 РМС"}},
		"in English":            {"DTSTART;VALUE=DATE:20261231\r\nSUMMARY:РМС\r\nCATEGORIES:Non-working day", []string{"2026-12-31 РМС"}},
		"of two kinds":          {"DTSTART;VALUE=DATE:20261219\r\nSUMMARY:РМС\r\nCATEGORIES:МС, Работен ден,Local", []string{"2026-12-19 work local РМС"}},
		"a local one":           {"DTSTART;VALUE=DATE:20261231\r\nSUMMARY:Заповед\r\nCATEGORIES:местен", []string{"2026-12-31 local Заповед"}},
		"midnight there":        {"DTSTART;TZID=Europe/Sofia:20261231T000000\r\nDTEND;TZID=\"Europe/Sofia\":20270101T000000\r\nSUMMARY:РМС", []string{"2026-12-31 РМС"}},
		"late in Greenwich":     {"DTSTART:20261230T220000Z\r\nSUMMARY:РМС", []string{"2026-12-31 РМС"}},
		"a floating time":       {"DTSTART:20261231T230000\r\nSUMMARY:РМС", []string{"2026-12-31 РМС"}},
		"an alarm inside":       {"DTSTART;VALUE=DATE:20261231\r\nSUMMARY:РМС\r\nBEGIN:VALARM\r\nSUMMARY:звънец\r\nDURATION:PT5M\r\nEND:VALARM", []string{"2026-12-31 РМС"}},
		"a cancelled one":       {"DTSTART;VALUE=DATE:20261231\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261230\r\nSUMMARY:РМС", []string{"2026-12-30 РМС"}},
		"one that repeats":      {"DTSTART;VALUE=DATE:20261231\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:РМС", []string{"import_repeats"}},
		"an unknown zone":       {"DTSTART;TZID=Sofia Standard Time:20261231T000000\r\nSUMMARY:РМС", []string{"import_line DTSTART 20261231T000000"}},
		"no day at all":         {"SUMMARY:РМС", []string{"import_line DTSTART "}},
		"a day that is none":    {"DTSTART;VALUE=DATE:20260230\r\nSUMMARY:РМС", []string{"import_line DTSTART 20260230"}},
		"an end before":         {"DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20261201\r\nSUMMARY:РМС", []string{"import_line DTEND 20261201"}},
		"an end far away":       {"DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20991231\r\nSUMMARY:РМС", []string{"import_line DTEND 20991231"}},
		"longer than a day":     {"DTSTART;VALUE=DATE:20261231\r\nDURATION:P3D\r\nSUMMARY:РМС", []string{"import_line DURATION P3D"}},
		"the end is missing":    {"DTSTART;VALUE=DATE:20261231\r\nSUMMARY:РМС\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261230\r\nEND:VCALENDAR\r\nX", []string{"2026-12-31 РМС", "2026-12-30"}},
	} {
		t.Run(name, func(t *testing.T) {
			lines, err := report.ReadDays([]byte(calendarOf(c.event)), "празници.ics")
			if got := told(lines); err != nil || !slices.Equal(got, c.want) {
				t.Errorf("%q, %v, want %q", got, err, c.want)
			}
		})
	}
	lines, err := report.ReadDays([]byte(calendarOf("DTSTART;VALUE=DATE:20261231\r\nSUMMARY:\r\n а\r\n б", "DTSTART;VALUE=DATE:2026")), "x")
	if err != nil || len(lines) != 2 || lines[0].Line != 10 || lines[1].Line != 16 {
		t.Errorf("lines %+v, %v", lines, err)
	}
}

func FuzzDaysAreReadOrRefused(f *testing.F) {
	f.Add("date;kind;basis\n2026-12-31;off;РМС № 1\n")
	f.Add(calendarOf("DTSTART;VALUE=DATE:20261231\r\nSUMMARY:РМС"))
	f.Add("BEGIN:VCALENDAR\nEND:VEVENT\nSUMMARY:x\nBEGIN:VEVENT\nEND:X\nEND:Y\nDTSTART:1")
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := report.ReadDays([]byte(text), "")
		if err == nil && len(lines) == 0 {
			t.Error("nothing was read and nothing refused")
		}
		for _, l := range lines {
			if l.Line < 1 || l.Wrong == nil && l.Day.Date.IsZero() {
				t.Errorf("%+v", l)
			}
		}
	})
}
