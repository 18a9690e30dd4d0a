package present_test

import (
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// sheetOffice prints explanations.
type sheetOffice struct {
	*calmOffice
	printed []desk.Explanation
	shown   []string
}

func (o *sheetOffice) ExplainTerms(_ *domain.Office, x desk.Explanation) ([]byte, error) {
	o.printed = append(o.printed, x)
	return []byte("pdf"), nil
}

func (o *sheetOffice) Show(name string, _ []byte) error {
	o.shown = append(o.shown, name)
	return nil
}

func newCalculator(t *testing.T, at string) (*present.Calculator, *sheetOffice) {
	t.Helper()
	env, _ := calmEnv(t)
	o := &sheetOffice{calmOffice: newCalmOffice()}
	return present.NewCalculator(env, o, at), o
}

func TestAllKindsStandBesideEachOther(t *testing.T) {
	c, _ := newCalculator(t, "24.11.2026")
	rows := map[string]present.CalcRow{}
	for _, r := range c.Rows() {
		rows[r.Words] = r
	}
	for words, want := range map[string][3]string{
		"Жалба срещу служител": {"25.01.2027", "29.12.2026", "24.02.2027"},
		"Предложение":          {"25.01.2027", "", "25.05.2027"},
		"Въпрос":               {"", "03.12.2026", "29.12.2026"},
		"Срок за препращане":   {"01.12.2026", "", ""},
		"Собствен срок":        {"08.12.2026", "", ""},
	} {
		if r := rows[words]; r.Law != want[0] || r.Charter != want[1] || r.Latest != want[2] {
			t.Errorf("%s: %+v, want %v", words, r, want)
		}
	}
	terms := c.Terms()
	if len(terms) != 2 || terms[0].Due != "25.01.2027" || terms[1].Title != "Срок по Хартата" || len(terms[1].Steps) == 0 || terms[0].Latest == "" {
		t.Errorf("explained %+v", terms)
	}
}

func TestDaysAndDateFillEachOther(t *testing.T) {
	day := func(iso string) calendar.Date {
		d, err := calendar.ParseDate(iso)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for name, c := range map[string]struct {
		do    func(*present.Calculator)
		count string
		unit  int
		end   string
		wrong bool
	}{
		"ten working days":         {func(*present.Calculator) {}, "10", 1, "2026-12-08", false},
		"30 of them":               {func(c *present.Calculator) { c.SetCount("30") }, "30", 1, "2027-01-11", false},
		"two months":               {func(c *present.Calculator) { c.SetCount("2"); c.SetUnit(3) }, "2", 3, "2027-01-25", false},
		"a day, as working days":   {func(c *present.Calculator) { c.SetEnd(day("2026-12-23")) }, "21", 1, "2026-12-23", false},
		"a day off is no working":  {func(c *present.Calculator) { c.SetEnd(day("2026-12-26")) }, "32", 0, "2026-12-26", false},
		"a day, as weeks":          {func(c *present.Calculator) { c.SetUnit(2); c.SetEnd(day("2026-12-15")) }, "3", 2, "2026-12-15", false},
		"a day that is no week":    {func(c *present.Calculator) { c.SetUnit(2); c.SetEnd(day("2026-12-16")) }, "22", 0, "2026-12-16", false},
		"a day, as months":         {func(c *present.Calculator) { c.SetUnit(3); c.SetEnd(day("2027-02-24")) }, "3", 3, "2027-02-24", false},
		"a day, as years":          {func(c *present.Calculator) { c.SetUnit(4); c.SetEnd(day("2028-11-24")) }, "2", 4, "2028-11-24", false},
		"a day before the start":   {func(c *present.Calculator) { c.SetEnd(day("2026-11-24")) }, "10", 1, "2026-11-24", true},
		"no day":                   {func(c *present.Calculator) { c.SetEnd(0) }, "10", 1, "", true},
		"no number":                {func(c *present.Calculator) { c.SetCount("десет") }, "десет", 1, "", true},
		"nought":                   {func(c *present.Calculator) { c.SetCount("0") }, "0", 1, "", true},
		"more than the calendar":   {func(c *present.Calculator) { c.SetCount("60000") }, "60000", 1, "", true},
		"more than any number":     {func(c *present.Calculator) { c.SetCount("99999999") }, "99999999", 1, "", true},
		"another start moves both": {func(c *present.Calculator) { c.SetStart(day("2026-12-01")) }, "10", 1, "2026-12-15", false},
	} {
		t.Run(name, func(t *testing.T) {
			m, _ := newCalculator(t, "24.11.2026")
			c.do(m)
			o := m.Own()
			if o.Count != c.count || o.Unit != c.unit || o.End.String() != c.end || (o.Wrong != "") != c.wrong || (o.Words == "") != c.wrong {
				t.Errorf("%+v", o)
			}
		})
	}
	for typed, says := range map[string]string{"99999": "31.12.2099", "99999999999999999999": "31.12.2099", "-3": "цяло число"} {
		m, _ := newCalculator(t, "24.11.2026")
		if m.SetCount(typed); !strings.Contains(m.Own().Wrong, says) {
			t.Errorf("%s: %q", typed, m.Own().Wrong)
		}
	}
	m, _ := newCalculator(t, "24.11.2026")
	m.SetEnd(day("2027-01-02"))
	if got, want := m.Own().Words, "02.01.2027 (събота) е почивен. Изтича на 04.01.2027 (понеделник): след 41 дни, от които 25 работни."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if m.Chosen() != len(m.Rows())-1 || len(m.Terms()) != 1 {
		t.Error("the term that is tried is not explained")
	}
}

func TestADayOutsideTheCalendarIsRefusedAtTheField(t *testing.T) {
	for _, d := range []calendar.Date{0, calendar.First - 1, calendar.Last + 1, calendar.Last} {
		c, o := newCalculator(t, "24.11.2026")
		c.SetStart(d)
		c.Print()
		if c.Wrong() == "" || len(c.Rows()) != 0 || len(c.Terms()) != 0 || len(o.printed) != 0 {
			t.Errorf("%s: %q, %d rows", d, c.Wrong(), len(c.Rows()))
		}
		if own := c.Own(); !own.End.IsZero() || own.Words != "" {
			t.Errorf("%s: the term that is tried ends on %s", d, own.End)
		}
		if c.SetStart(calendar.NewDate(2026, time.November, 24)); c.Wrong() != "" || len(c.Rows()) == 0 || c.Own().End.IsZero() {
			t.Errorf("%s stays wrong: %q", d, c.Wrong())
		}
	}
}

func TestTheChosenLineIsPrinted(t *testing.T) {
	c, o := newCalculator(t, "24.11.2026")
	c.Print()
	c.Choose(len(c.Rows()) - 1)
	c.Print()
	c.Choose(len(c.Rows()) - 2)
	c.Print()
	if len(o.printed) != 3 || len(o.shown) != 3 || o.shown[0] != "explanation.pdf" {
		t.Fatalf("printed %+v", o.printed)
	}
	if o.printed[0].Kind != domain.ComplaintStaff || len(o.printed[0].Terms) != 2 || o.printed[1].Kind != "" || len(o.printed[2].Terms) != 1 {
		t.Errorf("printed %+v", o.printed)
	}
}
