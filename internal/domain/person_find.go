package domain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// PersonKey is what of a person is looked through when somebody types: the words of the names and of the e-mail address,
// and the digits of the telephone, folded. It is made once for every person.
type PersonKey string

// wordStart begins every word of a key.
const wordStart = "\x00"

// Key gives what is looked through; empty for an erased person.
func (p Person) Key() PersonKey {
	c := p.Contact
	key := appendWords(nil, strings.Join([]string{c.Name, c.Represents, c.Email}, " "))
	if digits := phoneDigits(c.Phone); digits != "" {
		key = append(append(key, wordStart...), digits...)
	}
	return PersonKey(key)
}

// PersonQuery is what somebody typed to find a person: each word in every way it may be meant.
type PersonQuery struct{ words [][]string }

// AskPerson reads what was typed. Words match from their beginning, in any order and case; digits match anywhere in a
// telephone. Latin letters are taken for Cyrillic ones too: as names are transliterated, and as they lie on the phonetic
// keyboard.
func AskPerson(typed string) PersonQuery {
	if digits := phoneDigits(typed); len(digits) >= 3 && strings.Trim(typed, "0123456789+-/() .") == "" {
		return PersonQuery{words: [][]string{{digits}}}
	}
	var q PersonQuery
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

// FoldWords gives the words of a text as a query looks through them.
func FoldWords(text string) PersonKey { return PersonKey(appendWords(nil, text)) }

// Hits gives the parts of a text that a query means, as bytes from and to, in their order.
func (q PersonQuery) Hits(text string) [][2]int {
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
func (q PersonQuery) within(word string) int {
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
func (q PersonQuery) Words() int { return len(q.words) }

// Rank gives how many of the typed words a person has.
func (q PersonQuery) Rank(k PersonKey) int {
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
	return []string{transliterated.Replace(lower), transliterated.Replace(parted.Replace(lower)), phonetic.Replace(lower)}
}
