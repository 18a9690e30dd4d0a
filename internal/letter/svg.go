package letter

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The largest drawing that is read, and the deepest: PDF/A-1 nests 28 graphics states, of which the page uses two.
const (
	svgLimit = 1 << 20
	svgDepth = 26
)

// readSVG turns a drawing into PDF operators, so that it is sharp in print and takes no pixels. It knows groups,
// transforms, the basic shapes, paths, flat fills and strokes; what it does not know it refuses by name, rather
// than print half a crest.
func readSVG(source []byte) (art, error) {
	if len(source) > svgLimit {
		return art{}, fmt.Errorf("svg of %d bytes", len(source))
	}
	r := svgReader{paints: []paint{{fill: "black", stroke: "none", width: 1}}}
	dec := xml.NewDecoder(bytes.NewReader(source))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return art{}, fmt.Errorf("read svg: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := r.start(dec, t); err != nil {
				return art{}, fmt.Errorf("svg <%s>: %w", t.Name.Local, err)
			}
		case xml.EndElement:
			r.end()
		}
	}
	if r.width <= 0 || r.height <= 0 {
		return art{}, errors.New("svg without a size")
	}
	return art{width: r.width, height: r.height, ops: r.ops.Bytes()}, nil
}

// svgReader walks a drawing. Each open element has its paint, inherited by what is inside.
type svgReader struct {
	ops           graphics
	width, height float64
	paints        []paint
}

// paint is how shapes are painted.
type paint struct {
	fill, stroke string
	width        float64
	evenOdd      bool
	cap, join    int
}

var errUnknownElement = errors.New("not supported")

func (r *svgReader) start(dec *xml.Decoder, e xml.StartElement) error {
	a := attributes(e)
	p, err := r.paints[len(r.paints)-1].with(a)
	if err != nil {
		return err
	}
	switch name := e.Name.Local; {
	case foreign(e.Name), name == "title", name == "desc", name == "metadata", name == "defs", a["display"] == "none":
		return dec.Skip()
	case name == "svg" && r.width == 0:
		return r.open(p, func() error { return r.canvas(a) })
	case name == "g":
		return r.open(p, func() error { return r.ops.transform(a["transform"]) })
	default:
		d, err := outline(name, a)
		if err != nil {
			return err
		}
		return r.open(p, func() error { return r.shape(p, d, a["transform"]) })
	}
}

// foreign tells whether an element is a drawing program's own.
func foreign(n xml.Name) bool { return n.Space != "" && n.Space != "http://www.w3.org/2000/svg" }

// open enters an element whose coordinates and paint are its own.
func (r *svgReader) open(p paint, enter func() error) error {
	if len(r.paints) > svgDepth {
		return errors.New("too deep")
	}
	r.paints = append(r.paints, p)
	r.ops.printf("q\n")
	return enter()
}

func (r *svgReader) end() {
	r.paints = r.paints[:len(r.paints)-1]
	r.ops.printf("Q\n")
}

// canvas takes the size of the drawing and turns its y axis upwards.
func (r *svgReader) canvas(a map[string]string) error {
	box, err := numbers(a["viewBox"])
	if err != nil || len(box) != 4 {
		box = []float64{0, 0, length(a["width"]), length(a["height"])}
	}
	r.width, r.height = box[2], box[3]
	r.ops.printf("1 0 0 -1 %s %s cm\n", num(-box[0]), num(box[1]+box[3]))
	return nil
}

func (r *svgReader) shape(p paint, d, transform string) error {
	if err := r.ops.transform(transform); err != nil {
		return err
	}
	fill, fills, err := colour(p.fill)
	if err != nil {
		return err
	}
	stroke, strokes, err := colour(p.stroke)
	if err != nil {
		return err
	}
	if !fills && !strokes || strings.TrimSpace(d) == "" {
		return nil
	}
	r.ops.printf("%s rg %s RG %s w %d J %d j\n", fill, stroke, num(p.width), p.cap, p.join)
	if err := r.ops.path(d); err != nil {
		return err
	}
	op := map[[2]bool]string{{true, false}: "f", {false, true}: "S", {true, true}: "B"}[[2]bool{fills, strokes}]
	if p.evenOdd && fills {
		op += "*"
	}
	r.ops.printf("%s\n", op)
	return nil
}

// attributes gives the attributes of an element, those of its style included.
func attributes(e xml.StartElement) map[string]string {
	a := make(map[string]string, len(e.Attr))
	for _, at := range e.Attr {
		if at.Name.Space == "" {
			a[at.Name.Local] = strings.TrimSpace(at.Value)
		}
	}
	for rule := range strings.SplitSeq(a["style"], ";") {
		if k, v, ok := strings.Cut(rule, ":"); ok {
			a[strings.TrimSpace(k)] = strings.TrimSpace(v)
		}
	}
	return a
}

// flat refuses what a flat drawing does not have: transparency, clipping, style sheets.
func flat(a map[string]string) error {
	for _, k := range []string{"opacity", "fill-opacity", "stroke-opacity"} {
		if v, ok := a[k]; ok && length(v) < 1 {
			return fmt.Errorf("%s is %w", k, errUnknownElement)
		}
	}
	for _, k := range []string{"class", "clip-path", "mask", "filter", "stroke-dasharray"} {
		if v, ok := a[k]; ok && v != "none" {
			return fmt.Errorf("%s is %w", k, errUnknownElement)
		}
	}
	return nil
}

// with changes a paint as the attributes say.
func (p paint) with(a map[string]string) (paint, error) {
	if err := flat(a); err != nil {
		return p, err
	}
	for k, field := range map[string]*string{"fill": &p.fill, "stroke": &p.stroke} {
		if v, ok := a[k]; ok && v != "inherit" {
			*field = v
		}
	}
	if v, ok := a["stroke-width"]; ok {
		p.width = length(v)
	}
	if v, ok := a["fill-rule"]; ok {
		p.evenOdd = v == "evenodd"
	}
	ends := map[string]int{"butt": 0, "miter": 0, "round": 1, "square": 2, "bevel": 2}
	if v, ok := a["stroke-linecap"]; ok {
		p.cap = ends[v]
	}
	if v, ok := a["stroke-linejoin"]; ok {
		p.join = ends[v]
	}
	return p, nil
}

// outline gives a shape as the data of a path.
func outline(name string, a map[string]string) (string, error) {
	n := func(key string) float64 { return length(a[key]) }
	switch name {
	case "path":
		return a["d"], nil
	case "polygon":
		return "M" + a["points"] + "Z", nil
	case "polyline":
		return "M" + a["points"], nil
	case "line":
		return fmt.Sprintf("M%f %fL%f %f", n("x1"), n("y1"), n("x2"), n("y2")), nil
	case "rect":
		return rectangle(n), nil
	case "circle":
		return ellipse(n("cx"), n("cy"), n("r"), n("r")), nil
	case "ellipse":
		return ellipse(n("cx"), n("cy"), n("rx"), n("ry")), nil
	default:
		return "", errUnknownElement
	}
}

// rectangle draws one whose corners may be round.
func rectangle(n func(string) float64) string {
	w, h := n("width"), n("height")
	r := min(max(n("rx"), n("ry")), w/2, h/2)
	corner := func(dx, dy float64) string { return fmt.Sprintf("a%f %f 0 0 1 %f %f", r, r, dx*r, dy*r) }
	return fmt.Sprintf("M%f %f", n("x")+r, n("y")) +
		fmt.Sprintf("h%f", w-2*r) + corner(1, 1) + fmt.Sprintf("v%f", h-2*r) + corner(-1, 1) +
		fmt.Sprintf("h%f", 2*r-w) + corner(-1, -1) + fmt.Sprintf("v%f", 2*r-h) + corner(1, -1) + "Z"
}

func ellipse(cx, cy, rx, ry float64) string {
	return fmt.Sprintf("M%f %fa%f %f 0 1 0 %f 0a%f %f 0 1 0 %f 0Z", cx-rx, cy, rx, ry, 2*rx, rx, ry, -2*rx)
}

// length reads a number, in whatever unit; what is none counts as 0.
func length(s string) float64 {
	v, _ := strconv.ParseFloat(strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz% "), 64)
	return v
}

// numbers reads a list of numbers.
func numbers(s string) ([]float64, error) {
	sc := pathScanner{rest: s}
	var list []float64
	for sc.more() {
		v, err := sc.number()
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, nil
}
