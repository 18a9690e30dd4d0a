package gui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/calendar"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// calendarSide is the width of what stands beside the months.
const calendarSide = 380

// calendarScreen shows the working days of a year: twelve months, and beside them why the days off are off.
type calendarScreen struct {
	still
	window *Window
	model  *present.Calendar

	months  [12]*look.Month
	tools   *fyne.Container
	under   *fyne.Container // the chosen day, where there is no room beside the months
	day     *fyne.Container
	year    *fyne.Container
	foot    *fyne.Container
	tabs    *look.Tabs
	grid    *look.Scrolled
	cards   [2]fyne.CanvasObject // the months, and what stands beside them
	side    *fyne.Container
	page    *fyne.Container
	content fyne.CanvasObject
	drawn   int
	panel   *changePanel // of the change that is open; nil = none
	width   float32
	folded  bool
}

func newCalendar(w *Window, to present.Route) screen {
	s := &calendarScreen{
		window: w, model: present.NewCalendar(w.env, w.program, to.Arg), drawn: -1,
		tools: look.Stack(), under: look.Stack(), day: look.Stack(), year: look.Stack(), foot: look.Stack(),
	}
	grid := newMonthGrid()
	for i := range s.months {
		s.months[i] = s.newMonth(time.Month(i + 1))
		grid.add(s.months[i])
	}
	t := w.env.T
	s.tabs = look.NewTabs([]look.TabWords{{Words: t("calendar.months"), Count: -1}, {Words: t("calendar.days"), Count: -1}}, func(int) { s.arrange() })
	s.grid = look.NewScrolled(look.Padded(8, 10, 16, 16, grid))
	s.side, s.page = look.Stack(), look.Stack()
	s.cards = [2]fyne.CanvasObject{look.NewCard(nil, look.Edged(nil, s.under, nil, nil, s.grid.Container)), look.NewCard(nil, look.Edged(nil, s.foot, nil, nil, s.side))}
	s.arrange()
	s.content = look.Tall(look.Sized(0, 44, look.Padded(0, 0, 16, 16, s.tools)), look.Padded(0, 12, 16, 16, s.page))
	s.model.Changed = s.redraw
	s.redraw()
	s.model.Load()
	return s
}

func (s *calendarScreen) newMonth(m time.Month) *look.Month {
	w := look.NewMonth("", s.window.weekdays(), nil).Tight()
	w.OnMove = func(number int) { s.model.Choose(calendar.NewDate(s.model.Year(), m, number)) }
	w.OnKey = s.dayKey
	w.OnLeave = func(by int) {
		s.model.Move(by)
		s.follow()
	}
	w.OnPage = func(by int) {
		s.model.Page(by)
		s.follow()
	}
	return w
}

// month is the one of the chosen day.
func (s *calendarScreen) month() *look.Month { return s.months[s.model.Month()-1] }

// follow brings the focus to the chosen day.
func (s *calendarScreen) follow() {
	s.frame()
	s.window.focus(s.month())
}

func (s *calendarScreen) frame() {
	_, _, number := s.model.ChosenDay().Civil()
	m := s.month()
	m.Frame(number)
	top, bottom := m.Position().Y, m.Position().Y+m.Size().Height+18
	if room := s.grid.Size().Height; bottom > s.grid.Offset()+room || top < s.grid.Offset() {
		s.grid.ScrollTo(max(0, min(top, bottom-room)))
	}
}

func (s *calendarScreen) head() head {
	h := head{title: s.window.env.T("place.calendar")}
	h.right = []fyne.CanvasObject{look.NewButton(s.window.env.T("calendar.calculator"), nil, look.Plain, s.window.calculate).WithKey("F9").High(32)}
	if s.model.MayImport() {
		h.right = append(h.right, look.NewButton(s.window.env.T("calendar.import"), look.Icon(theme.IconNameDownload), look.Plain, s.pick).High(32))
	}
	return h
}

func (s *calendarScreen) body() fyne.CanvasObject { return s.content }

func (s *calendarScreen) first() fyne.Focusable {
	if s.panel != nil {
		return s.panel.first()
	}
	return s.month()
}

func (s *calendarScreen) key(ev *fyne.KeyEvent) bool {
	if s.panel != nil {
		return s.panel.key(ev)
	}
	switch ev.Name {
	case fyne.KeyF2:
		s.model.Edit()
	case look.FocusMoved:
		s.window.follow(s.grid)
	default:
		return false
	}
	return true
}

// dayKey is told of the keys that a month does not use.
func (s *calendarScreen) dayKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyInsert:
		s.model.Declare()
	case fyne.KeyDelete:
		s.model.Drop()
	default:
		return false
	}
	return true
}

func (s *calendarScreen) reload() { s.model.Load() }

func (s *calendarScreen) keep() any { return s.model.ChosenDay() }

func (s *calendarScreen) restore(kept any) {
	if d, ok := kept.(calendar.Date); ok {
		s.model.Choose(d)
		s.follow()
	}
}

func (s *calendarScreen) resized(width float32) {
	s.width = width
	if tight := width < narrow; tight != s.folded {
		s.folded = tight
		s.arrange()
	}
	look.Swap(s.tools, s.drawTools())
	look.Swap(s.year, s.drawYear())
}

// arrange puts what stands beside the months, or a change instead of it, behind a tab where there is no room for both.
func (s *calendarScreen) arrange() {
	left, right := s.cards[0], s.cards[1]
	if s.panel != nil {
		right = s.panel.Container
		if s.panel.left != nil {
			left = s.panel.card
		}
	}
	show(s.under, s.folded)
	if s.folded {
		look.Swap(s.side, look.NewScrolled(look.Column(0, s.day, s.year)).Container)
		card := left
		if s.tabs.Current() == 1 {
			card = right
		}
		look.Swap(s.page, look.Edged(look.Padded(0, 8, 0, 0, s.tabs), nil, nil, nil, card))
		return
	}
	look.Swap(s.side, look.Edged(s.day, nil, nil, nil, look.NewScrolled(s.year).Container))
	look.Swap(s.page, look.Panes(12, []float32{0, calendarSide}, left, right))
}

func (s *calendarScreen) redraw() {
	if s.drawn != s.model.Drawn() {
		s.drawn = s.model.Drawn()
		for i, m := range s.model.Months() {
			s.months[i].Put(m.Name, monthDays(m, s.model.Choose))
		}
		s.frame()
		look.Swap(s.tools, s.drawTools())
		look.Swap(s.year, s.drawYear())
		look.Swap(s.foot, s.drawFoot())
	}
	before := s.day.MinSize().Height + s.under.MinSize().Height
	look.Swap(s.day, s.drawDay())
	look.Swap(s.under, s.drawUnder())
	if s.day.MinSize().Height+s.under.MinSize().Height != before { // what stands under it moves
		s.page.Refresh()
	}
	s.drawChange()
}

func monthDays(m present.CalendarMonth, choose func(calendar.Date)) []look.MonthDay {
	days := make([]look.MonthDay, m.Empty, m.Empty+len(m.Days))
	for i, d := range m.Days {
		days = append(days, look.MonthDay{Number: i + 1, Kind: offKind(d), OnTap: func() { choose(d.Date) }})
	}
	return days
}

// offKind says how the year paints a day.
func offKind(d present.CalendarDay) look.DayKind {
	switch why := d.Why; {
	case d.Tried:
		return look.MarkedDay
	case d.Today:
		return look.DueDay
	case why == calendar.DeclaredOff:
		return look.MarkedDay
	case why == calendar.DeclaredWork:
		return look.WorkedDay
	default:
		return dayKind(calendar.Day{Why: why, Working: why.Working()}, false)
	}
}

// drawTools draws the years, and what the colours of the days mean where there is room.
func (s *calendarScreen) drawTools() fyne.CanvasObject {
	return look.Edged(nil, nil, nil, look.Middle(s.drawLegend()), look.Padded(0, 0, 0, 8, look.Clipped(s.drawYears())))
}

func (s *calendarScreen) drawYears() fyne.CanvasObject {
	row := look.Row(8)
	for _, y := range s.model.Years() {
		row.Add(newYearButton(y, func() {
			s.model.ShowYear(y.Year)
			s.follow()
		}))
	}
	return row
}

// legendFrom is the width of the window from which the legend stands beside the years.
const legendFrom = 1240

func (s *calendarScreen) drawLegend() fyne.CanvasObject {
	if s.width < legendFrom {
		return look.NewBox(look.None)
	}
	row := look.Row(10)
	for _, k := range s.dayKinds() {
		row.Add(look.Centred(look.NewDayLegend(k)))
	}
	return row
}

func (s *calendarScreen) dayKinds() []look.DayLegend {
	t := s.window.env.T
	return []look.DayLegend{
		{Kind: look.HolidayDay, Words: t("calendar.legend.holiday")},
		{Kind: look.FreeDay, Words: t("calendar.legend.free")},
		{Kind: look.MarkedDay, Words: t("calendar.legend.declared")},
		{Kind: look.WorkedDay, Words: t("calendar.legend.worked")},
		{Kind: look.DueDay, Words: t("calendar.legend.today")},
	}
}
