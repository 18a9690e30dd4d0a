package say_test

import (
	"errors"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/say"
)

func TestUnknownLanguageIsRefused(t *testing.T) {
	for _, lang := range []string{"", "de", "*", "b[g"} {
		if _, err := say.New(lang); !errors.Is(err, say.ErrLanguage) {
			t.Errorf("New(%q) = %v, want ErrLanguage", lang, err)
		}
	}
}

func TestMissingKeyStandsInBrackets(t *testing.T) {
	if got := speak(t, "bg").T("no.such.key", "n", 1); got != "[no.such.key]" {
		t.Errorf("got %s", got)
	}
}

func TestMissingValueLeavesItsPlaceholder(t *testing.T) {
	if got := speak(t, "bg").T("letter.page"); got != "стр. {page} от {pages}" {
		t.Errorf("got %s", got)
	}
}

func TestTermsAgreeWithTheirNumber(t *testing.T) {
	for _, c := range []struct{ term, bg, en string }{
		{"1d", "1 ден", "1 day"},
		{"2d", "2 дни", "2 days"},
		{"21d", "21 дни", "21 days"},
		{"1wd", "1 раб. ден", "1 working day"},
		{"7wd", "7 раб. дни", "7 working days"},
		{"1w", "1 седмица", "1 week"},
		{"3w", "3 седмици", "3 weeks"},
		{"1m", "1 месец", "1 month"},
		{"ext6m", "6 месеца", "6 months"},
		{"1y", "1 година", "1 year"},
		{"2y", "2 години", "2 years"},
	} {
		term, err := calendar.ParseTerm(c.term)
		if err != nil {
			t.Fatal(err)
		}
		if bg, en := speak(t, "bg").Term(term), speak(t, "en").Term(term); bg != c.bg || en != c.en {
			t.Errorf("%s is %q and %q, want %q and %q", c.term, bg, en, c.bg, c.en)
		}
	}
}

func TestFormsMayHoldTheVerb(t *testing.T) {
	bg := speak(t, "bg")
	for n, want := range map[int]string{0: "остават 0 раб. дни", 1: "остава 1 раб. ден", 3: "остават 3 раб. дни"} {
		if got := bg.T("due.left", "n", n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}

func TestThousandsStandApart(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", -7: "-7", 2026: "2026", 9999: "9999", -9999: "-9999", 10000: "10\u00a0000", 1234567: "1\u00a0234\u00a0567",
		-123456: "-123\u00a0456",
	} {
		if got := speak(t, "bg").Number(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestShareOfNothingIsNotApplicable(t *testing.T) {
	bg, en := speak(t, "bg"), speak(t, "en")
	for _, c := range []struct {
		share  domain.Share
		bg, en string
	}{
		{domain.Share{}, "н/п", "n/a"},
		{domain.Share{Part: 37, Whole: 40}, "92,5 %", "92.5%"},
		{domain.Share{Part: 1, Whole: 3}, "33,3 %", "33.3%"},
		{domain.Share{Part: 5, Whole: 5}, "100,0 %", "100.0%"},
	} {
		if b, e := bg.Share(c.share), en.Share(c.share); b != c.bg || e != c.en {
			t.Errorf("%v: got %q and %q", c.share, b, e)
		}
	}
}

func TestDaysAreWrittenAsHere(t *testing.T) {
	bg := speak(t, "bg")
	day := calendar.NewDate(2026, time.March, 2)
	at := time.Date(2026, time.July, 31, 22, 5, 0, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{bg.Date(day), "02.03.2026"},
		{bg.Date(0), ""},
		{bg.DateWeekday(day), "02.03.2026 (понеделник)"},
		{bg.DateTime(at), "01.08.2026, 01:05 ч."},
		{bg.DateTime(time.Time{}), ""},
		{bg.Weekday(time.Sunday), "неделя"},
		{bg.Month(time.December), "декември"},
		{speak(t, "en").DateTime(at), "01.08.2026, 01:05"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestValuesOfTheDomainAreWords(t *testing.T) {
	bg := speak(t, "bg")
	for _, c := range []struct {
		value any
		want  string
	}{
		{domain.ComplaintStaff, "жалба срещу служител"},
		{domain.InBox, "кутия за мнения"},
		{domain.Anonymous, "анонимен"},
		{domain.Upheld, "уважена"},
		{domain.Outcome(""), ""},
		{domain.Mayor, "кмет"},
		{domain.InWork, "в работа"},
		{domain.LetterApproved, "одобрено"},
		{domain.GroundTooOld, "нарушение отпреди повече от две години"},
		{domain.CharterClock, "срок по Хартата"},
		{domain.RepeatOf, "повторна на"},
		{domain.AskedCitizen, "чака гражданина"},
		{domain.FieldSubject, "Относно"},
		{domain.TExtension, "Удължаване на срока"},
		{domain.TemplateID("Н-3"), "Н-3"},
		{calendar.StGeorge, "6 май, Гергьовден, Ден на храбростта и Българската армия"},
		{domain.Number{Text: "94-7/02.03.2026"}, "94-7/02.03.2026"},
		{calendar.NewDate(2026, time.March, 2), "02.03.2026"},
		{time.Date(2026, time.March, 2, 7, 0, 0, 0, time.UTC), "02.03.2026, 09:00 ч."},
		{calendar.Term{N: 2, Unit: calendar.Months}, "2 месеца"},
		{[]domain.Role{domain.Head}, "ръководител на звено"},
		{[]domain.Role{domain.Clerk, domain.Head}, "деловодител или ръководител на звено"},
		{int64(8), "8"},
		{"Ян{n}ева", "Ян{n}ева"},
	} {
		want := "Стойността „" + c.want + "“ не е позната. Изберете от списъка."
		if got := bg.T("refusal.unknown_value", "value", c.value); got != want {
			t.Errorf("%T: got %s, want %s", c.value, got, want)
		}
	}
}
