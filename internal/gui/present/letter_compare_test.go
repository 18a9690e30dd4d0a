package present_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// marked writes what was compared with [-removed-] and {+added+}.
func marked(c present.Comparison) string {
	var b strings.Builder
	for _, p := range c.Parts {
		for _, s := range p.Spans {
			switch s.Kind {
			case present.RemovedSpan:
				b.WriteString("[-" + s.Words + "-]")
			case present.AddedSpan:
				b.WriteString("{+" + s.Words + "+}")
			default:
				b.WriteString(s.Words)
			}
		}
		b.WriteString("|")
	}
	return b.String()
}

// comparedLetters opens a letter with two versions and looks at the first.
func comparedLetters(tb testing.TB, before, after string) *present.Letter {
	tb.Helper()
	o := newLetterOffice(tb, domain.Question)
	content := func(text string) domain.Letter {
		var all []domain.Paragraph
		for line := range strings.SplitSeq(text, "\n") {
			all = append(all, domain.Paragraph{Text: line})
		}
		return domain.Letter{Template: domain.TAnswer, Paragraphs: all}
	}
	o.put(domain.LetterFile{ID: domain.LetterID{9}, State: domain.LetterDraft, Author: authorID, Writers: []domain.UserID{authorID}, Content: content(after)})
	for _, text := range []string{before, after} {
		o.hist = append(o.hist, office.Judged{Fact: domain.Fact{
			Event: domain.LetterDrafted{Letter: domain.LetterID{9}, Content: content(text)}, By: authorID, At: letterNow,
		}})
	}
	m, _ := openLetter(tb, o, present.Route{Letter: domain.LetterID{9}})
	m.View(1)
	return m
}

func TestVersionsAreComparedWordByWord(t *testing.T) {
	for name, c := range map[string]struct{ before, after, want, sum string }{
		"a word for another": {
			"Сигналът Ви е неоснователен.", "Сигналът Ви е основателен.",
			"Сигналът Ви е [-неоснователен. -]{+основателен.+}|", "Добавени: 1 дума, махнати: 1 дума",
		},
		"words put in": {"Отговаряме Ви.", "Днес отговаряме Ви.", "[-Отговаряме -]{+Днес отговаряме +}Ви.|", "Добавени: 2 думи, махнати: 1 дума"},
		"a paragraph more": {
			"Първи.\nТрети.", "Първи.\nВтори.\nТрети.", "Първи.\n{+Втори.\n+}Трети.|", "Добавени: 1 дума, махнати: 0 думи",
		},
		"far from any change": {
			"1\n2\n3\n4\n5\n6\n7\nб\n8\n9\n10", "1\n2\n3\n4\n5\n6\n7\nв\n8\n9\n10",
			"… 6 реда без промяна …\n7\n[-б -]{+в+}\n8\n9\n10|", "Добавени: 1 дума, махнати: 1 дума",
		},
		"two paragraphs become one": {"Първи.\nВтори.", "Първи. Втори.", "Първи. [-¶ -]Втори.|", "Добавени: 0 думи, махнати: 0 думи"},
		"one becomes two":           {"Първи. Втори.", "Първи.\nВтори.", "Първи. {+¶\n+}Втори.|", "Добавени: 0 думи, махнати: 0 думи"},
		"nothing":                   {"Същото.", "Същото.", "Същото.|", "Няма разлика"},
		"only spaces":               {"Едно  и също.", "Едно и също.", "Едно и също.|", "Добавени: 0 думи, махнати: 0 думи"},
	} {
		t.Run(name, func(t *testing.T) {
			got := comparedLetters(t, c.before, c.after).Compared()
			if marked(got) != c.want || got.Sum != c.sum {
				t.Errorf("compared %q, %q\nwant     %q, %q", marked(got), got.Sum, c.want, c.sum)
			}
		})
	}
}

func TestAVersionIsComparedWithAnotherToo(t *testing.T) {
	m := comparedLetters(t, "Първа.", "Втора.")
	m.Against(2)
	if got := marked(m.Compared()); got != "[-Първа. -]{+Втора.+}|" {
		t.Errorf("compared %q", got)
	}
	if v, with := m.Viewed(); v != 1 || with != 2 || len(m.CompareWith()) != 3 {
		t.Errorf("looks at %d and %d of %v", v, with, m.CompareWith())
	}
	m.View(0)
	if got := m.Compared(); len(got.Parts) > 0 {
		t.Errorf("still compared %+v", got)
	}
}

// longText is a text of so many different words.
func longText(word string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d ", word, i)
		if i%40 == 39 {
			b.WriteString("\n")
		}
	}
	return strings.TrimSpace(b.String())
}

func TestNoLetterHasTooManyWordsToCompare(t *testing.T) {
	long := longText("дума", 60_000) // more than the letters below the half letters of UTF-16
	got := comparedLetters(t, long, long+" Край.").Compared()
	spans := got.Parts[0].Spans
	if len(spans) != 2 || !strings.HasSuffix(spans[0].Words, " дума59998 дума59999 ") || spans[1].Words != "Край." {
		t.Errorf("%d pieces, %s", len(spans), got.Sum)
	}
}

// BenchmarkCompareLetters compares two letters of 20,000 characters that have nothing in common.
func BenchmarkCompareLetters(b *testing.B) {
	m := comparedLetters(b, longText("проверка", 1700), longText("решение", 1800))
	for b.Loop() {
		m.Against(0)
	}
}

func TestWhatWasChangedSinceTheReturnIsAStepAway(t *testing.T) {
	o := newLetterOffice(t, domain.Question)
	m, _ := openLetter(t, o, present.Route{})
	m.Edit(fieldOf(t, m, "Answer").ID, "Ще проверим.")
	m.Save()
	l, _ := o.c.Letter(domain.LetterID{9})
	l.Returned = "Посочете ден."
	o.put(l)
	o.hist = append(o.hist, office.Judged{Fact: domain.Fact{Event: domain.LetterReturned{Letter: l.ID, Comment: l.Returned}, By: chiefID, At: letterNow}})
	saved := m.State()
	l.Since = letterNow.Add(26 * time.Hour) // when it was returned
	o.put(l)
	m.Reload()
	if got := m.State(); got != saved {
		t.Errorf("the version was kept at its own time: %q, before the return %q", got, saved)
	}
	if s := m.Strips(); len(s) != 1 || s[0].Act != nil {
		t.Fatalf("nothing has changed yet: %+v", s)
	}
	m.Edit(fieldOf(t, m, "Answer").ID, "Ще проверим в петък.")
	s := m.Strips()
	if len(s) != 1 || s[0].Do != "Какво е променено" {
		t.Fatalf("strips %+v", s)
	}
	s[0].Act()
	if got := marked(m.Compared()); !strings.Contains(got, "Ще [-проверим. -]{+проверим в петък.") {
		t.Errorf("compared %q", got)
	}
}

func TestAHeadSeesWhatChangedSinceHeReturnedIt(t *testing.T) {
	o := newApprovalOffice(t)
	o.waits(1, domain.Question, "2026-12-14", waiting)
	text := func(words string) domain.LetterDrafted {
		return domain.LetterDrafted{Letter: domain.LetterID{1}, Content: domain.Letter{Template: domain.TAnswer, Paragraphs: []domain.Paragraph{{Text: words}}}}
	}
	did := func(by domain.UserID, e domain.Event) office.Judged {
		return office.Judged{Fact: domain.Fact{Event: e, By: by, At: letterNow}}
	}
	o.told = []office.Judged{
		did(authorID, text("Едно.")), did(chiefID, domain.LetterReturned{Letter: domain.LetterID{1}, Comment: "Не."}),
		did(authorID, text("Две.")), did(authorID, text("Три.")),
	}
	c := o.cases[domain.CaseID{1}]
	c.Letters[0].Content = text("Три.").Content
	m, _ := openApproval(t, o)
	if v, why := m.Earlier(); v != 1 || why != "върната от Вас" {
		t.Fatalf("compares with %d, %q", v, why)
	}
	m.Press(keyOf(t, 'V'))
	if !m.Comparing() || marked(m.Compared()) != "[-Едно. -]{+Три.+}|" {
		t.Errorf("compared %q", marked(m.Compared()))
	}
	if len(m.Acts()) == 0 {
		t.Error("the changes are those of the present version, which may be approved")
	}
	m.Since(1)
	if got := marked(m.Compared()); got != "[-Две. -]{+Три.+}|" {
		t.Errorf("compared %q", got)
	}
	m.Keep()
	again, _ := openApproval(t, o)
	if v, why := again.Earlier(); v != 1 || why != "върната от Вас" {
		t.Errorf("seen by now, it is still compared with what he returned: %d, %q", v, why)
	}
	o.told = append(o.told, did(authorID, text("Четири.")))
	third, _ := openApproval(t, o)
	if v, why := third.Earlier(); v != 3 || why != "последната, която видяхте" {
		t.Errorf("compares with %d, %q", v, why)
	}
}
