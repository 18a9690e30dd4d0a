package letter

import (
	"bytes"
	"fmt"
	"strconv"
)

// graphics writes PDF operators. gopdf has no paths with curves and holes, so everything but text and pixels is
// drawn here, as a content stream of its own over the text of a page.
type graphics struct{ bytes.Buffer }

func (g *graphics) printf(format string, args ...any) {
	_, _ = fmt.Fprintf(&g.Buffer, format, args...) // a bytes.Buffer takes everything
}

// fill sets the grey of areas; 0 is black.
func (g *graphics) fill(gray uint8) {
	v := num(float64(gray) / 255)
	g.printf("%s %s %s rg\n", v, v, v)
}

// num writes a number as PDF reads it, without an exponent.
func num(v float64) string {
	s := strconv.AppendFloat(nil, v, 'f', 6, 64)
	s = bytes.TrimRight(s, "0")
	s = bytes.TrimSuffix(s, []byte("."))
	if string(s) == "-0" {
		return "0"
	}
	return string(s)
}

// graphics gives the rules and drawn pictures of the page as operators.
func (p page) graphics() []byte {
	var g graphics
	for _, r := range p.rules {
		v := num(float64(r.gray) / 255)
		g.printf("q %s w %s %s %s RG %s %s m %s %s l S Q\n", num(r.width), v, v, v,
			num(r.x1), num(pageHeight-r.y1), num(r.x2), num(pageHeight-r.y2))
	}
	for _, a := range p.pictures {
		if len(a.art.ops) > 0 {
			g.printf("q 1 0 0 1 %s %s cm\n%sQ\n", num(a.x), num(pageHeight-a.y-a.art.height), a.art.ops)
		}
	}
	return g.Bytes()
}
