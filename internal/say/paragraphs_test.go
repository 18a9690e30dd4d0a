package say_test

import (
	"slices"
	"testing"

	"harta/internal/say"
)

func TestStandardParagraphsAreReadyToInsert(t *testing.T) {
	all, err := say.Paragraphs()
	if err != nil {
		t.Fatal(err)
	}
	seen, topics := map[string]bool{}, []string{}
	for i, p := range all {
		if p.Topic == "" || p.Word == "" || p.Text == "" || seen[p.Word] {
			t.Errorf("%+v is incomplete, or found by a word twice", p)
		}
		seen[p.Word] = true
		if i > 0 && all[i-1].Topic != p.Topic && slices.Contains(topics, p.Topic) {
			t.Errorf("the topic %s is torn apart", p.Topic)
		}
		topics = append(topics, p.Topic)
		for _, f := range placeholders(p.Text) {
			if !slices.Contains(filledByProgram, f) {
				t.Errorf("%s asks for %s, which nobody fills", p.Word, f)
			}
		}
		if word := latinWord.FindString(placeholder.ReplaceAllString(p.Text, "")); word != "" {
			t.Errorf("%s: %q in %q", p.Word, word, p.Text)
		}
	}
}
