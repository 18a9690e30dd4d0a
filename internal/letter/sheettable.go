package letter

// Table is a ruled table whose head comes back at the top of every page.
type Table struct {
	Heads []Head
	Rows  [][]string
	High  bool // leaves room to sign in every row
}

// Head is the head of a column and its part of the width; the parts of a table add up to 100.
type Head struct {
	Words string
	Part  float64
}

const (
	tableSize, tableLead = 10, 13.5
	tablePad             = 3.0 // around the words of a cell
	tableHigh            = 11 * mm
)

func (t Table) texts() []string {
	var all []string
	for _, h := range t.Heads {
		all = append(all, h.Words)
	}
	for _, row := range t.Rows {
		all = append(all, row...)
	}
	return all
}

func (t Table) set(c *compositor) {
	heads := make([]string, len(t.Heads))
	for i, h := range t.Heads {
		heads[i] = h.Words
	}
	head := t.row(c, heads, bold, 0)
	head.rules = append(head.rules, rule{x2: column, width: 0.6})
	head.keep = true
	boxes := []box{head}
	least := 0.0
	if t.High {
		least = tableHigh
	}
	for _, row := range t.Rows {
		b := t.row(c, row, regular, least)
		b.again = &head
		boxes = append(boxes, b)
	}
	c.add(10, boxes)
}

// row sets the cells of a row into one box, which no page divides.
func (t Table) row(c *compositor, cells []string, fc face, least float64) box {
	b := box{height: least}
	x := 0.0
	edges := []float64{0}
	for i, words := range cells {
		width := column * t.Heads[i].Part / 100
		lines := c.fonts.set(setting{size: tableSize, leading: tableLead, left: x + tablePad, width: width - 2*tablePad}, span{fc, words})
		y := tablePad
		for _, l := range lines {
			for _, text := range l.texts {
				text.y += y
				b.texts = append(b.texts, text)
			}
			y += l.height
		}
		b.height = max(b.height, y+tablePad)
		x += width
		edges = append(edges, x)
	}
	for _, edge := range edges {
		b.rules = append(b.rules, rule{x1: edge, x2: edge, y2: b.height, width: 0.4, gray: 120})
	}
	b.rules = append(b.rules, rule{y1: b.height, x2: column, y2: b.height, width: 0.4, gray: 120})
	return b
}
