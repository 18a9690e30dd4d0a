package report

import "harta/internal/domain"

// method tells how the figures were made: definitions, settings, calendar, data date.
func (b *book) method(y domain.Yearly) {
	s := b.page("method", paper{tall: true}, 34, 92)
	s.heading(b.words.T("report.method.title"), b.words.T("report.method.note"))
	s.caption("report.method.settings")
	s.explained([][2]string{
		{b.words.T("report.method.office"), y.Office},
		{b.words.T("report.method.period"), b.words.T("report.method.period.text", "year", y.Year)},
		{b.words.T("report.method.as_of"), y.AsOf.Local()},
		{b.words.T("report.method.calendar"), y.Calendar},
		{b.words.T("report.method.target"), b.words.T("report.method.target.text", "n", y.Target)},
	})
	s.caption("report.method.definitions")
	var all [][2]string
	for _, term := range []string{
		"received", "carried", "closed", "open", "legal", "charter", "in_time", "waiting", "notified", "forwarded", "days",
		"overdue", "extended", "upheld", "measures", "repeats", "anonymous", "staff", "none", "names", "formulas",
	} {
		all = append(all, [2]string{b.words.T("report.define." + term), b.words.T("report.define." + term + ".text")})
	}
	s.explained(all)
}

// explained writes pairs of a term and its explanation; rows are as high as their text.
func (s *sheet) explained(pairs [][2]string) {
	const explanation = 1
	for _, pair := range pairs {
		term := proseLook
		term.bold = true
		s.put(1, pair[0], term)
		s.put(2, pair[1], proseLook)
		s.height(s.lines(explanation, pair[1]))
		s.row++
	}
	s.row++
}
