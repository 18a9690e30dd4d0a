package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
)

// Comparison is two texts of a letter laid over each other, word by word.
type Comparison struct {
	Parts []ComparedPart
	Sum   string // how much has changed
	Rest  string // which parts are not shown, because nothing has changed in them
}

// ComparedPart is a part of a letter: its name, and its text with what was removed and what was added.
type ComparedPart struct {
	Label string
	Spans []LetterSpan
}

// compare lays two contents of a letter over each other. Only the parts that have changed are there; all that say
// something, when none has.
func (e Env) compare(before, after domain.Letter) Comparison {
	var c Comparison
	added, removed := 0, 0
	old, same := e.partsOf(before), sameLetter(before, after)
	var rest []string
	for i, now := range e.partsOf(after) {
		if now.text == old[i].text && (!same || now.text == "") {
			if now.text != "" {
				rest = append(rest, lowered(now.label))
			}
			continue
		}
		part := ComparedPart{Label: now.label}
		for _, s := range diffWords(wordsOf(old[i].text), wordsOf(now.text)) {
			switch n := countWords(s.words); s.kind {
			case RemovedSpan:
				removed += n
			case AddedSpan:
				added += n
			default:
			}
			part.Spans = append(part.Spans, LetterSpan{joinWords(s), s.kind})
		}
		spaced(part.Spans)
		if !same {
			e.fold(part.Spans)
		}
		c.Parts = append(c.Parts, part)
	}
	c.Sum = e.T("compare.sum", "added", added, "removed", removed)
	if same {
		c.Sum = e.T("compare.same")
	}
	if len(rest) > 0 {
		c.Rest = e.T("compare.rest", "parts", listed(rest...))
	}
	return c
}

// spaced puts the space between two pieces that stand in one line.
func spaced(all []LetterSpan) {
	for i := range all[:max(0, len(all)-1)] {
		if !strings.HasSuffix(all[i].Words, lineEnd) && !strings.HasPrefix(all[i+1].Words, lineEnd) {
			all[i].Words += " "
		}
	}
}

// Lines that are shown of what has not changed, beside what has; a gap of fewer lines is not worth a fold.
const (
	linesBeside = 2
	leastFold   = 3
)

// fold leaves out what is far from every change, so that nobody looks for the changes in a long letter.
func (e Env) fold(all []LetterSpan) {
	for i := range all {
		s := &all[i]
		if s.Kind != PlainSpan {
			continue
		}
		lines := strings.Split(s.Words, lineEnd)
		from, to := linesBeside, len(lines)-linesBeside
		if i == 0 {
			from = 0
		}
		if i == len(all)-1 {
			to = len(lines)
		}
		if to-from < leastFold {
			continue
		}
		gap := e.T("compare.gap", "n", to-from)
		s.Words = strings.Join(slices.Concat(lines[:from], []string{gap}, lines[to:]), lineEnd)
	}
}

type letterPart struct{ label, text string }

// partsOf gives a letter in the order in which it is read. Each letter has the same parts.
func (e Env) partsOf(l domain.Letter) []letterPart {
	var lines []string
	for _, p := range l.Paragraphs {
		lines = append(lines, lineOf(p))
	}
	all := []letterPart{
		{e.T("write.addressee"), linesOf(append([]string{l.To.Name}, l.To.Lines...)...)},
		{e.T("compare.subject"), l.Subject},
		{e.T("write.salutation"), l.Salutation},
		{e.T("compare.text"), linesOf(lines...)},
		{e.T("write.notice"), l.Notice},
		{e.T("write.closing"), l.Closing},
		{e.T("compare.signer"), linesOf(l.Signer.Name, l.Signer.Title)},
		{e.T("write.enclosures"), linesOf(l.Enclosures...)},
		{e.T("write.copies"), linesOf(l.Copies...)},
	}
	for i := range all {
		all[i].text = e.namedFields(all[i].text)
	}
	return all
}

func linesOf(all ...string) string { return strings.TrimSpace(strings.Join(all, lineEnd)) }

// namedFields puts open fields under their names.
func (e Env) namedFields(text string) string { return fieldBraces(e.Say).named(text) }

// fieldName is what an open field is called; one that nobody knows is called as it was written.
func (e Env) fieldName(field string) string { return strings.Trim(e.namedFields("{"+field+"}"), "{}") }

func countWords(words []string) int {
	n := 0
	for _, w := range words {
		if w != lineEnd {
			n++
		}
	}
	return n
}

// pilcrow stands where only the end of a line was removed or added, which nobody would see.
const pilcrow = "¶"

// joinWords writes a stretch as it is shown.
func joinWords(s stretch) string {
	if countWords(s.words) == 0 && s.kind == RemovedSpan {
		return strings.Repeat(pilcrow, len(s.words))
	}
	var b strings.Builder
	for i, w := range s.words {
		if i > 0 && w != lineEnd && s.words[i-1] != lineEnd {
			b.WriteByte(' ')
		}
		if w == lineEnd && countWords(s.words) == 0 && s.kind == AddedSpan {
			b.WriteString(pilcrow)
		}
		b.WriteString(w)
	}
	return b.String()
}
