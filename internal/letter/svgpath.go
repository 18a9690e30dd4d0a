package letter

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var errPath = errors.New("bad path data")

// maxReal is the largest number PDF 1.4 has.
const maxReal = 32767

// arity is the number of arguments of each command of a path.
var arity = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

var pathNumber = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?`)

// pathScanner reads path data: commands, numbers that may touch, flags of one digit.
type pathScanner struct{ rest string }

// more skips what separates and tells whether something is left.
func (s *pathScanner) more() bool {
	s.rest = strings.TrimLeft(s.rest, " ,\t\r\n")
	return s.rest != ""
}

// command takes a letter, if one is next.
func (s *pathScanner) command() (byte, bool) {
	c := s.rest[0]
	if _, ok := arity[c&^0x20]; !ok || c < 'A' {
		return 0, false
	}
	s.rest = s.rest[1:]
	return c, true
}

func (s *pathScanner) flag() (float64, error) {
	if !s.more() || s.rest[0] != '0' && s.rest[0] != '1' {
		return 0, errPath
	}
	v := float64(s.rest[0] - '0')
	s.rest = s.rest[1:]
	return v, nil
}

func (s *pathScanner) number() (float64, error) {
	s.more()
	digits := pathNumber.FindString(s.rest)
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || math.Abs(v) > maxReal {
		return 0, fmt.Errorf("%w at %.10q", errPath, s.rest)
	}
	s.rest = s.rest[len(digits):]
	return v, nil
}

// arguments reads those of a command.
func (s *pathScanner) arguments(cmd byte) (a [7]float64, err error) {
	upper := cmd &^ 0x20
	for i := range arity[upper] {
		if upper == 'A' && (i == 3 || i == 4) {
			a[i], err = s.flag()
		} else {
			a[i], err = s.number()
		}
		if err != nil {
			return a, err
		}
	}
	return a, nil
}

// point is a place in a drawing.
type point struct{ x, y float64 }

func (p point) plus(q point) point { return point{p.x + q.x, p.y + q.y} }

// mirror is the point on the other side of p.
func (p point) mirror(q point) point { return point{2*p.x - q.x, 2*p.y - q.y} }

// toward is the point a part of the way to q.
func (p point) toward(q point, part float64) point {
	return point{p.x + (q.x-p.x)*part, p.y + (q.y-p.y)*part}
}

// pen draws a path as PDF operators.
type pen struct {
	*graphics
	at, start point
	control   point // of the last curve, for a smooth next one
	last      byte  // the last command, a capital
}

// path draws the data of an SVG path.
func (g *graphics) path(d string) error {
	s := pathScanner{rest: d}
	p := pen{graphics: g}
	var cmd byte
	for s.more() {
		c, ok := s.command()
		switch {
		case ok:
			cmd = c
		case cmd|0x20 == 'm':
			cmd-- // further points of a move are lines
		case cmd == 0 || cmd|0x20 == 'z':
			return fmt.Errorf("%w at %.10q", errPath, s.rest)
		}
		if p.last == 0 && cmd|0x20 != 'm' {
			return fmt.Errorf("%w: no start", errPath)
		}
		a, err := s.arguments(cmd)
		if err != nil {
			return err
		}
		origin := point{}
		if cmd >= 'a' {
			origin = p.at
		}
		p.draw(cmd&^0x20, a, origin)
	}
	return nil
}

// draw draws one command, whose coordinates count from the origin.
func (p *pen) draw(cmd byte, a [7]float64, origin point) {
	at := func(i int) point { return point{a[i], a[i+1]}.plus(origin) }
	switch cmd {
	case 'M':
		p.at, p.start = at(0), at(0)
		p.printf("%s %s m\n", num(p.at.x), num(p.at.y))
	case 'L':
		p.line(at(0))
	case 'H':
		p.line(point{a[0] + origin.x, p.at.y})
	case 'V':
		p.line(point{p.at.x, a[0] + origin.y})
	case 'C':
		p.curve(at(0), at(2), at(4))
	case 'S':
		p.curve(p.smooth('C', 'S'), at(0), at(2))
	case 'Q':
		p.quadratic(at(0), at(2))
	case 'T':
		p.quadratic(p.smooth('Q', 'T'), at(0))
	case 'A':
		p.arc(a, at(5))
	case 'Z':
		p.at = p.start
		p.printf("h\n")
	}
	p.last = cmd
}

func (p *pen) line(to point) {
	p.at = to
	p.printf("%s %s l\n", num(to.x), num(to.y))
}

func (p *pen) curve(c1, c2, to point) {
	p.at, p.control = to, c2
	p.printf("%s %s %s %s %s %s c\n", num(c1.x), num(c1.y), num(c2.x), num(c2.y), num(to.x), num(to.y))
}

func (p *pen) quadratic(c, to point) {
	p.curve(p.at.toward(c, 2.0/3), to.toward(c, 2.0/3), to)
	p.control = c
}

// smooth is the first control point of a curve that goes on as the last one ended, if that was of its kind.
func (p *pen) smooth(kinds ...byte) point {
	if slices.Contains(kinds, p.last) {
		return p.at.mirror(p.control)
	}
	return p.at
}

// arc draws a part of an ellipse as curves of at most a quarter. The arguments are those of the command; the
// way from the ends to the centre is that of SVG 1.1, appendix F.6.
func (p *pen) arc(a [7]float64, to point) {
	rx, ry, large, sweep := math.Abs(a[0]), math.Abs(a[1]), a[3] == 1, a[4] == 1
	if rx == 0 || ry == 0 || p.at == to {
		p.line(to)
		return
	}
	sin, cos := math.Sincos(a[2] * math.Pi / 180)
	// The ends on the unit circle, and its centre.
	dx, dy := (p.at.x-to.x)/2, (p.at.y-to.y)/2
	u, v := (cos*dx+sin*dy)/rx, (cos*dy-sin*dx)/ry
	if k := math.Hypot(u, v); k > 1 {
		rx, ry, u, v = rx*k, ry*k, u/k, v/k
	}
	side := math.Sqrt(max(0, 1/(u*u+v*v)-1))
	if large == sweep {
		side = -side
	}
	cu, cv := side*v, -side*u
	first := math.Atan2(v-cv, u-cu)
	turn := turned(math.Atan2(-v-cv, -u-cu)-first, sweep)
	middle := p.at.toward(to, 0.5)
	onto := func(u, v float64) point {
		u, v = (u+cu)*rx, (v+cv)*ry
		return point{cos*u - sin*v, sin*u + cos*v}.plus(middle)
	}
	parts := math.Ceil(math.Abs(turn) / (math.Pi / 2))
	step := turn / parts
	k := 4.0 / 3 * math.Tan(step/4)
	for i := range int(parts) {
		s0, c0 := math.Sincos(first + float64(i)*step)
		s1, c1 := math.Sincos(first + float64(i+1)*step)
		end := onto(c1, s1)
		if i == int(parts)-1 {
			end = to
		}
		p.curve(onto(c0-k*s0, s0+k*c0), onto(c1+k*s1, s1-k*c1), end)
	}
}

// turned gives the same turn in the wanted direction: forwards or backwards.
func turned(turn float64, forwards bool) float64 {
	switch {
	case forwards && turn < 0:
		return turn + 2*math.Pi
	case !forwards && turn > 0:
		return turn - 2*math.Pi
	default:
		return turn
	}
}
