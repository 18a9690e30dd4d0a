package letter

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longWord is the number of letters from which a word is broken at its signs: an address of a site.
const longWord = 25

// cuts gives the places inside a word where a line may end without a hyphen of its own.
func cuts(word string) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !strings.ContainsAny(word, "-/.?&=_@,;") {
			return
		}
		long := utf8.RuneCountInString(word) >= longWord
		for at, r := range word {
			end := at + utf8.RuneLen(r)
			if end == len(word) {
				return
			}
			breaks := r == '-' && letters(word[:at]) && letters(word[end:]) ||
				long && strings.ContainsRune("-/.?&=_@,;", r) && !strings.ContainsRune("/.", rune(word[end]))
			if breaks && !yield(end) {
				return
			}
		}
	}
}

// letters tells whether a part of a word beside a hyphen can stand alone on a line: two letters or more.
func letters(part string) bool {
	n := 0
	for _, r := range part {
		if unicode.IsDigit(r) || r == '/' {
			return false
		}
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n >= 2
}

// bound tells whether two words belong on one line: a sign and its number, an abbreviation and its number, the
// groups of a number, a number and its unit, an initial and its name, a dash and what it follows.
func bound(left, right string) bool {
	first, _ := utf8.DecodeRuneInString(right)
	last, _ := utf8.DecodeLastRuneInString(left)
	switch {
	case last == '№' || last == '§' || first == '–' || first == '—':
		return true
	case unicode.IsDigit(first):
		return short(left, 4) || unicode.IsDigit(last)
	case unicode.IsDigit(last):
		return first == '%' || short(strings.TrimRight(right, ",;:)"), 3)
	default:
		return unicode.IsUpper(first) && initial(left)
	}
}

// short tells whether a word is an abbreviation of at most n letters: small letters and a full stop.
func short(word string, n int) bool {
	word = strings.TrimLeft(word, "(„")
	stem, ok := strings.CutSuffix(word, ".")
	return ok && stem != "" && utf8.RuneCountInString(stem) <= n && strings.IndexFunc(stem, notLetter) < 0
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && word[size:] == "."
}
