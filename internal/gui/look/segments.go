package look

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// Segments is a choice of one of a few words in a line, 28 high: one stop for the focus; arrows and first letters, in
// either alphabet, move the choice.
type Segments struct {
	stop
	words   []string
	current int
	chosen  func(int)
	places  func(width float32) []span
	letters []rune
}

const segmentPad = 12

// NewSegments makes a segmented choice with the first word chosen; chosen hears the index a person moves to.
func NewSegments(words []string, chosen func(int)) *Segments {
	s := newSegments(words, chosen)
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		s.letters = append(s.letters, r)
	}
	s.places = s.segments
	s.size = func() fyne.Size {
		last := s.segments(0)[len(words)-1]
		return fyne.NewSize(last.x+last.width+1, 28)
	}
	s.paint = s.draw
	return s
}

func newSegments(words []string, chosen func(int)) *Segments {
	s := &Segments{words: words, chosen: chosen}
	s.extend(s)
	s.key, s.rune = s.typed, s.letter
	s.tap = func(at fyne.Position) {
		for i, p := range s.places(s.Size().Width) {
			if at.X >= p.x && at.X < p.x+p.width {
				s.choose(i)
			}
		}
	}
	return s
}

// Put chooses from the program: nobody is told. -1 chooses none.
func (s *Segments) Put(i int) {
	if s.current != i {
		s.current = i
		s.Refresh()
	}
}

// Current is the index of the chosen word, -1 for none.
func (s *Segments) Current() int { return s.current }

func (s *Segments) choose(i int) {
	i = min(max(i, 0), len(s.words)-1)
	if i == s.current {
		return
	}
	s.Put(i)
	if s.chosen != nil {
		s.chosen(i)
	}
}

func (s *Segments) typed(ev *fyne.KeyEvent) bool {
	to, ok := stepped(ev.Name, s.current, len(s.words))
	if ok {
		s.choose(to)
	}
	return ok
}

// letter moves to the next word that begins with the letter.
func (s *Segments) letter(r rune) {
	n := len(s.letters)
	after := make([]rune, 0, n)
	for i := range n {
		after = append(after, s.letters[(s.current+1+i)%n])
	}
	if i := keyIndex(r, after); i >= 0 {
		s.choose((s.current + 1 + i) % n)
	}
}

// segments are as wide as their words in bold, so that a choice moves nothing.
func (s *Segments) segments(float32) []span {
	spans, x := make([]span, len(s.words)), float32(1)
	for i, w := range s.words {
		spans[i] = span{x, float32(int(Strong.Width(w)+0.5)) + 2*segmentPad}
		x += spans[i].width
	}
	return spans
}

func (s *Segments) draw(size fyne.Size, put func(Part)) {
	spans := s.segments(size.Width)
	last := spans[len(spans)-1]
	width, ground, stroke := last.x+last.width+1, Surface, Border
	if s.Disabled() {
		ground, stroke = Off, InkOff
	}
	line := float32(1)
	if s.focused {
		stroke, line = Accent, 2
	}
	put(Part{W: width, H: size.Height, Fill: ground, Radius: 4})
	for i, p := range spans {
		face, ink := Body, Ink
		if i == s.current {
			face, ink = Strong, InkAccent
			put(Part{X: p.x, Y: 1, W: p.width, H: size.Height - 2, Fill: Chosen, Radius: 3})
			if stark() {
				put(Part{X: p.x + 6, Y: size.Height - 5, W: p.width - 12, H: 2, Fill: Accent})
			}
		}
		if s.Disabled() {
			ink = InkOff
		}
		put(Part{X: p.x, W: p.width, H: size.Height, Words: s.words[i], Face: face, Ink: ink, Align: fyne.TextAlignCenter})
	}
	put(Part{W: width, H: size.Height, Stroke: stroke, Line: line, Radius: 4})
}
