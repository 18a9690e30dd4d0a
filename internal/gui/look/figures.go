package look

import (
	"fyne.io/fyne/v2"
)

// FigureCell is a number of a table of figures.
type FigureCell struct {
	Words string
	Link  bool                // it leads on
	Ink   fyne.ThemeColorName // None = by what it is
}

// FigureRow is a line of a table of figures: what is counted, and the numbers.
type FigureRow struct {
	Label string
	Cells []FigureCell
	Total bool // the line under the others
}

// Figures is a table of numbers, as high as its rows. It is one stop for the focus: arrows move from number to number,
// Enter opens the one in the frame.
type Figures struct {
	stop
	heads  []string // the first one is that of the labels
	rows   []FigureRow
	at     [2]int // row and cell in the frame
	under  [2]int // under the pointer; -1 = none
	onTap  func(row, cell int)
	widths []float32
	label  float32
}

const (
	figureHead  = 26
	figureRow   = 25
	figurePad   = 12
	figureLabel = 150 // at least
)

// NewFigures makes a table without rows. Tap hears which number was opened.
func NewFigures(heads []string, tap func(row, cell int)) *Figures {
	f := &Figures{heads: heads, onTap: tap, under: [2]int{-1, -1}}
	f.extend(f)
	f.size = func() fyne.Size { return fyne.NewSize(2*figureLabel, figureHead+figureRow*float32(len(f.rows))) }
	f.paint, f.key = f.draw, f.typed
	f.tap = func(at fyne.Position) {
		if cell, ok := f.find(at); ok {
			f.press(cell)
		}
	}
	f.move = func(at fyne.Position, here bool) {
		f.under = [2]int{-1, -1}
		if cell, ok := f.find(at); here && ok {
			f.under = cell
		}
		f.Refresh()
	}
	return f
}

// Put shows rows.
func (f *Figures) Put(rows []FigureRow) {
	f.rows = rows
	f.label = figureLabel
	for _, r := range rows {
		f.label = max(f.label, Strong.Width(r.Label)+1+2*figurePad)
	}
	f.widths = make([]float32, max(0, len(f.heads)-1))
	for i := range f.widths {
		f.widths[i] = SecondBold.Width(f.heads[i+1])
		for _, r := range rows {
			if i < len(r.Cells) {
				f.widths[i] = max(f.widths[i], Strong.Width(r.Cells[i].Words))
			}
		}
		f.widths[i] = float32(int(f.widths[i])) + 1 + 2*figurePad
	}
	if !f.link(f.at) {
		f.at = f.next([2]int{0, -1}, 1)
	}
	f.Allow(f.link(f.at))
	f.Refresh()
}

func (f *Figures) link(at [2]int) bool {
	return at[0] >= 0 && at[0] < len(f.rows) && at[1] >= 0 && at[1] < len(f.rows[at[0]].Cells) && f.rows[at[0]].Cells[at[1]].Link
}

// next gives the next number that leads on, in the order of reading; where there is none it stays.
func (f *Figures) next(from [2]int, by int) [2]int {
	n := len(f.widths)
	for i := from[0]*n + from[1] + by; n > 0 && i >= 0 && i < n*len(f.rows); i += by {
		if at := [2]int{i / n, i % n}; f.link(at) {
			return at
		}
	}
	return from
}

// below gives the next number of the same column.
func (f *Figures) below(by int) [2]int {
	for row := f.at[0] + by; row >= 0 && row < len(f.rows); row += by {
		if at := [2]int{row, f.at[1]}; f.link(at) {
			return at
		}
	}
	return f.at
}

func (f *Figures) typed(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyRight:
		f.at = f.next(f.at, 1)
	case fyne.KeyLeft:
		f.at = f.next(f.at, -1)
	case fyne.KeyDown:
		f.at = f.below(1)
	case fyne.KeyUp:
		f.at = f.below(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		f.press(f.at)
	default:
		return false
	}
	f.Refresh()
	return true
}

func (f *Figures) press(at [2]int) {
	if f.link(at) && f.onTap != nil {
		f.at = at
		f.Refresh()
		f.onTap(at[0], at[1])
	}
}

// spans gives the places of the numbers. What is left over is shared, so that columns stand evenly in wide windows; in
// small ones they give way and their heads are cut.
func (f *Figures) spans(width float32) []span {
	asked := float32(0)
	for _, w := range f.widths {
		asked += w
	}
	spare := max(0, width-f.label-asked) * 0.7 / float32(max(1, len(f.widths)))
	fits := min(1, (width-figureLabel)/max(1, asked))
	spans, x := make([]span, len(f.widths)), width
	for i := len(f.widths) - 1; i >= 0; i-- {
		w := float32(int(f.widths[i]*fits + spare))
		x -= w
		spans[i] = span{x, w}
	}
	return spans
}

func (f *Figures) find(at fyne.Position) ([2]int, bool) {
	row := int((at.Y - figureHead) / figureRow)
	if at.Y < figureHead || row >= len(f.rows) {
		return [2]int{}, false
	}
	for i, s := range f.spans(f.Size().Width) {
		if at.X >= s.x && at.X < s.x+s.width {
			cell := [2]int{row, i}
			return cell, f.link(cell)
		}
	}
	return [2]int{}, false
}

func (f *Figures) draw(size fyne.Size, put func(Part)) {
	if len(f.heads) == 0 {
		return
	}
	spans := f.spans(size.Width)
	label := size.Width - figurePad
	if len(spans) > 0 {
		label = spans[0].x - figurePad
	}
	put(Part{W: size.Width, H: figureHead, Fill: Band})
	put(Part{Y: figureHead - 1, W: size.Width, H: 1, Fill: Rule})
	put(Part{X: figurePad, W: label, H: figureHead, Words: f.heads[0], Face: SecondBold, Ink: InkSecond})
	for i, s := range spans {
		put(Part{X: s.x, W: s.width - figurePad, H: figureHead, Words: f.heads[i+1], Face: SecondBold, Ink: InkSecond, Align: fyne.TextAlignTrailing})
	}
	for i, r := range f.rows {
		y := figureHead + figureRow*float32(i)
		face := Body
		if r.Total {
			face = Strong
		}
		put(Part{Y: y + figureRow - 1, W: size.Width, H: 1, Fill: RowRule})
		put(Part{X: figurePad, Y: y, W: label, H: figureRow, Words: r.Label, Face: face, Ink: Ink})
		for c, s := range spans {
			if c < len(r.Cells) {
				f.drawCell(r.Cells[c], [2]int{i, c}, Part{X: s.x, Y: y, W: s.width, H: figureRow, Face: face}, put)
			}
		}
	}
}

func (f *Figures) drawCell(c FigureCell, at [2]int, p Part, put func(Part)) {
	ink := c.Ink
	switch {
	case ink != None:
	case c.Link:
		ink = InkAccent
	default:
		ink = Ink
	}
	words := p.Face.Width(c.Words) + 1
	x := p.X + p.W - figurePad - words
	if c.Link && at == f.under {
		put(Part{X: x - 6, Y: p.Y + 2, W: words + 12, H: p.H - 5, Fill: Hover, Radius: 4})
		put(Part{X: x, Y: p.Y + p.H - 6, W: words, H: 1, Fill: ink})
	}
	if f.focused && at == f.at {
		put(Part{X: x - 6, Y: p.Y + 1, W: words + 12, H: p.H - 3, Stroke: Accent, Line: 2, Radius: 4})
	}
	put(Part{X: p.X, Y: p.Y, W: p.W - figurePad, H: p.H, Words: c.Words, Face: p.Face, Ink: ink, Align: fyne.TextAlignTrailing})
}
