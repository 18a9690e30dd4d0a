package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// paragraphRow gives the place of a paragraph in the list.
func paragraphRow(t *testing.T, l *present.Listing, words string) int {
	t.Helper()
	i := slices.IndexFunc(l.Rows(), func(r present.ListRow) bool { return r.Words == words })
	if i < 0 {
		t.Fatalf("no row %q", words)
	}
	return i
}

func TestTheOfficeWritesItsOwnParagraph(t *testing.T) {
	s, o := settingsAs(t, secretaryUser, present.ParagraphsTab)
	l := s.List
	l.New()
	f := fillIn(l.Form, map[string]string{"word": "на място", "topic": "Констатации", "text": "Видяхме {Измислено}."})
	f.Submit()
	if wrongs(f) != "text" {
		t.Fatalf("wrong: %s", wrongs(f))
	}
	fillIn(f, map[string]string{"text": "Видяхме."}).Submit()
	if wrongs(f) != "word" {
		t.Fatalf("two words: %s", wrongs(f))
	}
	fillIn(f, map[string]string{"word": "Проверка"}).Submit()
	if wrongs(f) != "word" || !strings.Contains(f.Field("word").Wrong, "друг параграф") {
		t.Fatalf("a word that came with the program: %s", wrongs(f))
	}
	fillIn(f, map[string]string{"word": "оглед", "name": "След оглед", "template": string(domain.TAnswer), "department": f.Field("department").Options[1].Key}).Submit()
	if wrongs(f) != "" || len(o.now.Paragraphs) != 1 || o.now.Paragraphs[0].Owner != unitTaxes || o.now.Paragraphs[0].Template != domain.TAnswer {
		t.Fatalf("%s, %+v", wrongs(f), o.now.Paragraphs)
	}
	row := l.Rows()[paragraphRow(t, l, "След оглед")]
	if row.Second != "Констатации, Данъци" || l.Chosen() < 0 || l.Rows()[l.Chosen()] != row {
		t.Errorf("row %+v, chosen %d", row, l.Chosen())
	}
}

func TestAParagraphOfTheProgramIsTakenOverAndEnded(t *testing.T) {
	s, o := settingsAs(t, adminUser, present.ParagraphsTab)
	l := s.List
	l.Choose(paragraphRow(t, l, "::ред"))
	if !strings.Contains(l.Form.Lead, "идва с програмата") || !strings.Contains(l.Rows()[l.Chosen()].Second, "от програмата") {
		t.Errorf("form %q, row %+v", l.Form.Lead, l.Rows()[l.Chosen()])
	}
	l.Form.Field("until").Date = o.r.Today().AddDays(-1)
	l.Form.Submit()
	if len(o.now.Paragraphs) != 1 || o.now.Paragraphs[0].ID != "ред" {
		t.Fatalf("%+v", o.now.Paragraphs)
	}
	last := l.Rows()[len(l.Rows())-1]
	if !last.Off || last.Words != "::ред" || !strings.HasPrefix(last.Mark, "изтекъл на ") || l.Form.Lead != "" {
		t.Errorf("row %+v, lead %q", last, l.Form.Lead)
	}
}

func TestExpiredParagraphsAreHiddenAndALetterWithOneWarns(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	o.office.Paragraphs = []domain.Standard{
		{ID: "1", Word: "линейка", Topic: "Служба", Text: "Телефонът е {Contact}."},
		{ID: "2", Word: "старо", Topic: "Служба", Text: "Такса 5 лева.", Until: dayOf("2026-11-22")},
		{ID: "3", Word: "чуждо", Topic: "Служба", Text: "Само за друго.", Template: domain.TThanks},
		{ID: "обучение", Word: "обучение", Topic: "Мерки", Text: "Нашият текст."},
	}
	m, _ := openLetter(t, o, present.Route{})
	var rows []string
	for _, r := range m.Library.Rows() {
		rows = append(rows, r.Words)
	}
	words := strings.Join(rows, " ")
	if !strings.Contains(words, "Служба ::линейка") || strings.Contains(words, "старо") || strings.Contains(words, "чуждо") {
		t.Errorf("library %s", words)
	}
	if got := m.Expired(); got != "1 параграф е с изтекла валидност и не се показва." {
		t.Errorf("said %q", got)
	}
	b := fieldOf(t, m, "Answer")
	if got := m.Edit(b.ID, "::линейка "); !strings.Contains(got, "03561/70-01") {
		t.Errorf("inserted %q", got)
	}
	if got := m.Edit(b.ID, "::обучение "); got != "Нашият текст." {
		t.Errorf("the program's one was inserted: %q", got)
	}
	if got := m.Edit(b.ID, "::старо "); got != "::старо " {
		t.Errorf("an expired one was inserted: %q", got)
	}
	m.Edit(b.ID, "Знаете. Такса 5 лева.")
	i := slices.IndexFunc(m.Checks(), func(c present.LetterCheck) bool {
		return strings.HasPrefix(c.Words, "::старо е изтекъл на 22.11.2026")
	})
	if i < 0 || m.Checks()[i].Sign != present.WarnSign {
		t.Errorf("checks %+v", m.Checks())
	}
}

func TestWhatIsTypedIntoAParagraphIsFoundAgain(t *testing.T) {
	s, o := settingsAs(t, secretaryUser, present.ParagraphsTab)
	own := domain.Standard{ID: domain.ParagraphID(strings.Repeat("0a", 16)), Word: "наше", Topic: "Наши", Text: "Видяхме."}
	o.now.Paragraphs = []domain.Standard{own}
	s.Load()
	for _, words := range []string{"::наше", "::неустановено", "::проверка", "::обяснение"} {
		s.List.Choose(paragraphRow(t, s.List, words))
		f := s.List.Form
		f.Write(f.Field("text"), "Недописано за "+words)
		f.Flush()
	}
	s.List.Choose(paragraphRow(t, s.List, "::ред"))
	for _, words := range []string{"::наше", "::неустановено", "::проверка", "::обяснение"} {
		s.List.Choose(paragraphRow(t, s.List, words))
		if got := s.List.Form.Text("text"); got != "Недописано за "+words {
			t.Errorf("of %s is found %q", words, got)
		}
	}
}
