package report_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/report"
)

func TestEveryKindOfRegisterIsRead(t *testing.T) {
	for _, tc := range []struct {
		file      string
		rows      int
		last      int // row of the last entry, as a spreadsheet shows it
		number    string
		at        time.Time
		anonymous int
	}{
		{"register_utf8.csv", 48, 49, "94-Ж-1/02.01.2025", clock(2025, 1, 2, 9, 12, 31), 6},
		{"register_cp1251.csv", 40, 41, "94-С-1/03.01.2019", clock(2019, 1, 3, 17, 21, 0), 1},
		{"register.xlsx", 40, 43, "94-С-1/04.01.2022", clock(2022, 1, 4, 8, 40, 0), 1},
	} {
		t.Run(tc.file, func(t *testing.T) {
			rows, problems := readFile(t, tc.file)
			for _, p := range problems {
				t.Error(speaker(t, "en").Fault(p, ""))
			}
			if len(rows) != tc.rows {
				t.Fatalf("rows = %d, want %d", len(rows), tc.rows)
			}
			if r := rows[0]; r.Number != tc.number || !r.At.Equal(tc.at) {
				t.Errorf("first = %s at %s, want %s at %s", r.Number, r.At, tc.number, tc.at)
			}
			anonymous := 0
			for _, r := range rows {
				if r.Intake.Sender.Contact.Type == domain.Anonymous {
					anonymous++
				}
			}
			if anonymous != tc.anonymous || rows[len(rows)-1].Line != tc.last {
				t.Errorf("anonymous %d, last line %d; want %d, %d", anonymous, rows[len(rows)-1].Line, tc.anonymous, tc.last)
			}
		})
	}
}

func clock(year int, month time.Month, day, hour, minute, second int) time.Time {
	return time.Date(year, month, day, hour, minute, second, 0, calendar.Sofia())
}

func readFile(t *testing.T, name string) ([]domain.ImportRow, []error) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	rows, problems, err := report.ReadRegister(bytes.NewReader(data), name)
	if err != nil {
		t.Fatal(err)
	}
	return rows, problems
}

func readText(t *testing.T, text string) ([]domain.ImportRow, []error) {
	t.Helper()
	rows, problems, err := report.ReadRegister(strings.NewReader(text), "register.csv")
	if err != nil {
		t.Fatal(err)
	}
	return rows, problems
}

const shortHead = "Вх. №;Дата и час;Вид;Начин на постъпване;Подател;Относно;Тема;Състояние;Дата на отговора;Резултат\n"

func TestWordsOfTheRegisterBecomeThoseOfTheDomain(t *testing.T) {
	for _, tc := range []struct {
		name    string
		line    string
		kind    domain.Kind
		channel domain.Channel
		state   domain.State
		outcome domain.Outcome
	}{
		{
			"a complaint about staff is told by its topic", "1;03.01.2019;жалба;на гише;Иван Петров;Грубост;Действия на служител;приключена;04.01.2019;уважена",
			domain.ComplaintStaff, domain.AtDesk, domain.Closed, domain.Upheld,
		},
		{
			"any other complaint is about service", "1;03.01.2019;Жалба;ССЕВ;Иван Петров;Данък;Данъци;приключена;04.01.2019;частично уважена",
			domain.ComplaintService, domain.ByDelivery, domain.Closed, domain.PartlyUpheld,
		},
		{
			"overdue is open", "1;03.01.2019;сигнал;e-mail;Иван Петров;Дупка;;просрочена;;",
			domain.Signal, domain.ByEmail, domain.InWork, "",
		},
		{
			"a state that ends the case tells its outcome", "1;03.01.2019;сигнал;по пощата;Иван Петров;Дупка;;препратена;;",
			domain.Signal, domain.ByPost, domain.StateForwarded, domain.ForwardedOn,
		},
		{
			"not considered", "1;03.01.2019;въпрос;кутия за мнения;АНОНИМЕН;Кога?;;оставена без разглеждане;;",
			domain.Question, domain.InBox, domain.StateNotOpened, domain.NotOpened,
		},
		{
			"annulled has no outcome", "1;03.01.2019;похвала;телефон;Иван Петров;Добре;;анулирана;;",
			domain.Praise, domain.ByPhone, domain.StateAnnulled, "",
		},
		{
			"without a state the answer tells it", "1;03.01.2019;предложение;уеб форма;Иван Петров;Пейка;;;05.01.2019;взети мерки",
			domain.Proposal, domain.ByWebForm, domain.Closed, domain.Actioned,
		},
		{
			"explanations", "1;03.01.2019;въпрос;на гише;Иван Петров;Кога?;;приключена;05.01.2019;дадени разяснения",
			domain.Question, domain.AtDesk, domain.Closed, domain.Answered,
		},
		{
			"unfounded", "1;03.01.2019;сигнал;на гише;Иван Петров;Дупка;;приключена;05.01.2019;неоснователна",
			domain.Signal, domain.AtDesk, domain.Closed, domain.Rejected,
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			rows, problems := readText(t, shortHead+tc.line+"\n")
			if len(problems) > 0 || len(rows) != 1 {
				t.Fatalf("rows %d, problems %v", len(rows), problems)
			}
			r := rows[0]
			if r.Intake.Kind != tc.kind || r.Intake.Channel != tc.channel || r.State != tc.state || r.Outcome != tc.outcome {
				t.Errorf("got %s %s %s %s", r.Intake.Kind, r.Intake.Channel, r.State, r.Outcome)
			}
		})
	}
}

func TestProblemsNameLineColumnAndHarmlessValue(t *testing.T) {
	const good = "1;03.01.2019;сигнал;на гише;Иван Петров;Дупка;;приключена;05.01.2019;уважена\n"
	for _, tc := range []struct {
		name string
		text string
		want domain.Refusal
	}{
		{"unknown kind", strings.Replace(good, "сигнал", "молба", 1), line(2, "Вид", "молба")},
		{"unknown channel", strings.Replace(good, "на гише", "гълъб", 1), line(2, "Начин на постъпване", "гълъб")},
		{"unknown state", strings.Replace(good, "приключена", "изгубена", 1), line(2, "Състояние", "изгубена")},
		{"unknown outcome", strings.Replace(good, "уважена", "добре", 1), line(2, "Резултат", "добре")},
		{"a day that does not exist", strings.Replace(good, "03.01", "31.02", 1), line(2, "Дата и час", "31.02.2019")},
		{"a year that cannot be", strings.Replace(good, "03.01.2019", "03.01.0219", 1), line(2, "Дата и час", "03.01.0219")},
		{"answered before receipt", strings.Replace(good, "05.01", "02.01", 1), line(2, "Дата на отговора", "02.01.2019")},
		{"no number", strings.Replace(good, "1;", ";", 1), line(2, "Вх. №", "")},
		{"a subject is never repeated", strings.Replace(good, "Дупка", "", 1), line(2, "Относно", "")},
		{"too few fields", "1;03.01.2019;сигнал\n", refusal(domain.ImportShape, "line", 2)},
		{"a stray quote", strings.Replace(good, "Дупка", `Дупка до "Гъбата"`, 1), refusal(domain.ImportShape, "line", 2)},
		{
			"the same number again", good + good,
			refusal(domain.ImportDuplicate, "line", 3, "number", "1"),
		},
		{
			"the lines of texts before a row are no rows", strings.Replace(good, "Дупка", "\"Дупка\nпред дома\"", 1) + strings.Replace("2"+good[1:], "сигнал", "молба", 1),
			line(3, "Вид", "молба"),
		},
		{"a long value is cut", strings.Replace(good, "сигнал", strings.Repeat("молба ", 20), 1), line(2, "Вид", "молба молба молба молба молба молба мол…")},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, problems := readText(t, shortHead+tc.text)
			if len(problems) == 0 {
				t.Fatal("no problem found")
			}
			expect(t, problems[len(problems)-1], tc.want)
		})
	}
}

func line(n int, column, value string) domain.Refusal {
	return refusal(domain.ImportLine, "line", n, "column", column, "value", value)
}

func refusal(why domain.Reason, args ...any) domain.Refusal {
	r := domain.Refuse("import", why)
	for i := 0; i < len(args); i += 2 {
		name, _ := args[i].(string)
		r = r.With(name, args[i+1])
	}
	return *r
}

func expect(t *testing.T, err error, want domain.Refusal) {
	t.Helper()
	got, ok := errors.AsType[*domain.Refusal](err)
	if !ok {
		t.Fatalf("not a refusal: %v", err)
	}
	if got.Reason != want.Reason || len(got.Args) != len(want.Args) {
		t.Fatalf("got %s %v, want %s %v", got.Reason, got.Args, want.Reason, want.Args)
	}
	for i := range want.Args {
		if got.Args[i] != want.Args[i] {
			t.Errorf("argument %v, want %v", got.Args[i], want.Args[i])
		}
	}
}

func TestFilesThatAreNoRegister(t *testing.T) {
	for _, tc := range []struct {
		name string
		data string
		want domain.Refusal
	}{
		{"empty", "", refusal(domain.ImportEmpty)},
		{"a head and nothing", shortHead, refusal(domain.ImportEmpty)},
		{"something else", "a,b,c\n1,2,3\n", refusal(domain.ImportColumn, "column", "Вх. №")},
		{"no channel", "Вх. №;Дата и час;Вид;Относно\n", refusal(domain.ImportColumn, "column", "Начин на постъпване")},
		{"broken UTF-8", strings.Replace(shortHead, "Вид", "В\xd0д", 1), refusal(domain.ImportEncoding, "line", 1)},
		{
			"broken UTF-8 under an English head", "reg_no,registered_at,kind,channel,subject\n1,2025-01-02,сигнал,ССЕВ,Дуп\xd0ка\n",
			refusal(domain.ImportEncoding, "line", 2),
		},
		{
			"a text that was broken before", shortHead + "1;03.01.2019;сигнал;на гише;Иван\n2;03.01.2019;си\ufffdнал;на гише;Иван\n",
			refusal(domain.ImportEncoding, "line", 3),
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			rows, problems := readText(t, tc.data)
			if len(rows) > 0 || len(problems) == 0 {
				t.Fatalf("rows %d, problems %v", len(rows), problems)
			}
			expect(t, problems[0], tc.want)
		})
	}
}

func TestEncodingAndSeparatorShowThemselves(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(tabbed)
	if err != nil {
		t.Fatal(err)
	}
	cp1251, err := charmap.Windows1251.NewEncoder().String(tabbed)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"UTF-8 with tabs": tabbed, "UTF-8 with a mark": "\ufeff" + tabbed, "UTF-16": utf16, "windows-1251": cp1251,
		"semicolons": strings.ReplaceAll(strings.ReplaceAll(tabbed, "; ", ", "), "\t", ";"), "Windows lines": strings.ReplaceAll(tabbed, "\n", "\r\n"),
		"a title above the head": "Входящ дневник\n\n" + tabbed, "a total below": tabbed + "\nОбщо:\t1\n",
		"separators at the end": strings.ReplaceAll(tabbed, "\n", "\t\n"),
	} {
		t.Run(name, func(t *testing.T) {
			rows, problems := readText(t, text)
			if len(problems) > 0 || len(rows) != 1 {
				t.Fatalf("rows %d, problems %v", len(rows), problems)
			}
			c := rows[0].Intake.Sender.Contact
			if c.Type != domain.Organisation || c.Settlement != "с. Примерно" || c.Street != "ул. „Първа“ № 1" ||
				c.Email != "a@example.invalid" || c.Phone != "0888 123 456" {
				t.Errorf("contact = %+v", c)
			}
		})
	}
}

const tabbed = "Рег. №\tДата\tВид\tКанал\tПодател\tАдрес\tТелефон/е-поща\tОтносно\n" +
	"7\t3.1.2019 г. 9:05 ч.\tсигнал\tимейл\tЧиталище Пробуда\tс. Примерно, ул. „Първа“ № 1\t0888 123 456; a@example.invalid\tШум\n"

func TestAMarkedAnonymousWithANameIsAProblem(t *testing.T) {
	_, problems := readText(t, "reg_no,registered_at,kind,channel,anonymous,name,subject\n1,2025-01-02,сигнал,ССЕВ,1,Иван,Шум\n")
	if len(problems) != 1 {
		t.Fatalf("problems = %v", problems)
	}
	expect(t, problems[0], line(2, "anonymous", "1"))
}

func TestProblemsEndAtTheLimit(t *testing.T) {
	_, problems := readText(t, shortHead+strings.Repeat("1;;;;;;;;;\n", report.MaxProblems))
	if len(problems) != report.MaxProblems {
		t.Errorf("problems = %d, want %d", len(problems), report.MaxProblems)
	}
}

func TestHarmfulFilesAreFaults(t *testing.T) {
	big := excelize.NewFile()
	sw, err := big.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for row := 1; row <= 60; row++ {
		if err := sw.SetRow("A"+strconv.Itoa(row), []any{strings.Repeat("a", 32_000)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := sw.Flush(); err != nil {
		t.Fatal(err)
	}
	var bomb bytes.Buffer
	if err := big.Write(&bomb); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name string
		data []byte
		want error
	}{
		{"packed too tightly", bomb.Bytes(), report.ErrTooLarge},
		{"too many bytes", bytes.Repeat([]byte("a"), report.MaxBytes+1), report.ErrTooLarge},
		{"no workbook at all", []byte("PK\x03\x04 and then nothing"), report.ErrNotWorkbook},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if _, _, err := report.ReadRegister(bytes.NewReader(tc.data), "register.xlsx"); !errors.Is(err, tc.want) {
				t.Errorf("error = %v, want %v", err, tc.want)
			}
		})
	}
}

func FuzzReadRegister(f *testing.F) {
	for _, name := range []string{"register_cp1251.csv", "register.xlsx"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:min(len(data), 4_000)])
		if filepath.Ext(name) == ".xlsx" {
			f.Add(data)
		}
	}
	for _, text := range []string{tabbed, shortHead, "\ufeff" + shortHead, "\xff\xfe1\x00;\x00", "a\"b,c\n", "\xd0"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, problems, err := report.ReadRegister(bytes.NewReader(data), "register.csv")
		if err != nil && (rows != nil || problems != nil) {
			t.Error("a fault came with rows or problems")
		}
		if err == nil && len(rows)+len(problems) == 0 {
			t.Error("nothing was read and nobody told why")
		}
		for _, r := range rows {
			if r.Line < 1 || r.Number == "" || !r.Intake.Kind.Known() || !r.Intake.Channel.Known() || r.At.IsZero() || r.Intake.Subject == "" {
				t.Errorf("incomplete row %+v", r)
			}
		}
	})
}
