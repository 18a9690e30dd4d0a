package look

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"harta/internal/calendar"
)

// monthPopUp is the calendar under a date field: arrows, PageUp and PageDown move, Enter takes the day, Esc leaves.
type monthPopUp struct {
	month  *Month
	title  *Text
	parser DateParser
	first  calendar.Date // of the month that is shown
	start  calendar.Date
	done   func(calendar.Date) // the zero day = none was taken
}

const popUpPad = 10

// showMonth opens a calendar under a field with a day in its frame; taken hears the day that is chosen there.
func showMonth(field *Field, p DateParser, start calendar.Date, taken func(calendar.Date)) {
	m := &monthPopUp{parser: p, start: start, title: NewText("", Strong, Ink)}
	m.month = NewMonth("", p.Weekdays, nil)
	m.month.OnLeave = func(by int) { m.show(m.framed().AddDays(by)) }
	m.month.OnPage = func(by int) { m.show(m.framed().AddMonths(by)) }
	m.month.key = m.typed
	head := Row(0, m.title, Spacer(),
		NewFieldIcon(Icon(theme.IconNameNavigateBack), func() { m.show(m.framed().AddMonths(-1)) }),
		NewFieldIcon(Icon(theme.IconNameNavigateNext), func() { m.show(m.framed().AddMonths(1)) }))
	frame := Stack(NewBox(Surface).Bordered(Border, 1).Rounded(4),
		Padded(popUpPad, popUpPad, popUpPad, popUpPad, Column(8, head, m.month)))
	m.show(start)

	c := canvasOf(field.Entry)
	popup := widget.NewPopUp(frame, c)
	m.done = func(d calendar.Date) {
		popup.Hide()
		c.Focus(field.Entry)
		if !d.IsZero() {
			taken(d)
		}
	}
	// Six weeks, so that the pop-up keeps its size from month to month.
	size := fyne.NewSize(frame.MinSize().Width, 2*popUpPad+24+8+weekHead+6+6*(dayHeight+2)-2)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(field.Container).AddXY(0, field.Size().Height+2)
	if at.Y+size.Height > c.Size().Height {
		at.Y = max(0, at.Y-field.Size().Height-size.Height-4)
	}
	at.X = max(0, min(at.X, c.Size().Width-size.Width))
	popup.Resize(size)
	popup.ShowAtPosition(at)
	c.Focus(m.month)
}

func (m *monthPopUp) typed(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		m.done(0)
		return true
	}
	return m.month.typed(ev)
}

// framed is the day in the frame.
func (m *monthPopUp) framed() calendar.Date {
	return m.first.AddDays(m.month.days[m.month.at].Number - 1)
}

func (m *monthPopUp) show(d calendar.Date) {
	year, month, number := d.Civil()
	m.first = calendar.NewDate(year, month, 1)
	m.title.SetWords(m.parser.Months[month-1] + " " + strconv.Itoa(year))
	m.month.Put("", m.days())
	m.month.Frame(number)
}

func (m *monthPopUp) days() []MonthDay {
	days := make([]MonthDay, (int(m.first.Weekday())+6)%7)
	for d := m.first; d < m.first.AddMonths(1); d = d.AddDays(1) {
		_, _, number := d.Civil()
		day := MonthDay{Number: number, OnTap: func() { m.done(d) }}
		if m.parser.Kind != nil {
			day.Kind = m.parser.Kind(d)
		}
		if d == m.start {
			day.Kind = DueDay
		}
		days = append(days, day)
	}
	return days
}
