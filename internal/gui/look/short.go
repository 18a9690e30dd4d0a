package look

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostShort is how much is kept of what is typed where a day or an hour is asked for: it is refused, but it can be read.
const mostShort = 40

// shorten keeps of an entry what is no longer than that and can be seen.
func shorten(e *Entry) {
	n := 0
	kept := strings.Map(func(r rune) rune {
		if n++; n > mostShort || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, e.Text)
	if kept != e.Text {
		e.Put(kept)
	}
}
