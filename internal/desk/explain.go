package desk

import (
	"crypto/sha256"
	"strconv"
	"unicode"
	"unicode/utf8"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/letter"
	"harta/internal/office"
	"harta/internal/say"
)

// Steps explains a term as the calendar of today counts it. An imported case may lie before the calendar: then there
// is nothing to explain.
func (d *Desk) Steps(dl domain.Deadline) []string {
	now := d.Settings()
	return stepsOf(d.Screen, &now, dl, d.Today())
}

func stepsOf(s *say.Speaker, now *domain.Office, dl domain.Deadline, today calendar.Date) []string {
	rule, _ := now.Rules.ByID(dl.Rule)
	e, err := now.Calendar().Explain(dl.Start, dl.Term)
	if err != nil {
		return nil
	}
	steps := s.Explain(e, rule)
	if dl.Extended {
		steps = append(steps, s.T("due.extended", "first", dl.First, "due", dl.Due))
	}
	if !dl.Told.IsZero() {
		steps = append(steps, s.T("due.differs", "told", dl.Told, "now", dl.Due))
	}
	if !now.FoundedAt.IsZero() && now.Provisional(dl.Due, today) { // without an office there is nobody to confirm a year
		steps = append(steps, s.T("due.provisional", "year", dl.Due.Year()))
	}
	return steps
}

// Explanation is what a sheet explains: terms that begin on one day, of a case, of a kind, or only tried out.
type Explanation struct {
	Number string      // of the case; empty = none
	Kind   domain.Kind // empty = none
	Terms  []domain.Counted
}

// ExplainCase prints how the terms of a case came about. That it was printed is noted.
func (d *Desk) ExplainCase(id domain.CaseID) ([]byte, error) {
	file, err := d.Case(id, office.Printed)
	if err != nil {
		return nil, err
	}
	by := d.Acting()
	x := Explanation{Number: file.Case.Number.Text, Kind: file.Case.Intake.Kind}
	for _, dl := range file.Case.Deadlines {
		t := domain.Counted{Deadline: dl}
		t.Rule, _ = by.Office.Rules.ByID(dl.Rule)
		if t.Rule.Max.N > 0 && !dl.Extended {
			t.Latest, _ = t.Rule.Latest(by.Office.Calendar(), dl.Start) // an old case may have none
		}
		x.Terms = append(x.Terms, t)
	}
	return d.ExplainTerms(by.Office, x)
}

// ExplainTerms prints how terms came about by the calendar and the rules of an office: every step with its source, and
// the months in which they end with the days off shaded.
func (d *Desk) ExplainTerms(now *domain.Office, x Explanation) ([]byte, error) {
	press, err := d.press()
	if err != nil {
		return nil, err
	}
	s, at := d.Paper, d.Now()
	rows := letter.Rows{}
	add := func(key, value string) {
		if value != "" {
			rows = append(rows, letter.Row{Name: s.T(key), Value: value})
		}
	}
	add("sheet.explain.number", x.Number)
	if x.Kind != "" {
		add("sheet.explain.kind", s.Kind(x.Kind))
	}
	if len(x.Terms) > 0 {
		add("sheet.explain.start", s.DateWeekday(x.Terms[0].Start))
	}
	add("sheet.explain.calendar", now.Calendar().Version())
	add("sheet.explain.at", s.DateTime(at))
	parts := []letter.Part{rows}
	for _, t := range x.Terms {
		parts = append(parts, d.explained(now, t)...)
	}
	if len(x.Terms) == 0 {
		parts = append(parts, letter.Text(s.T("due.none")))
	}
	title := s.T("sheet.explain.title")
	return press.Sheet(letter.Sheet{
		Head: now.Settings.Letterhead(), Title: title, Parts: parts, Foot: title, Exercise: now.Demo, At: at,
		ID: domain.Digest(sha256.Sum256([]byte(title + x.Number + s.DateTime(at)))),
	})
}

// explained are the parts of one term.
func (d *Desk) explained(now *domain.Office, t domain.Counted) []letter.Part {
	s := d.Paper
	name := s.T("sheet.explain.term", "term", t.Term)
	if t.Clock != "" {
		name = s.Clock(t.Clock)
	}
	name = capital(name)
	parts := []letter.Part{
		letter.Heading(s.T("sheet.explain.due", "name", name, "due", s.DateWeekday(t.Due))),
		letter.Steps(stepsOf(s, now, t.Deadline, d.Today())),
	}
	if !t.Latest.IsZero() {
		parts = append(parts, letter.Text(s.T("due.latest", "latest", s.DateWeekday(t.Latest), "source", s.Source(t.Rule.MaxFrom))))
	}
	return append(parts, d.months(now, t.Deadline))
}

// months are those in which a term ends by count and in the end.
func (d *Desk) months(now *domain.Office, dl domain.Deadline) letter.Months {
	s := d.Paper
	m := letter.Months{}
	for i := range m.Weekdays {
		m.Weekdays[i] = s.T("days." + strconv.Itoa(i+1))
	}
	first := func(on calendar.Date) calendar.Date {
		year, month, _ := on.Civil()
		return calendar.NewDate(year, month, 1)
	}
	for of := first(dl.Nominal); of <= first(dl.Due); of = of.AddMonths(1) {
		year, month, _ := of.Civil()
		m.All = append(m.All, letter.MonthOf(now.Calendar(), s.T("sheet.explain.month", "month", s.Month(month), "year", year), of, calendar.Due{Nominal: dl.Nominal, Due: dl.Due}))
	}
	return m
}

// capital gives a word of the vocabulary as it begins a line.
func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	if size == 0 {
		return word
	}
	return string(unicode.ToUpper(first)) + word[size:]
}
