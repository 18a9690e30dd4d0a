// Package manuscript is a text that somebody writes: its paragraphs and their lines, the caret, what is marked, and what
// can be taken back. A key costs the paragraph that it changes, not the text.
//
// It knows letters and how wide they are. It refuses to know keys, the screen, and what the text is for.
package manuscript

import (
	"slices"
	"strings"
)

// Ruler says how wide letters are that stand beside each other; widths is as long as letters. How wide one is may depend
// on all of its word and on the space behind it.
type Ruler func(letters []rune, widths []float32)

// Text is a text that is written.
type Text struct {
	ruler      Ruler
	room       float32 // for a line; 0 = lines are as long as their paragraphs
	paragraphs []paragraph
	caret      Place
	anchor     Place   // where the marking began; the caret where nothing is marked
	behind     Place   // the caret at it is seen at the end of a line in which a word is broken, not in the next one
	goal       float32 // where up and down lead in a line; negative = nowhere yet
	past       history
}

// Place is a place between two letters.
type Place struct{ Paragraph, Letter int }

// Before tells whether a place comes before another.
func (p Place) Before(q Place) bool {
	return p.Paragraph < q.Paragraph || p.Paragraph == q.Paragraph && p.Letter < q.Letter
}

// paragraph is what ends with a line break of the writer.
type paragraph struct {
	letters []rune
	widths  []float32
	lines   []int // where its lines begin, the first at 0
}

// New makes an empty text.
func New(r Ruler) *Text {
	t := &Text{ruler: r, goal: -1}
	t.paragraphs = []paragraph{t.laid(nil)}
	return t
}

// String gives the text.
func (t *Text) String() string { return t.words(Place{}, t.end()) }

// Empty tells whether nothing is written.
func (t *Text) Empty() bool { return t.end() == Place{} }

// between gives the letters from a place to a later one.
func (t *Text) between(from, to Place) []rune {
	if from.Paragraph == to.Paragraph {
		return slices.Clone(t.paragraphs[from.Paragraph].letters[from.Letter:to.Letter])
	}
	letters := slices.Clone(t.paragraphs[from.Paragraph].letters[from.Letter:])
	for _, p := range t.paragraphs[from.Paragraph+1 : to.Paragraph] {
		letters = append(append(letters, '\n'), p.letters...)
	}
	return append(append(letters, '\n'), t.paragraphs[to.Paragraph].letters[:to.Letter]...)
}

func (t *Text) words(from, to Place) string {
	var b strings.Builder
	for n := from.Paragraph; n <= to.Paragraph; n++ {
		letters := t.paragraphs[n].letters
		first, last := 0, len(letters)
		if n == from.Paragraph {
			first = from.Letter
		} else {
			b.WriteByte('\n')
		}
		if n == to.Paragraph {
			last = to.Letter
		}
		b.WriteString(string(letters[first:last]))
	}
	return b.String()
}

// end is the place behind the last letter.
func (t *Text) end() Place {
	last := len(t.paragraphs) - 1
	return Place{last, len(t.paragraphs[last].letters)}
}

// replace puts letters in the place of those between two places, and gives where they end.
func (t *Text) replace(from, to Place, put []rune) (end Place) {
	end = from.after(put)
	if from.Paragraph == to.Paragraph && end.Paragraph == from.Paragraph {
		p := &t.paragraphs[from.Paragraph]
		p.letters = slices.Replace(p.letters, from.Letter, to.Letter, put...)
		p.widths = slices.Replace(p.widths, from.Letter, to.Letter, make([]float32, len(put))...)
		t.lay(p, from.Letter, end.Letter)
		return end
	}
	letters := slices.Concat(t.paragraphs[from.Paragraph].letters[:from.Letter], put, t.paragraphs[to.Paragraph].letters[to.Letter:])
	t.paragraphs = slices.Replace(t.paragraphs, from.Paragraph, to.Paragraph+1, t.split(letters)...)
	return end
}

// split makes paragraphs of letters.
func (t *Text) split(letters []rune) []paragraph {
	var all []paragraph
	for {
		i := slices.Index(letters, '\n')
		if i < 0 {
			return append(all, t.laid(slices.Clone(letters)))
		}
		all = append(all, t.laid(slices.Clone(letters[:i])))
		letters = letters[i+1:]
	}
}

// after gives the place behind letters that begin at the place.
func (p Place) after(letters []rune) Place {
	for _, r := range letters {
		p.Letter++
		if r == '\n' {
			p = Place{Paragraph: p.Paragraph + 1}
		}
	}
	return p
}

// clamped gives the nearest place that there is.
func (t *Text) clamped(p Place) Place {
	p.Paragraph = min(max(p.Paragraph, 0), len(t.paragraphs)-1)
	p.Letter = min(max(p.Letter, 0), len(t.paragraphs[p.Paragraph].letters))
	return p
}
