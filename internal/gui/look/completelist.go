package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func (s *suggestions) draw(size fyne.Size, put func(Part)) {
	const pad = 9
	for line := range s.seen() {
		i := s.first + line
		y := float32(line) * optionHeight
		if i == s.current {
			put(Part{X: 0, Y: y, W: size.Width, H: optionHeight, Fill: Chosen})
			put(Part{X: 0, Y: y, W: 3, H: optionHeight, Fill: Accent})
		}
		f := s.found[i]
		right := Second.Width(f.Right)
		drawHits(f, span{pad, size.Width - 3*pad - right}, y, put)
		put(Part{X: size.Width - pad - right, Y: y, W: right + 1, H: optionHeight, Words: f.Right, Face: Second, Ink: InkSecond})
	}
	if s.owner.more != "" {
		s.drawNew(size, pad, put)
	}
}

func (s *suggestions) drawNew(size fyne.Size, pad float32, put func(Part)) {
	y := float32(s.seen()) * optionHeight
	if s.current == len(s.found) {
		put(Part{X: 0, Y: y, W: size.Width, H: optionHeight, Fill: Chosen})
		put(Part{X: 0, Y: y, W: 3, H: optionHeight, Fill: Accent})
	}
	if s.seen() > 0 {
		put(Part{Y: y, W: size.Width, H: 1, Fill: Rule})
	}
	put(Part{X: pad, Y: y + 6, W: 16, H: 16, Icon: Icon(theme.IconNameContentAdd), Ink: InkAccent})
	put(Part{X: pad + 22, Y: y, W: size.Width, H: optionHeight, Words: s.owner.more, Face: Body, Ink: InkAccent})
	if s.owner.key != "" {
		width := Hint.Width(s.owner.key) + 2*capPad
		x := size.Width - pad - width
		put(Part{X: x, Y: y + 5, W: width, H: capHeight, Stroke: Rule, Line: 1, Radius: 3})
		put(Part{X: x + capPad, Y: y, W: width, H: optionHeight, Words: s.owner.key, Face: Hint, Ink: InkHint})
	}
}

// drawHits draws a line in which some bytes are bold, and cuts it where its room ends.
func drawHits(s Suggestion, room span, y float32, put func(Part)) {
	x, end := room.x, room.x+room.width
	write := func(piece string, face Face) {
		if piece == "" || x >= end {
			return
		}
		width := face.Width(piece)
		put(Part{X: x, Y: y, W: min(width+1, end-x), H: optionHeight, Words: piece, Face: face, Ink: Ink})
		x += width
	}
	from := 0
	for _, b := range s.Bold {
		if b[0] < from || b[1] > len(s.Words) || b[0] > b[1] {
			continue
		}
		write(s.Words[from:b[0]], Body)
		write(s.Words[b[0]:b[1]], Strong)
		from = b[1]
	}
	write(s.Words[from:], Body)
}
