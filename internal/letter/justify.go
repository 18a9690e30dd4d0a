package letter

import (
	"math"
	"slices"
)

// How much a gap may give: the share of a space by which it shrinks, and the number of spaces by which it may
// grow before the line is rather left short.
const (
	shrink = 0.15
	grow   = 2.5
)

// align says where the lines of a paragraph end.
type align int

const (
	ragged align = iota
	justified
	centred
)

// setting says how a paragraph is set.
type setting struct {
	size, leading      float64
	left, first, width float64 // indents from the margin: of all lines, of the first one more; width of a line
	align              align
	gray               uint8
}

// set makes the lines of a paragraph. The first line stays with the second and the last with the one before.
func (f *fonts) set(s setting, spans ...span) []box {
	hyphenWidth := f.width(bold, s.size, "-")
	ps := f.pieces(spans, s.size, s.width-s.first-hyphenWidth)
	var lines []box
	first := s.first
	for len(ps) > 0 {
		n := 1
		for n < len(ps) && ps[n-1].after != hard {
			n++
		}
		b := breaker{fonts: f, setting: s, first: first, pieces: ps[:n], gap: f.width(ps[0].face, s.size, " ")}
		lines = append(lines, b.lines()...)
		ps, first = ps[n:], 0
	}
	if n := len(lines); n > 1 {
		lines[0].keep, lines[n-2].keep = true, true
	}
	return lines
}

// breaker breaks one stretch of text without hard breaks into the lines that together look best.
type breaker struct {
	fonts *fonts
	setting
	first  float64
	pieces []piece
	gap    float64
}

// ends finds, for the whole stretch at once, the ends of the lines with the least sum of faults.
func (b *breaker) ends() []int {
	n := len(b.pieces)
	faults := make([]float64, n+1)
	from := make([]int, n+1)
	for i := 1; i <= n; i++ {
		faults[i] = math.Inf(1)
	}
	for i := range n {
		if math.IsInf(faults[i], 1) {
			continue
		}
		for end, fault := range b.candidates(i) {
			if sum := faults[i] + fault; sum < faults[end] {
				faults[end], from[end] = sum, i
			}
		}
	}
	var ends []int
	for end := n; end > 0; end = from[end] {
		ends = append(ends, end)
	}
	return ends
}

// candidates gives the ends of a line that starts with piece i, and the fault of each. There is always one:
// where nothing else fits, a tie gives way.
func (b *breaker) candidates(i int) func(func(int, float64) bool) {
	return func(yield func(int, float64) bool) {
		found := false
		var l measure
		for end := i + 1; end <= len(b.pieces); end++ {
			l = l.add(b, end-1, end-1 > i)
			slack := b.avail(i) - l.width - b.tail(end)
			last := end == len(b.pieces)
			if slack < -shrink*b.gap*float64(l.gaps)*b.elastic() && end > i+1 {
				if !found {
					yield(end-1, math.MaxFloat32)
				}
				return
			}
			if !last && b.pieces[end-1].after == tie {
				continue
			}
			found = true
			if !yield(end, b.fault(slack, l.gaps, last)) {
				return
			}
		}
	}
}

// measure is the natural width of a line and the number of its gaps.
type measure struct {
	width float64
	gaps  int
}

func (l measure) add(b *breaker, i int, inside bool) measure {
	l.width += b.pieces[i].width
	if inside && b.pieces[i-1].after.gap() {
		l.width += b.gap
		l.gaps++
	}
	return l
}

// avail is the width of the line that starts with piece i.
func (b *breaker) avail(i int) float64 {
	if i == 0 {
		return b.width - b.first
	}
	return b.width
}

// tail is the width of the hyphen that a line ending before piece end shows.
func (b *breaker) tail(end int) float64 {
	if p := b.pieces[end-1]; p.after == hyphen && end < len(b.pieces) {
		return b.fonts.width(p.face, b.size, "-")
	}
	return 0
}

// elastic is 1 for lines whose gaps give.
func (b *breaker) elastic() float64 {
	if b.align == justified {
		return 1
	}
	return 0
}

// fault is how bad a line looks: the cube of how far its gaps are from a space, squared, as in TeX.
func (b *breaker) fault(slack float64, gaps int, last bool) float64 {
	var bad float64
	switch {
	case last && slack >= 0:
	case b.align != justified:
		bad = 100 * cube(slack/b.width)
	case slack < 0:
		bad = 50 * cube(-slack/(shrink*b.gap*float64(gaps)))
	case gaps == 0:
		bad = 100 * cube(slack/b.gap)
	default:
		bad = 100 * cube(slack/(b.gap*float64(gaps)))
	}
	return (1 + bad) * (1 + bad)
}

func cube(v float64) float64 { return v * v * v }

func (b *breaker) lines() []box {
	ends := b.ends()
	lines := make([]box, 0, len(ends))
	start := 0
	for _, end := range slices.Backward(ends) {
		lines = append(lines, b.line(start, end))
		start = end
	}
	return lines
}

// line sets the pieces from start to end. A word is drawn with the space after it, so that a reader of the
// file finds words. Pieces of one word are drawn apart, because they were measured so: no kerning between them.
func (b *breaker) line(start, end int) box {
	var l measure
	for i := start; i < end; i++ {
		l = l.add(b, i, i > start)
	}
	offset, extra := b.spread(b.avail(start)-l.width-b.tail(end), l.gaps, end == len(b.pieces))
	x := b.left + b.width - b.avail(start) + offset
	out := box{height: b.leading}
	for i := start; i < end; i++ {
		p := b.pieces[i]
		t := text{x: x, y: b.baseline(), s: p.text, face: p.face, size: b.size, gray: b.gray}
		x += p.width
		switch {
		case i == end-1 && b.tail(end) > 0:
			t.s += "-"
		case i < end-1 && p.after.gap():
			t.s += " "
			x += b.gap + extra
		}
		out.append(t, i > start && extra == 0 && b.pieces[i-1].after.gap())
	}
	return out
}

// spread shares out what is left of a line: space before it, and more in each gap.
func (b *breaker) spread(slack float64, gaps int, last bool) (offset, extra float64) {
	switch {
	case b.align == centred:
		return slack / 2, 0
	case b.align == ragged, gaps == 0, last && slack >= 0, slack > grow*b.gap*float64(gaps):
		return 0, 0
	default:
		return 0, slack / float64(gaps)
	}
}

// baseline is how far below the top of a line its letters stand.
func (s setting) baseline() float64 { return (s.leading+s.size)/2 - 0.16*s.size }
