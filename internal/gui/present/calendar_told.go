package present

import "harta/internal/domain"

// toldOtherwise says of a term who was told another day, by a letter or the slip, and that he may have to learn of the
// one that holds.
func (c *Case) toldOtherwise(x domain.Case, d domain.Deadline) []string {
	var all []string
	for _, t := range x.ToldOtherwise(d) {
		all = append(all, c.Say.Telling(t, d.Due))
	}
	if moved := !d.Told.IsZero() && d.Told != d.Due; moved && len(all) == 0 && len(x.Tellings(d.Due)) == 0 {
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
