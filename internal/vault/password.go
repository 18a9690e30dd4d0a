package vault

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// MinPassword is the smallest number of characters in a password.
const MinPassword = 10

// Why a password is refused.
var (
	ErrPasswordShort  = errors.New("password too short")
	ErrPasswordCommon = errors.New("password too easy to guess")
)

// CheckPassword refuses what is guessed first: short passwords, and longer ones that are hardly more than
// a number, a few characters repeated, or a common word or row of keys with digits and signs around it.
func CheckPassword(password string) error {
	if utf8.RuneCountInString(password) < MinPassword {
		return ErrPasswordShort
	}
	distinct := map[rune]bool{}
	for _, r := range strings.ToLower(password) {
		distinct[r] = true
	}
	word := strings.TrimFunc(strings.ToLower(password), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(distinct) < 5 || utf8.RuneCountInString(word) < 3 || slices.Contains(commonWords(), word) {
		return ErrPasswordCommon
	}
	return nil
}

// commonWords are the words that stand at the head of every list of stolen passwords, and ours.
func commonWords() []string {
	return []string{
		"admin", "administrator", "computer", "dragon", "football", "harta", "iloveyou", "letmein", "master",
		"monkey", "password", "passwort", "princess", "qwerty", "qwertyu", "qwertyui", "qwertyuiop", "asdfgh",
		"asdfghjkl", "zxcvbnm", "secret", "sunshine", "superman", "user", "welcome", "q2w3e", "q2w3e4r",
		"q2w3e4r5t", "q2w3e4r5t6y", "qaz2wsx", "qaz2wsx3edc", "qwertyuiopasdfghjkl", "passwordpassword",
		"parola", "parolata", "parolka", "tainaparola", "bulgaria", "sofia", "plovdiv", "varna", "burgas",
		"obshtina", "obshtinata", "delovodstvo", "delovoditel", "registratura", "kmetstvo", "kmet", "sekretar",
		"levski", "levskisofia", "cska", "cskasofia", "maika", "obicham", "obichamte", "zdravei", "slunce",
		"парола", "паролата", "паролка", "администратор", "админ", "българия", "софия", "пловдив", "варна",
		"бургас", "община", "общината", "деловодство", "деловодител", "регистратура", "кметство", "кмет",
		"секретар", "левски", "цска", "обичамте", "здравей", "явертъуиоп", "явертъ", "асдфгхйкл", "зьцжбнм",
		"йцукен", "йцукенг", "уеишщксд", "ьяаожгтнвм",
	}
}

const maxDelay = 5 * time.Minute

// Delay returns how long to wait after so many wrong passwords in a row: nothing after two, then a second
// that doubles up to five minutes. A person who mistypes hardly sees it; a program that guesses stops being one.
func Delay(failures int) time.Duration {
	const free, doublings = 3, 9
	if failures < free {
		return 0
	}
	return min(time.Second<<min(failures-free, doublings), maxDelay)
}
