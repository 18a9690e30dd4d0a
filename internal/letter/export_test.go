package letter

import (
	"strings"

	"harta/internal/domain"
)

// Mark is something on a page: a text, or with an empty Text a rule or a picture. Y counts from the top.
type Mark struct {
	Page                     int
	Text                     string
	Left, Top, Right, Bottom float64
	Angle                    float64
}

// Marks lays a letter out and gives everything on its pages.
func (p *Press) Marks(l domain.Letter, i domain.Issue) ([]Mark, int, error) {
	pages, err := p.letterPages(l, i)
	return p.marks(pages), len(pages), err
}

// SheetMarks does the same for a sheet.
func (p *Press) SheetMarks(s Sheet) ([]Mark, int, error) {
	pages, err := p.sheetPages(s)
	return p.marks(pages), len(pages), err
}

func (p *Press) marks(pages []page) []Mark {
	var all []Mark
	for n, pg := range pages {
		for _, t := range pg.texts {
			all = append(all, Mark{n + 1, t.s, t.x, t.y - 0.9*t.size, t.x + p.fonts.width(t.face, t.size, t.s), t.y + 0.25*t.size, t.angle})
		}
		for _, r := range pg.rules {
			all = append(all, Mark{n + 1, "", r.x1, r.y1, r.x2, r.y2, 0})
		}
		for _, a := range pg.pictures {
			all = append(all, Mark{n + 1, "", a.x, a.y, a.x + a.art.width, a.y + a.art.height, 0})
		}
	}
	return all
}

// Lines breaks a text into justified lines of a width at 11.5 pt.
func (p *Press) Lines(s string, width float64) []string {
	var lines []string
	for _, b := range p.fonts.set(setting{size: textSize, leading: textLeading, width: width, align: justified}, span{regular, s}) {
		var line strings.Builder
		for _, t := range b.texts {
			line.WriteString(t.s)
		}
		lines = append(lines, line.String())
	}
	return lines
}

// The page, for tests.
const (
	PageWidth, PageHeight = pageWidth, pageHeight
	ColumnLeft            = marginLeft
	ColumnRight           = marginLeft + column
	TextBottom            = pageBottom
)

// SVG gives the operators of a drawing.
func SVG(source string) (string, error) {
	a, err := readSVG([]byte(source))
	return string(a.ops), err
}

// Profile is the colour profile.
func Profile() []byte { return sRGB() }
