package report_test

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/report"
)

func TestEveryWordOfTheReportIsThere(t *testing.T) {
	for _, lang := range []string{"bg", "en"} {
		t.Run(lang, func(t *testing.T) {
			f := opened(t, sample(), speaker(t, lang))
			for _, sheet := range f.GetSheetList() {
				if utf8.RuneCountInString(sheet) > 31 || strings.ContainsAny(sheet, `[]:*?/\`) {
					t.Errorf("sheet cannot be called %q", sheet)
				}
				for _, text := range cells(t, f, sheet) {
					if strings.HasPrefix(text, "[") || strings.Contains(text, "{") {
						t.Errorf("%s has a text without words: %q", sheet, text)
					}
				}
			}
		})
	}
}

func cells(t *testing.T, f *excelize.File, sheet string) []string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(rows...)
}

// shown gives what stands to the right of a label, empty cells left out.
func shown(t *testing.T, f *excelize.File, sheet, label string) []string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if at := slices.Index(row, label); at >= 0 && at+1 < len(row) {
			return slices.DeleteFunc(row[at+1:], func(s string) bool { return s == "" })
		}
	}
	t.Fatalf("%s has no row %q", sheet, label)
	return nil
}

func TestFiguresStandWithTheirDenominators(t *testing.T) {
	f := opened(t, sample(), speaker(t, "bg"))
	for _, tc := range []struct {
		sheet, label string
		want         []string
	}{
		{"Резюме", "Проверка (трябва да е 0)", []string{"0"}},
		{"Постъпили", "Общо", []string{"23", "25", "32", "27", "29", "30", "28", "25", "31", "30", "20", "18", "318"}},
		{"Канали", "На гише", []string{"104", "32.7%"}},
		{"Теми", "Общо", []string{"318", "100.0%"}},
		{"Срокове", "Срок по Хартата за жалби", []string{"36", "3", "3", "42", "92.9%"}},
		{"Срокове", "Решения, съобщени до 7 дни", []string{"211", "227", "93.0%"}},
		{"Звена", "Невъзложени", []string{"26", "0", "28", "0", "0", "0", "н/п", "н/п", "0", "0", "0", "н/п"}},
		{"Време за отговор", "Похвали", []string{"0", "н/п", "н/п", "н/п"}},
		{"Време за отговор", "15–30", []string{"83", "31.7%"}},
		{"Резултат", "Уважена", []string{"71", "24.6%"}},
		{"Жалби и похвали", "Приети предложения от решените", []string{"12", "28", "42.9%"}},
		{"Сравнение", "Постъпили", []string{"282", "296", "318", "+22", "+7.4%"}},
		{"Сравнение", "В законов срок", []string{"95.6%", "97.3%", "98.7%", "+1.4 пр. п."}},
		{"Методика", "Календар на работните дни, версия", []string{"2026-1"}},
	} {
		t.Run(tc.sheet+" "+tc.label, func(t *testing.T) {
			if got := shown(t, f, tc.sheet, tc.label); !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestAYearThatDoesNotCloseSaysSo(t *testing.T) {
	y := sample()
	y.Open++
	f := opened(t, y, speaker(t, "bg"))
	if got := shown(t, f, "Резюме", "Проверка (трябва да е 0)"); !slices.Equal(got, []string{"-1"}) {
		t.Errorf("balance = %q, want -1", got)
	}
}

func TestAnEmptyYearIsAReportToo(t *testing.T) {
	f := opened(t, domain.Yearly{Year: 2026, AsOf: calendar.NewDate(2026, 12, 31), Target: 95}, speaker(t, "bg"))
	if got := shown(t, f, "Срокове", "Законов срок за решаване"); !slices.Equal(got, []string{"0", "0", "0", "0", "н/п"}) {
		t.Errorf("legal term = %q", got)
	}
}

func TestTheListHoldsDatesAndNoNames(t *testing.T) {
	f := opened(t, sample(), speaker(t, "bg"))
	for _, sheet := range f.GetSheetList() {
		for _, text := range cells(t, f, sheet) {
			if strings.Contains(text, "Мария") || strings.Contains(text, "тротоар") {
				t.Fatalf("%s tells who or what: %q", sheet, text)
			}
		}
	}
	value, err := f.GetCellValue("Списък", "F5")
	if err != nil || value != "06.01.2026" {
		t.Errorf("received = %q, %v", value, err)
	}
	raw, err := f.GetCellValue("Списък", "F5", excelize.Options{RawCellValue: true})
	if err != nil || raw != "46028" {
		t.Errorf("the day is stored as %q, %v; want a number", raw, err)
	}
}

// A text stays a text whatever it begins with, and a workbook holds no formula at all.
func TestTextIsNeverAFormula(t *testing.T) {
	y := sample()
	for i, start := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", `=HYPERLINK("http://example.invalid")`, "\x00=1", "'="} {
		y.Names.Departments[department(1)] = start
		y.Lines[i].Number.Text, y.Lines[i].Sender, y.Lines[i].Subject = start, start, start
	}
	y.Names.Topics[topic(1)] = "=cmd|'/c calc'!A1"
	var yearly, register bytes.Buffer
	if err := report.Yearly(&yearly, y, speaker(t, "bg"), nil); err != nil {
		t.Fatal(err)
	}
	list := report.RegisterList{Office: "=A1 & Co", Title: "=1", AsOf: y.AsOf, Lines: y.Lines, Names: y.Names, Turn: noTurn}
	if err := report.Register(&register, list, speaker(t, "bg"), nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"yearly": yearly.Bytes(), "register": register.Bytes()} {
		for part, content := range parts(t, data) {
			if strings.HasPrefix(part, "xl/worksheets/") && (strings.Contains(content, "<f>") || strings.Contains(content, "<f ")) {
				t.Errorf("%s: %s has a formula", name, part)
			}
			if strings.Contains(content, "&amp;D") {
				t.Errorf("%s: %s prints a date of the printer's country", name, part)
			}
		}
	}
	f := reopened(t, register.Bytes())
	for at, want := range map[string]string{"A1": "=1", "A4": "=1+1", "A7": "@SUM(A1)", "F9": `=HYPERLINK("http://example.invalid")`} {
		if got, err := f.GetCellValue("Регистър", at); err != nil || got != want {
			t.Errorf("%s = %q, %v; want %q", at, got, err, want)
		}
	}
}

func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[file.Name] = string(content)
	}
	return all
}

func TestEverySheetIsReadyToPrint(t *testing.T) {
	f := opened(t, sample(), speaker(t, "bg"))
	for _, sheet := range f.GetSheetList() {
		props, err := f.GetSheetProps(sheet)
		if err != nil || props.FitToPage == nil || !*props.FitToPage {
			t.Errorf("%s does not fit a page: %v", sheet, err)
		}
		footer, err := f.GetHeaderFooter(sheet)
		if err != nil || !strings.Contains(footer.OddFooter, "&P") || !strings.Contains(footer.OddFooter, "&N") {
			t.Errorf("%s has no page numbers: %v", sheet, err)
		}
	}
	titles := false
	for _, name := range f.GetDefinedName() {
		titles = titles || name.Name == "_xlnm.Print_Titles" && name.Scope == "Списък" && name.RefersTo == "'Списък'!$3:$3"
	}
	if !titles {
		t.Error("the head of the list is not repeated on each page")
	}
	charts := 0
	for part := range parts(t, written(t, sample())) {
		if strings.HasPrefix(part, "xl/charts/chart") {
			charts++
		}
	}
	if charts != 12 {
		t.Errorf("charts = %d, want 12", charts)
	}
}

func noTurn(*domain.Entry) string { return "" }

func written(t *testing.T, y domain.Yearly) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := report.Yearly(&buf, y, speaker(t, "bg"), nil); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestTheRegisterHoldsExactlyTheGivenRows(t *testing.T) {
	y := sample()
	list := report.RegisterList{
		Office: y.Office, Title: "Просрочени", AsOf: y.AsOf, Lines: y.Lines[3:5], Names: y.Names,
		Officers: map[domain.UserID]string{{}: "И. Изпълнител"}, Turn: func(*domain.Entry) string { return "началник" },
	}
	var buf bytes.Buffer
	if err := report.Register(&buf, list, speaker(t, "bg"), nil); err != nil {
		t.Fatal(err)
	}
	rows, err := reopened(t, buf.Bytes()).GetRows("Регистър")
	if err != nil {
		t.Fatal(err)
	}
	const above = 3
	if len(rows) != above+2 || rows[above][0] != y.Lines[3].Number.Text || rows[above][7] != "И. Изпълнител" || rows[above][8] != "началник" {
		t.Errorf("rows = %q", rows)
	}
}
