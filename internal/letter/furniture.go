package letter

import (
	"math"
	"strconv"
	"strings"

	"harta/internal/domain"
)

// crestSize is the height of the crest and the most it is wide.
const crestSize = 21 * mm

// head sets the letterhead: the crest on the left, the office centred on the page, a thin rule below.
func (p *Press) head(h domain.Letterhead) ([]box, error) {
	var shield art
	if len(h.Crest) > 0 {
		c, err := p.prepareCrest(h.Crest)
		if err != nil {
			return nil, err
		}
		shield = c.fit(crestSize, crestSize)
	}
	left := 0.0
	if shield.width > 0 {
		left = shield.width + 5*mm
	}
	line := func(fc face, size, leading float64, s string) []box {
		return p.fonts.set(setting{size: size, leading: leading, left: left, width: column - 2*left, align: centred}, span{fc, s})
	}
	lines := stack(0,
		line(regular, 10, 13, h.Country),
		line(bold, 16, 21, h.Office),
		line(regular, smallSize, 12, h.Address),
		line(regular, smallSize, 12, h.Contact))
	if len(lines) == 0 {
		lines = []box{{}}
	}
	high := height(lines)
	if shield.height > high { // the text is centred beside the crest
		pad := (shield.height - high) / 2
		lines = append(append([]box{{height: pad}}, lines...), box{height: pad})
		high = shield.height
	}
	if shield.width > 0 {
		lines[0].pictures = []picture{{y: (high - shield.height) / 2, art: shield}}
	}
	lines = append(lines, box{gap: 5, height: 1, rules: []rule{{x2: column, width: 0.6}}})
	keep(lines)
	return lines, nil
}

// furnish adds what every page has: the foot with the page number, and the watermarks.
func (p *Press) furnish(pages []page, foot string, watermarks []string) {
	size := 8.5
	for n := range pages {
		number := strings.NewReplacer("{page}", strconv.Itoa(n+1), "{pages}", strconv.Itoa(len(pages))).Replace(p.words.Page)
		y := footerLine + 11.0
		right := p.shown(regular, number)
		width := p.fonts.width(regular, size, right)
		b := box{
			rules: []rule{{x2: column, width: 0.4, gray: 120}},
			texts: []text{{x: column - width, y: y - footerLine, s: right, size: size, gray: 70}},
		}
		left := p.fonts.set(setting{size: size, leading: 10, width: column - width - 5*mm, gray: 70}, span{regular, oneLine(foot)})
		if len(left) > 0 && len(left[0].texts) > 0 {
			t := left[0].texts[0]
			t.y = y - footerLine
			b.texts = append([]text{t}, b.texts...)
		}
		var back page
		for k, s := range watermarks {
			back.texts = append(back.texts, p.watermark(s, float64(k+1)/float64(len(watermarks)+1)))
		}
		pages[n].texts = append(back.texts, pages[n].texts...)
		pages[n].place(b, footerLine)
	}
}

// shown is a fixed word as it is printed.
func (p *Press) shown(fc face, s string) string { return p.fonts.shown(fc, oneLine(s)) }

// watermark is a word in light grey across the page, its middle at the given part of the height. It is drawn
// before the rest and pale, because PDF/A-1 knows no transparency.
func (p *Press) watermark(s string, part float64) text {
	const angle, most = 50, 88
	s = p.shown(bold, s)
	long := 0.66 * pageWidth / math.Cos(angle*math.Pi/180)
	size := min(most, most*long/p.fonts.width(bold, most, s))
	half := p.fonts.width(bold, size, s) / 2
	sin, cos := math.Sincos(angle * math.Pi / 180)
	rise := 0.33 * size // half the height of capitals: the middle of the letters lies on the diagonal
	return text{
		x: pageWidth/2 - half*cos + rise*sin, y: pageHeight*part + half*sin + rise*cos,
		s: s, face: bold, size: size, gray: 236, angle: angle,
	}
}
