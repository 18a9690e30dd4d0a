package manuscript

import (
	"slices"
	"unicode"
)

// Step is a way of the caret.
type Step int

// Ways of the caret.
const (
	Left Step = iota
	Right
	Up
	Down
	WordLeft
	WordRight
	LineStart
	LineEnd
	Start
	End
)

// Caret gives where the caret is.
func (t *Text) Caret() Place { return t.caret }

// Seen is where the caret is seen: in which line, and how far from its left end.
func (t *Text) Seen() (line int, x float32) {
	line, x = t.Spot(t.caret)
	if k := t.lineOf(t.caret); t.caretLine() < k {
		return line - 1, t.x(t.line(t.caret.Paragraph, k-1), t.caret.Letter)
	}
	return line, x
}

// caretLine gives the line of its paragraph in which the caret is seen: where a word is broken, the end of a line is the
// same place as the beginning of the next.
func (t *Text) caretLine() int {
	k := t.lineOf(t.caret)
	if t.behind == t.caret && k > 0 && t.paragraphs[t.caret.Paragraph].lines[k] == t.caret.Letter {
		return k - 1
	}
	return k
}

// Marked gives what is marked.
func (t *Text) Marked() (from, to Place, some bool) {
	from, to = t.anchor, t.caret
	if to.Before(from) {
		from, to = to, from
	}
	return from, to, from != to
}

// MarkedWords gives what is marked as words.
func (t *Text) MarkedWords() string {
	from, to, _ := t.Marked()
	return t.words(from, to)
}

// MarkAll marks everything.
func (t *Text) MarkAll() { t.Mark(Place{}, t.end()) }

// Mark marks what is between two places, with the caret at the second.
func (t *Text) Mark(from, to Place) {
	t.anchor, t.caret, t.goal, t.behind = t.clamped(from), t.clamped(to), -1, Place{}
	t.past.close()
}

// Go puts the caret at a place; mark marks what is on the way.
func (t *Text) Go(to Place, mark bool) {
	from := t.anchor
	if !mark {
		from = to
	}
	t.Mark(from, to)
}

// Move moves the caret a step; mark marks what is on the way.
func (t *Text) Move(s Step, mark bool) {
	from, to, marked := t.Marked()
	switch {
	case s == Up:
		t.climb(-1, mark)
	case s == Down:
		t.climb(1, mark)
	case marked && !mark && s == Left: // it goes to the end of what was marked
		t.Go(from, false)
	case marked && !mark && s == Right:
		t.Go(to, false)
	default:
		t.Go(t.stepped(s), mark)
		if s == LineEnd {
			t.behind = t.caret
		}
	}
}

// Page moves the caret some lines up or down.
func (t *Text) Page(lines int, mark bool) { t.climb(lines, mark) }

// climb moves the caret by lines, as straight as it can. Beyond the first and the last one it goes to the end.
func (t *Text) climb(by int, mark bool) {
	line, x := t.Seen()
	if t.goal < 0 {
		t.goal = x
	}
	goal, to := t.goal, t.At(line+by, t.goal)
	switch {
	case line+by < 0:
		to = Place{}
	case line+by >= t.Lines():
		to = t.end()
	}
	t.Go(to, mark)
	t.goal = goal
}

func (t *Text) stepped(s Step) Place {
	c := t.caret
	switch s {
	case Left:
		return t.left(c)
	case Right:
		return t.right(c)
	case WordLeft:
		return t.wordLeft(c)
	case WordRight:
		return t.wordRight(c)
	case LineStart:
		return Place{c.Paragraph, t.line(c.Paragraph, t.caretLine()).From}
	case LineEnd:
		return t.lineEnd()
	case Start:
		return Place{}
	default:
		return t.end()
	}
}

// lineEnd is before the space that a line is broken at: behind it begins the next line.
func (t *Text) lineEnd() Place {
	l := t.line(t.caret.Paragraph, t.caretLine())
	letters := t.paragraphs[l.Paragraph].letters
	if l.To < len(letters) && l.To > l.From && letters[l.To-1] == ' ' {
		l.To--
	}
	return Place{l.Paragraph, l.To}
}

func (t *Text) left(p Place) Place {
	if p.Letter == 0 {
		if p.Paragraph == 0 {
			return p
		}
		return Place{p.Paragraph - 1, len(t.paragraphs[p.Paragraph-1].letters)}
	}
	p.Letter = stepBack(t.paragraphs[p.Paragraph].letters, p.Letter)
	return p
}

func (t *Text) right(p Place) Place {
	letters := t.paragraphs[p.Paragraph].letters
	if p.Letter == len(letters) {
		if p.Paragraph == len(t.paragraphs)-1 {
			return p
		}
		return Place{p.Paragraph + 1, 0}
	}
	p.Letter = stepOver(letters, p.Letter)
	return p
}

// wordLeft is the beginning of the word before a place.
func (t *Text) wordLeft(p Place) Place {
	if p.Letter == 0 {
		return t.left(p)
	}
	letters := t.paragraphs[p.Paragraph].letters
	for p.Letter > 0 && kindOf(letters[p.Letter-1]) == space {
		p.Letter--
	}
	if p.Letter > 0 {
		p.Letter = runStart(letters, p.Letter-1)
	}
	return p
}

// wordRight is the beginning of the word after a place.
func (t *Text) wordRight(p Place) Place {
	letters := t.paragraphs[p.Paragraph].letters
	if p.Letter == len(letters) {
		return t.right(p)
	}
	if kindOf(letters[p.Letter]) != space {
		p.Letter = runEnd(letters, p.Letter)
	}
	for p.Letter < len(letters) && kindOf(letters[p.Letter]) == space {
		p.Letter++
	}
	return p
}

// MarkWord marks the word at a place.
func (t *Text) MarkWord(p Place) {
	p = t.clamped(p)
	letters := t.paragraphs[p.Paragraph].letters
	if len(letters) == 0 {
		t.Go(p, false)
		return
	}
	at := min(p.Letter, len(letters)-1)
	if at > 0 && at == p.Letter && kindOf(letters[at]) != word && kindOf(letters[at-1]) == word {
		at-- // right behind a word it is meant, not what follows
	}
	t.Mark(Place{p.Paragraph, runStart(letters, at)}, Place{p.Paragraph, runEnd(letters, at)})
}

// MarkParagraph marks the paragraph at a place.
func (t *Text) MarkParagraph(p Place) {
	p = t.clamped(p)
	t.Mark(Place{p.Paragraph, 0}, Place{p.Paragraph, len(t.paragraphs[p.Paragraph].letters)})
}

// kind says what belongs together in a line: a word, spaces or signs.
type kind int

const (
	word kind = iota
	space
	sign
)

func kindOf(r rune) kind {
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_':
		return word
	default:
		return sign
	}
}

func runStart(letters []rune, at int) int {
	k := kindOf(letters[at])
	for at > 0 && kindOf(letters[at-1]) == k {
		at--
	}
	return at
}

func runEnd(letters []rune, at int) int {
	if i := slices.IndexFunc(letters[at:], func(r rune) bool { return kindOf(r) != kindOf(letters[at]) }); i >= 0 {
		return at + i
	}
	return len(letters)
}

// stepOver gives the place behind a letter with the marks that stand over it.
func stepOver(letters []rune, at int) int {
	for at++; at < len(letters) && clings(letters[at]); at++ {
	}
	return at
}

func stepBack(letters []rune, at int) int {
	for at--; at > 0 && clings(letters[at]); at-- {
	}
	return at
}

// clings tells whether a letter is drawn together with the one before it.
func clings(r rune) bool { return unicode.IsMark(r) || r == '\u200d' }
