package letter

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"harta/internal/domain"
)

// Sheet is a plain document in the hand of the letters: the recovery sheet, the explanation of a deadline, a
// receipt.
type Sheet struct {
	Head     domain.Letterhead // empty = none
	Title    string
	Parts    []Part
	Foot     string // beside the page number
	Exercise bool
	At       time.Time     // creation date of the PDF
	ID       domain.Digest // seeds the PDF's /ID
}

// Part is a piece of a sheet: Text, Heading, Rows, Table, Steps, Months or Code.
type Part interface {
	texts() []string
	set(c *compositor)
}

type (
	// Text is a paragraph.
	Text string
	// Heading stands alone and bold, on one page with what follows.
	Heading string
	// Rows are names and values, one pair under the other.
	Rows []Row
	// Steps are paragraphs numbered from 1.
	Steps []string
	// Code is a secret to be typed: big, in groups of four, with its QR code. Spaces and hyphens in it count for
	// nothing; it has at most 128 characters.
	Code string
)

// Row is a name and its value.
type Row struct{ Name, Value string }

// codeLine is how many characters of a code stand on a line.
const codeLine = 16

// codeLimit is the longest code that is set.
const codeLimit = 128

// Sheet renders the sheet as PDF/A-1b. A text with a letter the font lacks is refused as Check refuses it, a code
// too long as domain.TooLong; the field is title, foot or parts.2, counted from 1.
func (p *Press) Sheet(s Sheet) ([]byte, error) {
	if err := p.checkSheet(s); err != nil {
		return nil, err
	}
	pages, err := p.sheetPages(s)
	if err != nil {
		return nil, err
	}
	return p.print(pages, about{title: oneLine(s.Title), author: oneLine(s.Head.Office), at: s.At, id: s.ID})
}

func (p *Press) checkSheet(s Sheet) error {
	if err := p.printable("title", s.Title); err != nil {
		return err
	}
	for i, part := range s.Parts {
		if c, ok := part.(Code); ok && utf8.RuneCountInString(c.plain()) > codeLimit {
			return domain.Refuse(op, domain.TooLong).On(fmt.Sprintf("parts.%d", i+1)).With("limit", codeLimit)
		}
		for _, t := range part.texts() {
			if err := p.printable(fmt.Sprintf("parts.%d", i+1), t); err != nil {
				return err
			}
		}
	}
	return p.printable("foot", s.Foot)
}

func (p *Press) sheetPages(s Sheet) ([]page, error) {
	c, top := compositor{Press: p}, pageTop
	if s.Head.Office != "" {
		c.boxes, c.err = p.head(s.Head)
		top = headTop
	}
	title := p.fonts.set(setting{size: 17, leading: 22, width: column}, span{bold, s.Title})
	keep(title)
	c.add(9*mm, title)
	for _, part := range s.Parts {
		part.set(&c)
	}
	if c.err != nil {
		return nil, c.err
	}
	pages := paginate(c.boxes, top)
	var marks []string
	if s.Exercise {
		marks = append(marks, p.words.Exercise)
	}
	p.furnish(pages, s.Foot, marks)
	return pages, nil
}

func (t Text) texts() []string { return []string{string(t)} }

func (t Text) set(c *compositor) { c.add(8, c.fonts.set(body, span{regular, string(t)})) }

func (h Heading) texts() []string { return []string{string(h)} }

func (h Heading) set(c *compositor) {
	lines := c.fonts.set(setting{size: 12.5, leading: 17, width: column}, span{bold, string(h)})
	keep(lines)
	c.add(15, lines)
}

func (s Steps) texts() []string { return s }

func (s Steps) set(c *compositor) {
	for i, step := range s {
		c.add(5, c.item(i+1, 0, step))
	}
}

func (r Rows) texts() []string {
	all := make([]string, 0, 2*len(r))
	for _, row := range r {
		all = append(all, row.Name, row.Value)
	}
	return all
}

func (r Rows) set(c *compositor) {
	const names = 48 * mm
	name := setting{size: 11, leading: 15, width: names - 4*mm, gray: 80}
	value := setting{size: 11, leading: 15, left: names, width: column - names}
	gap := 10.0
	for _, row := range r {
		pair := columns(c.fonts.set(name, span{regular, row.Name}), c.fonts.set(value, span{regular, row.Value}))
		if len(pair) == 0 {
			continue
		}
		last := &pair[len(pair)-1]
		last.height += 5
		y := last.height - 1.5
		last.rules = append(last.rules, rule{y1: y, x2: column, y2: y, width: 0.3, gray: 170})
		c.add(gap, pair)
		gap = 0
	}
}

func (s Code) texts() []string { return []string{string(s)} }

// plain is the code without what only helps to read it.
func (s Code) plain() string {
	return strings.NewReplacer(" ", "", "-", "", nbsp, "").Replace(string(s))
}

func (s Code) set(c *compositor) {
	const size, leading, side, pad = 22, 34, 38 * mm, 6 * mm
	qr, err := qrCode(s.plain(), side)
	if err != nil {
		c.err = err
		return
	}
	beside := setting{size: size, leading: leading, left: pad, width: column - side - 3*pad}
	var lines []box
	for chunk := range slices.Chunk([]rune(s.plain()), codeLine) { // four groups a line, whatever they consist of
		lines = append(lines, c.fonts.set(beside, span{mono, groups(string(chunk))})...)
	}
	b := box{height: max(height(lines), side) + 2*pad}
	y := (b.height - height(lines)) / 2
	for _, l := range lines {
		for _, t := range l.texts {
			t.y += y
			b.texts = append(b.texts, t)
		}
		y += l.height
	}
	b.pictures = []picture{{x: column - side - pad, y: (b.height - side) / 2, art: qr}}
	b.rules = frame(column, b.height)
	c.add(14, []box{b})
}

// frame is a rectangle from the upper left corner of a box.
func frame(width, height float64) []rule {
	return []rule{
		{x2: width, width: 0.8},
		{y1: height, x2: width, y2: height, width: 0.8},
		{y2: height, width: 0.8},
		{x1: width, x2: width, y2: height, width: 0.8},
	}
}

// groups puts a code into groups of four.
func groups(code string) string {
	var b strings.Builder
	for i, r := range []rune(code) {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}
