package look

import "unicode"

// SameKey tells whether a typed letter comes from the key that a cap names, whichever alphabet the keyboard is set to.
func SameKey(typed, letter rune) bool {
	return keyIndex(typed, []rune{letter}) == 0
}

// KeyAmong gives which of several letters, that caps name, a typed letter is meant as; -1 when it is none. Where the
// keyboards in use differ, the most common one decides.
func KeyAmong(typed rune, letters ...rune) int { return keyIndex(typed, letters) }

// keyIndex finds the letter whose key was pressed: the letter itself, else the one on the same key of the keyboards in
// use, the most common first. -1 = none.
func keyIndex(typed rune, letters []rune) int {
	typed = unicode.ToLower(typed)
	for _, layout := range []string{"", traditional, phonetic, standard} {
		for i, letter := range letters {
			letter = unicode.ToLower(letter)
			if typed == letter || layout != "" && sameOn(layout, typed, letter) {
				return i
			}
		}
	}
	return -1
}

// Keys of the Bulgarian keyboards, in pairs of the Latin and the Cyrillic letter of a key.
const (
	traditional = "qяwвeеrрtтyъuуiиoоpпaаsсdдfфgгhхjйkкlлzзxьcцvжbбnнmм"
	phonetic    = "qчwшeеrрtтyъuуiиoоpпaаsсdдfфgгhхjйkкlлzзxжcцvвbбnнmм"
	standard    = "wуeеrиtшyщuкiсoдpзaьsяdаfоgжhгjтkнlвzюxйcъvэbфnхmп"
)

func sameOn(layout string, a, b rune) bool {
	runes := []rune(layout)
	for i := 0; i+1 < len(runes); i += 2 {
		if runes[i] == a && runes[i+1] == b || runes[i] == b && runes[i+1] == a {
			return true
		}
	}
	return false
}
