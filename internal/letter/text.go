package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Signs that guide the breaking of lines and are not printed themselves.
const (
	noBreakSpace = '\u00a0'
	softHyphen   = '\u00ad'
	breakHere    = '\u200b'
	noBreakMinus = '\u2011'
)

// missing stands in a draft for a letter the font lacks.
const missing = '□'

// clean brings a text into the form that is set: composed letters, one sign for a line break and two for
// spaces, no marks of direction or joining. Control characters stay, for the guard to find.
func clean(s string) string {
	return strings.Map(cleanRune, norm.NFC.String(strings.ReplaceAll(s, "\r\n", "\n")))
}

// cleanRune gives the form in which a rune is set; -1 means that nothing is.
func cleanRune(r rune) rune {
	switch {
	case r == '\n', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
		return '\n'
	case r == noBreakSpace, r == '\u202f', r == '\u2007':
		return noBreakSpace
	case r == '\t', unicode.Is(unicode.Zs, r):
		return ' '
	case r == '\u2010':
		return '-'
	case r == softHyphen, r == breakHere:
		return r
	case unicode.Is(unicode.Cf, r):
		return -1
	default:
		return r
	}
}

// printed gives the rune whose glyph shows a cleaned rune.
func printed(r rune) rune {
	switch r {
	case noBreakMinus:
		return '-'
	case '\n', noBreakSpace, softHyphen, breakHere:
		return ' '
	default:
		return r
	}
}

// oneLine gives a text as a title shows it.
func oneLine(s string) string {
	hidden := strings.NewReplacer(string(softHyphen), "", string(breakHere), "", string(noBreakSpace), " ")
	return strings.Join(strings.FieldsFunc(hidden.Replace(clean(s)), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
}

// joint is what lies between a piece of text and the next.
type joint int

const (
	space  joint = iota // a gap; the line may end here
	tie                 // a gap; the line may not
	cut                 // nothing; the line may end here
	hyphen              // nothing, or a hyphen when the line ends here
	hard                // the line ends here
)

func (j joint) gap() bool { return j == space || j == tie }

// piece is a part of a word that is never broken.
type piece struct {
	text  string
	face  face
	width float64 // without what follows
	after joint
}

// span is a text in one face.
type span struct {
	face face
	text string
}

// pieces cuts spans into pieces not wider than most and measures them.
func (f *fonts) pieces(spans []span, size, most float64) []piece {
	var ps []piece
	for _, s := range spans {
		for _, p := range words(clean(s.text)) {
			p.text = f.shown(s.face, p.text)
			p.face, p.width = s.face, f.width(s.face, size, p.text)
			if p.width > most {
				ps = append(ps, f.shatter(p, size, most)...)
				continue
			}
			ps = append(ps, p)
		}
	}
	for i := range len(ps) - 1 {
		if ps[i].after == space && bound(ps[i].text, ps[i+1].text) {
			ps[i].after = tie
		}
	}
	return ps
}

// shown replaces what the face lacks.
func (f *fonts) shown(fc face, s string) string {
	return strings.Map(func(r rune) rune {
		if r = printed(r); f.has(fc, r) {
			return r
		}
		return missing
	}, s)
}

// shatter cuts a piece too wide for a line into parts that fit one.
func (f *fonts) shatter(p piece, size, most float64) []piece {
	var ps []piece
	start := 0
	for at, r := range p.text {
		end := at + utf8.RuneLen(r)
		if at > start && f.width(p.face, size, p.text[start:end]) > most {
			part := p.text[start:at]
			ps = append(ps, piece{part, p.face, f.width(p.face, size, part), cut})
			start = at
		}
	}
	rest := p.text[start:]
	return append(ps, piece{rest, p.face, f.width(p.face, size, rest), p.after})
}

// words cuts a cleaned text at its spaces, breaks and break marks, and where a long word may be broken.
func words(s string) []piece {
	var ps []piece
	start := 0
	for at, r := range s {
		j, ends := jointOf(r)
		if !ends {
			continue
		}
		ps = appendWord(ps, s[start:at], j)
		start = at + utf8.RuneLen(r)
	}
	if start < len(s) {
		ps = appendWord(ps, s[start:], space)
	}
	return ps
}

func jointOf(r rune) (j joint, ends bool) {
	switch r {
	case ' ':
		return space, true
	case noBreakSpace:
		return tie, true
	case breakHere:
		return cut, true
	case softHyphen:
		return hyphen, true
	case '\n':
		return hard, true
	default:
		return 0, false
	}
}

// appendWord adds a word in its pieces. Where nothing lies between two joints the stronger stands: spaces count
// once, the end of a line swallows them. An empty line stays one.
func appendWord(ps []piece, word string, j joint) []piece {
	if n := len(ps); word == "" && n > 0 && ps[n-1].after != hard {
		if j == hard || j == tie && ps[n-1].after == space {
			ps[n-1].after = j
		}
		return ps
	}
	if word == "" && j != hard {
		return ps
	}
	start := 0
	for at := range cuts(word) {
		ps = append(ps, piece{text: word[start:at], after: cut})
		start = at
	}
	return append(ps, piece{text: word[start:], after: j})
}
