package present

import (
	"errors"
	"image"
	"strconv"
	"strings"
	"time"

	"harta/internal/domain"
)

// paperAfter is how long nobody types before the page is drawn anew: with the drawing it stays under 300 ms.
const paperAfter = 90 * time.Millisecond

// Pages is what draws pages.
type Pages interface {
	DraftPDF(l domain.Letter) ([]byte, error)
	CheckLetter(l domain.Letter) error
	Pages(pdf []byte) (int, error)
	Page(pdf []byte, page, width int) (image.Image, error)
}

// mostPages is how many pages are drawn; a letter has hardly more, and the paper itself has them all.
const mostPages = 8

// preview is the paper of a letter that is being written. One drawing is made at a time; what was typed meanwhile is
// drawn next, and nothing waits behind that.
type preview struct {
	width   int // of a page, in pixels; 0 = nobody looks
	count   int // of pages, drawn or not
	images  []image.Image
	trouble string
	drawing bool
	again   bool
	stop    func()
}

// drawn is what one drawing has found.
type drawn struct {
	count  int
	images []image.Image
	wrong  error // what cannot be printed
	err    error
}

// previewSoon draws the paper when nobody has typed for a moment.
func (m *Letter) previewSoon() {
	if m.preview.stop != nil {
		m.preview.stop()
	}
	m.preview.stop = m.After(paperAfter, func() {
		m.preview.stop = nil
		m.previewNow()
	})
}

// previewNow draws the paper, after the drawing that is being made.
func (m *Letter) previewNow() {
	p := &m.preview
	if p.width == 0 || !m.loaded {
		return
	}
	if p.drawing {
		p.again = true
		return
	}
	p.drawing = true
	var d drawn
	content, kept, width := m.seen(), m.pdf, p.width
	m.Go(func() {
		if kept == nil {
			d.wrong = m.office.CheckLetter(content.Named(func(string) string { return "…" }))
			kept, d.err = m.office.DraftPDF(content)
		}
		if d.err == nil {
			d.count, d.images, d.err = drawPages(m.office, kept, width)
		}
	}, func() {
		p.drawing = false
		if p.again {
			p.again = false
			m.previewNow()
			return
		}
		m.drew(d)
	})
}

// drawPages draws the pages of a PDF.
func drawPages(o Pages, pdf []byte, width int) (count int, images []image.Image, err error) {
	if count, err = o.Pages(pdf); err != nil {
		return 0, nil, err
	}
	for i := range min(count, mostPages) {
		img, err := o.Page(pdf, i, width)
		if err != nil {
			return count, nil, err
		}
		images = append(images, img)
	}
	return count, images, nil
}

func (m *Letter) drew(d drawn) {
	p := &m.preview
	p.trouble = ""
	if d.err != nil {
		p.trouble = m.Tell(d.err)
	} else {
		p.images, p.count = d.images, d.count
	}
	m.blame(d.wrong)
	m.judge()
	m.changed()
}

// blame puts what cannot be printed beside the block that holds it.
func (m *Letter) blame(wrong error) {
	for i := range m.blocks {
		m.blocks[i].Wrong = ""
	}
	m.unprintable = ""
	if wrong == nil {
		return
	}
	m.unprintable = m.Tell(wrong)
	if r, ok := errors.AsType[*domain.Refusal](wrong); ok {
		if b := m.blockOf(r.Field); b != nil {
			b.Wrong = m.unprintable
		}
	}
}

// blockOf finds the block that a refusal of the letter is about.
func (m *Letter) blockOf(field string) *LetterBlock {
	name, rest, _ := strings.Cut(field, ".")
	n, _ := strconv.Atoi(rest)
	parts := map[string]LetterPart{
		"salutation": SalutationPart, "notice": NoticePart, "closing": ClosingPart, "to": AddresseePart, "copies": CopiesPart, "enclosures": EnclosuresPart,
	}
	for i := range m.blocks {
		b := &m.blocks[i]
		if name == "paragraphs" && (b.Part == TextPart || b.Part == ApologyPart) {
			if n -= len(b.lines()); n <= 0 {
				return b
			}
		}
		if part, ok := parts[name]; ok && part == b.Part {
			return b
		}
	}
	return nil
}

// Look says how wide the page is drawn, in pixels.
func (m *Letter) Look(width int) {
	if m.preview.width != width {
		m.preview.width = width
		m.previewNow()
	}
}

// Paper gives the pages as they were drawn last, and how many there are in all.
func (m *Letter) Paper() (pages []image.Image, count int) { return m.preview.images, m.preview.count }

// PaperTrouble says why there are no pages; empty = there are.
func (m *Letter) PaperTrouble() string { return m.preview.trouble }
