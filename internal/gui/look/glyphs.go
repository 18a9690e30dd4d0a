package look

import (
	"slices"
	"unicode"
)

// stands is owned by the UI goroutine: how far behind a letter in Body the next one stands, which is closer for some
// pairs. With it a text is measured without the toolkit, which shapes and remembers every beginning of every line.
var stands = map[[2]rune]float32{}

// measure says how wide letters in Body are where they stand. What is more than letters beside each other is asked of
// the toolkit, word by word.
func measure(letters []rune, widths []float32) {
	for i := 0; i < len(letters); {
		end := wordEnd(letters, i)
		if slices.ContainsFunc(letters[i:end], strange) {
			shaped(letters[i:end], widths[i:end])
			i = end
			continue
		}
		for ; i < end; i++ {
			pair := [2]rune{letters[i]}
			if i+1 < len(letters) && !strange(letters[i+1]) {
				pair[1] = letters[i+1]
			}
			widths[i] = stand(pair)
		}
	}
}

// wordEnd is behind the word that begins at a place; a space is a word of its own.
func wordEnd(letters []rune, at int) int {
	if i := slices.Index(letters[at:], ' '); i > 0 {
		return at + i
	} else if i == 0 {
		return at + 1
	}
	return len(letters)
}

// Breadth is how wide words in Body are, told from their letters. Where many words are looked at it is cheaper than
// [Face.Width], for which the toolkit shapes and remembers them all.
func Breadth(words string) float32 {
	letters := []rune(words)
	widths := make([]float32, len(letters))
	measure(letters, widths)
	sum := float32(0)
	for _, w := range widths {
		sum += w
	}
	return sum
}

func stand(pair [2]rune) float32 {
	w, ok := stands[pair]
	if !ok {
		if w = Body.Width(string(pair[:1])); pair[1] != 0 {
			w = Body.Width(string(pair[:])) - Body.Width(string(pair[1:]))
		}
		stands[pair] = w
	}
	return w
}

// mostShaped is as many letters as are shaped together; a longer word without a space is no word.
const mostShaped = 32

// shaped measures a word whose letters change each other.
func shaped(letters []rune, widths []float32) {
	for len(letters) > mostShaped {
		shaped(letters[:mostShaped], widths[:mostShaped])
		letters, widths = letters[mostShaped:], widths[mostShaped:]
	}
	before := float32(0)
	for i := range letters {
		now := Body.Width(string(letters[:i+1]))
		widths[i] = max(0, now-before)
		before = max(before, now)
	}
}

// strange tells whether a letter does more than stand beside others, as all do of Latin, Greek, Cyrillic, and the signs of
// print.
func strange(r rune) bool {
	switch {
	case r < ' ' || r == '\u00ad' || r >= '\u007f' && r < '\u00a0':
		return true
	case r < '\u0530':
		return unicode.IsMark(r)
	case r >= '\u2010' && r <= '\u2027', r >= '\u2030' && r <= '\u205e', r >= '\u20a0' && r <= '\u20bf', r == '№':
		return false
	default:
		return true
	}
}
