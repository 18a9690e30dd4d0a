package look

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// DayKind is how a day of a month is painted.
type DayKind int

// Kinds of days.
const (
	Workday     DayKind = iota
	FreeDay             // off, a weekend
	HolidayDay          // off by law
	ComputedDay         // where a term ends by count
	DueDay              // where it ends in the end
	TodayDay
	MarkedDay // on trial, or off by an act of its own
	WorkedDay // a day of a weekend that is worked
)

// MonthDay is a cell of a month; Number 0 leaves the cell empty.
type MonthDay struct {
	Number int
	Kind   DayKind
	OnTap  func() // nil = only to be looked at
}

// Month is a small calendar of one month from Monday to Sunday. When days can be pressed it is one stop for the focus:
// arrows move a frame from day to day, Enter presses.
type Month struct {
	stop
	name     string
	weekdays [7]string
	days     []MonthDay
	cell     float32
	gap      float32
	at       int // the day in the frame, index into days
	// OnLeave hears by how many days an arrow goes beyond the month, OnPage by how many months PageUp and PageDown go;
	// both may be nil.
	OnLeave, OnPage func(by int)
	// OnMove hears the number of the day that the frame was moved to by an arrow or by the focus; may be nil.
	OnMove func(number int)
	// OnKey is asked about the keys that the month does not use; may be nil.
	OnKey func(*fyne.KeyEvent) bool
}

const (
	dayHeight = 22
	weekHead  = 14
	monthHead = 18
)

// NewMonth makes a month. Days begin with a Monday: empty cells stand before the first one. The cells are 26 wide with
// a gap of 2, and wider where there is room.
func NewMonth(name string, weekdays [7]string, days []MonthDay) *Month {
	m := &Month{name: name, weekdays: weekdays, cell: 26, gap: 2}
	m.extend(m)
	m.size, m.paint = m.least, m.draw
	m.key, m.tap = m.typed, m.press
	m.Put(name, days)
	return m
}

// Tight is for twelve months in a grid: cells 23 wide with a gap of 1.
func (m *Month) Tight() *Month {
	m.cell, m.gap = 23, 1
	return m
}

// Put shows another month; the frame goes to the due day or the first one.
func (m *Month) Put(name string, days []MonthDay) {
	m.name, m.days, m.at = name, days, -1
	pressed := false
	for i, d := range days {
		if d.Number > 0 && (m.at < 0 || d.Kind == DueDay) {
			m.at = i
		}
		pressed = pressed || d.OnTap != nil
	}
	m.Allow(pressed)
	m.Refresh()
}

// Frame moves the frame to a day by its number.
func (m *Month) Frame(number int) {
	for i, d := range m.days {
		if d.Number == number {
			m.at = i
		}
	}
	m.Refresh()
}

func (m *Month) top() float32 {
	if m.name == "" {
		return weekHead + 6
	}
	return monthHead + 4 + weekHead + 3*m.gap
}

func (m *Month) least() fyne.Size {
	weeks := float32((len(m.days) + 6) / 7)
	return fyne.NewSize(7*(m.cell+m.gap)-m.gap, m.top()+weeks*(dayHeight+m.gap)-m.gap)
}

func (m *Month) place(i int, width float32) (x, y, w float32) {
	pitch := (width + m.gap) / 7
	left, right := float32(int(pitch*float32(i%7))), float32(int(pitch*float32(i%7+1)))
	return left, m.top() + float32(i/7)*(dayHeight+m.gap), right - left - m.gap
}

func (m *Month) press(at fyne.Position) {
	for i := range m.days {
		x, y, w := m.place(i, m.Size().Width)
		if at.X >= x && at.X < x+w && at.Y >= y && at.Y < y+dayHeight {
			m.at = i
			m.Refresh()
			m.choose()
		}
	}
}

func (m *Month) choose() {
	if m.at >= 0 && m.at < len(m.days) && m.days[m.at].OnTap != nil {
		m.days[m.at].OnTap()
	}
}

func (m *Month) typed(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyRight:
		m.step(1)
	case fyne.KeyLeft:
		m.step(-1)
	case fyne.KeyDown:
		m.step(7)
	case fyne.KeyUp:
		m.step(-7)
	case fyne.KeyPageDown:
		m.page(1)
	case fyne.KeyPageUp:
		m.page(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.choose()
	default:
		return m.OnKey != nil && m.OnKey(ev)
	}
	return true
}

func (m *Month) page(by int) {
	if m.OnPage != nil {
		m.OnPage(by)
	}
}

func (m *Month) step(by int) {
	to := m.at + by
	switch {
	case to >= 0 && to < len(m.days) && m.days[to].Number > 0:
		m.at = to
		m.Refresh()
		m.moved()
	case m.OnLeave != nil:
		m.OnLeave(by)
	}
}

func (m *Month) moved() {
	if m.OnMove != nil && m.at >= 0 && m.at < len(m.days) {
		m.OnMove(m.days[m.at].Number)
	}
}

// FocusGained implements fyne.Focusable.
func (m *Month) FocusGained() {
	m.stop.FocusGained()
	m.moved()
}

func (m *Month) draw(size fyne.Size, put func(Part)) {
	if m.name != "" {
		put(Part{W: size.Width, H: monthHead, Words: m.name, Face: Strong, Ink: Ink})
	}
	for i, w := range m.weekdays {
		x, _, width := m.place(i, size.Width)
		head := m.top() - weekHead - 3*m.gap
		if m.name == "" {
			head = 0
		}
		put(Part{X: x - 4, Y: head, W: width + 8, H: weekHead, Words: w, Face: Hint, Ink: InkHint, Align: fyne.TextAlignCenter})
	}
	for i, d := range m.days {
		if d.Number == 0 {
			continue
		}
		x, y, w := m.place(i, size.Width)
		look := dayLook(d.Kind)
		look.ground.X, look.ground.Y, look.ground.W, look.ground.H = x, y, w, dayHeight
		if look.ground.Fill != None || look.ground.Stroke != None {
			put(look.ground)
		}
		number := strconv.Itoa(d.Number)
		put(Part{X: x - 4, Y: y, W: w + 8, H: dayHeight, Words: number, Face: look.face, Ink: look.ink, Align: fyne.TextAlignCenter})
	}
	if m.focused && m.at >= 0 && m.at < len(m.days) { // over the days beside it
		x, y, w := m.place(m.at, size.Width)
		put(Part{X: x - 2, Y: y - 2, W: w + 4, H: dayHeight + 4, Stroke: Accent, Line: 2, Radius: 4})
	}
}

type dayPaint struct {
	ground Part
	face   Face
	ink    fyne.ThemeColorName
}

// dayLook paints a kind. The contrast theme draws a border where others have a soft ground.
func dayLook(kind DayKind) dayPaint {
	p := dayPaint{Part{Radius: 3}, Second, Ink}
	switch kind {
	case Workday:
	case FreeDay:
		p.ground.Fill, p.ink = DayOff, InkHint
	case HolidayDay:
		p.ground.Fill, p.ink = SoftOver, InkOver
		if stark() {
			p.ground.Stroke, p.ground.Line = InkOver, 1
		}
	case ComputedDay:
		p.ground.Fill, p.ground.Stroke, p.ground.Line = DayOff, InkToday, 2
	case DueDay:
		p.ground.Fill, p.ink, p.face = Accent, OnAccent, SecondBold
	case TodayDay:
		p.ground.Stroke, p.ground.Line, p.ink, p.face = Accent, 2, InkAccent, SecondBold
	case MarkedDay:
		p.ground.Fill, p.ground.Stroke, p.ground.Line, p.ink, p.face = SoftSoon, InkSoon, 1, InkSoon, SecondBold
	case WorkedDay:
		p.ground.Fill, p.ground.Stroke, p.ground.Line = Surface, Border, 1
	}
	return p
}

// DayLegend is what a kind of days is called.
type DayLegend struct {
	Kind  DayKind
	Words string
}

// NewDayLegend explains the kinds of days, in lines as wide as there is room.
func NewDayLegend(kinds ...DayLegend) *fyne.Container {
	c := Wrapped(10, 4)
	for _, k := range kinds {
		swatch := newDrawn(func() fyne.Size { return fyne.NewSquareSize(12) }, func(_ fyne.Size, put func(Part)) {
			g := dayLook(k.Kind).ground
			g.W, g.H = 12, 12
			if k.Kind == HolidayDay {
				g.Stroke, g.Line = InkOver, 1
			}
			put(g)
		})
		c.Add(Row(4, swatch, NewText(k.Words, Hint, InkSecond)))
	}
	return c
}
