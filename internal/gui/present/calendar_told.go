package present

import "harta/internal/domain"

// toldOtherwise says of a term that the calendar has moved who was told the day before, and that he may have to learn
// of the new one.
func (c *Case) toldOtherwise(x domain.Case, d domain.Deadline) []string {
	if d.Told.IsZero() || d.Told == d.Due {
		return nil
	}
	var all []string
	for _, t := range x.Tellings(d.Told) {
		all = append(all, c.T("calendar.told_by", "on", t.On, "number", t.Number.Text, "told", t.Due, "now", d.Due))
	}
	if len(all) == 0 {
		all = append(all, c.T("case.term_differs", "told", d.Told, "now", d.Due))
	}
	return all
}

// PrintTerm opens the sheet that explains the terms of the case.
func (c *Case) PrintTerm() {
	if c.view.Loaded {
		c.reveal("explanation.pdf", func() ([]byte, error) { return c.office.ExplainCase(c.id) })
	}
}
