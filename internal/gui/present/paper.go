package present

import (
	"crypto/sha256"
	"image"
	"slices"

	"harta/internal/domain"
)

// Pages is what draws pages.
type Pages interface {
	DraftPDF(l domain.Letter) ([]byte, error)
	// DraftPages is the same, with what tells each page from others: pages with equal digests look the same.
	DraftPages(l domain.Letter) (pdf []byte, looks []domain.Digest, err error)
	CheckLetter(l domain.Letter) error
	Pages(pdf []byte) (int, error)
	Page(pdf []byte, page, width int) (image.Image, error)
}

// mostPages is how many pages are drawn; a letter has hardly more, and the paper itself has them all.
const mostPages = 8

// paper is the pages of a letter as somebody looks at them. One drawing is made at a time. It draws the page in view
// before the others, and of those only what has come to look otherwise; what becomes of the letter meanwhile is drawn
// as soon as the page in view is there.
type paper struct {
	width   int // of a page, in pixels; 0 = nobody looks
	view    int // the page in view
	count   int // of pages, drawn or not
	images  []image.Image
	looks   []domain.Digest // that the images show; zero = it has to be drawn
	trouble string

	drawing bool
	again   bool
	gen     int // of the letter: another one has none of its pages
}

// printed is a letter on paper.
type printed struct {
	pdf   []byte
	looks []domain.Digest
}

// printing is what a paper asks of its screen.
type printing struct {
	print func() (printed, error) // off the screen's goroutine
	seen  func()                  // something is new to be seen, or cannot be drawn
	redo  func()                  // draws what has become of the letter
}

// clear takes the pages away: another letter is looked at.
func (p *paper) clear() {
	p.count, p.images, p.looks, p.trouble, p.view = 0, nil, nil, "", 0
	p.gen++
}

// look says how wide a page is drawn; false = as wide as before.
func (p *paper) look(width int) bool {
	if p.width == width {
		return false
	}
	p.width = width
	clear(p.looks)
	return true
}

// shown gives the pages as far as they were drawn.
func (p *paper) shown() []image.Image {
	if i := slices.Index(p.images, nil); i >= 0 {
		return p.images[:i]
	}
	return p.images
}

// draw prints a letter and draws its pages, or remembers that it has to be drawn.
func (p *paper) draw(e Env, o Pages, x printing) {
	if p.drawing {
		p.again = true
		return
	}
	p.drawing = true
	gen := p.gen
	var sheet printed
	var err error
	e.Go(func() { sheet, err = x.print() }, func() {
		switch {
		case gen != p.gen:
			p.rest(x, true)
		case err != nil:
			p.trouble = e.Tell(err)
			x.seen()
			p.rest(x, p.again)
		default:
			p.take(sheet)
			p.next(e, o, x, sheet)
		}
	})
}

// take makes room for the pages of a letter; until they are drawn what was there is seen.
func (p *paper) take(sheet printed) {
	p.count = len(sheet.looks)
	n := min(p.count, mostPages)
	p.images, p.looks = fitted(p.images, n), fitted(p.looks, n)
	p.view = max(0, min(p.view, n-1))
}

// fitted is a list of a length, as it was as far as it goes.
func fitted[T any](all []T, n int) []T {
	fresh := make([]T, n)
	copy(fresh, all)
	return fresh
}

// next draws the page in view, then the others that have to be drawn.
func (p *paper) next(e Env, o Pages, x printing, sheet printed) {
	i := p.stale(sheet)
	if i < 0 {
		p.trouble = ""
		x.seen()
		p.rest(x, p.again)
		return
	}
	gen, width, first := p.gen, p.width, p.images[i] == nil || i == p.view
	var img image.Image
	var err error
	e.Go(func() { img, err = o.Page(sheet.pdf, i, width) }, func() {
		switch {
		case gen != p.gen || width != p.width:
			p.rest(x, true)
		case err != nil:
			p.trouble = e.Tell(err)
			x.seen()
			p.rest(x, p.again)
		default:
			p.images = slices.Clone(p.images) // whoever shows them sees by it that they are others
			p.images[i], p.looks[i] = img, sheet.looks[i]
			if first || p.again {
				p.trouble = ""
				x.seen()
			}
			if p.again {
				p.rest(x, true)
				return
			}
			p.next(e, o, x, sheet)
		}
	})
}

// stale is a page that has to be drawn, that in view before all others; -1 = none.
func (p *paper) stale(sheet printed) int {
	if p.view < len(p.looks) && p.looks[p.view] != sheet.looks[p.view] {
		return p.view
	}
	for i, look := range p.looks {
		if look != sheet.looks[i] {
			return i
		}
	}
	return -1
}

// rest ends a drawing, and begins another where it has to be.
func (p *paper) rest(x printing, again bool) {
	p.drawing, p.again = false, false
	if again {
		x.redo()
	}
}

// printedPDF is a PDF that does not change any more.
func printedPDF(o Pages, pdf []byte) (printed, error) {
	n, err := o.Pages(pdf)
	if err != nil {
		return printed{}, err
	}
	x := printed{pdf: pdf, looks: make([]domain.Digest, n)}
	for i := range x.looks {
		x.looks[i] = sha256.Sum256(append([]byte{byte(i), byte(i >> 8)}, pdf...))
	}
	return x, nil
}
