package look

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

const (
	kindHeight = 36
	kindGap    = 6
	kindPad    = 11
	kindCap    = 18
	tightPad   = 6 // where there is no room for the letters
)

// NewKinds makes the choice of the kind of a submission: big buttons, 36 high, each with the letter that chooses it, in
// either alphabet. Together they are one stop for the focus and take the whole width; where it does not do for the letters,
// these are not shown. Nothing is chosen at first.
func NewKinds(words, letters []string, chosen func(int)) *Segments {
	s := newSegments(words, chosen)
	s.current = -1
	for _, l := range letters {
		r, _ := utf8.DecodeRuneInString(l)
		s.letters = append(s.letters, r)
	}
	s.places = s.kinds
	s.size = func() fyne.Size { return fyne.NewSize(s.kindsWidth(tightWidth), kindHeight) }
	s.paint = func(size fyne.Size, put func(Part)) { s.drawKinds(letters, size, put) }
	return s
}

func kindWidth(words string) float32 { return 2*kindPad + Strong.Width(words) + 12 + kindCap }

func tightWidth(words string) float32 { return 2*tightPad + Strong.Width(words) }

func (s *Segments) kindsWidth(of func(string) float32) float32 {
	width := float32(kindGap * (len(s.words) - 1))
	for _, w := range s.words {
		width += of(w)
	}
	return width
}

// lettered says that the letters have room too.
func (s *Segments) lettered(width float32) bool { return width >= s.kindsWidth(kindWidth) }

// kinds share what their words leave of the width.
func (s *Segments) kinds(width float32) []span {
	of := tightWidth
	if s.lettered(width) {
		of = kindWidth
	}
	share := max(0, width-s.kindsWidth(of)) / float32(len(s.words))
	spans, x := make([]span, len(s.words)), float32(0)
	for i, w := range s.words {
		right := x + of(w) + share
		spans[i] = span{float32(int(x)), float32(int(right)) - float32(int(x))}
		x = right + kindGap
	}
	return spans
}

func (s *Segments) drawKinds(letters []string, size fyne.Size, put func(Part)) {
	for i, p := range s.kinds(size.Width) {
		card := Part{X: p.x, W: p.width, H: kindHeight, Fill: Surface, Stroke: Border, Line: 1, Radius: 4}
		face, ink := Body, Ink
		switch {
		case s.Disabled():
			card.Fill, card.Stroke, ink = Off, InkOff, InkOff
		case i == s.current:
			card.Fill, card.Stroke, card.Line = Chosen, Accent, 2
			face, ink = Strong, InkAccent
		}
		if s.focused && (i == s.current || s.current < 0 && i == 0) {
			put(ring(p.x, 0, p.width, kindHeight, 4))
		}
		put(card)
		if !s.lettered(size.Width) {
			put(Part{X: p.x, W: p.width, H: kindHeight, Words: s.words[i], Face: face, Ink: ink, Align: fyne.TextAlignCenter})
			continue
		}
		put(Part{X: p.x + kindPad, W: p.width, H: kindHeight, Words: s.words[i], Face: face, Ink: ink})
		x := p.x + p.width - kindPad + 2 - kindCap
		put(Part{X: x, Y: 9, W: kindCap, H: kindCap, Fill: Surface, Stroke: Rule, Line: 1, Radius: 3})
		put(Part{X: x, W: kindCap, H: kindHeight, Words: letters[i], Face: Hint, Ink: InkHint, Align: fyne.TextAlignCenter})
	}
}

// PutKind draws the letter of a kind, 18×18, in its box.
func PutKind(put func(Part), x, y float32, letter string) {
	box := Part{X: x, Y: y, W: kindBox, H: kindBox, Fill: Band, Radius: 3}
	if stark() {
		box.Stroke, box.Line = Rule, 1
	}
	put(box)
	put(Part{X: x, Y: y, W: kindBox, H: kindBox, Words: letter, Face: HintBold, Ink: InkSecond, Align: fyne.TextAlignCenter})
}

const kindBox = 18

// NewKindLetter is the letter of a kind in its box.
func NewKindLetter(letter string) fyne.CanvasObject {
	return newDrawn(func() fyne.Size { return fyne.NewSquareSize(kindBox) }, func(_ fyne.Size, put func(Part)) { PutKind(put, 0, 0, letter) })
}
