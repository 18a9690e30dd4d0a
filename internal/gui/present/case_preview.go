package present

import (
	"image"
	"strings"
	"unicode/utf8"

	"harta/internal/domain"
)

// Paper is a document or a letter that is looked at beside the case.
type Paper struct {
	Name  string
	Pages []image.Image
	Text  string // of a plain text
	Note  string // that there are more pages, or why nothing can be seen
	Open  func() // opens it with a program of the PC, where that shows more; nil = here is all there is
	Copy  CaseCopy
}

// What is looked at beside a case, at most; the whole opens in the viewer of the machine.
const (
	mostPaper = 8
	mostWords = 40_000
)

// Paper gives what is looked at beside the case, nil while nothing is.
func (c *Case) Paper() *Paper { return c.paper }

// ClosePaper puts it away; false says that there is none.
func (c *Case) ClosePaper() bool {
	if c.paper == nil {
		return false
	}
	c.paper = nil
	c.changed()
	return true
}

// LookAtFile shows a document beside the case.
func (c *Case) LookAtFile(id domain.DocumentID) {
	for _, d := range c.state.Case.Documents {
		if d.Document == id {
			x, _ := c.CopyFile(id)
			c.lookAt(Paper{Name: d.Name, Copy: x, Open: func() { c.ShowFile(id) }}, d.Type, func() ([]byte, error) { return c.office.Document(c.id, id) })
		}
	}
}

// LookAtLetter shows the PDF of a numbered letter beside the case.
func (c *Case) LookAtLetter(id domain.LetterID) {
	l, _ := c.state.Case.Letter(id)
	x, _ := c.CopyLetter(id)
	p := Paper{Name: listed(c.letterTitle(id), l.Number.Text), Copy: x}
	c.lookAt(p, mediaTypes["pdf"], func() ([]byte, error) { return c.office.PDF(c.id, id) })
}

func (c *Case) lookAt(p Paper, media string, read func() ([]byte, error)) {
	if c.busy {
		return
	}
	c.CloseForm()
	c.busy = true
	waiting, seen := p, p
	c.paper = &waiting
	c.changed()
	c.Go(func() {
		content, err := read()
		if err != nil {
			seen.Open = nil // there is nothing to open
		} else {
			err = c.picture(&seen, media, content)
		}
		if err != nil {
			seen.Note = c.Tell(err)
		}
	}, func() {
		c.busy = false
		if seen.Note == "" {
			seen.Open = nil
		}
		if c.paper == &waiting { // else it was put away meanwhile
			c.paper = &seen
		}
		c.changed()
	})
}

// picture puts what can be seen of bytes into a paper that nobody looks at yet.
func (c *Case) picture(p *Paper, media string, content []byte) error {
	switch {
	case media == mediaTypes["pdf"]:
		return c.pages(p, content)
	case strings.HasPrefix(media, "image/"):
		img, err := c.office.Picture(content, pageWidth)
		if err == nil {
			p.Pages = []image.Image{img}
		}
		return err
	case media == mediaTypes["txt"] && utf8.Valid(content):
		x := Field{Kind: TextField, Most: mostWords}
		p.Text, _ = x.Cut(string(content))
	default:
		p.Note = c.T("case.no_preview")
	}
	return nil
}

func (c *Case) pages(p *Paper, pdf []byte) error {
	n, err := c.office.Pages(pdf)
	if err != nil {
		return err
	}
	for i := range min(n, mostPaper) {
		page, err := c.office.Page(pdf, i, pageWidth)
		if err != nil {
			return err
		}
		p.Pages = append(p.Pages, page)
	}
	var notes []string
	if n > mostPaper {
		notes = append(notes, c.T("case.more_pages", "n", mostPaper, "all", n))
	}
	if borrows, err := c.office.Borrows(pdf, mostPaper); borrows && err == nil { // what was drawn is seen in any case
		notes = append(notes, c.T("case.borrowed_fonts"))
	}
	p.Note = joined(" ", notes...)
	return nil
}
