// Package letter sets a domain.Letter on paper: one or more A4 pages as a PDF/A-1b file, and the plain sheets
// the program prints beside letters.
//
// It knows fonts, lines, pages, pictures and the PDF format. It refuses to know where a letter comes from, who
// signs it, the clock and the disk; every word it prints of its own comes from the caller. The same input gives
// the same bytes.
//
// The way of a letter: it becomes boxes, lines of text that know what must stay together; paginate puts them
// on pages; draw writes the pages with gopdf; archive turns what gopdf wrote into PDF/A-1b.
package letter

import (
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"harta/internal/domain"
)

// Words are the fixed words of a letter, in the language of the office.
type Words struct {
	Lang       string // of the text, as in BCP 47: bg-BG
	Outgoing   string // „Изх. №“
	YourRef    string // „На Ваш №“
	OurRef     string // „На наш вх. №“
	To         string // „ДО“
	CopyTo     string // „Копие до“
	Subject    string // „ОТНОСНО“
	Enclosures string // „Приложение“
	Author     string // „Изготвил“
	For        string // „За“, before the office the signer stands in for
	Order      string // „заповед №“, before the order of substitution
	Year       string // „г.“, after a date
	Page       string // „стр. {page} от {pages}“
	Draft      string // „ПРОЕКТ“
	Exercise   string // „УПРАЖНЕНИЕ“
}

// Press prints letters and sheets. It is safe for concurrent use.
type Press struct {
	words Words
	fonts *fonts
	icc   []byte
	crest atomic.Pointer[crest] // the last one prepared: an office has one
}

// NewPress makes a press that prints the given words. It reads the fonts, once.
func NewPress(w Words) (*Press, error) {
	f, err := newFonts()
	if err != nil {
		return nil, err
	}
	return &Press{words: w, fonts: f, icc: sRGB()}, nil
}

// Letter renders the letter as PDF/A-1b. A draft is rendered whatever it holds, with a box for a letter that the
// font lacks; an issued letter must pass Check, else its *domain.Refusal is returned.
func (p *Press) Letter(l domain.Letter, i domain.Issue) ([]byte, error) {
	if !i.Draft {
		if err := p.Check(l); err != nil {
			return nil, err
		}
	}
	pages, err := p.letterPages(l, i)
	if err != nil {
		return nil, err
	}
	return p.printLetter(pages, l, i)
}

// Draft renders a letter as it stands, whatever it holds, and tells what each page looks like: pages with equal digests
// look the same, so that whoever has drawn one needs not draw it again.
func (p *Press) Draft(l domain.Letter, i domain.Issue) (pdf []byte, looks []domain.Digest, err error) {
	i.Draft = true
	pages, err := p.letterPages(l, i)
	if err != nil {
		return nil, nil, err
	}
	looks = make([]domain.Digest, len(pages))
	for n, pg := range pages {
		looks[n] = pg.digest()
	}
	pdf, err = p.printLetter(pages, l, i)
	return pdf, looks, err
}

func (p *Press) printLetter(pages []page, l domain.Letter, i domain.Issue) ([]byte, error) {
	title := strings.TrimSpace(i.Number.Text + " " + oneLine(l.Subject))
	return p.print(pages, about{title: title, author: oneLine(l.Head.Office), at: i.At, id: i.ID})
}

// about is what the file says of itself.
type about struct {
	title, author string
	at            time.Time
	id            domain.Digest
}

func (p *Press) print(pages []page, a about) ([]byte, error) {
	raw, err := p.draw(pages)
	if err != nil {
		return nil, fmt.Errorf("draw %d pages: %w", len(pages), err)
	}
	art := make([][]byte, len(pages))
	for n, pg := range pages {
		art[n] = pg.graphics()
	}
	pdf, err := p.archive(raw, art, a)
	if err != nil {
		return nil, fmt.Errorf("make pdf/a: %w", err)
	}
	return pdf, nil
}
