package present

import (
	"strings"
	"time"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// diffTime is how long two texts are compared word by word; what is not done by then counts as replaced.
const diffTime = 30 * time.Millisecond

// lineEnd stands among the words of a text for the end of a line.
const lineEnd = "\n"

// wordsOf takes a text apart: its words and the ends of its lines.
func wordsOf(text string) []string {
	var all []string
	for i, line := range strings.Split(text, lineEnd) {
		if i > 0 {
			all = append(all, lineEnd)
		}
		all = append(all, strings.Fields(line)...)
	}
	return all
}

// stretch is words that follow each other and are alike in what became of them.
type stretch struct {
	kind  SpanKind // PlainSpan, RemovedSpan or AddedSpan
	words []string
}

// diffWords finds what was taken out of a text and what was put in, in whole words. The library compares letters; a
// letter stands here for each different word.
func diffWords(before, after []string) []stretch {
	names := map[string]rune{}
	var all []string
	named := func(words []string) []rune {
		runes := make([]rune, len(words))
		for i, w := range words {
			r, known := names[w]
			if !known {
				r = letterFor(len(all))
				names[w] = r
				all = append(all, w)
			}
			runes[i] = r
		}
		return runes
	}
	a, b := named(before), named(after)
	diff := diffmatchpatch.New()
	diff.DiffTimeout = diffTime
	var found []stretch
	for _, d := range diff.DiffMainRunes(a, b, false) {
		s := stretch{kind: PlainSpan}
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			s.kind = RemovedSpan
		case diffmatchpatch.DiffInsert:
			s.kind = AddedSpan
		case diffmatchpatch.DiffEqual:
		}
		for _, r := range d.Text {
			s.words = append(s.words, all[placeOf(r)])
		}
		found = append(found, s)
	}
	return found
}

// Letters that stand for words begin after those that mean something, and leave out the half letters of UTF-16, which no
// text may hold.
const (
	firstLetter = 0x100
	firstHalf   = 0xD800
	halves      = 0x800
)

func letterFor(place int) rune {
	r := rune(firstLetter + place)
	if r >= firstHalf {
		r += halves
	}
	return r
}

func placeOf(r rune) int {
	if r >= firstHalf {
		r -= halves
	}
	return int(r) - firstLetter
}
