package letter_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/letter"
)

var words = letter.Words{
	Lang: "bg-BG", Outgoing: "Изх. №", YourRef: "На Ваш №", OurRef: "На наш вх. №", To: "ДО", CopyTo: "Копие до",
	Subject: "ОТНОСНО", Enclosures: "Приложение", Author: "Изготвил", For: "За", Order: "заповед №", Year: "г.",
	Page: "стр. {page} от {pages}", Draft: "ПРОЕКТ", Exercise: "УПРАЖНЕНИЕ",
}

func newPress(tb testing.TB) *letter.Press {
	tb.Helper()
	p, err := letter.NewPress(words)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

const shield = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120">` +
	`<path d="M5 5 H95 V70 Q95 105 50 117 Q5 105 5 70 Z" fill="#b01818" stroke="#c9a227" stroke-width="4"/>` +
	`<path d="M50 20 L60 50 L92 50 L66 68 L76 100 L50 80 L24 100 L34 68 L8 50 L40 50 Z" fill="#f2c94c"/></svg>`

func head() domain.Letterhead {
	return domain.Letterhead{
		Country: "РЕПУБЛИКА БЪЛГАРИЯ", Office: "ОБЩИНА ПРИМЕРНО", Crest: []byte(shield),
		Address: "4490 гр. Примерно, ул. „Александър Стамболийски“ № 37 А",
		Contact: "тел. 03561/70-01, obshtina@primerno.example, www.primerno.example", Place: "гр. Примерно",
	}
}

// reply is a letter of one page.
func reply() domain.Letter {
	return domain.Letter{
		Template: domain.TService, Head: head(),
		To:      domain.Addressee{Name: "Елена Димова Кръстева", Lines: []string{"ул. „Рила“ № 7, вх. Б, ап. 12", "4490 гр. Примерно"}},
		YourRef: "", OurRef: "94-1312/12.11.2026 г.",
		Subject:    "Жалба за отказано обслужване на гише 3 на 11.11.2026 г.",
		Salutation: "УВАЖАЕМА ГОСПОЖО КРЪСТЕВА,",
		Paragraphs: []domain.Paragraph{
			{Text: "В Община Примерно е получена Ваша жалба с вх. № 94-1312/12.11.2026 г. На основание чл. 114 и чл. 121 от Административнопроцесуалния кодекс и Хартата на клиента беше извършена проверка на място."},
			{Text: "При проверката се установи, че на 11.11.2026 г. между 10:05 и 10:50 ч. информационната система е работила. В този период на гише 3 са обслужени двама посетители без пореден номер. Твърдението Ви, че сте чакали 50 минути, се потвърждава от разпечатката на системата за ред, с която ѝ беше предоставена възможност за обяснение."},
			{Text: "Жалбата Ви е основателна."},
			{Text: "Предприети мерки", Style: domain.Heading},
			{Text: "На служителя е обърнато внимание по реда на вътрешните правила за административното обслужване.", Style: domain.Item},
			{Text: "От 01.12.2026 г. обслужването на гише 3 става само с номер от системата за ред – отговорен за изпълнението е началникът на отдел „Местни данъци и такси“.", Style: domain.Item},
			{Text: "Поднасяме Ви извинение за загубеното време."},
		},
		Notice:     "Решението не подлежи на обжалване (чл. 124 АПК).",
		Enclosures: []string{"Разпечатка от системата за ред, 1 стр."},
		Closing:    "С уважение,",
		Signer:     domain.Signer{Name: "Ирена Стоянова", Title: "Кмет на Община Примерно"},
		Author:     "К. Русев, старши специалист в отдел „Местни данъци и такси“",
	}
}

func issue() domain.Issue {
	return domain.Issue{
		Number: domain.Number{Direction: domain.Outgoing, Serial: 2041, Text: "94-2041/20.11.2026"},
		Date:   calendar.NewDate(2026, time.November, 20),
		At:     time.Date(2026, time.November, 20, 12, 5, 7, 0, time.UTC),
		ID:     domain.Digest{1, 2, 3},
		QR:     "https://primerno.example/v?n=94-2041&d=20261120&h=4fd2c09a77e1",
	}
}

func draft() domain.Issue { return domain.Issue{Draft: true, QR: ""} }

// long is a letter of about the given number of pages.
func long(pages int) domain.Letter {
	l := reply()
	l.YourRef = "РД-09-1187/02.11.2026 г."
	l.Copies = []string{"Областен управител на област Пазарджик", "Омбудсман на Република България"}
	l.To = domain.Addressee{
		Name:  "Министерство на регионалното развитие и благоустройството",
		Lines: []string{"Дирекция „Устройство на територията“", "ул. „Св. св. Кирил и Методий“ № 17–19", "1202 гр. София"},
	}
	l.Signer = domain.Signer{Name: "Георги Христов", Title: "Секретар на Община Примерно", For: "Кмет", Order: "512/16.11.2026 г."}
	l.Enclosures = []string{"Констативен протокол № 18 от 16.11.2026 г. за извършена проверка на място, 3 стр.", "Снимков материал, 4 бр.", "Копие от жалбата"}
	extra := domain.Paragraph{Text: "Съгласно § 5, т. 39 от допълнителните разпоредби строежът е от трета категория, поради което на основание чл. 225а, ал. 1 от ЗУТ е започнато производство; текстът на заповедта се намира на адрес https://www.primerno.example/aktove/zapovedi/2026/11/RD-09-1187-ot-02-11-2026.pdf и може да се получи и на хартия на гише № 2.\nИнж. П. И. Петрова – тел. 0888 123 456."}
	for range pages * 5 {
		l.Paragraphs = append(l.Paragraphs, extra)
	}
	return l
}

// recovery is the sheet with the code that opens an office again.
func recovery() letter.Sheet {
	return letter.Sheet{
		Title: "Лист за възстановяване",
		Parts: []letter.Part{
			letter.Text("С този код се отваря деловодството на Община Примерно, ако всички пароли са забравени. Който го има, може да прочете всичко: пазете го на хартия, в сейф, в запечатан плик."),
			letter.Code("7KQM-2XWD-9RTA-HB4C-PZ3N-VE8F-G5"),
			letter.Rows{{"Деловодство", "Община Примерно"}, {"Отпечатан на", "20.11.2026 г., 14:05 ч."}, {"Отпечатан от", "М. Петрова, деловодител"}},
			letter.Heading("Как се използва"),
			letter.Steps{"Изберете „Забравена парола“ на екрана за вход.", "Въведете кода; малки и главни букви, интервали и тирета нямат значение.", "Задайте нова парола. Кодът остава валиден, докато не отпечатате нов лист – тогава старият спира да важи и трябва да се унищожи."},
		},
		Foot: "Община Примерно, лист за възстановяване", At: issue().At, ID: domain.Digest{9},
	}
}

// explanation is the sheet that shows how a due day was counted, of more than one page.
func explanation() letter.Sheet {
	s := letter.Sheet{Head: head(), Title: "Как е изчислен срокът", Exercise: true, Foot: "94-1312/12.11.2026", At: issue().At}
	s.Parts = append(s.Parts, letter.Rows{{"Преписка", "94-1312/12.11.2026 г."}, {"Относно", strings.Repeat("Жалба за отказано обслужване на гише. ", 4)}, {"Краен срок", "14.12.2026 г."}})
	for range 6 {
		s.Parts = append(s.Parts, letter.Heading("Стъпки"), letter.Steps{"Получена на 12.11.2026 г.; срокът тече от следващия ден (чл. 60, ал. 2 ГПК).", "Един месец изтича на 12.12.2026 г., събота.", "Почивните дни не местят началото, а само края: първият присъствен ден е 14.12.2026 г."}, letter.Text("Сроковете в седмици и месеци изтичат в съответния ден."))
	}
	c, err := calendar.New(nil)
	if err != nil {
		panic(err)
	}
	ends := calendar.Due{Nominal: calendar.NewDate(2026, 12, 26), Due: calendar.NewDate(2026, 12, 29)}
	s.Parts = append(s.Parts, letter.Months{Weekdays: [7]string{"пн", "вт", "ср", "чт", "пт", "сб", "нд"}, All: []letter.Month{
		letter.MonthOf(c, "октомври 2026", calendar.NewDate(2026, 10, 1), ends), letter.MonthOf(c, "ноември 2026", calendar.NewDate(2026, 11, 1), ends),
		letter.MonthOf(c, "декември 2026", ends.Due, ends), letter.MonthOf(c, "януари 2027", calendar.NewDate(2027, 1, 1), ends),
	}})
	return s
}

func pngCrest(tb testing.TB) []byte {
	tb.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 620, 700))
	for y := range 700 {
		for x := range 620 {
			if dx, dy := x-310, y-350; dx*dx+dy*dy < 300*300 {
				img.SetNRGBA(x, y, color.NRGBA{0x20, 0x60, uint8(x / 3), uint8(y / 3)})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// samples are letters to look at.
func samples(tb testing.TB) map[string]func(*letter.Press) ([]byte, error) {
	tb.Helper()
	exercise, withPNG, bare := reply(), reply(), reply()
	exercise.Exercise = true
	exercise.Paragraphs[2].Text = "{Мерки}"
	withPNG.Head.Crest = pngCrest(tb)
	bare.Head = domain.Letterhead{Office: "Община с едно много дълго име, което не се побира на един ред от бланката"}
	bare.Paragraphs = []domain.Paragraph{{Text: strings.Repeat("дългадума", 30) + " и край."}}
	bare.Author = ""
	set := func(l domain.Letter, i domain.Issue) func(*letter.Press) ([]byte, error) {
		return func(p *letter.Press) ([]byte, error) { return p.Letter(l, i) }
	}
	return map[string]func(*letter.Press) ([]byte, error){
		"reply": set(reply(), issue()), "draft": set(exercise, draft()), "long": set(long(1), issue()), "ten": set(long(9), issue()),
		"png": set(withPNG, issue()), "bare": set(bare, issue()),
		"recovery": func(p *letter.Press) ([]byte, error) { return p.Sheet(recovery()) },
		"deadline": func(p *letter.Press) ([]byte, error) { return p.Sheet(explanation()) },
	}
}

func TestEverySampleIsAFileWithAHeadAndAnEnd(t *testing.T) {
	p := newPress(t)
	dir := os.Getenv("HARTA_LETTERS") // to look at them; empty = a folder that goes away
	if dir == "" {
		dir = t.TempDir()
	}
	for name, render := range samples(t) {
		pdf, err := render(p)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.HasPrefix(pdf, []byte("%PDF-1.4\n")) || !bytes.HasSuffix(pdf, []byte("%%EOF\n")) {
			t.Errorf("%s: not a whole PDF", name)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
