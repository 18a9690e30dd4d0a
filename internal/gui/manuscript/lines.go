package manuscript

import (
	"iter"
	"slices"
)

// Line is a line as it is drawn: letters of a paragraph, from the first to before the last.
type Line struct{ Paragraph, From, To int }

// Fit breaks the text anew for lines of a width.
func (t *Text) Fit(room float32) {
	if t.room == room {
		return
	}
	t.room = room
	for i := range t.paragraphs {
		p := &t.paragraphs[i]
		p.lines = broken(p.letters, p.widths, room, p.lines)
	}
}

func (t *Text) laid(letters []rune) paragraph {
	p := paragraph{letters: letters, widths: make([]float32, len(letters))}
	t.lay(&p, 0, len(letters))
	return p
}

// lay measures the words of a paragraph in which letters have changed, and breaks it into lines.
func (t *Text) lay(p *paragraph, from, to int) {
	for from > 0 && p.letters[from-1] != ' ' {
		from--
	}
	from = max(0, from-1) // the space before the word
	for to < len(p.letters) && p.letters[to] != ' ' {
		to++
	}
	last := min(to+1, len(p.letters))
	behind := slices.Clone(p.widths[to:last]) // the space, of which the next letter is not measured
	t.ruler(p.letters[from:last], p.widths[from:last])
	if last < len(p.letters) {
		copy(p.widths[to:last], behind)
	}
	p.lines = broken(p.letters, p.widths, t.room, p.lines)
}

// broken gives where the lines of a paragraph begin. A word that does not fit begins the next line, and one wider than a
// line is broken. The spaces at the end of a line hang over it.
func broken(letters []rune, widths []float32, room float32, lines []int) []int {
	lines = append(lines[:0], 0)
	if room <= 0 {
		return lines
	}
	start, word := 0, 0       // of the line, and of its last word
	var x, beforeWord float32 // so far in the line, and at its last word
	for i, r := range letters {
		if r == ' ' {
			x += widths[i]
			word, beforeWord = i+1, x
			continue
		}
		for x+widths[i] > room && i > start {
			if word > start {
				start, x = word, x-beforeWord
			} else {
				start, x = i, 0
			}
			lines = append(lines, start)
			word, beforeWord = start, 0
		}
		x += widths[i]
	}
	return lines
}

// Lines is how many lines there are.
func (t *Text) Lines() int {
	n := 0
	for i := range t.paragraphs {
		n += len(t.paragraphs[i].lines)
	}
	return n
}

// From gives the lines from one on, with their numbers.
func (t *Text) From(first int) iter.Seq2[int, Line] {
	return func(yield func(int, Line) bool) {
		n := 0
		for i := range t.paragraphs {
			count := len(t.paragraphs[i].lines)
			for k := max(0, first-n); k < count; k++ {
				if !yield(n+k, t.line(i, k)) {
					return
				}
			}
			n += count
		}
	}
}

// line gives a line of a paragraph.
func (t *Text) line(paragraph, k int) Line {
	p := &t.paragraphs[paragraph]
	l := Line{paragraph, p.lines[k], len(p.letters)}
	if k+1 < len(p.lines) {
		l.To = p.lines[k+1]
	}
	return l
}

// lineNumbered gives a line by its number; the last one for a number beyond.
func (t *Text) lineNumbered(n int) Line {
	for _, l := range t.From(max(n, 0)) {
		return l
	}
	last := len(t.paragraphs) - 1
	return t.line(last, len(t.paragraphs[last].lines)-1)
}

// Words gives what a line says.
func (t *Text) Words(l Line) string { return string(t.paragraphs[l.Paragraph].letters[l.From:l.To]) }

// Spot is where a place is seen: in which line, and how far from its left end.
func (t *Text) Spot(p Place) (line int, x float32) {
	for i := range p.Paragraph {
		line += len(t.paragraphs[i].lines)
	}
	k := t.lineOf(p)
	return line + k, t.x(t.line(p.Paragraph, k), p.Letter)
}

// lineOf gives the line of its paragraph that a place is in.
func (t *Text) lineOf(p Place) int {
	k, found := slices.BinarySearch(t.paragraphs[p.Paragraph].lines, p.Letter)
	if !found {
		k--
	}
	return k
}

// x is how far a letter is from the left end of its line. Spaces that hang over the line take no room.
func (t *Text) x(l Line, letter int) float32 {
	x := float32(0)
	for _, w := range t.paragraphs[l.Paragraph].widths[l.From:letter] {
		x += w
	}
	if t.room > 0 {
		x = min(x, t.room)
	}
	return x
}

// breakMark is how much wider a line is drawn whose break is marked too.
const breakMark = 4

// MarkedIn gives the part of a line that is marked.
func (t *Text) MarkedIn(l Line) (from, to float32, some bool) {
	first, last, some := t.Marked()
	start, end := Place{l.Paragraph, l.From}, Place{l.Paragraph, l.To}
	if !some || last.Before(start) || last == start || end.Before(first) {
		return 0, 0, false
	}
	if first.Before(start) {
		first = start
	}
	beyond := end.Before(last) && l.To == len(t.paragraphs[l.Paragraph].letters)
	if end.Before(last) {
		last = end
	}
	from, to = t.x(l, first.Letter), t.x(l, last.Letter)
	if beyond {
		to += breakMark
	}
	return from, to, to > from
}

// At gives the place in a line that is nearest to a distance from its left end.
func (t *Text) At(line int, x float32) Place {
	l := t.lineNumbered(line)
	p := &t.paragraphs[l.Paragraph]
	last := l.To
	if last < len(p.letters) && last > l.From {
		last-- // behind it begins the next line
	}
	for i := l.From; i < last; {
		next := stepOver(p.letters, i)
		width := float32(0)
		for _, w := range p.widths[i:next] {
			width += w
		}
		if x < width/2 || next > last {
			return Place{l.Paragraph, i}
		}
		x -= width
		i = next
	}
	return Place{l.Paragraph, last}
}
