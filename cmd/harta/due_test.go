package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

const deadlineCases = "../../internal/calendar/testdata/deadline_cases.csv"

func rowsOf(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestEveryDeadlineCaseComesOut(t *testing.T) {
	data, err := os.ReadFile(deadlineCases)
	if err != nil {
		t.Fatal(err)
	}
	want, got := rowsOf(t, string(data)), rowsOf(t, newConsole(t).does("due", "--csv", deadlineCases))
	if len(got) != 49 || len(want) != len(got) {
		t.Fatalf("%d rows, want %d", len(got)-1, len(want)-1)
	}
	if strings.Join(got[0], ",") != "start,rule,due" {
		t.Errorf("head %q", got[0])
	}
	for i := 1; i < len(got); i++ {
		if got[i][0] != want[i][0] || got[i][1] != want[i][1] || got[i][2] != want[i][2] {
			t.Errorf("row %d: %q, want %q", i, got[i], want[i][:3])
		}
	}
}

func TestTermsAreReadFromStdinWithOtherColumnsIgnored(t *testing.T) {
	c := newConsole(t)
	c.stdin = "\ufeffwhy,rule,start\r\nпроба,=label/7wd,2026-11-23\r\n"
	if got := c.does("due", "--csv", "-"); got != "start,rule,due\n2026-11-23,'=label/7wd,2026-12-02\n" {
		t.Errorf("got %q", got)
	}
}

func TestWrongTermsAreNamedByLineAndNothingElseIsWritten(t *testing.T) {
	for name, test := range map[string]struct {
		csv  string
		says []string
	}{
		"a wrong term":      {"start,rule\n2026-01-05,2m\n2026-01-05,2q\n", []string{"Ред 3", "2q"}},
		"a wrong day":       {"start,rule\n2026-02-31,2m\n", []string{"Ред 2", "2026-02-31"}},
		"a short row":       {"start,rule\n2026-01-05\n", []string{"Ред 2"}},
		"a missing column":  {"start,why\n2026-01-05,2m\n", []string{"колона „rule“"}},
		"an empty file":     {"", []string{"няма редове"}},
		"a year too far":    {"start,rule\n2099-12-31,2m\n", []string{"Ред 2"}},
		"an unclosed quote": {"start,rule\n\"2026-01-05,2m\n", []string{"Ред "}},
	} {
		t.Run(name, func(t *testing.T) {
			c := newConsole(t)
			path := c.write("terms.csv", test.csv)
			out, err, code := c.run("due", "--csv", path)
			if code != exitRefused || out != "" {
				t.Errorf("exit %d, wrote %q", code, out)
			}
			contains(t, err, test.says...)
		})
	}
}

func TestDueExplainsEachStep(t *testing.T) {
	c := newConsole(t)
	contains(t, c.does("due", "2026-11-23", "signal/2m"), "25.01.2027 (понеделник)", "23.01.2027 (събота): почивен ден")
	contains(t, c.does("due", "--kind", "complaint_staff", "--received", "23.11.2026"), "чл. 121 АПК", "срок по Хартата: 23.12.2026")
	contains(t, c.does("due", "--lang", "en", "23.11.2026", "1m"), "23.12.2026 (Wednesday)")
	var terms []struct{ Term, Due string }
	if err := json.Unmarshal([]byte(c.does("due", "2026-11-23", "1m", "7wd", "--json")), &terms); err != nil {
		t.Fatal(err)
	}
	if len(terms) != 2 || terms[0].Due != "2026-12-23" || terms[1].Due != "2026-12-02" {
		t.Errorf("got %+v", terms)
	}
}

func TestCalendarHasEveryDay(t *testing.T) {
	c := newConsole(t)
	rows := rowsOf(t, c.does("calendar", "2026", "--csv"))
	if len(rows) != 366 || strings.Join(rows[0], ",") != "date,working,name" {
		t.Fatalf("%d rows, head %q", len(rows), rows[0])
	}
	working := 0
	for _, row := range rows[1:] {
		if row[1] == "1" {
			working++
		}
	}
	if working != 248 || strings.Join(rows[1], ",") != "2026-01-01,0,Нова година" {
		t.Errorf("%d working days, first row %q", working, rows[1])
	}
	contains(t, c.does("calendar", "2026"), "248 работни дни", "Велики петък")
	contains(t, c.fails(exitFailed, "calendar", "1999"), "1999", "2010")
}

func TestAllKindsAreComparedForOneDay(t *testing.T) {
	c := newConsole(t)
	out := c.does("due", "--received", "23.11.2026")
	contains(t, out, "жалба срещу служител", "25.01.2027 (понеделник)  23.12.2026 (сряда)  23.02.2027 (вторник)", "срок за препращане")
	var terms []struct{ Kind, Clock, Due, Latest string }
	if err := json.Unmarshal([]byte(c.does("due", "--received", "2026-11-23", "--json")), &terms); err != nil {
		t.Fatal(err)
	}
	found := false
	for _, x := range terms {
		found = found || x.Kind == "proposal" && x.Due == "2027-01-25" && x.Latest == "2027-05-25"
	}
	if !found {
		t.Errorf("%+v", terms)
	}
	for _, day := range []string{"31.12.2009", "01.01.2100", "31.12.2099"} {
		contains(t, c.fails(exitRefused, "due", "--received", day), "01.01.2010", "31.12.2099")
	}
	contains(t, c.fails(exitFailed, "due", "--received", "31.02.2026"), "31.02.2026")
}

func TestADayInsteadOfATermSaysHowFarItIs(t *testing.T) {
	contains(t, newConsole(t).does("due", "23.11.2026", "23.12.2026"), "30 дни", "23.12.2026 (сряда)")
}

func TestTheExplanationIsPrinted(t *testing.T) {
	c := newConsole(t)
	path := c.path("due.pdf")
	c.does("due", "--kind", "complaint_staff", "--received", "24.11.2026", "--pdf", path)
	pdf, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("%d bytes, %v", len(pdf), err)
	}
	contains(t, c.fails(exitFailed, "due", "--received", "24.11.2026", "--pdf", path), "--kind")
}
