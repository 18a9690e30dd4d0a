package main

import (
	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// termOrDay reads a term, or a day: then the term is as many days as lie between.
func termOrDay(from calendar.Date, text string) (calendar.Term, error) {
	if day, err := parseDay(text); err == nil && day > from {
		return calendar.Term{N: int(day - from), Unit: calendar.Days}, nil
	}
	return parseTerm(text)
}

// compare tells the terms of every kind for one day of receipt.
func (a *app) compare(r reckoning, q dueQuestion) error {
	all, err := r.office.Compare(q.received)
	if err != nil {
		return err
	}
	if q.json {
		return a.compareJSON(all)
	}
	t := a.say.T
	rows := [][]string{{t("due.col_kind"), t("due.col_law"), t("due.col_charter"), t("due.col_latest")}}
	for _, k := range all {
		if k.Kind == "" {
			for _, x := range k.Terms {
				rows = append(rows, []string{a.say.Clock(x.Clock), a.say.DateWeekday(x.Due), "", a.latest(x)})
			}
			continue
		}
		row := []string{a.say.Kind(k.Kind), "", "", ""}
		for i, clock := range []domain.Clock{domain.LegalClock, domain.CharterClock} {
			if x, ok := k.Of(clock); ok {
				row[i+1] = a.say.DateWeekday(x.Due)
				row[3] = a.latest(x)
			}
		}
		rows = append(rows, row)
	}
	return a.rows(rows)
}

func (a *app) latest(x domain.Counted) string {
	if x.Latest.IsZero() {
		return ""
	}
	return a.say.DateWeekday(x.Latest)
}

func (a *app) compareJSON(all []domain.KindTerms) error {
	type term struct {
		Kind   string `json:"kind,omitempty"`
		Clock  string `json:"clock"`
		Rule   string `json:"rule"`
		Term   string `json:"term"`
		Due    string `json:"due"`
		Latest string `json:"latest,omitempty"`
	}
	out := []term{}
	for _, k := range all {
		for _, x := range k.Terms {
			out = append(out, term{string(k.Kind), string(x.Clock), string(x.Deadline.Rule), x.Term.String(), x.Due.String(), x.Latest.String()})
		}
	}
	return a.json(out)
}

// duePDF keeps the sheet that explains the terms.
func (a *app) duePDF(r reckoning, q dueQuestion, all []counted) error {
	x := desk.Explanation{Kind: domain.Kind(q.kind)}
	for _, c := range all {
		t, err := r.office.Trial(c.Start, c.Term)
		if c.rule.Clock != "" {
			t.Rule, t.Clock, t.Deadline.Rule = c.rule, c.rule.Clock, c.rule.ID
			t.Latest, _ = c.rule.Latest(r.calendar, c.Start) // some have none
		}
		if err != nil {
			return err
		}
		x.Terms = append(x.Terms, t)
	}
	pdf, err := a.desk.ExplainTerms(r.office, x)
	if err != nil {
		return err
	}
	return a.desk.SaveCopy(q.pdf, pdf)
}

// explainCase keeps the sheet that explains the terms of a case.
func (a *app) explainCase(q dueQuestion) error {
	if err := required("pdf", q.pdf); err != nil {
		return err
	}
	return a.with(looking, func(o *office.Office) error {
		e, err := a.find(o, q.number)
		if err != nil {
			return err
		}
		pdf, err := a.desk.ExplainCase(e.Case)
		if err != nil {
			return err
		}
		if err := a.desk.SaveCopy(q.pdf, pdf); err != nil {
			return err
		}
		return a.done("console.due.printed", "file", q.pdf)
	})
}
