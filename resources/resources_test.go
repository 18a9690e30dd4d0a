package resources_test

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/resources"
)

func TestDeclaredDaysAreDaysWithTheirActs(t *testing.T) {
	days, err := resources.DeclaredDays()
	if err != nil {
		t.Fatal(err)
	}
	var since []string
	off, worked := map[int]int{}, map[int]int{}
	for i, d := range days {
		day, err := time.Parse(time.DateOnly, d.Date)
		saturday := day.Weekday() == time.Saturday
		if err != nil || d.Basis == "" || d.Work != saturday || i > 0 && d.Date <= days[i-1].Date {
			t.Errorf("declared day %+v: %v", d, err)
		}
		switch {
		case day.Year() > 2016:
			since = append(since, d.Date)
		case d.Work:
			worked[day.Year()]++
		default:
			off[day.Year()]++
		}
	}
	if want := []string{"2025-12-31", "2026-01-02"}; !slices.Equal(since, want) {
		t.Errorf("since 2017 %v, want %v", since, want)
	}
	swaps := map[int]int{2010: 2, 2011: 4, 2012: 5, 2013: 3, 2014: 3, 2015: 4, 2016: 4}
	if !maps.Equal(off, swaps) || !maps.Equal(worked, swaps) {
		t.Errorf("swaps: %v days off for %v Saturdays, want %v of each", off, worked, swaps)
	}
}

// plain is what a PDF writer with few operators can draw.
var plain = regexp.MustCompile(`^(?:[MLCZ]|[ ]|\d+(?:\.\d+)?)+$`)

func TestCrestIsMadeOfPlainFilledPaths(t *testing.T) {
	crest, err := resources.Crest()
	if err != nil {
		t.Fatal(err)
	}
	dec, paths := xml.NewDecoder(strings.NewReader(string(crest))), 0
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := tok.(xml.StartElement)
		if !ok || start.Name.Local == "svg" {
			continue
		}
		attrs := map[string]string{}
		for _, a := range start.Attr {
			attrs[a.Name.Local] = a.Value
		}
		if start.Name.Local != "path" || len(attrs) != 2 || !strings.HasPrefix(attrs["fill"], "#") || !plain.MatchString(attrs["d"]) {
			t.Errorf("%s %v is more than a filled path", start.Name.Local, attrs)
		}
		paths++
	}
	if paths == 0 {
		t.Error("the crest is empty")
	}
}

func TestDemoOfficeHangsTogether(t *testing.T) {
	d, err := resources.DemoData()
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Departments) != 5 || len(d.Users) != 6 || len(d.Topics) != 12 || len(d.Filing) == 0 {
		t.Errorf("%d departments, %d users, %d topics, %d files", len(d.Departments), len(d.Users), len(d.Topics), len(d.Filing))
	}
	known := func(name string) bool { return name == "" || slices.Contains(d.Departments, name) }
	roles, heads, logins := map[string]int{}, map[string]bool{}, map[string]bool{}
	for _, u := range d.Users {
		if !known(u.Department) || u.Name == "" || u.Title == "" || logins[u.Login] {
			t.Errorf("user %+v", u)
		}
		logins[u.Login] = true
		for _, r := range u.Roles {
			roles[r]++
			heads[u.Department] = heads[u.Department] || r == "head"
		}
	}
	for role, n := range map[string]int{"clerk": 1, "executor": 1, "head": 2, "secretary": 1, "mayor": 1, "admin": 1} {
		if roles[role] != n {
			t.Errorf("%d users are %s, want %d", roles[role], role, n)
		}
	}
	delete(heads, "")
	for _, u := range d.Users {
		if slices.Contains(u.Roles, "executor") && !heads[u.Department] {
			t.Errorf("%s works in a department without a head", u.Name)
		}
	}
	for _, topic := range d.Topics {
		if topic.Department == "" || !known(topic.Department) {
			t.Errorf("topic %+v", topic)
		}
	}
	for _, address := range []string{d.Office.Email, d.Office.Site} {
		if !strings.HasSuffix(address, ".example") {
			t.Errorf("%s could be somebody's", address)
		}
	}
}

func TestEveryLanguageHasTheSameThemes(t *testing.T) {
	files, err := resources.Words()
	if err != nil {
		t.Fatal(err)
	}
	themes := map[string][]string{}
	for _, lang := range resources.Languages() {
		names, err := fs.Glob(files, "*."+lang+".json")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			themes[lang] = append(themes[lang], strings.TrimSuffix(name, "."+lang+".json"))
		}
	}
	if len(themes["bg"]) == 0 || !slices.Equal(themes["bg"], themes["en"]) {
		t.Errorf("themes %v", themes)
	}
}

func TestSampleRegisterHoldsItsParents(t *testing.T) {
	f, err := os.Open("sample/register.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	number, parent := slices.Index(rows[0], "reg_no"), slices.Index(rows[0], "parent_reg_no")
	seen := map[string]bool{"": true}
	for _, row := range rows[1:] {
		if !seen[row[parent]] {
			t.Errorf("%s continues %s, which is missing", row[number], row[parent])
		}
		seen[row[number]] = true
	}
	if len(rows) != 401 {
		t.Errorf("%d entries, want 400", len(rows)-1)
	}
}

func TestTheManualHasAPageForEveryPlace(t *testing.T) {
	pages, err := resources.Manual()
	if err != nil {
		t.Fatal(err)
	}
	places := []string{"today", "new", "register", "case", "letters", "letter", "approval", "dispatch", "reports", "calendar", "calculator", "journal", "settings", "import", "destroy"}
	for _, place := range places {
		lines := strings.Split(pages[place], "\n")
		if !strings.HasPrefix(lines[0], "## ") || !strings.Contains(pages[place], "### Клавиши") || !strings.Contains(pages[place], "### Стъпки") {
			t.Errorf("the page of %s begins with %q, or lacks steps or keys", place, lines[0])
		}
	}
	chapters := []string{"first", "gate", "window", "trouble", "limits"} // about no place of the rail
	for _, chapter := range chapters {
		if !strings.HasPrefix(pages[chapter], "## ") {
			t.Errorf("there is no chapter %s", chapter)
		}
	}
	if want := len(places) + len(chapters); len(pages) != want {
		t.Errorf("%d pages, want %d", len(pages), want)
	}
}

// TestThePrintedManualIsTheOneInTheWindow asks for scripts/manual.sh after a change of a page.
func TestThePrintedManualIsTheOneInTheWindow(t *testing.T) {
	printed, err := os.ReadFile("../docs/ръководство.md")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := resources.Manual()
	if err != nil {
		t.Fatal(err)
	}
	for place, page := range pages {
		for line := range strings.Lines(page) {
			if !strings.Contains(string(printed), line) {
				t.Errorf("%s: %q is not printed", place, line)
			}
		}
	}
}

// TestTheLicencesInTheProgramAreThoseOfTheDocuments asks for scripts/licences.sh after a change of go.mod.
func TestTheLicencesInTheProgramAreThoseOfTheDocuments(t *testing.T) {
	printed, err := os.ReadFile("../docs/лицензи.txt")
	if err != nil {
		t.Fatal(err)
	}
	text, err := resources.Licences()
	if err != nil || string(text) != string(printed) {
		t.Errorf("%d bytes and %d, %v", len(text), len(printed), err)
	}
	for _, part := range []string{"EUROPEAN UNION PUBLIC LICENCE", "The PDFium Authors", "The FreeType Project LICENSE", "Independent JPEG Group", "UNICODE LICENSE V3", "fyne.io/fyne/v2"} {
		if !strings.Contains(string(text), part) {
			t.Errorf("%s is missing", part)
		}
	}
}
