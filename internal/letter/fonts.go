package letter

import (
	"fmt"

	"github.com/go-fonts/liberation/liberationmonobold"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/signintech/gopdf"
)

// face is one of the fonts of the press.
type face int

const (
	regular face = iota
	bold
	mono
	faceCount
)

// sources are the fonts by face, under their PostScript names.
var sources = [faceCount]struct {
	name string
	ttf  []byte
}{
	{"LiberationSerif", liberationserifregular.TTF},
	{"LiberationSerif-Bold", liberationserifbold.TTF},
	{"LiberationMono-Bold", liberationmonobold.TTF},
}

// fonts holds what was read of the fonts. The container is what gopdf embeds from; the metrics are a second
// reading, because gopdf measures only by adding to the subset of an open document.
type fonts struct {
	container gopdf.FontContainer
	metrics   [faceCount]gopdf.SubsetFontObj
}

func newFonts() (*fonts, error) {
	f := new(fonts)
	kerned := gopdf.TtfOption{UseKerning: true}
	for i, src := range sources {
		if err := f.container.AddTTFFontDataWithOption(src.name, src.ttf, kerned); err != nil {
			return nil, fmt.Errorf("read font %s: %w", src.name, err)
		}
		f.metrics[i].SetTtfFontOption(kerned)
		if err := f.metrics[i].SetTTFData(src.ttf); err != nil {
			return nil, fmt.Errorf("measure font %s: %w", src.name, err)
		}
	}
	return f, nil
}

// has tells whether the face can print the letter.
func (f *fonts) has(fc face, r rune) bool {
	glyph, err := f.metrics[fc].CharCodeToGlyphIndex(r)
	return err == nil && glyph != 0
}

// width measures a text, kerned as gopdf will draw it, in points at the given size.
func (f *fonts) width(fc face, size float64, s string) float64 {
	font := &f.metrics[fc]
	perEm := float64(font.GetTTFParser().UnitsPerEm())
	var sum float64
	var left uint
	for i, r := range s {
		glyph, _ := font.CharCodeToGlyphIndex(r)
		sum += float64(font.GlyphIndexToPdfWidth(glyph))
		if i > 0 {
			sum += f.kern(fc, left, glyph) * 1000 / perEm
		}
		left = glyph
	}
	return sum * size / 1000
}

func (f *fonts) kern(fc face, left, right uint) float64 {
	if ok, pairs := f.metrics[fc].KernValueByLeft(left); ok {
		if ok, v := pairs.ValueByRight(right); ok {
			return float64(v)
		}
	}
	return 0
}
