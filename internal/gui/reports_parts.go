package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// drawNotices draws what is to be known before the figures.
func (s *reportsScreen) drawNotices() []fyne.CanvasObject {
	t := s.window.env.T
	var all []fyne.CanvasObject
	if s.model.Meter().Busy() {
		all = append(all, s.bar)
	}
	if words := s.model.Wrong(); words != "" {
		all = append(all, look.NewBanner(look.Icon(theme.IconNameError), words, look.ToneOver, nil))
	}
	if words := s.model.Unconfirmed(); words != "" && s.model.Loaded() {
		open := look.NewButton(t("reports.calendar"), nil, look.Plain, func() { s.window.open(present.Route{Place: present.CalendarPlace}) })
		all = append(all, look.NewBanner(look.Icon(theme.IconNameWarning), words, look.ToneSoon, open))
	}
	if s.model.Stale() {
		again := look.NewButton(t("reports.again"), look.Icon(theme.IconNameViewRefresh), look.Plain, s.model.Load).WithKey("F5")
		all = append(all, look.NewBanner(look.Icon(theme.IconNameInfo), t("reports.stale"), look.ToneInfo, again))
	}
	return all
}

// drawPage draws the report.
func (s *reportsScreen) drawPage() []fyne.CanvasObject {
	t := s.window.env.T
	switch {
	case !s.model.Loaded() && s.model.Wrong() != "":
		return nil
	case !s.model.Loaded():
		return []fyne.CanvasObject{look.NewText(t("reports.reading"), look.Second, look.InkHint), look.NewSkeleton(8)}
	case s.model.Empty():
		return []fyne.CanvasObject{look.NewCard(nil, look.Padded(40, 40, 16, 16, look.NewEmpty(look.IconChart, look.InkHint,
			t("reports.empty", "year", s.model.Year()), t("reports.empty_next"), nil)))}
	}
	var page []fyne.CanvasObject
	if cards := s.model.Cards(); len(cards) > 0 {
		page = append(page, s.drawCards(cards))
	}
	switch s.model.Report() {
	case present.ReportYearly:
		page = append(page, look.Grid(10, func(width float32) int { return int(width / 420) }, s.drawMonths(), s.drawUnits()))
	case present.ReportUnits:
		page = append(page, s.drawUnits())
	}
	for _, n := range s.model.Tables() {
		page = append(page, s.drawTable(n))
	}
	return append(page, s.drawMethod())
}

// cardWidth is the least width of a headline figure.
const cardWidth = 138

func (s *reportsScreen) drawCards(cards []present.FigureCard) fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(cards))
	for i, c := range cards {
		all[i] = s.drawCard(c)
	}
	return look.Grid(8, func(width float32) int {
		n := int((width + 8) / (cardWidth + 8))
		if n < len(all) {
			n = max(2, len(all)/2) // two even lines
		}
		return n
	}, all...)
}

func (s *reportsScreen) drawCard(c present.FigureCard) fyne.CanvasObject {
	label := look.Edged(nil, nil, nil, nil, look.NewText(c.Label, look.Second, look.InkSecond).Elided())
	ink := look.Ink
	if c.Warn {
		ink = look.InkToday
		label = look.Edged(nil, nil, nil, look.NewGlyph(look.Icon(theme.IconNameWarning), look.InkToday, 14), look.NewText(c.Label, look.Second, look.InkSecond).Elided())
	}
	lines := look.Column(2, label, look.NewText(c.Figure, look.Figure, ink).Elided(), look.NewText(c.Note, look.Second, look.InkSecond).Elided())
	if c.Note == "" {
		lines = look.Column(2, label, look.NewText(c.Figure, look.Figure, ink).Elided())
	}
	if c.Last != "" {
		lines.Add(look.NewText(c.Last, look.Second, look.InkSecond).Elided())
	}
	return newFigureCard(lines, func() { s.model.OpenView(c.View) }, c.View != "")
}

// drawing is a card with a title, its legend and what is drawn under them.
func drawing(title string, legend, chart fyne.CanvasObject) fyne.CanvasObject {
	top := look.Edged(nil, nil, nil, legend, look.Padded(0, 0, 0, 8, look.NewText(title, look.Strong, look.Ink).Elided()))
	return look.NewCard(nil, look.Padded(9, 10, 12, 12, look.Tall(look.Padded(0, 6, 0, 0, top), chart)))
}

// chartHeight is how high the bars of the months are.
const chartHeight = 194

func (s *reportsScreen) drawMonths() fyne.CanvasObject {
	t := s.window.env.T
	series := []look.Series{{Words: t("reports.in"), Ink: look.Accent}, {Words: t("reports.out"), Ink: look.Border}}
	labels, values := s.model.MonthBars()
	bars := look.NewBars(labels, series, s.model.OpenBar)
	bars.Put(values)
	return drawing(t("reports.by_month"), look.NewLegend(series...), look.Sized(0, chartHeight, bars))
}

func (s *reportsScreen) drawUnits() fyne.CanvasObject {
	t := s.window.env.T
	series := []look.Series{
		{Words: t("reports.in_time"), Ink: look.FillOK}, {Words: t("reports.extended"), Ink: look.FillSoon}, {Words: t("reports.late"), Ink: look.FillOver},
	}
	stacked := look.NewStacked(series, s.model.OpenUnit)
	var rows []look.StackedRow
	for _, u := range s.model.UnitBars() {
		rows = append(rows, look.StackedRow{Label: u.Label, Values: []int{u.Kept.OnTime, u.Kept.Extended, u.Kept.Late}})
	}
	stacked.Put(rows)
	return drawing(t("reports.by_unit"), look.NewLegend(series...), look.AtTop(look.Padded(4, 0, 0, 0, stacked)))
}

// drawTable draws a table whose numbers open as lists.
func (s *reportsScreen) drawTable(n present.NumberTable) fyne.CanvasObject {
	body := fyne.CanvasObject(look.Padded(10, 10, 13, 13, look.NewText(n.Empty, look.Body, look.InkSecond)))
	if len(n.Rows) > 0 {
		table := look.NewFigures(n.Heads, func(row, cell int) { s.model.OpenView(n.Rows[row].Numbers[cell].View) })
		table.Put(figureRows(n.Rows))
		body = table
	}
	body = look.Padded(1, 4, 1, 1, body)
	if n.Title == "" {
		return look.NewCard(nil, body)
	}
	return look.NewCard(look.NewText(n.Title, look.Strong, look.Ink), body)
}

func figureRows(rows []present.NumberRow) []look.FigureRow {
	all := make([]look.FigureRow, len(rows))
	for i, r := range rows {
		all[i] = look.FigureRow{Label: r.Label, Total: r.Total}
		for _, n := range r.Numbers {
			cell := look.FigureCell{Words: n.Words, Link: n.View != ""}
			if n.Warn {
				cell.Ink = look.InkToday
			}
			all[i].Cells = append(all[i].Cells, cell)
		}
	}
	return all
}

// drawMethod says how the figures were made and whether they close.
func (s *reportsScreen) drawMethod() fyne.CanvasObject {
	lines := look.Column(3, look.NewText(s.window.env.T("reports.method"), look.SecondBold, look.Ink))
	for _, words := range s.model.Method() {
		lines.Add(look.NewProse(words, look.Second, look.InkSecond))
	}
	icon, ink := look.Icon(theme.IconNameConfirm), look.InkOK
	balance, ok := s.model.Balance()
	if !ok {
		icon, ink = look.Icon(theme.IconNameError), look.InkOver
	}
	check := look.Edged(nil, nil, look.Padded(1, 0, 0, 10, look.AtTop(look.NewGlyph(icon, ink, 16))), nil, look.NewProse(balance, look.Second, ink))
	about := look.Edged(nil, nil, look.Padded(1, 0, 0, 10, look.AtTop(look.NewGlyph(look.Icon(theme.IconNameInfo), look.InkSecond, 16))), nil, lines)
	return look.NewCard(nil, look.Padded(12, 12, 13, 13, look.Column(10, check, about)))
}
