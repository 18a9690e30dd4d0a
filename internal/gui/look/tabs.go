package look

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
)

// TabWords are what a tab says; a count below 0 is not shown.
type TabWords struct {
	Words string
	Count int
}

// Tabs is a line of tabs, 34 high with the rule under it: one stop for the focus, ← and → change the tab.
type Tabs struct {
	stop
	tabs    []TabWords
	current int
	changed func(int)
}

const (
	tabHeight = 34
	tabPad    = 12
	tabLine   = 3
	tabCount  = 6 // between words and count
)

// NewTabs makes a line of tabs with the first one open; changed hears the index of the one a person opens.
func NewTabs(tabs []TabWords, changed func(int)) *Tabs {
	t := &Tabs{tabs: slices.Clone(tabs), changed: changed}
	t.extend(t)
	t.size = func() fyne.Size { return fyne.NewSize(t.width(), tabHeight) }
	t.paint, t.key = t.draw, t.typed
	t.tap = func(at fyne.Position) {
		for i, p := range t.spans() {
			if at.X >= p.x && at.X < p.x+p.width {
				t.open(i)
			}
		}
	}
	return t
}

// Put opens a tab from the program: nobody is told.
func (t *Tabs) Put(i int) {
	if t.current != i {
		t.current = i
		t.Refresh()
	}
}

// Current is the index of the open tab.
func (t *Tabs) Current() int { return t.current }

// SetCounts changes the counts, in the order of the tabs; below 0 is not shown.
func (t *Tabs) SetCounts(counts ...int) {
	for i := range min(len(counts), len(t.tabs)) {
		t.tabs[i].Count = counts[i]
	}
	t.Refresh()
}

// SetTabs changes the tabs and opens one of them: nobody is told.
func (t *Tabs) SetTabs(tabs []TabWords, current int) {
	t.tabs, t.current = slices.Clone(tabs), current
	t.Refresh()
}

func (t *Tabs) open(i int) {
	i = min(max(i, 0), len(t.tabs)-1)
	if i == t.current {
		return
	}
	t.Put(i)
	if t.changed != nil {
		t.changed(i)
	}
}

func (t *Tabs) typed(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyRight:
		t.open(t.current + 1)
	case fyne.KeyLeft:
		t.open(t.current - 1)
	case fyne.KeyHome:
		t.open(0)
	case fyne.KeyEnd:
		t.open(len(t.tabs) - 1)
	default:
		return false
	}
	return true
}

func (t *Tabs) width() float32 {
	spans := t.spans()
	last := spans[len(spans)-1]
	return last.x + last.width
}

func (t *Tabs) spans() []span {
	spans, x := make([]span, len(t.tabs)), float32(4)
	for i, tab := range t.tabs {
		width := 2*tabPad + Strong.Width(tab.Words)
		if tab.Count >= 0 {
			width += tabCount + Second.Width(strconv.Itoa(tab.Count))
		}
		spans[i] = span{x, width}
		x += width
	}
	return spans
}

func (t *Tabs) draw(size fyne.Size, put func(Part)) {
	put(Part{Y: tabHeight - 1, W: size.Width, H: 1, Fill: Rule})
	for i, p := range t.spans() {
		face, ink := Body, InkSecond
		if i == t.current {
			face, ink = Strong, InkAccent
			put(Part{X: p.x, Y: tabHeight - tabLine, W: p.width, H: tabLine, Fill: Accent})
			if t.focused {
				put(Part{X: p.x, Y: 2, W: p.width, H: tabHeight - tabLine - 4, Stroke: Accent, Line: 2, Radius: 4})
			}
		}
		words := t.tabs[i]
		put(Part{X: p.x + tabPad, W: p.width, H: tabHeight - 1, Words: words.Words, Face: face, Ink: ink})
		if words.Count >= 0 {
			x := p.x + tabPad + face.Width(words.Words) + tabCount
			put(Part{X: x, W: p.width, H: tabHeight - 1, Words: strconv.Itoa(words.Count), Face: Second, Ink: InkSecond})
		}
	}
}
