package letter

import (
	"crypto/sha256"
	"fmt"

	"harta/internal/domain"
)

// mm is a millimetre in points.
const mm = 72 / 25.4

// The page: A4, a binding margin on the left.
const (
	pageWidth  = 595.28
	pageHeight = 841.89
	marginLeft = 30 * mm
	column     = pageWidth - marginLeft - 20*mm // width of the text
	pageTop    = 22 * mm
	pageBottom = pageHeight - 24*mm // the text ends here, the footer follows
	footerLine = pageHeight - 17*mm
)

// text is a string in one face; y is its baseline. In a box x counts from the margin and y from the top of the
// box, on a page both from the upper left corner.
type text struct {
	x, y  float64
	s     string
	face  face
	size  float64
	gray  uint8   // 0 is black
	angle float64 // degrees, anticlockwise around its start
}

// rule is a straight line.
type rule struct {
	x1, y1, x2, y2 float64
	width          float64
	gray           uint8
}

// shade is a grey area beneath the texts: its upper left corner and its size.
type shade struct {
	x, y, width, height float64
	gray                uint8
}

// picture is art at a place: its upper left corner.
type picture struct {
	x, y float64
	art  art
}

// art is something drawn: PDF operators in its own space, y upwards, or a PNG without alpha.
type art struct {
	width, height float64
	ops           []byte
	png           []byte
}

// box is one line of the text with all that belongs to it; pages are filled with boxes.
type box struct {
	gap    float64 // space above, none at the top of a page
	height float64
	room   float64 // free height it asks for, below its top
	from   float64 // it starts no higher on its page
	keep   bool    // no page ends after it
	again  *box    // stands above it once more where it begins a page

	texts    []text
	rules    []rule
	shades   []shade
	pictures []picture
}

// append adds a text, joining it to the last one when they touch in the same face.
func (b *box) append(t text, touches bool) {
	if n := len(b.texts); touches && n > 0 && b.texts[n-1].face == t.face {
		b.texts[n-1].s += t.s
		return
	}
	b.texts = append(b.texts, t)
}

// page is what is drawn on one sheet.
type page struct {
	texts    []text
	rules    []rule
	shades   []shade
	pictures []picture
}

// digest tells the page from every page that looks otherwise.
func (p *page) digest() (d domain.Digest) {
	h := sha256.New()
	_, _ = fmt.Fprint(h, p.texts, p.rules, p.shades) // a hash takes everything
	for _, a := range p.pictures {
		_, _ = fmt.Fprint(h, a.x, a.y, a.art.width, a.art.height, len(a.art.ops))
		_, _ = h.Write(a.art.ops)
		_, _ = h.Write(a.art.png)
	}
	h.Sum(d[:0])
	return d
}

// place puts a box on the page with its top at y.
func (p *page) place(b box, y float64) {
	for _, t := range b.texts {
		t.x, t.y = t.x+marginLeft, t.y+y
		p.texts = append(p.texts, t)
	}
	for _, r := range b.rules {
		r.x1, r.x2, r.y1, r.y2 = r.x1+marginLeft, r.x2+marginLeft, r.y1+y, r.y2+y
		p.rules = append(p.rules, r)
	}
	for _, s := range b.shades {
		s.x, s.y = s.x+marginLeft, s.y+y
		p.shades = append(p.shades, s)
	}
	for _, a := range b.pictures {
		a.x, a.y = a.x+marginLeft, a.y+y
		p.pictures = append(p.pictures, a)
	}
}

// paginate fills pages with boxes. A page ends where a box would run over its bottom, or earlier, so that no
// page ends after a box that is kept with the next; where that leaves nothing on the page, the rule gives way.
func paginate(boxes []box, top float64) []page {
	pages := []page{{}}
	var tops []float64 // of the boxes on the current page
	start := 0
	y := top
	for i := 0; i < len(boxes); i++ {
		b := boxes[i]
		if i > start {
			y += b.gap
		}
		y = max(y, b.from)
		if i > start && y+max(b.height, b.room) > pageBottom {
			end := pageEnd(boxes, start, i)
			fill(&pages[len(pages)-1], boxes[start:end], tops)
			pages = append(pages, page{})
			start, i, y, tops = end, end-1, pageTop, tops[:0]
			if head := boxes[end].again; head != nil {
				pages[len(pages)-1].place(*head, y)
				y += head.height
			}
			continue
		}
		tops = append(tops, y)
		y += b.height
	}
	fill(&pages[len(pages)-1], boxes[start:], tops)
	return pages
}

// pageEnd finds the last place not after box i where a page that began with box start may end.
func pageEnd(boxes []box, start, i int) int {
	for end := i; end > start; end-- {
		if !boxes[end-1].keep {
			return end
		}
	}
	return i
}

func fill(p *page, boxes []box, tops []float64) {
	for i, b := range boxes {
		p.place(b, tops[i])
	}
}

// columns sets two stacks of lines side by side, as rows.
func columns(left, right []box) []box {
	rows := make([]box, max(len(left), len(right)))
	for i := range rows {
		for _, stack := range [][]box{left, right} {
			if i >= len(stack) {
				continue
			}
			b, row := stack[i], &rows[i]
			row.height = max(row.height, b.height)
			row.gap = max(row.gap, b.gap)
			row.texts = append(row.texts, b.texts...)
			row.rules = append(row.rules, b.rules...)
		}
	}
	return rows
}

// stack joins paragraphs, with a gap above each but the first.
func stack(gap float64, paragraphs ...[]box) []box {
	var all []box
	for _, lines := range paragraphs {
		if len(lines) == 0 {
			continue
		}
		if len(all) > 0 {
			lines[0].gap = gap
		}
		all = append(all, lines...)
	}
	return all
}

// compositor collects boxes in the order of reading. The first error ends its work.
type compositor struct {
	*Press
	boxes []box
	err   error
}

// add puts lines below the others, with a gap above.
func (c *compositor) add(gap float64, lines []box) {
	if len(lines) > 0 {
		lines[0].gap = gap
		c.boxes = append(c.boxes, lines...)
	}
}
