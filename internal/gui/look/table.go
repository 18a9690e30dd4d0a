package look

import (
	"maps"
	"math"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Cell is what a column shows of an item.
type Cell struct {
	Words string
	Face  Face                // zero = Body
	Ink   fyne.ThemeColorName // None = Ink
	Icon  fyne.Resource       // before the words, 14
	Boxed bool                // the letter of a kind
	Mark  fyne.Resource       // after the words, 16
	Check Check
}

// Check is a box to be ticked.
type Check int

// States of a box.
const (
	NoCheck Check = iota
	Unchecked
	Checked
)

// TableColumn is a column of a table as data.
type TableColumn[T any] struct {
	Key   string // under which its width is remembered and it is sorted by
	Head  string
	Width float32 // 0 = what the others leave
	Right bool    // figures
	Fixed bool    // neither sorted nor resized
	Plain bool    // not sorted by: what it shows is only known of the rows in sight
	Spare int     // where there is no room the column with the highest goes first; 0 = it stays
	Cell  func(T) Cell
}

// Group is the head of a group of rows.
type Group struct{ Words, Count string }

// Table is a list with columns and a head that sorts and resizes them.
type Table[T comparable] struct {
	*fyne.Container
	Rows *List[T]
	// OnSort hears the key of a column whose head was pressed.
	OnSort func(key string)
	// OnWidths hears the widths that a person gave to columns.
	OnWidths func(map[string]float32)

	columns []TableColumn[T]
	widths  map[string]float32 // that a person gave
	fitted  map[string]float32 // that the longest words need
	head    *tableHead
	group   func(T) (Group, bool)
	row     float32
}

const (
	headHeight = 28
	rowHeight  = 24
	cellGap    = 10
	rowInset   = 12
	minColumn  = 36
	minRest    = 120
	leastRest  = 60 // where no column is left that could be spared
)

// NewTable makes an empty table. Group tells which items are heads of groups; nil = none.
func NewTable[T comparable](columns []TableColumn[T], group func(T) (Group, bool)) *Table[T] {
	return NewTallTable(rowHeight, columns, group)
}

// NewTallTable makes a table with rows of another height.
func NewTallTable[T comparable](row float32, columns []TableColumn[T], group func(T) (Group, bool)) *Table[T] {
	t := &Table[T]{columns: columns, widths: map[string]float32{}, fitted: map[string]float32{}, group: group, row: row}
	t.Rows = NewList(row, t.paintRow)
	if group != nil {
		t.Rows.Head = func(item T) bool { _, ok := group(item); return ok }
	}
	t.head = newTableHead(len(columns), t.spans)
	for i, c := range columns {
		t.head.cells[i].say(c.Head, c.Right, c.Fixed || c.Head == "")
		t.head.cells[i].plain = c.Plain
		t.head.cells[i].onTap = func() { t.sort(c) }
		t.head.cells[i].onDrag = func(by float32) { t.resize(i, by) }
	}
	t.Container = Stack(
		NewBox(Surface).Bordered(Rule, 1).Rounded(6),
		Padded(1, 1, 1, 1, Tall(t.head, t.Rows)))
	return t
}

// Bare gives the table without its frame, for a card that has one.
func (t *Table[T]) Bare() fyne.CanvasObject { return t.Objects[len(t.Objects)-1] }

// Sorted marks the column that the rows are sorted by.
func (t *Table[T]) Sorted(key string, down bool) {
	for i, c := range t.columns {
		t.head.cells[i].mark(c.Key == key && key != "", down)
	}
}

// SetWidths gives columns the widths that were remembered.
func (t *Table[T]) SetWidths(widths map[string]float32) {
	maps.Copy(t.widths, widths)
	t.head.Refresh()
	t.Rows.Refresh()
}

// lengthiest gives the words with the most letters that a column has for the items: to measure all of them would take as long
// as to read a large register, and the toolkit would remember how wide each is.
func lengthiest[T any](items []T, c TableColumn[T]) string {
	words, most := "", 0
	for _, item := range items {
		w := c.Cell(item).Words
		if n := utf8.RuneCountInString(w); n > most {
			words, most = w, n
		}
	}
	return words
}

// Fit widens a column to the longest words it has for the items, up to some width; a width that a person gave stays.
func (t *Table[T]) Fit(key string, items []T, most float32) {
	for _, c := range t.columns {
		if c.Key != key {
			continue
		}
		t.fitted[key] = min(Body.Width(lengthiest(items, c))+cellGap+1, most)
	}
	t.head.Refresh()
}

// Widen gives a column more than its own width, 0 = no more; a width that a person gave stays.
func (t *Table[T]) Widen(key string, width float32) {
	t.fitted[key] = width
	t.head.Refresh()
	t.Rows.Refresh()
}

func (t *Table[T]) sort(c TableColumn[T]) {
	if t.OnSort != nil && !c.Fixed && !c.Plain && c.Head != "" {
		t.OnSort(c.Key)
	}
}

func (t *Table[T]) resize(i int, by float32) {
	c := t.columns[i]
	if c.Width == 0 {
		return
	}
	t.widths[c.Key] = max(minColumn, t.width(c)+by)
	t.head.Refresh()
	t.Rows.Refresh()
	if t.OnWidths != nil {
		t.OnWidths(maps.Clone(t.widths))
	}
}

func (t *Table[T]) width(c TableColumn[T]) float32 {
	if w, ok := t.widths[c.Key]; ok && c.Width > 0 {
		return w
	}
	return max(c.Width, t.fitted[c.Key])
}

// span is a column's place in a row.
type span struct{ x, width float32 }

// spans gives every column its width, and what is left to the one without.
func (t *Table[T]) spans(width float32) []span {
	rest := width - rowInset
	for _, c := range t.columns {
		rest -= t.width(c)
	}
	stays := t.spared(&rest)
	lender, lent := t.lender(rest, stays)
	rest += lent
	spans, x := make([]span, len(t.columns)), float32(rowInset)
	for i, c := range t.columns {
		w := t.width(c)
		if i == lender {
			w -= lent
		}
		if c.Spare >= stays {
			spans[i] = span{x, 0}
			continue
		}
		if w == 0 {
			w = rest
			if rest < leastRest {
				w = minRest
			}
		}
		spans[i] = span{x, w - cellGap}
		x += w
	}
	return spans
}

// spared tells from which Spare on columns are left out, and adds what they leave to the rest.
func (t *Table[T]) spared(rest *float32) int {
	from := math.MaxInt
	for *rest < minRest {
		next := 0
		for _, c := range t.columns {
			if c.Spare < from {
				next = max(next, c.Spare)
			}
		}
		if next == 0 {
			break
		}
		for _, c := range t.columns {
			if c.Spare == next {
				*rest += t.width(c)
			}
		}
		from = next
	}
	return from
}

// lender tells which column gives of its width where the one that lives on the rest has too little, and how much.
func (t *Table[T]) lender(rest float32, stays int) (at int, lent float32) {
	at = -1
	lives := false
	for i, c := range t.columns {
		_, own := t.widths[c.Key]
		switch w := t.width(c); {
		case c.Spare >= stays:
		case w == 0:
			lives = true
		case !c.Fixed && !own && w > minRest && (at < 0 || w > t.width(t.columns[at])):
			at = i
		}
	}
	if !lives || at < 0 || rest >= minRest {
		return -1, 0
	}
	return at, min(minRest-rest, t.width(t.columns[at])-minRest)
}

func (t *Table[T]) paintRow(item T, width float32, put func(Part)) {
	if t.group != nil {
		if g, ok := t.group(item); ok {
			t.paintGroup(g, width, put)
			return
		}
	}
	put(Part{X: 0, Y: t.row - 1, W: width, H: 1, Fill: RowRule})
	for i, s := range t.spans(width) {
		if s.width <= 0 {
			continue
		}
		t.paintCell(t.columns[i].Cell(item), s, t.columns[i].Right, put)
	}
}

func (t *Table[T]) paintGroup(g Group, width float32, put func(Part)) {
	put(Part{X: 0, Y: 0, W: width, H: t.row, Fill: Ground})
	put(Part{X: 0, Y: t.row - 1, W: width, H: 1, Fill: RowRule})
	put(Part{X: rowInset, Y: (t.row - 16) / 2, W: 16, H: 16, Icon: Icon(theme.IconNameArrowDropDown), Ink: Ink})
	words := SecondBold.Width(g.Words)
	put(Part{X: 36, Y: 0, W: words + 1, H: t.row, Words: g.Words, Face: SecondBold, Ink: Ink})
	put(Part{X: 36 + words + 8, Y: 0, W: 80, H: t.row, Words: g.Count, Face: Second, Ink: InkSecond})
}

func (t *Table[T]) paintCell(c Cell, s span, right bool, put func(Part)) {
	if c.Face == (Face{}) {
		c.Face = Body
	}
	if c.Ink == None {
		c.Ink = Ink
	}
	middle := func(size float32) float32 { return (t.row - size) / 2 }
	switch {
	case c.Check != NoCheck:
		icon, ink := Icon(theme.IconNameCheckButton), Border
		if c.Check == Checked {
			icon, ink = Icon(theme.IconNameCheckButtonChecked), Accent
		}
		put(Part{X: s.x, Y: middle(16), W: 16, H: 16, Icon: icon, Ink: ink})
		return
	case c.Boxed:
		PutKind(put, s.x, middle(kindBox), c.Words)
		return
	case c.Icon != nil:
		put(Part{X: s.x, Y: middle(14), W: 14, H: 14, Icon: c.Icon, Ink: c.Ink})
		s = span{s.x + 18, s.width - 18}
	}
	part := Part{X: s.x, Y: 0, W: s.width, H: t.row + 1, Words: c.Words, Face: c.Face, Ink: c.Ink}
	if right {
		part.Align = fyne.TextAlignTrailing
	}
	if c.Mark != nil {
		part.W -= 20
		words := min(c.Face.Width(c.Words), part.W)
		put(Part{X: s.x + words + 4, Y: middle(16), W: 16, H: 16, Icon: c.Mark, Ink: InkSecond})
	}
	put(part)
}
