package calendar_test

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"strings"
	"testing"

	"harta/internal/calendar"
)

// oracleLines reads what testdata/oracle.py wrote, which shares nothing with this program.
func oracleLines(t *testing.T, name string) []string {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	var from io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if from, err = gzip.NewReader(file); err != nil {
			t.Fatal(err)
		}
	}
	var lines []string
	s := bufio.NewScanner(from)
	for s.Scan() {
		lines = append(lines, s.Text())
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}

func TestTenThousandDeadlinesAreThoseOfTheOracle(t *testing.T) {
	lines := oracleLines(t, "deadlines.csv.gz")
	if got, want := len(lines), 1+10_000; got != want {
		t.Fatalf("%d lines, want %d", got, want)
	}
	c := newCalendar(t, euro...)
	wrong := 0
	for _, line := range lines[1:] {
		cells := strings.Split(line, ",")
		term, err := calendar.ParseTerm(cells[1])
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.Due(date(t, cells[0]), term)
		if err != nil || got.Due.String() != cells[2] {
			t.Errorf("%s: %s, %v", line, got.Due, err)
			wrong++
		}
		if wrong == 20 {
			t.FailNow()
		}
	}
}

func TestEasterIsThatOfTheOracleFrom1900To2199(t *testing.T) {
	lines := oracleLines(t, "easter.csv")
	if got, want := len(lines), 300; got != want {
		t.Fatalf("%d years, want %d", got, want)
	}
	for i, line := range lines {
		if got := calendar.Easter(1900 + i); got.String() != line {
			t.Errorf("Easter %d = %s, want %s", 1900+i, got, line)
		}
	}
}

func TestTheFirstOfNovemberIsWorkedUnlessItIsAWeekend(t *testing.T) {
	c := newCalendar(t, euro...)
	for year := calendar.First.Year(); year <= calendar.Last.Year(); year++ {
		d := calendar.NewDate(year, 11, 1)
		weekend := d.Weekday() == 0 || d.Weekday() == 6
		if c.Working(d) == weekend {
			t.Errorf("%s (%s) is worked: %t", d, d.Weekday(), c.Working(d))
		}
	}
}
