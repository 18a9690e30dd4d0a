package say_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/resources"
)

// office returns the calendar of a new office.
func office(t *testing.T) *calendar.Calendar {
	t.Helper()
	listed, err := resources.DeclaredDays()
	if err != nil {
		t.Fatal(err)
	}
	var declared []calendar.Declared
	for _, d := range listed {
		day, err := calendar.ParseDate(d.Date)
		if err != nil {
			t.Fatal(err)
		}
		declared = append(declared, calendar.Declared{Date: day, Work: d.Work, Basis: d.Basis})
	}
	c, err := calendar.New(declared)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestExplanationTellsEachStep(t *testing.T) {
	rules := domain.Rules(domain.DefaultRules())
	for _, c := range []struct {
		name        string
		start, term string
		rule        domain.RuleID
		bg          []string
	}{
		{"an ordinary term", "2026-01-05", "2m", "signal.legal", []string{
			"Постъпила: 05.01.2026 (понеделник).",
			"2 месеца (чл. 121 АПК): до 05.03.2026 (четвъртък).",
			"Краен срок: 05.03.2026 (четвъртък).",
		}},
		{"a month without that day, ending on a weekend", "2026-01-30", "1m", "complaint.charter", []string{
			"Постъпила: 30.01.2026 (петък).",
			"1 месец (Харта на клиента): до 28.02.2026 (събота).",
			"30.02.2026 няма, затова последният ден на месеца: 28.02.2026.",
			"28.02.2026 (събота): почивен ден.",
			"01.03.2026 (неделя): почивен ден.",
			"Краен срок: 02.03.2026 (понеделник).",
		}},
		{"a compensated holiday", "2026-03-24", "2m", "signal.legal", []string{
			"Постъпила: 24.03.2026 (вторник).",
			"2 месеца (чл. 121 АПК): до 24.05.2026 (неделя).",
			"24.05.2026 (неделя): празник, 24 май, Ден на светите братя Кирил и Методий, на българската азбука, просвета и култура и на славянската книжовност (чл. 154, ал. 1 КТ).",
			"25.05.2026 (понеделник): почивен вместо 24 май, Ден на светите братя Кирил и Методий, на българската азбука, просвета и култура и на славянската книжовност (чл. 154, ал. 2 КТ).",
			"Краен срок: 26.05.2026 (вторник).",
		}},
		{"days declared off", "2025-12-24", "7d", "forward.task", []string{
			"Постъпила: 24.12.2025 (сряда).",
			"7 дни (чл. 112 АПК): до 31.12.2025 (сряда).",
			"31.12.2025 (сряда): неприсъствен ден (Решение № 808 на Министерския съвет от 19.11.2025 г.).",
			"01.01.2026 (четвъртък): празник, Нова година (чл. 154, ал. 1 КТ).",
			"02.01.2026 (петък): неприсъствен ден (Решение № 808 на Министерския съвет от 19.11.2025 г.).",
			"03.01.2026 (събота): почивен ден.",
			"04.01.2026 (неделя): почивен ден.",
			"Краен срок: 05.01.2026 (понеделник).",
		}},
		{"two holidays on one day", "2027-04-24", "1w", "notify.task", []string{
			"Решение: 24.04.2027 (събота).",
			"1 седмица (чл. 118, ал. 1 и чл. 123, ал. 1 АПК): до 01.05.2027 (събота).",
			"01.05.2027 (събота): празник, 1 май, Ден на труда и на международната работническа солидарност и Велика събота (чл. 154, ал. 1 КТ).",
			"02.05.2027 (неделя): празник, Великден, неделя (чл. 154, ал. 1 КТ).",
			"03.05.2027 (понеделник): празник, Великден, понеделник (чл. 154, ал. 1 КТ).",
			"04.05.2027 (вторник): почивен вместо 1 май, Ден на труда и на международната работническа солидарност (чл. 154, ал. 2 КТ).",
			"Краен срок: 05.05.2027 (сряда).",
		}},
		{"working days", "2026-04-08", "3wd", "question.charter", []string{
			"Постъпила: 08.04.2026 (сряда).",
			"10.04.2026 (петък) не се брои: празник, Велики петък (чл. 154, ал. 1 КТ).",
			"11.04.2026 (събота) не се брои: празник, Велика събота (чл. 154, ал. 1 КТ).",
			"12.04.2026 (неделя) не се брои: празник, Великден, неделя (чл. 154, ал. 1 КТ).",
			"13.04.2026 (понеделник) не се брои: празник, Великден, понеделник (чл. 154, ал. 1 КТ).",
			"3 раб. дни (стандарт за писмени запитвания): до 15.04.2026 (сряда).",
			"Краен срок: 15.04.2026 (сряда).",
		}},
		{"an extension", "2026-01-24", "ext3m", "signal.legal", []string{
			"Постъпила: 24.01.2026 (събота).",
			"Общо 3 месеца с удължаването (чл. 121 АПК): до 24.04.2026 (петък).",
			"Краен срок: 24.04.2026 (петък).",
		}},
		{"a term that is only tried out, over a swap of old", "2012-04-23", "7d", "", []string{
			"Начало: 23.04.2012 (понеделник).",
			"7 дни: до 30.04.2012 (понеделник).",
			"30.04.2012 (понеделник): неприсъствен ден (акт на Министерския съвет; отработва се на 21.04.2012 г.).",
			"01.05.2012 (вторник): празник, 1 май, Ден на труда и на международната работническа солидарност (чл. 154, ал. 1 КТ).",
			"Краен срок: 02.05.2012 (сряда).",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			start, err := calendar.ParseDate(c.start)
			if err != nil {
				t.Fatal(err)
			}
			term, err := calendar.ParseTerm(c.term)
			if err != nil {
				t.Fatal(err)
			}
			e, err := office(t).Explain(start, term)
			if err != nil {
				t.Fatal(err)
			}
			rule, _ := rules.ByID(c.rule)
			if got := speak(t, "bg").Explain(e, rule); !slices.Equal(got, c.bg) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.bg, "\n"))
			}
			for _, line := range speak(t, "en").Explain(e, rule) {
				if strings.ContainsAny(line, "[{") {
					t.Errorf("English: %s", line)
				}
			}
		})
	}
}

func TestEveryDayHasItsReason(t *testing.T) {
	bg := speak(t, "bg")
	c := office(t)
	for _, day := range []struct {
		date calendar.Date
		want string
	}{
		{calendar.NewDate(2026, time.March, 2), "работен ден"},
		{calendar.NewDate(2026, time.March, 1), "почивен ден"},
		{calendar.NewDate(2010, time.May, 15), "обявен за работен (акт на Министерския съвет; вместо 07.05.2010 г.)"},
		{calendar.NewDate(2026, time.December, 28), "почивен вместо 26 декември, Рождество Христово (чл. 154, ал. 2 КТ)"},
		{calendar.NewDate(2100, time.January, 1), "извън календара"},
	} {
		if got := bg.Day(c.Day(day.date)); got != day.want {
			t.Errorf("%s: got %s, want %s", day.date, got, day.want)
		}
	}
}
