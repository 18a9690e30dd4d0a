package present

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"harta/internal/domain"
)

// listed parts by commas what there is.
func listed(all ...string) string { return joined(", ", all...) }

func joined(sep string, all ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(all), func(s string) bool { return strings.TrimSpace(s) == "" }), sep)
}

// sentences puts sentences after each other. What people typed may have no stop at its end.
func sentences(all ...string) string {
	var b strings.Builder
	for _, s := range all {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		if b.Len() > 0 {
			if last, _ := utf8.DecodeLastRuneInString(b.String()); !strings.ContainsRune(".!?…:;", last) {
				b.WriteString(".")
			}
			b.WriteString(" ")
		}
		b.WriteString(s)
	}
	return b.String()
}

// orElse gives words, or others where there are none.
func orElse(words, other string) string {
	if strings.TrimSpace(words) == "" {
		return other
	}
	return words
}

// capital begins words with a capital letter.
func capital(s string) string { return first(s, unicode.ToUpper) }

// lowered begins words with a small letter.
func lowered(s string) string { return first(s, unicode.ToLower) }

func first(s string, change func(rune) rune) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(change(r)) + s[n:]
}

// shorten cuts a text after so many letters.
func shorten(text string, most int) string {
	if short := firstLetters(text, most); short != text {
		return short + "…"
	}
	return text
}

func firstLetters(text string, most int) string {
	letters := []rune(text)
	return string(letters[:min(most, len(letters))])
}

// roleWords gives the roles that somebody holds today.
func roleWords(env Env, o *domain.Office, id domain.UserID) string {
	var words []string
	for _, g := range o.Grants(id, env.Today()) {
		if w := env.Say.Role(g.Role); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return strings.Join(words, env.T("common.comma"))
}
