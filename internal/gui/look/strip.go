package look

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// rowStrip scrolls through rows of one height under each other. It makes the rows that are seen, and gives a row that
// scrolls out of sight to an item that comes into it.
type rowStrip struct {
	height float32
	count  func() int
	bind   func(*listRow) // lets a row show the item of its index

	scroll  *container.Scroll
	content *fyne.Container
	rows    []*listRow       // that were made
	shown   map[int]*listRow // by index
	spare   []*listRow
}

func newRowStrip(height float32, count func() int, bind func(*listRow)) *rowStrip {
	s := &rowStrip{height: height, count: count, bind: bind, shown: map[int]*listRow{}}
	s.content = container.New(stripLayout{s})
	s.scroll = container.NewVScroll(s.content)
	s.scroll.OnScrolled = func(fyne.Position) { s.place() }
	return s
}

// stripLayout is as high as all rows; each is put where it belongs when it comes into sight.
type stripLayout struct{ strip *rowStrip }

func (l stripLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.strip.height*float32(l.strip.count()))
}

func (stripLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// place makes the rows that are seen now. Those that were seen before stay as they are, and all stand in the order in which
// they were made: behind one that has changed its place Fyne would measure every row anew.
func (s *rowStrip) place() {
	first := max(0, int(s.scroll.Offset.Y/s.height))
	last := min(s.count(), int(math.Ceil(float64((s.scroll.Offset.Y+s.scroll.Size().Height)/s.height))))
	for i, r := range s.shown {
		if i < first || i >= last {
			delete(s.shown, i)
			s.spare = append(s.spare, r)
		}
	}
	for i := first; i < last; i++ {
		s.at(i)
	}
	rows := make([]fyne.CanvasObject, 0, max(0, last-first))
	for _, r := range s.rows {
		if s.shown[r.index] == r {
			rows = append(rows, r)
		}
	}
	s.content.Objects = rows
}

// at shows the row of an index, as wide as the room.
func (s *rowStrip) at(i int) {
	r, size := s.shown[i], fyne.NewSize(s.scroll.Size().Width, s.height)
	if r != nil {
		r.Resize(size)
		return
	}
	if n := len(s.spare) - 1; n >= 0 {
		r = s.spare[n]
		s.spare = s.spare[:n]
	} else {
		r = newListRow(s.height)
		s.rows = append(s.rows, r)
	}
	s.shown[i], r.index, r.hovered = r, i, false
	s.bind(r)
	r.Move(fyne.NewPos(0, float32(i)*s.height))
	r.Resize(size)
	r.Refresh()
}

// renew lets all rows show their items again: these may have changed, and how many there are.
func (s *rowStrip) renew() {
	s.content.Objects = nil // or each row would be drawn twice
	s.scroll.Refresh()
	s.place()
	for _, r := range s.shown {
		s.bind(r)
		r.Refresh()
	}
}

// reveal scrolls as little as brings a row into view.
func (s *rowStrip) reveal(i int) {
	top := float32(i) * s.height
	switch below := top + s.height - s.scroll.Size().Height; {
	case top < s.scroll.Offset.Y:
		s.scrollTo(top)
	case below > s.scroll.Offset.Y:
		s.scrollTo(below)
	}
}

func (s *rowStrip) scrollTo(y float32) {
	s.scroll.ScrollToOffset(fyne.NewPos(0, y))
	s.place()
}

// stripRenderer is the renderer of a widget that is such rows.
type stripRenderer struct{ strip *rowStrip }

func (stripRenderer) Destroy()             {}
func (r stripRenderer) MinSize() fyne.Size { return r.strip.scroll.MinSize() }

func (r stripRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.strip.scroll}
}

func (r stripRenderer) Layout(size fyne.Size) {
	r.strip.scroll.Resize(size)
	r.strip.place()
}

func (r stripRenderer) Refresh() {
	r.strip.renew()
	canvas.Refresh(r.strip.scroll)
}
