package look

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
)

// rowStop is a chart of rows that can be pressed: arrows move, Enter presses.
type rowStop struct {
	stop
	rows  func() int
	y     func(i int) float32 // where a row begins
	pitch float32
	at    int
	under int
	onTap func(row int)
}

func (r *rowStop) setUp(self fyne.Widget) {
	r.extend(self)
	r.under = -1
	r.key = r.typed
	r.tap = func(at fyne.Position) { r.press(r.find(at)) }
	r.move = func(at fyne.Position, here bool) {
		r.under = -1
		if here {
			r.under = r.find(at)
		}
		r.Refresh()
	}
	r.Allow(r.onTap != nil)
}

func (r *rowStop) find(at fyne.Position) int {
	for i := range r.rows() {
		if at.Y >= r.y(i) && at.Y < r.y(i)+r.pitch {
			return i
		}
	}
	return -1
}

func (r *rowStop) press(i int) {
	if i >= 0 && i < r.rows() && r.onTap != nil {
		r.at = i
		r.Refresh()
		r.onTap(i)
	}
}

func (r *rowStop) typed(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		r.at = min(r.at+1, r.rows()-1)
	case fyne.KeyUp:
		r.at = max(r.at-1, 0)
	case fyne.KeyHome:
		r.at = 0
	case fyne.KeyEnd:
		r.at = r.rows() - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.press(r.at)
	default:
		return false
	}
	r.Refresh()
	return true
}

// ground shows the row under the pointer and the one in focus.
func (r *rowStop) ground(i int, width float32, put func(Part)) {
	if i == r.under && r.onTap != nil {
		put(Part{X: -4, Y: r.y(i), W: width + 8, H: r.pitch, Fill: Hover, Radius: 4})
	}
	if r.focused && i == r.at {
		put(Part{X: -4, Y: r.y(i), W: width + 8, H: r.pitch, Stroke: Accent, Line: 2, Radius: 4})
	}
}

// StackedRow is a bar of several series.
type StackedRow struct {
	Label  string
	Values []int // by series
}

// Stacked are horizontal bars of several series under each other: the label before, the numbers behind.
type Stacked struct {
	rowStop
	series []Series
	data   []StackedRow
}

const (
	stackedPitch = 26
	stackedBar   = 14
	stackedLabel = 160  // at most, unless their share of the room is more
	stackedShare = 0.45 // of the room
)

// NewStacked makes a chart without rows. Tap hears which row was pressed; nil = rows are only to be looked at.
func NewStacked(series []Series, tap func(row int)) *Stacked {
	s := &Stacked{series: series}
	s.onTap, s.pitch = tap, stackedPitch
	s.rows = func() int { return len(s.data) }
	s.y = func(i int) float32 { return float32(i) * stackedPitch }
	s.size = func() fyne.Size {
		return fyne.NewSize(s.labels(0)+s.figures()+80, stackedPitch*float32(len(s.data)))
	}
	s.paint = s.draw
	s.setUp(s)
	return s
}

// Put shows rows.
func (s *Stacked) Put(rows []StackedRow) {
	s.data, s.at = rows, 0
	s.Refresh()
}

// labels is how wide the labels are in a room.
func (s *Stacked) labels(room float32) float32 {
	width := float32(0)
	for _, r := range s.data {
		width = max(width, Second.Width(r.Label)+1)
	}
	return min(width, max(stackedLabel, room*stackedShare))
}

func (s *Stacked) figures() float32 {
	width := float32(0)
	for _, r := range s.data {
		width = max(width, Second.Width(joined(r.Values))+1)
	}
	return width
}

func joined(values []int) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = strconv.Itoa(v)
	}
	return strings.Join(words, ", ")
}

func (s *Stacked) draw(size fyne.Size, put func(Part)) {
	const gap = 8
	labels, figures, most := s.labels(size.Width), s.figures(), 1
	for _, r := range s.data {
		most = max(most, sum(r.Values))
	}
	room := max(0, size.Width-labels-figures-2*gap)
	for i, r := range s.data {
		s.ground(i, size.Width, put)
		y := s.y(i)
		put(Part{X: 0, Y: y, W: labels, H: stackedPitch, Words: r.Label, Face: Second, Ink: Ink, Align: fyne.TextAlignTrailing})
		x := labels + gap
		for k, v := range r.Values {
			if v == 0 || k >= len(s.series) {
				continue
			}
			width := max(3, float32(int(room*float32(v)/float32(most))))
			put(barPart(k, s.series[k].Ink, Part{X: x, Y: y + (stackedPitch-stackedBar)/2, W: width, H: stackedBar, Radius: barsRadius}))
			x += width + 1
		}
		put(Part{X: size.Width - figures, Y: y, W: figures, H: stackedPitch, Words: joined(r.Values), Face: Second, Ink: InkSecond, Align: fyne.TextAlignTrailing})
	}
}

func sum(values []int) int {
	total := 0
	for _, v := range values {
		total += v
	}
	return total
}

// DayLoad is how many terms end on a day.
type DayLoad struct {
	Label string
	Count int
	Ink   fyne.ThemeColorName // of the bar
	Today bool                // in bold
	Apart bool                // a rule above: a new week begins
}

// WeekLoad is a strip of days with a bar each. Where it gets less height the days stand closer.
type WeekLoad struct {
	rowStop
	days []DayLoad
}

const (
	loadPitch = 24
	loadTight = 18 // where there is less height
	loadApart = 13
	loadBar   = 12
	loadLabel = 70
	loadCount = 22
)

// NewWeekLoad makes an empty strip. Tap hears which day was pressed; nil = days are only to be looked at.
func NewWeekLoad(tap func(day int)) *WeekLoad {
	w := &WeekLoad{}
	w.onTap, w.pitch = tap, loadPitch
	w.rows = func() int { return len(w.days) }
	w.y = w.top
	w.size = func() fyne.Size { return fyne.NewSize(loadLabel+loadCount+60, w.height(loadTight)) }
	w.paint = w.draw
	w.setUp(w)
	return w
}

// Put shows days.
func (w *WeekLoad) Put(days []DayLoad) {
	w.days, w.at = days, 0
	w.Refresh()
}

// top is where a day begins.
func (w *WeekLoad) top(i int) float32 {
	return w.pitch*float32(i) + loadApart*float32(w.weeks(i+1))
}

// weeks counts the rules above the first days.
func (w *WeekLoad) weeks(days int) int {
	n := 0
	for k := 1; k < min(days, len(w.days)); k++ {
		if w.days[k].Apart {
			n++
		}
	}
	return n
}

func (w *WeekLoad) height(pitch float32) float32 {
	return pitch*float32(len(w.days)) + loadApart*float32(w.weeks(len(w.days)))
}

// fit takes the room there is for the days.
func (w *WeekLoad) fit(height float32) {
	room := height - loadApart*float32(w.weeks(len(w.days)))
	w.pitch = max(loadTight, min(loadPitch, float32(int(room/float32(max(1, len(w.days)))))))
}

func (w *WeekLoad) draw(size fyne.Size, put func(Part)) {
	w.fit(size.Height)
	most := 1
	for _, d := range w.days {
		most = max(most, d.Count)
	}
	room := max(0, size.Width-loadLabel-loadCount)
	for i, d := range w.days {
		y := w.y(i)
		if d.Apart && i > 0 {
			put(Part{X: 0, Y: y - loadApart/2 - 1, W: size.Width, H: 1, Fill: Rule})
		}
		w.ground(i, size.Width, put)
		face, ink := Second, InkSecond
		if d.Today {
			face, ink = SecondBold, Ink
		}
		put(Part{X: 0, Y: y, W: loadLabel, H: w.pitch, Words: d.Label, Face: face, Ink: ink})
		bar := Part{X: loadLabel, Y: y + (w.pitch-loadBar)/2, W: 1, H: loadBar, Fill: Border}
		if d.Count > 0 {
			bar.W, bar.Fill, bar.Radius = max(3, room*float32(d.Count)/float32(most)), d.Ink, barsRadius
		}
		put(bar)
		put(Part{X: size.Width - loadCount, Y: y, W: loadCount, H: w.pitch, Words: strconv.Itoa(d.Count), Face: Second, Ink: Ink, Align: fyne.TextAlignTrailing})
	}
}
