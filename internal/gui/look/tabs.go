package look

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
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

	pad    float32 // beside the words of a tab
	slides bool
	first  int     // the first tab that is shown, where they slide
	fitted float32 // the width that first was chosen for
}

const (
	tabHeight = 34
	tabPad    = 12
	tabTight  = 7 // before tabs are left out
	tabLine   = 3
	tabCount  = 6  // between words and count
	tabSign   = 28 // the room of the sign that there are more
)

// NewTabs makes a line of tabs with the first one open; changed hears the index of the one a person opens.
func NewTabs(tabs []TabWords, changed func(int)) *Tabs {
	t := &Tabs{tabs: slices.Clone(tabs), changed: changed, pad: tabPad}
	t.extend(t)
	t.size = func() fyne.Size { return fyne.NewSize(t.width(), tabHeight) }
	t.paint, t.key, t.tap = t.draw, t.typed, t.tapped
	return t
}

// Sliding lets the line be narrower than its tabs: they move closer. Those without room are left out as a whole, and a sign at either end
// says that there are more and shows them.
func (t *Tabs) Sliding() *Tabs {
	t.slides = true
	t.size = func() fyne.Size { return fyne.NewSize(0, tabHeight) }
	return t
}

func (t *Tabs) tapped(at fyne.Position) {
	spans := t.spans()
	for i, p := range spans {
		if at.X >= p.x && at.X < p.x+p.width {
			t.open(i)
			return
		}
	}
	switch before, after := t.more(spans); {
	case before && at.X < tabSign:
		for end := t.first - 1; t.first > 0 && t.placed(t.first - 1)[end].width > 0; {
			t.first--
		}
	case after && at.X >= t.Size().Width-tabSign:
		for t.first++; spans[t.first].width > 0; {
			t.first++
		}
		t.fill()
	}
	t.Refresh()
}

// Put opens a tab from the program: nobody is told.
func (t *Tabs) Put(i int) {
	if t.current != i {
		t.current = i
		t.fitted = 0
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
	t.tabs, t.current, t.fitted = slices.Clone(tabs), current, 0
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
	spans := t.placed(-1)
	last := spans[len(spans)-1]
	return last.x + last.width
}

// spans gives where the tabs are; one that is left out has no width.
func (t *Tabs) spans() []span {
	width := t.Size().Width
	if t.pad = tabPad; t.slides && t.width() > width {
		t.pad = max(tabTight, tabPad-(t.width()-width)/float32(2*len(t.tabs)))
	}
	if !t.slides || t.width() <= width+0.1 { // what is divided is not always whole again
		return t.placed(-1)
	}
	if t.fitted != width { // the open tab is shown
		t.fitted, t.first = width, min(t.first, t.current)
		for t.first < t.current && t.placed(t.first)[t.current].width == 0 {
			t.first++
		}
		t.fill()
	}
	return t.placed(t.first)
}

// fill leaves no room behind the last tab that one before the first could have.
func (t *Tabs) fill() {
	for t.first > 0 && t.placed(t.first - 1)[len(t.tabs)-1].width > 0 {
		t.first--
	}
}

// placed puts the tabs beside each other, all of them or those from one on that have room between the signs.
func (t *Tabs) placed(first int) []span {
	spans, x, room := make([]span, len(t.tabs)), float32(4), t.Size().Width-tabSign
	if first >= 0 {
		x = tabSign
	}
	for i, tab := range t.tabs {
		width := 2*t.pad + Strong.Width(tab.Words)
		if tab.Count >= 0 {
			width += tabCount + Second.Width(strconv.Itoa(tab.Count))
		}
		switch {
		case i < first:
			continue
		case first >= 0 && i > first && x+width > room:
			return spans
		}
		spans[i] = span{x, width}
		x += width
	}
	return spans
}

// more tells whether tabs are left out before those that are shown, and after them.
func (t *Tabs) more(spans []span) (before, after bool) {
	return spans[0].width == 0, spans[len(spans)-1].width == 0
}

func (t *Tabs) draw(size fyne.Size, put func(Part)) {
	put(Part{Y: tabHeight - 1, W: size.Width, H: 1, Fill: Rule})
	spans := t.spans()
	sign := func(x float32, icon fyne.ThemeIconName) {
		put(Part{X: x + (tabSign-16)/2, Y: 8, W: 16, H: 16, Icon: Icon(icon), Ink: InkAccent})
	}
	before, after := t.more(spans)
	if before {
		sign(0, theme.IconNameNavigateBack)
	}
	if after {
		sign(size.Width-tabSign, theme.IconNameNavigateNext)
	}
	for i, p := range spans {
		if p.width == 0 {
			continue
		}
		face, ink := Body, InkSecond
		if i == t.current {
			face, ink = Strong, InkAccent
			put(Part{X: p.x, Y: tabHeight - tabLine, W: p.width, H: tabLine, Fill: Accent})
			if t.focused {
				put(Part{X: p.x, Y: 2, W: p.width, H: tabHeight - tabLine - 4, Stroke: Accent, Line: 2, Radius: 4})
			}
		}
		words := t.tabs[i]
		put(Part{X: p.x + t.pad, W: p.width, H: tabHeight - 1, Words: words.Words, Face: face, Ink: ink})
		if words.Count >= 0 {
			x := p.x + t.pad + face.Width(words.Words) + tabCount
			put(Part{X: x, W: p.width, H: tabHeight - 1, Words: strconv.Itoa(words.Count), Face: Second, Ink: InkSecond})
		}
	}
}
