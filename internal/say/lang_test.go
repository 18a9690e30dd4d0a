package say_test

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"harta/internal/say"
	"harta/resources"
)

// speak returns the speaker of a language.
func speak(t *testing.T, lang string) *say.Speaker {
	t.Helper()
	s, err := say.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// words returns every key of a language with its text, and refuses one that occurs twice.
func words(t *testing.T, lang string) map[string]string {
	t.Helper()
	files, err := resources.Words()
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(files, "*."+lang+".json")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		for key, text := range pairs(t, name, data) {
			if _, twice := all[key]; twice {
				t.Errorf("%s: key %s occurs twice", name, key)
			}
			all[key] = text
		}
	}
	return all
}

// pairs reads a flat object token by token, because a map would hide a key that occurs twice.
func pairs(t *testing.T, name string, data []byte) map[string]string {
	t.Helper()
	dec, all := json.NewDecoder(bytes.NewReader(data)), map[string]string{}
	var strs []string
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if s, ok := tok.(string); ok {
			strs = append(strs, s)
		}
	}
	for pair := range slices.Chunk(strs, 2) {
		if _, twice := all[pair[0]]; twice {
			t.Errorf("%s: key %s occurs twice", name, pair[0])
		}
		all[pair[0]] = pair[1]
	}
	return all
}

var placeholder = regexp.MustCompile(`\{([^{}|]*)(\|[^{}|]*\|[^{}|]*)?\}`)

// placeholders returns the names a text wants values for, sorted.
func placeholders(text string) []string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestBothLanguagesSayTheSame(t *testing.T) {
	bg, en := words(t, "bg"), words(t, "en")
	for _, key := range slices.Sorted(maps.Keys(bg)) {
		if _, ok := en[key]; !ok {
			t.Errorf("%s has no English", key)
		} else if b, e := placeholders(bg[key]), placeholders(en[key]); !slices.Equal(b, e) {
			t.Errorf("%s has placeholders %v in Bulgarian and %v in English", key, b, e)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(en)) {
		if _, ok := bg[key]; !ok {
			t.Errorf("%s has no Bulgarian", key)
		}
	}
}

func TestPlaceholdersAreWellFormed(t *testing.T) {
	for _, lang := range resources.Languages() {
		for key, text := range words(t, lang) {
			if rest := placeholder.ReplaceAllString(text, ""); strings.ContainsAny(rest, "{}") {
				t.Errorf("%s %s: stray brace in %q", lang, key, text)
			}
		}
	}
}

// latin holds what is written in Latin letters in Bulgarian too: names of formats, of the program and of its
// commands, the units of terms as they are typed, and keys as they stand on the keyboard.
var latin = []string{
	"PDF", "SVG", "PNG", "Excel", "CSV", "UTF", "SHA", "QR", "USB", "GDPR", "harta", "csv", "xlsx", "json", "bg", "BG", "d", "wd", "m",
	"Enter", "Esc", "Tab", "Ctrl", "F",
}

var latinWord = regexp.MustCompile(`\p{Latin}+`)

func TestBulgarianIsWrittenInCyrillic(t *testing.T) {
	for key, text := range words(t, "bg") {
		if strings.HasPrefix(key, "console.") { // its help names commands and options
			continue
		}
		for _, word := range latinWord.FindAllString(placeholder.ReplaceAllString(text, ""), -1) {
			if !slices.Contains(latin, word) {
				t.Errorf("%s: %q in %q", key, word, text)
			}
		}
	}
}

func TestEnglishIsWrittenInLatin(t *testing.T) {
	for key, text := range words(t, "en") {
		if i := strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }); i >= 0 {
			t.Errorf("%s: Cyrillic in %q", key, text)
		}
	}
}

func TestNoWordMixesAlphabets(t *testing.T) {
	mixed := regexp.MustCompile(`\p{Latin}\p{Cyrillic}|\p{Cyrillic}\p{Latin}`)
	for key, text := range words(t, "bg") {
		if found := mixed.FindString(placeholder.ReplaceAllString(text, " ")); found != "" {
			t.Errorf("%s: %q in %q", key, found, text)
		}
	}
}

func TestTextsAreTidy(t *testing.T) {
	for _, lang := range resources.Languages() {
		for key, text := range words(t, lang) {
			if strings.Contains(text, "  ") || strings.ContainsAny(text, "\"\t") {
				t.Errorf("%s %s: doubled space, tab or straight quote in %q", lang, key, text)
			}
			if opened, closed := strings.Count(text, "„"), strings.Count(text, "“"); lang == "bg" && opened != closed {
				t.Errorf("%s %s: unpaired quotes in %q", lang, key, text)
			}
			sentence := strings.HasPrefix(key, "refusal.") || strings.HasPrefix(key, "fault.") || strings.HasPrefix(key, "step.")
			if sentence && !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
				t.Errorf("%s %s: %q is no sentence", lang, key, text)
			}
		}
	}
}
