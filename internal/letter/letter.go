package letter

import (
	"strconv"
	"strings"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// Where things stand on the first page. The addressee shows in the window of a DL envelope (ISO 269), window on
// the right, 45 × 90 mm, 20 mm from the right and the lower edge; nothing else does, however the letter slides.
const (
	headTop     = 13 * mm
	addressTop  = 46 * mm
	addressLeft = 112*mm - marginLeft
	windowEnd   = 91 * mm
)

// The sizes of the hand.
const (
	textSize    = 11.5
	textLeading = 15.2
	smallSize   = 9.5
	firstIndent = 1.25 * 10 * mm
	itemIndent  = 9 * mm
	signGap     = 13 * mm // room for the signature itself
	qrSize      = 21 * mm
)

// The settings of running text: from the margin, and with the first line indented.
var (
	body     = setting{size: textSize, leading: textLeading, width: column, align: justified}
	indented = setting{size: textSize, leading: textLeading, width: column, align: justified, first: firstIndent}
)

// letterPages composes a letter and puts it on pages.
func (p *Press) letterPages(l domain.Letter, i domain.Issue) ([]page, error) {
	head, err := p.head(l.Head)
	if err != nil {
		return nil, err
	}
	var code art
	if i.QR != "" {
		if code, err = qrCode(i.QR, qrSize); err != nil {
			return nil, err
		}
	}
	boxes := head
	boxes = append(boxes, p.address(l, i)...)
	boxes = append(boxes, p.text(l)...)
	boxes = append(boxes, p.signature(l, code)...)
	pages := paginate(boxes, headTop)
	if i.QR != "" {
		pages[len(pages)-1].place(box{pictures: []picture{{x: column - qrSize, art: code}}}, pageBottom-qrSize)
	}
	var marks []string
	if i.Draft {
		marks = append(marks, p.words.Draft)
	}
	if l.Exercise {
		marks = append(marks, p.words.Exercise)
	}
	p.furnish(pages, p.outgoing(i), marks)
	return pages, nil
}

// address sets what stands between the letterhead and the subject: numbers on the left, the addressee on the
// right.
func (p *Press) address(l domain.Letter, i domain.Issue) []box {
	w, f := p.words, p.fonts
	narrow := setting{size: 11, leading: 15, width: addressLeft - 6*mm}
	left := [][]box{f.set(narrow, span{regular, p.outgoing(i)})}
	if l.Head.Place != "" {
		left = append(left, f.set(narrow, span{regular, l.Head.Place + ", " + p.date(i.Date)}))
	}
	if l.YourRef != "" {
		left = append(left, f.set(narrow, span{regular, w.YourRef + nbsp + l.YourRef}))
	}
	if l.OurRef != "" {
		left = append(left, f.set(narrow, span{regular, w.OurRef + nbsp + l.OurRef}))
	}
	if len(l.Copies) > 0 {
		narrow.size = smallSize
		copies := [][]box{f.set(narrow, span{regular, w.CopyTo + ":"})}
		for _, c := range l.Copies {
			copies = append(copies, f.set(narrow, span{regular, c}))
		}
		left = append(left, stack(0, copies...))
	}
	window := setting{size: 11, leading: 15, left: addressLeft, width: column - addressLeft}
	right := [][]box{f.set(window, span{regular, w.To}), f.set(window, span{bold, strings.ToUpper(l.To.Name)})}
	for _, line := range l.To.Lines {
		right = append(right, f.set(window, span{regular, line}))
	}
	rows := columns(stack(0, left...), stack(0, right...))
	if len(rows) > 0 {
		rows[0].from = addressTop
	}
	return rows
}

// nbsp joins a label to its value.
const nbsp = string(noBreakSpace)

// outgoing gives the line of the outgoing number, with blanks while there is none.
func (p *Press) outgoing(i domain.Issue) string {
	if i.Number.IsZero() {
		return p.words.Outgoing + nbsp + blank + nbsp + "/" + nbsp + blank
	}
	number := i.Number.Text
	if date := i.Date.Local(); date != "" && !strings.Contains(number, date) {
		number += "/" + date
	}
	return p.words.Outgoing + nbsp + number + nbsp + p.words.Year
}

// blank is room to write on.
const blank = "__________"

func (p *Press) date(d calendar.Date) string {
	if d.IsZero() {
		return blank
	}
	return d.Local() + nbsp + p.words.Year
}

// text sets everything from the subject to the enclosures.
func (p *Press) text(l domain.Letter) []box {
	c, f := compositor{Press: p}, p.fonts
	if l.Subject != "" {
		c.add(textLeading, f.set(body, span{bold, p.words.Subject + ":"}, span{regular, l.Subject}))
		keep(c.boxes)
	}
	if l.Salutation != "" {
		c.add(14, f.set(body, span{bold, l.Salutation}))
		keep(c.boxes)
	}
	item := 0
	for n, para := range l.Paragraphs {
		if para.Style != domain.Item {
			item = 0
		}
		switch para.Style {
		case domain.Heading:
			lines := f.set(setting{size: textSize, leading: textLeading, width: column}, span{bold, para.Text})
			keep(lines)
			c.add(11, lines)
		case domain.Item:
			if lines := p.item(item+1, itemIndent, para.Text); len(lines) > 0 {
				item++
				c.add(3, lines)
			}
		default: // domain.Body, and what a newer program may call otherwise
			c.add(gapBefore(n), f.set(indented, span{regular, para.Text}))
		}
	}
	if l.Notice != "" {
		c.add(9, f.set(indented, span{regular, l.Notice}))
	}
	last := max(0, len(c.boxes)-2) // two lines of text go with the signature, wherever it comes to stand
	c.add(11, p.enclosures(l.Enclosures))
	keep(c.boxes[last:])
	if len(c.boxes) > 0 {
		c.boxes[0].from = windowEnd
	}
	return c.boxes
}

func gapBefore(n int) float64 {
	if n == 0 {
		return 8
	}
	return 4
}

// keep makes every line stay with the next, the last one with what follows.
func keep(lines []box) {
	for i := range lines {
		lines[i].keep = true
	}
}

// item sets a numbered paragraph that hangs beside its number.
func (p *Press) item(n int, indent float64, s string) []box {
	hang := 7 * mm
	st := body
	st.left, st.width = indent+hang, column-indent-hang
	lines := p.fonts.set(st, span{regular, s})
	label := strconv.Itoa(n) + "."
	if len(lines) > 0 {
		x := indent + hang - 2*mm - p.fonts.width(regular, st.size, label)
		number := text{x: x, y: st.baseline(), s: label + " ", size: st.size}
		lines[0].texts = append([]text{number}, lines[0].texts...)
	}
	return lines
}

// enclosures sets a single enclosure beside its word, more of them as a numbered list.
func (p *Press) enclosures(list []string) []box {
	label := span{bold, p.words.Enclosures + ":"}
	switch len(list) {
	case 0:
		return nil
	case 1:
		return p.fonts.set(body, label, span{regular, list[0]})
	default:
		lines := p.fonts.set(body, label)
		keep(lines)
		for n, s := range list {
			lines = append(lines, p.item(n+1, 0, s)...)
		}
		return lines
	}
}

// signature sets the closing, the signer and, at the foot of the page, the author. All of it stays together
// and beside the QR code.
func (p *Press) signature(l domain.Letter, code art) []box {
	f, w, s := p.fonts, p.words, l.Signer
	st := setting{size: textSize, leading: textLeading, width: column - qrSize - 5*mm}
	var lines []box
	if l.Closing != "" {
		lines = f.set(st, span{regular, l.Closing})
	}
	var who [][]box
	if s.For != "" {
		who = append(who, f.set(st, span{bold, w.For + nbsp + s.For + ":"}))
	}
	who = append(who, f.set(st, span{bold, strings.ToUpper(s.Name)}))
	if s.Title != "" {
		who = append(who, f.set(st, span{regular, s.Title}))
	}
	if s.Order != "" {
		who = append(who, f.set(st, span{regular, w.Order + nbsp + s.Order}))
	}
	lines = stack(signGap, lines, stack(0, who...))
	if len(lines) == 0 {
		return nil
	}
	lines[0].gap = 18
	keep(lines)
	lines[0].room = max(height(lines), code.height)
	if l.Author == "" {
		return lines
	}
	st.size, st.leading = smallSize, 12
	author := f.set(st, span{regular, w.Author + ": " + l.Author})
	author[0].gap, author[0].from = 10, pageBottom-height(author)
	lines[0].room = max(lines[0].room, height(lines)+author[0].gap+height(author))
	return append(lines, author...)
}

func height(lines []box) (sum float64) {
	for i, b := range lines {
		if i > 0 {
			sum += b.gap
		}
		sum += b.height
	}
	return sum
}
