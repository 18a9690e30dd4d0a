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

// preview is the paper of a letter that is being written.
type preview struct {
	paper
	stop func()
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
	content, kept := m.seen(), m.pdf
	var wrong error // what cannot be printed
	p.draw(m.Env, m.office, printing{
		print: func() (x printed, err error) {
			if kept != nil {
				return printedPDF(m.office, kept)
			}
			wrong = m.office.CheckLetter(content.Named(func(string) string { return "…" }))
			x.pdf, x.looks, err = m.office.DraftPages(content)
			return x, err
		},
		seen: func() {
			m.blame(wrong)
			m.judge()
			m.changed()
		},
		redo: m.previewNow,
	})
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
	if m.preview.look(width) {
		m.previewNow()
	}
}

// LookAt says which page is in view: it is drawn before the others.
func (m *Letter) LookAt(page int) { m.preview.view = page }

// Paper gives the pages as they were drawn last, and how many there are in all.
func (m *Letter) Paper() (pages []image.Image, count int) { return m.preview.shown(), m.preview.count }

// PaperTrouble says why there are no pages; empty = there are.
func (m *Letter) PaperTrouble() string { return m.preview.trouble }
