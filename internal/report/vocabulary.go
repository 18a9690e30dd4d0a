package report

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// vocabularyFile holds the words that registers use: data of this package, because nobody is shown them.
//
//go:embed vocabulary.json
var vocabularyFile []byte

// vocabulary is what the words of a register mean.
type vocabulary struct {
	Columns       map[columnID][]string
	Kinds         []meaning
	Channels      []meaning
	States        []meaning
	Outcomes      []meaning
	Senders       []meaning
	Yes           []string
	No            []string
	Nameless      []string
	Organisations []string
	Settlements   []string
	Totals        []string

	columns map[string]columnID
}

// meaning is what a word stands for, possibly only under a topic. The first that fits is taken.
type meaning struct {
	Word  string
	Topic string
	Value string
}

func newVocabulary() (*vocabulary, error) {
	v := &vocabulary{columns: map[string]columnID{}}
	if err := json.Unmarshal(vocabularyFile, v); err != nil {
		return nil, fmt.Errorf("vocabulary of registers: %w", err)
	}
	for _, all := range [][]meaning{v.Kinds, v.Channels, v.States, v.Outcomes, v.Senders} {
		for i := range all {
			all[i].Word, all[i].Topic = plain(all[i].Word), plain(all[i].Topic)
		}
	}
	for _, all := range [][]string{v.Yes, v.No, v.Nameless, v.Organisations, v.Settlements, v.Totals} {
		for i := range all {
			all[i] = plain(all[i])
		}
	}
	for id, names := range v.Columns {
		for _, name := range names {
			v.columns[plain(name)] = id
		}
	}
	return v, nil
}

// columnName gives a column as a person finds or adds it.
func (v *vocabulary) columnName(id columnID) string {
	if names := v.Columns[id]; len(names) > 0 {
		return names[0]
	}
	return string(id)
}

// total tells whether a row is the sum that clerks put under a register.
func (v *vocabulary) total(fields []string) bool {
	for _, field := range fields {
		if first, _, _ := strings.Cut(strings.TrimSpace(field), " "); first != "" {
			return among(v.Totals, first)
		}
	}
	return false
}

// meant gives what a word stands for; a value of the domain stands for itself.
func meant(all []meaning, word, topic string) (value string, ok bool) {
	word, topic = plain(word), plain(topic)
	for _, m := range all {
		if (m.Word == word || m.Value == word) && (m.Topic == "" || m.Topic == topic) {
			return m.Value, true
		}
	}
	return "", false
}

func among(words []string, word string) bool { return slices.Contains(words, plain(word)) }

// plain makes words comparable: lower case, single spaces, no colon or full stop at the end.
func plain(s string) string {
	return strings.TrimRight(strings.Join(strings.Fields(strings.ToLower(s)), " "), " .:")
}
