package gui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/calendar"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// drawDay explains the chosen day.
func (s *calendarScreen) drawDay() fyne.CanvasObject {
	c := s.model.Card()
	lines := look.Column(2, look.NewProse(c.Why, look.Body, look.Ink), look.Padded(4, 0, 0, 0, s.drawEnds(c)))
	if acts := s.drawActs(); acts != nil {
		lines.Add(acts)
	}
	head := look.NewHeader(look.Icon(theme.IconNameCalendar), c.Day)
	return look.Column(0, look.CardHead(head), look.Padded(9, 11, 13, 13, lines), look.Line(look.Rule))
}

// drawEnds says what ends on the day, and leads there.
func (s *calendarScreen) drawEnds(c present.DayCard) fyne.CanvasObject {
	if c.Terms == 0 {
		return look.NewText(c.Ends, look.Second, look.InkSecond).Elided()
	}
	open := look.NewButton(s.window.env.T("calendar.show_terms"), nil, look.Quiet, s.model.OpenTerms)
	words := look.Row(6, look.NewGlyph(look.IconClock, look.InkSoon, 14), look.NewText(c.Ends, look.Second, look.InkSoon))
	return look.Wrapped(4, 0, look.Sized(0, 28, words), look.Padded(0, 0, -11, 0, open))
}

// drawUnder is the same in a line.
func (s *calendarScreen) drawUnder() fyne.CanvasObject {
	c := s.model.Card()
	line := look.Edged(nil, nil, look.Padded(0, 0, 0, 8, look.NewText(c.Day, look.Strong, look.Ink)), nil, look.NewText(c.Why, look.Body, look.Ink).Elided())
	return look.Edged(look.Line(look.Rule), nil, nil, nil, look.Padded(6, 4, 13, 13, look.Column(0, line, s.drawEnds(c))))
}

// drawYear lists the days off of the year, and counts the others.
func (s *calendarScreen) drawYear() fyne.CanvasObject {
	t := s.window.env.T
	months, all := s.model.Working()
	count := look.NewText(t("calendar.working", "n", all), look.Body, look.InkSecond)
	head := look.Row(8, look.NewText(t("calendar.year", "year", s.model.Year()), look.Strong, look.Ink), look.Spacer(), count)
	sheet := look.Column(0, look.Padded(10, 4, 13, 13, head), look.Padded(0, 8, 13, 13, s.drawCounts(months)), look.Line(look.Rule))
	if s.width < legendFrom {
		sheet.Add(look.Padded(8, 8, 13, 13, look.NewDayLegend(s.dayKinds()...)))
		sheet.Add(look.Line(look.Rule))
	}
	sheet.Add(look.Padded(10, 2, 13, 13, look.NewText(t("calendar.off"), look.SecondBold, look.InkSecond)))
	if words := s.model.Lacks(); words != "" {
		take := look.NewButton(t("calendar.lacks_take"), nil, look.Quiet, s.model.TakeLacking)
		sheet.Add(look.Padded(4, 6, 13, 13, look.Edged(nil, nil, nil, look.Middle(take), look.NewProse(words, look.Second, look.InkSecond))))
	}
	for i, row := range s.model.Off() {
		if i > 0 {
			sheet.Add(look.Line(look.RowRule))
		}
		sheet.Add(look.Padded(6, 6, 13, 13, offLine(row)))
	}
	return sheet
}

// drawCounts shows how many days of each month are worked, in two lines of six.
func (s *calendarScreen) drawCounts(months []present.MonthCount) fyne.CanvasObject {
	lines := look.Column(2)
	for half := 0; half < len(months); half += 6 {
		row := look.Row(0)
		for _, m := range months[half : half+6] {
			row.Add(look.Sized(58, 18, look.Row(4, look.NewText(m.Name, look.Second, look.InkSecond), look.NewText(strconv.Itoa(m.Days), look.SecondBold, look.Ink))))
		}
		lines.Add(row)
	}
	return lines
}

// offLine is a day off with why: the act stands under it where it needs the room.
func offLine(row present.OffRow) fyne.CanvasObject {
	const room = 170
	day := look.NewText(row.Day, look.Strong, look.Ink).Elided()
	words := look.NewProse(row.Words, look.Second, look.InkSecond)
	if look.Second.Width(row.Source) > room {
		return look.Column(0, day, words, look.NewProse(row.Source, look.Second, offInk(row.Why)))
	}
	source := look.Padded(0, 0, 8, 0, look.NewText(row.Source, look.Second, offInk(row.Why)))
	return look.Column(0, look.Edged(nil, nil, nil, source, day), words)
}

func offInk(why calendar.Why) fyne.ThemeColorName {
	switch why {
	case calendar.DeclaredOff, calendar.DeclaredWork:
		return look.InkSoon
	default:
		return look.InkOver
	}
}

// drawFoot says who has confirmed the year, or lets somebody do it.
func (s *calendarScreen) drawFoot() fyne.CanvasObject {
	t := s.window.env.T
	state := s.model.State()
	icon, ink := look.Icon(theme.IconNameWarning), look.InkSoon
	switch {
	case state.Past:
		icon, ink = look.Icon(theme.IconNameHistory), look.InkSecond
	case state.Confirmed:
		icon, ink = look.Icon(theme.IconNameConfirm), look.InkOK
	}
	words := look.Edged(nil, nil, look.Padded(1, 0, 0, 6, look.AtTop(look.NewGlyph(icon, ink, 14))), nil, look.NewProse(state.Words, look.Second, ink))
	foot := look.Column(8, words)
	if s.model.Wrong() != "" {
		foot.Add(look.NewProse(s.model.Wrong(), look.Second, look.InkOver))
	}
	if state.May && !state.Confirmed {
		confirm := look.NewButton(t("calendar.confirm", "year", s.model.Year()), look.Icon(theme.IconNameConfirm), look.Primary, s.model.Confirm).High(32)
		confirm.Allow(!state.Busy)
		foot.Add(look.Row(0, look.Spacer(), confirm))
	}
	if state.Confirmed && s.model.MayChange() {
		foot.Add(look.Row(0, look.Spacer(), look.NewButton(t("calendar.take_back"), nil, look.Quiet, s.model.Unconfirm)))
	}
	return look.Column(0, look.Line(look.Rule), look.Padded(10, 10, 13, 13, foot))
}
