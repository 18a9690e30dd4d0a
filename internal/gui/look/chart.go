package look

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// Series is one colour of a chart and what it stands for.
type Series struct {
	Words string
	Ink   fyne.ThemeColorName
}

// NewLegend names the series of a chart; it belongs at the right end of the header.
func NewLegend(series ...Series) *fyne.Container {
	row := Row(12)
	for i, s := range series {
		swatch := newDrawn(func() fyne.Size { return fyne.NewSquareSize(10) }, func(_ fyne.Size, put func(Part)) {
			put(barPart(i, s.Ink, Part{W: 10, H: 10, Radius: 2}))
		})
		row.Add(Row(5, swatch, NewText(s.Words, Second, InkSecond)))
	}
	return row
}

// barPart fills a bar. The contrast theme has few fills: there every second series is hollow.
func barPart(series int, ink fyne.ThemeColorName, p Part) Part {
	p.Fill = ink
	if stark() && series%2 == 1 {
		p.Fill, p.Stroke, p.Line = Surface, ink, 2
	}
	return p
}

// Bars are groups of vertical bars, such as months, with an axis. The number of a bar shows under the pointer and the
// focus, or always. When bars can be pressed they are one stop for the focus: arrows move, Enter presses.
type Bars struct {
	stop
	labels  []string
	series  []Series
	values  [][]int // by group, then by series
	numbers bool
	at      int // the bar in focus, counted through
	under   int // the bar under the pointer, -1 = none
	onTap   func(group, series int)
}

const (
	barWidth   = 14
	barGap     = 2
	barsHead   = 16 // room for a number above the highest bar
	barsFoot   = 20 // the labels
	barsAxis   = 32 // the figures of the axis
	barsLines  = 5  // at most so many lines
	barsSmall  = 120
	barsRadius = 2
)

// NewBars makes a chart without values. Tap hears which bar was pressed; nil = bars are only to be looked at.
func NewBars(labels []string, series []Series, tap func(group, series int)) *Bars {
	b := &Bars{labels: labels, series: series, onTap: tap, under: -1}
	b.extend(b)
	b.size = func() fyne.Size {
		group := float32(len(series))*(barWidth+barGap) + 4
		return fyne.NewSize(barsAxis+float32(len(labels))*group, barsSmall)
	}
	b.paint, b.key = b.draw, b.typed
	b.tap = func(at fyne.Position) { b.press(b.find(at)) }
	b.move = func(at fyne.Position, here bool) {
		b.under = -1
		if here {
			b.under = b.find(at)
		}
		b.Refresh()
	}
	b.Allow(tap != nil)
	return b
}

// Put shows values by group, then by series.
func (b *Bars) Put(values [][]int) {
	b.values = values
	b.Refresh()
}

// Numbered shows the number of every bar.
func (b *Bars) Numbered(yes bool) {
	b.numbers = yes
	b.Refresh()
}

func (b *Bars) value(i int) int {
	group, series := i/len(b.series), i%len(b.series)
	if group < len(b.values) && series < len(b.values[group]) {
		return b.values[group][series]
	}
	return 0
}

func (b *Bars) count() int { return len(b.labels) * len(b.series) }

func (b *Bars) press(i int) {
	if i >= 0 && i < b.count() && b.onTap != nil {
		b.at = i
		b.Refresh()
		b.onTap(i/len(b.series), i%len(b.series))
	}
}

func (b *Bars) typed(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyRight:
		b.at = min(b.at+1, b.count()-1)
	case fyne.KeyLeft:
		b.at = max(b.at-1, 0)
	case fyne.KeyHome:
		b.at = 0
	case fyne.KeyEnd:
		b.at = b.count() - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.press(b.at)
	default:
		return false
	}
	b.Refresh()
	return true
}

// find gives the bar whose column is at a place, -1 = none.
func (b *Bars) find(at fyne.Position) int {
	for i := range b.count() {
		if x := b.x(i, b.Size().Width); at.X >= x-barGap/2 && at.X < x+barWidth+barGap/2 {
			return i
		}
	}
	return -1
}

func (b *Bars) x(i int, width float32) float32 {
	group, series := i/len(b.series), i%len(b.series)
	pitch := (width - barsAxis) / float32(max(1, len(b.labels)))
	all := float32(len(b.series))*(barWidth+barGap) - barGap
	return float32(int(barsAxis + float32(group)*pitch + (pitch-all)/2 + float32(series)*(barWidth+barGap)))
}

func (b *Bars) draw(size fyne.Size, put func(Part)) {
	highest := 0
	for i := range b.count() {
		highest = max(highest, b.value(i))
	}
	step := axisStep(highest)
	top := max(step, (highest+step-1)/step*step)
	room := size.Height - barsHead - barsFoot
	y := func(value int) float32 {
		return float32(int(barsHead + room*(1-float32(value)/float32(top))))
	}
	line := Rule
	if stark() {
		line = RowRule // black lines would compete with the bars
	}
	for v := 0; v <= top; v += step {
		put(Part{X: barsAxis, Y: y(v), W: size.Width - barsAxis, H: 1, Fill: line})
		put(Part{X: 0, Y: y(v) - 7, W: barsAxis - 6, H: 14, Words: strconv.Itoa(v), Face: Hint, Ink: InkSecond, Align: fyne.TextAlignTrailing})
	}
	for i := range b.count() {
		b.drawBar(i, b.x(i, size.Width), y, put)
	}
	pitch := (size.Width - barsAxis) / float32(max(1, len(b.labels)))
	for i, l := range b.labels {
		put(Part{X: barsAxis + float32(i)*pitch, Y: size.Height - barsFoot + 4, W: pitch, H: 14, Words: l, Face: Hint, Ink: InkSecond, Align: fyne.TextAlignCenter})
	}
}

func (b *Bars) drawBar(i int, x float32, y func(int) float32, put func(Part)) {
	value, base := b.value(i), y(0)
	inFocus := b.focused && i == b.at
	if value > 0 {
		put(barPart(i%len(b.series), b.series[i%len(b.series)].Ink, Part{X: x, Y: y(value), W: barWidth, H: base - y(value), Radius: barsRadius}))
	}
	if inFocus {
		put(Part{X: x - 3, Y: y(value) - 3, W: barWidth + 6, H: base - y(value) + 6, Stroke: Accent, Line: 2, Radius: 4})
	}
	if b.numbers || inFocus || i == b.under {
		put(Part{X: x - 12, Y: y(value) - 16, W: barWidth + 24, H: 14, Words: strconv.Itoa(value), Face: HintBold, Ink: Ink, Align: fyne.TextAlignCenter})
	}
}

// axisStep is the round number between two lines of the axis.
func axisStep(highest int) int {
	for unit := 1; ; unit *= 10 {
		for _, step := range []int{unit, 2 * unit, 5 * unit} {
			if highest <= step*(barsLines-1) {
				return step
			}
		}
	}
}
