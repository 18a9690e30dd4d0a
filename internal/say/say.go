// Package say puts keys, refusals and values of the domain into sentences, in Bulgarian or in English. Every word
// a person reads comes through it from package resources.
//
// A text holds placeholders: {name} is the value of that name, {name|one|many} chooses by the number of that name
// and writes it for # in the chosen form: {n|# ден|# дни}. Values of the domain and dates are put into words on
// the way.
//
// The package refuses to know disk and screen, and whether what it says is so.
package say

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"harta/resources"
)

// ErrLanguage says that the program does not speak a language.
var ErrLanguage = errors.New("unknown language")

// Speaker speaks one language. It never changes and is safe for concurrent use.
type Speaker struct {
	words map[string]string
}

// New returns the speaker of a language of [resources.Languages].
func New(lang string) (*Speaker, error) {
	if !slices.Contains(resources.Languages(), lang) {
		return nil, fmt.Errorf("%w: %q", ErrLanguage, lang)
	}
	files, err := resources.Words()
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	names, err := fs.Glob(files, "*."+lang+".json")
	if err != nil {
		return nil, fmt.Errorf("words of %q: %w", lang, err)
	}
	s := &Speaker{words: map[string]string{}}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("words: %w", err)
		}
		var theme map[string]string
		if err := json.Unmarshal(data, &theme); err != nil {
			return nil, fmt.Errorf("words of %s: %w", name, err)
		}
		maps.Copy(s.words, theme)
	}
	return s, nil
}

// T returns the text of a key. Arguments are pairs of a name and a value for the {name} in the text. A name
// without a value stays as it stands, and a key without a text is returned in brackets; tests prove that neither
// happens to what the program says.
func (s *Speaker) T(key string, args ...any) string {
	text, ok := s.words[key]
	if !ok {
		return "[" + key + "]"
	}
	return s.fill(text, args)
}

// has tells whether a key has a text.
func (s *Speaker) has(key string) bool {
	_, ok := s.words[key]
	return ok
}
