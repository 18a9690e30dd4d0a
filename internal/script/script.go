// Package script finds words by what somebody typed, whichever alphabet the keyboard was set to: in any case, from the
// beginning of a word, with Latin letters for Cyrillic ones as the law transliterates them and as they lie on the phonetic
// keyboard. Whatever is searched or chosen by typing is found through it.
//
// It knows letters and digits. It refuses to know what the words are about.
package script

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Key is what is looked through: the words of a text, folded. It is made once for every text.
type Key string

// wordStart begins every word of a key.
const wordStart = "\x00"

// Fold gives the words of a text as a query looks through them.
func Fold(text string) Key { return Key(appendWords(nil, text)) }

// WithPhone adds the digits of a telephone to what is looked through.
func (k Key) WithPhone(number string) Key {
	if digits := phoneDigits(number); digits != "" {
		return k + wordStart + Key(digits)
	}
	return k
}

// Query is what somebody typed to find something: each word in every way it may be meant.
type Query struct{ words [][]string }

// Ask reads what was typed. Words match from their beginning, in any order and case; digits match anywhere in a
// telephone. Latin letters are taken for Cyrillic ones too: as names are transliterated, and as they lie on the phonetic
// keyboard.
func Ask(typed string) Query {
	if digits := phoneDigits(typed); len(digits) >= 3 && strings.Trim(typed, "0123456789+-/() .") == "" {
		return Query{words: [][]string{{digits}}}
	}
	var q Query
	for word := range strings.FieldsSeq(strings.Map(wordRunes, typed)) {
		var meant []string
		for _, text := range append(cyrillic(word), word) {
			if folded := string(appendWords(nil, text)); folded != "" && !slices.Contains(meant, folded) {
				meant = append(meant, folded)
			}
		}
		if len(meant) > 0 {
			q.words = append(q.words, meant)
		}
	}
	return q
}

// Hits gives the parts of a text that a query means, as bytes from and to, in their order.
func (q Query) Hits(text string) [][2]int {
	var hits [][2]int
	word, ends := []byte(nil), []int(nil) // of the word that is read: its letters folded, and where each ends
	start := 0
	ended := func() {
		if n := q.within(string(word)); n > 0 {
			hits = append(hits, [2]int{start, ends[n-1]})
		}
		word, ends = word[:0], ends[:0]
	}
	for i, r := range text {
		before := byte(0)
		if len(word) > 0 {
			before = word[len(word)-1]
		}
		b := foldAfter(before, r)
		if b == 0 {
			ended()
			continue
		}
		if len(word) == 0 {
			start = i
		}
		word, ends = append(word, b), append(ends, i+utf8.RuneLen(r))
	}
	ended()
	return hits
}

// within gives how many letters of a folded word are meant, the most that one of the typed words means.
func (q Query) within(word string) int {
	most := 0
	for _, meant := range q.words {
		for _, m := range meant {
			if rest, ok := strings.CutPrefix(m, wordStart); ok && strings.HasPrefix(word, rest) {
				most = max(most, len(rest))
			}
		}
	}
	return most
}

// Words gives how many words were typed.
func (q Query) Words() int { return len(q.words) }

// Rank gives how many of the typed words a text has.
func (q Query) Rank(k Key) int {
	n := 0
	for _, meant := range q.words {
		for _, word := range meant {
			if strings.Contains(string(k), word) {
				n++
				break
			}
		}
	}
	return n
}

// Finds tells whether a text has every word that was typed; of nothing typed it finds nothing.
func (q Query) Finds(k Key) bool { return len(q.words) > 0 && q.Rank(k) == len(q.words) }

// Begins tells whether a text begins with what was typed.
func (q Query) Begins(text string) bool {
	hits := q.Hits(text)
	return len(hits) > 0 && hits[0][0] == 0 && q.Finds(Fold(text))
}

// appendWords folds words, one byte a letter: case, ё and ѝ do not count, and neither does what transliteration does not
// tell apart.
func appendWords(key []byte, text string) []byte {
	inside := false
	for _, r := range text {
		before := byte(0)
		if inside {
			before = key[len(key)-1]
		}
		b := foldAfter(before, r)
		if b == 0 {
			inside = false
			continue
		}
		if !inside {
			key = append(key, wordStart...)
		}
		key, inside = append(key, b), true
	}
	return key
}

// foldAfter folds a letter after the one before it in its word, zero at the beginning.
func foldAfter(before byte, r rune) byte {
	b := foldRune(unicode.ToLower(r))
	if b == cyr('я') && before == cyr('и') { // Мария is written Maria
		return cyr('а')
	}
	return b
}

func cyr(r rune) byte { return byte(0xE0 + r - 'а') }

// foldRune gives the byte of a letter or digit, zero for what parts words.
func foldRune(r rune) byte {
	switch {
	case r == 'ё':
		return cyr('е')
	case r == 'ѝ':
		return cyr('и')
	case r == 'ъ':
		return cyr('а')
	case r == 'ь':
		return cyr('й')
	case r >= 'а' && r <= 'я':
		return cyr(r)
	case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		return byte(r)
	case unicode.IsLetter(r):
		return '?'
	default:
		return 0
	}
}

// wordRunes parts words where foldRune does, but leaves the letters of the phonetic keyboard that are signs elsewhere.
func wordRunes(r rune) rune {
	if foldRune(unicode.ToLower(r)) == 0 && !strings.ContainsRune("[]`\\", r) {
		return ' '
	}
	return r
}

// phoneDigits gives the digits of a telephone, without the code of the country.
func phoneDigits(text string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
	for _, code := range []string{"00359", "359"} {
		if rest, ok := strings.CutPrefix(digits, code); ok && len(rest) > 0 {
			return "0" + rest
		}
	}
	return digits
}

var (
	// transliterated is read backwards: how Latin letters stand for Cyrillic ones, the longest first.
	transliterated = strings.NewReplacer("sht", "щ", "zh", "ж", "ts", "ц", "ch", "ч", "sh", "ш", "yu", "ю", "ya", "я",
		"a", "а", "b", "б", "c", "ц", "d", "д", "e", "е", "f", "ф", "g", "г", "h", "х", "i", "и", "j", "й", "k", "к", "l", "л",
		"m", "м", "n", "н", "o", "о", "p", "п", "q", "я", "r", "р", "s", "с", "t", "т", "u", "у", "v", "в", "w", "в", "x", "кс",
		"y", "й", "z", "з")
	// parted reads „ts“ as the two letters that it also is: Tsvetanska, but Bratska.
	parted = strings.NewReplacer("sht", "шт", "zh", "ж", "ts", "тс", "ch", "ч", "sh", "ш", "yu", "ю", "ya", "я")
	// phonetic is the keyboard of that name.
	phonetic = strings.NewReplacer("q", "я", "w", "в", "e", "е", "r", "р", "t", "т", "y", "ъ", "u", "у", "i", "и", "o", "о",
		"p", "п", "[", "ш", "]", "щ", "a", "а", "s", "с", "d", "д", "f", "ф", "g", "г", "h", "х", "j", "й", "k", "к", "l", "л",
		"z", "з", "x", "ь", "c", "ц", "v", "ж", "b", "б", "n", "н", "m", "м", "`", "ч", "\\", "ю")
)

// cyrillic gives the Cyrillic words that Latin letters may stand for.
func cyrillic(word string) []string {
	lower := strings.ToLower(word)
	all := []string{transliterated.Replace(lower), transliterated.Replace(parted.Replace(lower)), phonetic.Replace(lower)}
	if begun, ok := strings.CutSuffix(lower, "sh"); ok { // it may become „sht“, which is one letter
		all = append(all, transliterated.Replace(begun)+"щ")
	}
	return all
}
