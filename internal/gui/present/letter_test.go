package present_test

import (
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// openLetter opens the letter of the case.
func openLetter(tb testing.TB, o *letterOffice, r present.Route) (*present.Letter, *letterEnv) {
	tb.Helper()
	e := newLetterEnv(tb)
	r.Case = letterCase
	m := present.NewLetter(e.Env, o, r)
	m.Load()
	if m.Failed != "" {
		tb.Fatal(m.Failed)
	}
	return m, e
}

// fieldOf gives the block of a field.
func fieldOf(t *testing.T, m *present.Letter, field string) *present.LetterBlock {
	t.Helper()
	for i := range m.Blocks() {
		if b := &m.Blocks()[i]; b.Field == field {
			return b
		}
	}
	t.Fatalf("no block for %s", field)
	return nil
}

// fillAll fills every open field.
func fillAll(m *present.Letter) {
	for _, b := range m.Blocks() {
		if m.Open(&b) && b.Field != "" {
			m.Edit(b.ID, "Написано.")
		} else if m.Open(&b) {
			m.Edit(b.ID, "Написано.")
		}
	}
}

func TestALetterBeforeTheDecisionTakesNoDecisionForGranted(t *testing.T) {
	for outcome, want := range map[domain.Outcome]domain.TemplateID{
		"": domain.TClarify, domain.Upheld: domain.TUpheld, domain.PartlyUpheld: domain.TUpheld, domain.Rejected: domain.TRejected,
	} {
		o := newLetterOffice(t, domain.Signal)
		o.c.Outcome.Value = outcome
		m, _ := openLetter(t, o, present.Route{})
		titles, i, _ := m.Templates()
		if got := titles[i]; got != o.say.Template(want) {
			t.Errorf("decided is %q: the letter is „%s“", outcome, got)
		}
	}
}

func TestATemplateBecomesBlocksWithItsFieldsOpen(t *testing.T) {
	m, _ := openLetter(t, newLetterOffice(t, domain.Question), present.Route{})
	b := fieldOf(t, m, "Answer")
	if !m.Open(b) || m.Label(b) != "Отговор по същество, задължително поле" {
		t.Errorf("block %+v, label %q", b, m.Label(b))
	}
	if at := m.Spans(b); at[0].Words != "{Отговор по същество}" || at[0].Kind != present.OpenSpan {
		t.Errorf("spans %v", at)
	}
	salutation := &m.Blocks()[0]
	if at := m.Spans(salutation); len(at) != 3 || at[1] != (present.LetterSpan{Words: "Кръстева", Kind: present.FilledSpan}) {
		t.Errorf("the salutation is %v", at)
	}
	number := m.Spans(&m.Blocks()[1])
	if len(number) < 2 || number[1].Words != "94-1312/12.11.2026" || number[1].Kind != present.FilledSpan {
		t.Errorf("the number is no chip: %v", number)
	}
}

func TestAnOpenFieldKeepsTheLetterHere(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	m, e := openLetter(t, o, present.Route{})
	if step, words, why := m.Step(); step != present.SubmitStep || words != "Изпрати за одобрение" || why != "Празно поле: Отговор по същество" {
		t.Errorf("step %v %q %q", step, words, why)
	}
	m.Press()
	if len(o.calls) > 0 {
		t.Errorf("did %v", o.calls)
	}
	m.Edit(fieldOf(t, m, "Answer").ID, "Да.")
	if _, _, why := m.Step(); why != "" {
		t.Errorf("still %q", why)
	}
	m.Press()
	if strings.Join(o.calls, ";") != "draft 1;submit" || e.backs != 1 || len(e.toasts) != 1 {
		t.Errorf("did %v, back %d, toasts %v", o.calls, e.backs, e.toasts)
	}
	if l, _ := o.c.Letter(domain.LetterID{9}); l.State != domain.LetterWaiting || l.Content.Paragraphs[1].Text != "Да." {
		t.Errorf("the letter is %+v", l)
	}
}

func TestTheCoreSaysWhatElseIsMissing(t *testing.T) {
	m, _ := openLetter(t, newLetterOffice(t, domain.Signal), present.Route{Arg: "T12"})
	fillAll(m)
	if _, _, why := m.Step(); !strings.Contains(why, "решение") {
		t.Errorf("without a decision: %q", why)
	}
}

func TestWhatIsTypedIsFoundAgain(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	m, e := openLetter(t, o, present.Route{})
	m.Edit(fieldOf(t, m, "Answer").ID, "Половин писмо")
	e.pass()
	again, _ := openLetter(t, o, present.Route{})
	if b := fieldOf(t, again, "Answer"); b.Text != "Половин писмо" || !again.Recovered {
		t.Errorf("found %q, recovered %v", b.Text, again.Recovered)
	}
	again.Discard()
	if b := fieldOf(t, again, "Answer"); b.Text != "" || len(o.drafts) != 0 {
		t.Errorf("after giving up %q, drafts %d", b.Text, len(o.drafts))
	}
}

func TestLeavingKeepsAtOnce(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	m, _ := openLetter(t, o, present.Route{})
	m.Edit(fieldOf(t, m, "Answer").ID, "Половин")
	m.Leave()
	if len(o.drafts) != 1 {
		t.Errorf("kept %d", len(o.drafts))
	}
	for name := range o.drafts {
		if len(name) > 60 || !strings.HasPrefix(name, "letter-"+domain.ID(letterCase).String()) {
			t.Errorf("name %q", name)
		}
	}
}

func TestAVersionIsSavedOnceAndForgetsTheDraft(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	m, e := openLetter(t, o, present.Route{})
	m.Edit(fieldOf(t, m, "Answer").ID, "Да.")
	e.pass()
	m.Save()
	m.Save()
	if strings.Join(o.calls, ";") != "draft 1" || len(o.drafts) != 0 || len(m.Versions()) != 1 {
		t.Errorf("did %v, drafts %d, versions %d", o.calls, len(o.drafts), len(m.Versions()))
	}
	if last := e.toasts[len(e.toasts)-1].Words; last != "Няма промени за запазване" {
		t.Errorf("said %q", last)
	}
	if b := fieldOf(t, m, "Answer"); b.Text != "Да." {
		t.Errorf("the block is %+v", b)
	}
}

func TestASavedLetterComesBackWithItsFields(t *testing.T) {
	o := newLetterOffice(t, domain.Signal)
	m, _ := openLetter(t, o, present.Route{Arg: "T12"})
	m.Edit(fieldOf(t, m, "Findings").ID, "Първо.\n- едно\n- две")
	m.Edit(fieldOf(t, m, "Reasons").ID, "Защото.")
	m.Save()
	again, _ := openLetter(t, o, present.Route{Letter: domain.LetterID{9}})
	if b := fieldOf(t, again, "Findings"); b.Text != "Първо.\n- едно\n- две" {
		t.Errorf("findings %q", b.Text)
	}
	if b := fieldOf(t, again, "Reasons"); b.Text != "Защото." {
		t.Errorf("reasons %q", b.Text)
	}
	if b := fieldOf(t, again, "Decision"); !again.Open(b) {
		t.Errorf("decision %+v", b)
	}
	if again.Recovered {
		t.Error("nothing was lost, yet something was found again")
	}
}

func TestAnotherTemplateKeepsWhatWasTypedIntoFields(t *testing.T) {
	m, _ := openLetter(t, newLetterOffice(t, domain.Signal), present.Route{Arg: "T12"})
	m.Edit(fieldOf(t, m, "Findings").ID, "Видяхме.")
	titles, chosen, _ := m.Templates()
	for i, title := range titles {
		if title == "Решение по сигнал: уважава" {
			m.Choose(i)
		}
	}
	if b := fieldOf(t, m, "Findings"); b.Text != "Видяхме." {
		t.Errorf("findings %q after leaving %s", b.Text, titles[chosen])
	}
	if s := m.Strips(); len(s) > 0 {
		t.Errorf("a template that fits: %+v", s)
	}
}

func TestATemplateThatDoesNotFitWarnsAndIsTaken(t *testing.T) {
	o := newLetterOffice(t, domain.Signal)
	o.c.Outcome.Value = domain.Rejected
	m, _ := openLetter(t, o, present.Route{})
	choose := func(title string) {
		t.Helper()
		titles, _, _ := m.Templates()
		i := slices.Index(titles, title)
		if i < 0 {
			t.Fatalf("no %q in %v", title, titles)
		}
		m.Choose(i)
	}
	warned := func() string {
		var all []string
		for _, s := range m.Strips() {
			all = append(all, s.Words)
		}
		return strings.Join(all, " ")
	}
	if got := warned(); got != "" {
		t.Errorf("the proposed one: %q", got)
	}
	choose("Решение по предложение (за друг вид)")
	if got := warned(); got != "Този образец не е за сигнал. Обичайният тук е „Решение по сигнал: не уважава“." || !m.MayWrite() {
		t.Errorf("for another kind: %q", got)
	}
	choose("Решение по сигнал: уважава")
	if got := warned(); got != "Решението по преписката е „неоснователна“. Обичайният образец е „Решение по сигнал: не уважава“." {
		t.Errorf("for another outcome: %q", got)
	}
	choose("Разяснение и покана за допълване")
	if got := warned(); got != "" {
		t.Errorf("no reply: %q", got)
	}
}

func TestALetterAboutMoreTimeTakesTheDecidedDayAndIsHeldToIt(t *testing.T) {
	o := newLetterOffice(t, domain.Signal)
	m, _ := openLetter(t, o, present.Route{Arg: "T10"})
	check := func() present.LetterCheck {
		t.Helper()
		for _, c := range m.Checks() {
			if strings.Contains(c.Words, "срок") || strings.Contains(c.Words, "удължаване") {
				return c
			}
		}
		t.Fatalf("no such check in %+v", m.Checks())
		return present.LetterCheck{}
	}
	if c := check(); c.Sign != present.WarnSign {
		t.Errorf("nothing is decided: %+v", c)
	}
	o.c.Extensions = []domain.Extension{{ExtensionDecided: domain.ExtensionDecided{
		Letter: domain.LetterID{9}, Until: dayOf("2027-01-11"), Reason: "Чака се становище.", Actions: "Оглед.", Authority: "кмета",
	}}}
	m, _ = openLetter(t, o, present.Route{Arg: "T10"})
	i := slices.IndexFunc(m.Blocks(), func(b present.LetterBlock) bool { return strings.Contains(b.Text, "11.01.2027") })
	if i < 0 {
		t.Fatalf("the day is not in %+v", m.Blocks())
	}
	m.Save() // it is letter 9 now
	if c := check(); c.Sign != present.GoodSign {
		t.Errorf("as decided: %+v", c)
	}
	m.Edit(m.Blocks()[i].ID, "Окончателният срок за отговор е 12.01.2027 г.")
	if c := check(); c.Sign != present.BadSign || !strings.Contains(c.Words, "11.01.2027") {
		t.Errorf("another day: %+v", c)
	}
	if _, _, why := m.Step(); !strings.Contains(why, "11.01.2027") {
		t.Errorf("it goes on: %q", why)
	}
}

func TestALetterWrittenBeforeTheDecisionIsFilledByIt(t *testing.T) {
	o := newLetterOffice(t, domain.ComplaintService)
	m, _ := openLetter(t, o, present.Route{Arg: "T10"})
	m.Save() // with open places
	o.c.Extensions = []domain.Extension{{ExtensionDecided: domain.ExtensionDecided{
		Clock: domain.CharterClock, Letter: domain.LetterID{9}, Until: dayOf("2027-01-11"), Reason: "Чака се становище.", Actions: "Оглед.", Authority: "кмета",
		Document: "заповед № 1", Source: "charter.month",
	}}}
	m, _ = openLetter(t, o, present.Route{Letter: domain.LetterID{9}})
	for _, words := range []string{"Чака се становище.", "е 11.01.2027 г.", "Оглед.", "заповед № 1"} {
		if !slices.ContainsFunc(m.Blocks(), func(b present.LetterBlock) bool { return strings.Contains(b.Text, words) }) {
			t.Errorf("%q is not in %+v", words, m.Blocks())
		}
	}
}

func TestAWordAfterTheMarkBecomesItsParagraph(t *testing.T) {
	m, _ := openLetter(t, newLetterOffice(t, domain.Question), present.Route{})
	b := fieldOf(t, m, "Answer")
	if got := m.Edit(b.ID, "Да. ::обу"); got != "Да. ::обу" || len(m.Library.Rows()) != 2 {
		t.Errorf("%q, library %v", got, m.Library.Rows())
	}
	if got := m.Edit(b.ID, "Да. ::обучение "); !strings.HasPrefix(got, "Да. Служителите") {
		t.Errorf("expanded to %q", got)
	}
	if all := len(m.Library.Rows()); m.Library.Find != "" || all < 10 {
		t.Errorf("the library still shows only what was looked for: %d rows for %q", all, m.Library.Find)
	}
	if got := m.Edit(b.ID, "Да. ::нямаТакава "); got != "Да. ::нямаТакава " {
		t.Errorf("unknown word became %q", got)
	}
	if got := m.Edit(b.ID, "::връзка\n"); !strings.Contains(got, "03561/70-01") {
		t.Errorf("its field is not filled: %q", got)
	}
}

func TestARowOfTheLibraryGoesWhereOneWrites(t *testing.T) {
	m, _ := openLetter(t, newLetterOffice(t, domain.Question), present.Route{})
	b := fieldOf(t, m, "Answer")
	m.Focus(b.ID)
	m.Edit(b.ID, "Да. ::вним")
	m.Insert(m.Library.Rows()[1])
	if got := fieldOf(t, m, "Answer").Text; got != "Да.\nНа служителя е обърнато внимание по реда на вътрешните правила." {
		t.Errorf("the block is %q", got)
	}
	n := len(m.Blocks())
	m.Focus(m.Blocks()[0].ID)
	m.Library.Search("")
	id := m.Insert(m.Library.Rows()[1])
	if len(m.Blocks()) != n+1 || m.Blocks()[1].ID != id || m.Blocks()[1].Part != present.TextPart {
		t.Errorf("after the salutation: %+v", m.Blocks()[1])
	}
}

func TestEveryNameInBracesIsAPlaceToBeFilled(t *testing.T) {
	for _, c := range []struct{ typed, shown, stored string }{
		{"Благодарността е предадена: {На кого е предадена}", "{На кого е предадена}", "{PraisedTo}"}, // not a field of this template
		{"Благодарността е предадена: {на кого  е предадена}", "{На кого е предадена}", "{PraisedTo}"},
		{"Виж {приложението}", "{приложението}", "{приложението}"},
	} {
		m, _ := openLetter(t, newLetterOffice(t, domain.Question), present.Route{})
		fillAll(m)
		b := &m.Blocks()[1]
		m.Edit(b.ID, c.typed)
		spans := m.Spans(b)
		if last := spans[len(spans)-1]; !m.Open(b) || last != (present.LetterSpan{Words: c.shown, Kind: present.OpenSpan}) {
			t.Errorf("%q is shown as %v", c.typed, spans)
		}
		if !strings.Contains(b.Text, c.stored) {
			t.Errorf("%q is stored as %q", c.typed, b.Text)
		}
		if _, _, why := m.Step(); !strings.Contains(why, c.shown[1:len(c.shown)-1]) {
			t.Errorf("%q: the letter stays because %q", c.typed, why)
		}
	}
}

func TestAParagraphOfTheOfficeKeepsItsOpenPlaces(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	o.office.Paragraphs = []domain.Standard{{ID: "own", Word: "предадено", Topic: "Наши", Text: "Предадена е на {PraisedTo}."}}
	m, _ := openLetter(t, o, present.Route{})
	b := fieldOf(t, m, "Answer")
	if got := m.Edit(b.ID, "::предадено "); got != "Предадена е на {На кого е предадена}." {
		t.Errorf("by its word it becomes %q", got)
	}
	if b = fieldOf(t, m, "Answer"); b.Text != "Предадена е на {PraisedTo}." || !m.Open(b) {
		t.Errorf("by its word it is %q", b.Text)
	}
	m.Edit(b.ID, "")
	m.Focus(b.ID)
	m.Library.Search("предадено")
	m.Insert(m.Library.Rows()[1])
	if b = fieldOf(t, m, "Answer"); b.Text != "Предадена е на {PraisedTo}." {
		t.Errorf("from the library it is %q", b.Text)
	}
}

func TestARemovedParagraphCanBeTakenBack(t *testing.T) {
	m, e := openLetter(t, newLetterOffice(t, domain.Question), present.Route{})
	n := len(m.Blocks())
	m.Remove(m.Blocks()[0].ID) // a letter keeps its salutation
	if len(m.Blocks()) != n {
		t.Fatal("the salutation is gone")
	}
	m.Remove(m.Blocks()[1].ID)
	e.toasts[0].Undo()
	if len(m.Blocks()) != n {
		t.Errorf("%d blocks of %d", len(m.Blocks()), n)
	}
}

func TestWhatIsTooLongIsCutInWords(t *testing.T) {
	m, _ := openLetter(t, newLetterOffice(t, domain.Question), present.Route{})
	id := fieldOf(t, m, "Answer").ID
	for _, c := range []struct {
		length, want int
		hint         string
	}{
		{14_000, 14_000, ""},
		{16_000, 16_000, "Над 15\u00a0000 знака"},
		{100_000, 20_000, "Текстът е съкратен до 20\u00a0000 знака"},
	} {
		got := m.Edit(id, strings.Repeat("я", c.length))
		if n := len([]rune(got)); n != c.want || !strings.HasPrefix(m.Block(id).Hint, c.hint) || (c.hint == "") != (m.Block(id).Hint == "") {
			t.Errorf("of %d stay %d, hint %q", c.length, n, m.Block(id).Hint)
		}
	}
	if got := m.Edit(id, "а\x07\u200b\tб\r\nв\x00"); got != "а\u200b б\nв" {
		t.Errorf("tidied to %q", got)
	}
}

func TestACivilNumberStopsALetter(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	m, _ := openLetter(t, o, present.Route{})
	id := fieldOf(t, m, "Answer").ID
	for text, stops := range map[string]bool{
		"ЕГН 7523169263.":        true,
		"ЕГН 8032056031":         true,
		"№ 7523169264":           false, // the sum is wrong
		"тел. 0888123456":        false, // no such month
		"0075231692639":          false, // a longer number
		"Заявление 20261123":     false,
		"първо 7523169263 второ": true,
	} {
		m.Edit(id, text)
		if _, _, why := m.Step(); (why != "") != stops {
			t.Errorf("%s: %q", text, why)
		}
	}
}

func TestChecksFollowTheLetter(t *testing.T) {
	o := newLetterOffice(t, domain.Signal)
	o.c.Deadlines[0].Due = dayOf("2026-11-21")
	m, _ := openLetter(t, o, present.Route{Arg: "T12"})
	said := func() string {
		var all []string
		for _, c := range m.Checks() {
			all = append(all, c.Words)
		}
		return strings.Join(all, "; ")
	}
	if got := said(); !strings.HasPrefix(got, "обръщение; вх. номер и дата; без ЕГН; извинение; указание за обжалване; празно: констатации") {
		t.Errorf("checks: %s", got)
	}
	m.Edit(m.Blocks()[0].ID, "")
	for _, b := range slices.Clone(m.Blocks()) {
		if b.Part == present.ApologyPart || b.Part == present.NoticePart {
			m.Remove(b.ID)
		}
	}
	if got := said(); !strings.HasPrefix(got, "няма обръщение; вх. номер и дата; без ЕГН; няма извинение за закъснението; няма указание за обжалване") {
		t.Errorf("checks: %s", got)
	}
	strips := m.Strips()
	if len(strips) != 1 || strips[0].Words != "Просрочена с 2 дни: добави извинение" {
		t.Fatalf("strips %v", strips)
	}
	strips[0].Act()
	if got := said(); !strings.Contains(got, "; извинение;") || len(m.Strips()) != 0 {
		t.Errorf("after the apology: %s, %v", got, m.Strips())
	}
}

func TestWhatCannotBePrintedStandsBesideItsBlock(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	o.wrong = domain.Refuse("letter", domain.UnprintableRune).On("paragraphs.2").With("rune", "🙂").With("place", "Да 🙂")
	m, e := openLetter(t, o, present.Route{})
	m.Look(800)
	m.Edit(fieldOf(t, m, "Answer").ID, "Да 🙂")
	e.pass()
	if b := fieldOf(t, m, "Answer"); !strings.Contains(b.Wrong, "🙂") {
		t.Errorf("beside it stands %q", b.Wrong)
	}
	if _, _, why := m.Step(); why == "" {
		t.Error("the letter goes on")
	}
	o.wrong = nil
	m.Edit(fieldOf(t, m, "Answer").ID, "Да")
	e.pass()
	if _, _, why := m.Step(); why != "" {
		t.Errorf("still %q", why)
	}
}

func TestThePaperIsDrawnOnceAfterTyping(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	e := newLetterEnv(t)
	var running []func()
	inline := e.Go
	m := present.NewLetter(e.Env, o, present.Route{Case: letterCase})
	m.Load()
	m.Look(800)
	first := o.drawn
	m.Go = func(work, done func()) { running = append(running, func() { inline(work, done) }) }
	id := fieldOf(t, m, "Answer").ID
	for _, text := range []string{"Д", "Да", "Да."} {
		m.Edit(id, text)
	}
	e.pass()
	if len(running) == 0 {
		t.Fatal("nothing is drawn")
	}
	m.Edit(id, "Да. И не.")
	e.pass() // comes while a drawing is made: it waits for that one
	drawing := 0
	for len(running) > 0 {
		f := running[0]
		running = running[1:]
		f()
		drawing++
	}
	if o.drawn-first != 2 {
		t.Errorf("drawn %d times in %d goes", o.drawn-first, drawing)
	}
}
