package letter_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"harta/internal/domain"
	"harta/internal/letter"
)

func TestALineBreaksWhereAReaderExpectsIt(t *testing.T) {
	p := newPress(t)
	for _, c := range []struct {
		name, in string
		width    float64
		want     []string
	}{
		{"a number stays with its sign", "по преписка № 94-1312/12.11.2026", 130, []string{"по преписка", "№ 94-1312/12.11.2026"}},
		{"an article stays with its number", "на основание чл. 121 от кодекса", 80, []string{"на основание", "чл. 121 от", "кодекса"}},
		{"a year stays with its letter", "издадена на 12.11.2026 г. и", 105, []string{"издадена на", "12.11.2026 г. и"}},
		{"a no-break space is one", "гише\u00a03 и\u00a0още", 40, []string{"гише 3", "и още"}},
		{"a dash does not begin a line", "първо – второ", 40, []string{"първо –", "второ"}},
		{"the groups of a number stay together", "общо 1 200 000 лв.", 75, []string{"общо", "1 200 000 лв."}},
		{"an initial stays with its name", "до И. Петрова", 55, []string{"до", "И. Петрова"}},
		{"a soft hyphen shows only at the end of a line", "админи\u00adстра\u00adтивно", 60, []string{"админи-", "стративно"}},
		{"a word with a hyphen breaks after it", "много по-добро", 60, []string{"много по-", "добро"}},
		{"a line break is kept", "едно\r\nдве", 200, []string{"едно", "две"}},
		{"a space before a line break is none", "едно \u00a0\nдве", 200, []string{"едно", "две"}},
		{"an empty line is kept", "едно\n\nдве", 200, []string{"едно", "", "две"}},
		{"spaces, tabs and marks are one space", "едно \t\u2003 две\u200e\ufeff", 200, []string{"едно две"}},
		{"an accent joins its letter", "на неи\u0300", 200, []string{"на неѝ"}},
		{"an address breaks at its signs", "https://primerno.example/aktove", 130, []string{"https://primerno.example/", "aktove"}},
		{"a hyphen that does not break is one", "А\u201112", 200, []string{"А-12"}},
		{"nothing has no lines", " ", 200, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := p.Lines(c.in, c.width)
			for i := range got {
				got[i] = strings.TrimRight(got[i], " ")
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("lines = %q, want %q", got, c.want)
			}
		})
	}
}

func TestALetterHasAsManyPagesAsItNeeds(t *testing.T) {
	p := newPress(t)
	for _, c := range []struct {
		l    domain.Letter
		want int
	}{{reply(), 1}, {long(1), 2}, {long(14), 10}} {
		_, pages, err := p.Marks(c.l, issue())
		if err != nil || pages != c.want {
			t.Errorf("pages = %d, %v, want %d", pages, err, c.want)
		}
	}
}

func TestEveryPageHasItsNumberAndTheOutgoingNumber(t *testing.T) {
	marks, pages, err := newPress(t).Marks(long(9), issue())
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= pages; n++ {
		for _, want := range []string{fmt.Sprintf("стр. %d от %d", n, pages), "Изх. № 94-2041/20.11.2026 г."} {
			if !has(marks, n, want) {
				t.Errorf("page %d lacks %q", n, want)
			}
		}
	}
}

func TestADraftShowsThatItIsOne(t *testing.T) {
	l := reply()
	l.Exercise = true
	marks, _, err := newPress(t).Marks(l, draft())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"ПРОЕКТ", "УПРАЖНЕНИЕ", "Изх. № __________ / __________"} {
		if !has(marks, 1, want) {
			t.Errorf("no %q", want)
		}
	}
	marks, _, err = newPress(t).Marks(reply(), issue())
	if err != nil || has(marks, 1, "ПРОЕКТ") || has(marks, 1, "УПРАЖНЕНИЕ") {
		t.Errorf("an issued letter has a watermark (%v)", err)
	}
}

func TestASignerWhoStandsInSaysForWhomAndByWhichOrder(t *testing.T) {
	marks, pages, err := newPress(t).Marks(long(1), issue())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"За Кмет:", "ГЕОРГИ ХРИСТОВ", "Секретар на Община Примерно", "заповед № 512/16.11.2026 г."} {
		if !has(marks, pages, want) {
			t.Errorf("no %q on the last page", want)
		}
	}
}

func TestItemsAreNumberedAnewAfterOtherText(t *testing.T) {
	l := reply()
	l.Paragraphs = []domain.Paragraph{
		{Text: "а", Style: domain.Item}, {Text: " ", Style: domain.Item}, {Text: "б", Style: domain.Item}, {Text: "в", Style: "of a newer program"}, {Text: "г", Style: domain.Item},
	}
	marks, _, err := newPress(t).Marks(l, issue())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range marks {
		if m.Text == "1. " || m.Text == "2. " || m.Text == "3. " {
			got = append(got, strings.TrimSpace(m.Text))
		}
	}
	if !slices.Equal(got, []string{"1.", "2.", "1."}) || !has(marks, 1, "в") {
		t.Errorf("numbers = %v", got)
	}
}

// The window of an envelope shows the addressee and nothing else.
func TestTheWindowShowsOnlyTheAddressee(t *testing.T) {
	const mm = 72 / 25.4
	l := long(1)
	marks, _, err := newPress(t).Marks(l, issue())
	if err != nil {
		t.Fatal(err)
	}
	of := strings.ToUpper("ДО " + l.To.Name + strings.Join(l.To.Lines, " "))
	for _, m := range marks {
		inWindow := m.Page == 1 && m.Right > 101*mm && m.Bottom > 43*mm && m.Top < 89*mm
		mine := strings.Contains(of, strings.ToUpper(strings.TrimSpace(m.Text))) && m.Text != ""
		if inWindow && !mine {
			t.Errorf("the window shows %q", m.Text)
		}
		if inAddress := mine && m.Page == 1 && m.Left > 111*mm && m.Left < 113*mm && m.Bottom < 100*mm; inAddress && (m.Bottom > 80*mm || m.Right > 191*mm) {
			t.Errorf("the window hides %q", m.Text)
		}
	}
}

// Whatever is written, nothing leaves the page, text stays in its column, no line is set over another, and the
// signature has two lines of text above it.
func TestNothingLeavesThePage(t *testing.T) {
	p := newPress(t)
	rapid.Check(t, func(rt *rapid.T) {
		l := drawLetter(rt)
		marks, pages, err := p.Marks(l, issue())
		if err != nil {
			rt.Fatal(err)
		}
		for _, m := range marks {
			if m.Left < letter.ColumnLeft-0.1 || m.Right > letter.ColumnRight+0.1 || m.Top < 0 || m.Bottom > letter.PageHeight {
				rt.Fatalf("leaves the column: %+v", m)
			}
		}
		for n := 1; n <= pages; n++ {
			if m, ok := overlap(marks, n); ok {
				rt.Fatalf("page %d: %q is set over another line", n, m.Text)
			}
		}
	})
}

func TestTheSignatureIsNeverAlone(t *testing.T) {
	p := newPress(t)
	for n := range 120 {
		l := reply()
		l.Notice = ""
		l.Paragraphs = []domain.Paragraph{{Text: "ред" + strings.Repeat("\nред", n)}, {Text: "последен ред"}}
		marks, pages, err := p.Marks(l, issue())
		if err != nil {
			t.Fatal(err)
		}
		lines := 0
		for _, m := range marks {
			if m.Page == pages && (m.Text == "ред" || m.Text == "последен ред") {
				lines++
			}
		}
		if lines < 2 || !has(marks, pages, "ИРЕНА СТОЯНОВА") || !has(marks, pages, "С уважение,") {
			t.Fatalf("%d lines: the signature has %d lines of text on page %d", n, lines, pages)
		}
	}
}

func TestASheetStaysOnItsPages(t *testing.T) {
	p := newPress(t)
	s := explanation()
	s.Exercise = false
	s.Parts = append(s.Parts, letter.Code(strings.Repeat("7KQM-", 32)), letter.Text(strings.Repeat("дълга", 2000)))
	marks, pages, err := p.SheetMarks(s)
	if err != nil || pages < 3 {
		t.Fatalf("%d pages, %v", pages, err)
	}
	for _, m := range marks {
		if m.Left < letter.ColumnLeft-0.1 || m.Right > letter.ColumnRight+0.1 || m.Top < 0 || m.Bottom > letter.PageHeight {
			t.Errorf("leaves the column: %+v", m)
		}
	}
}

func TestATableHasItsHeadOnEveryPage(t *testing.T) {
	p := newPress(t)
	rows := make([][]string, 90)
	for i := range rows {
		rows[i] = []string{strconv.Itoa(i + 1), "Читалище с много дълго име, което не се побира на един ред", ""}
	}
	table := letter.Table{Heads: []letter.Head{{Words: "№", Part: 10}, {Words: "Получател", Part: 50}, {Words: "Подпис", Part: 40}}, Rows: rows, High: true}
	marks, pages, err := p.SheetMarks(letter.Sheet{Title: "Разносна книга", Parts: []letter.Part{table}})
	if err != nil || pages < 4 {
		t.Fatalf("%d pages, %v", pages, err)
	}
	heads, numbers := map[int]int{}, 0
	for _, m := range marks {
		switch m.Text {
		case "Получател":
			heads[m.Page]++
		case "90":
			numbers++
		}
		if m.Left < letter.ColumnLeft-0.1 || m.Right > letter.ColumnRight+0.1 || m.Bottom > letter.PageHeight {
			t.Errorf("leaves the column: %+v", m)
		}
	}
	for page := range pages {
		if heads[page+1] != 1 {
			t.Errorf("page %d has %d heads", page+1, heads[page+1])
		}
	}
	if numbers != 1 {
		t.Errorf("the last row stands %d times", numbers)
	}
}

func drawLetter(t *rapid.T) domain.Letter {
	word := rapid.OneOf(
		rapid.SampledFrom([]string{"№", "чл.", "121", "12.11.2026", "г.", "–", "по-добро", "\n", "\u00a0", "\u00ad", "на", "обслужване"}),
		rapid.StringOfN(rapid.RuneFrom([]rune("абвгдежзЩЮШ./-№ \n\t\u00ad\u00a0\u200b")), 0, 200, -1),
	)
	prose := rapid.Map(rapid.SliceOfN(word, 0, 80), func(w []string) string { return strings.Join(w, " ") })
	line := rapid.Map(rapid.SliceOfN(word, 0, 4), func(w []string) string { return strings.Join(w, " ") })
	l := domain.Letter{
		Head:       domain.Letterhead{Office: line.Draw(t, "office"), Address: line.Draw(t, "address"), Place: line.Draw(t, "place")},
		To:         domain.Addressee{Name: line.Draw(t, "name"), Lines: rapid.SliceOfN(line, 0, 12).Draw(t, "lines")},
		Copies:     rapid.SliceOfN(line, 0, 6).Draw(t, "copies"),
		YourRef:    line.Draw(t, "your ref"),
		Subject:    line.Draw(t, "subject"),
		Salutation: line.Draw(t, "salutation"),
		Notice:     prose.Draw(t, "notice"),
		Enclosures: rapid.SliceOfN(prose, 0, 5).Draw(t, "enclosures"),
		Closing:    line.Draw(t, "closing"),
		Signer:     domain.Signer{Name: line.Draw(t, "signer"), Title: line.Draw(t, "title")},
		Author:     line.Draw(t, "author"),
	}
	if rapid.Bool().Draw(t, "crest") {
		l.Head.Crest = []byte(shield)
	}
	styles := []domain.ParagraphStyle{domain.Body, domain.Item, domain.Heading}
	for range rapid.IntRange(0, 12).Draw(t, "paragraphs") {
		l.Paragraphs = append(l.Paragraphs, domain.Paragraph{Text: prose.Draw(t, "text"), Style: rapid.SampledFrom(styles).Draw(t, "style")})
	}
	return l
}

func has(marks []letter.Mark, page int, want string) bool {
	return slices.ContainsFunc(marks, func(m letter.Mark) bool { return m.Page == page && strings.TrimSpace(m.Text) == want })
}

// overlap finds a text of a page set over another.
func overlap(marks []letter.Mark, page int) (letter.Mark, bool) {
	var on []letter.Mark
	for _, m := range marks {
		if m.Page == page && strings.TrimSpace(m.Text) != "" {
			m.Right -= float64(len(m.Text)-len(strings.TrimRight(m.Text, " "))) * 4 // the space after a word
			on = append(on, m)
		}
	}
	for i, a := range on {
		for _, b := range on[i+1:] {
			if a.Left < b.Right-1 && b.Left < a.Right-1 && a.Top < b.Bottom-3 && b.Top < a.Bottom-3 {
				return b, true
			}
		}
	}
	return letter.Mark{}, false
}
