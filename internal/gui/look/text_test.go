package look

import (
	"slices"
	"testing"
)

func TestALineEndsNotWithinWhatBelongsTogether(t *testing.T) {
	startApp(t, Light)
	for _, c := range []struct {
		words  string
		before string // what fits into the first line, and no more
		want   []string
	}{
		{"9999 гр. Примерно, ул. „Липите“ № 21", "9999 гр. Примерно, ул. „Липите“ №", []string{"9999 гр. Примерно, ул. „Липите“", "№ 21"}},
		{"Изпратено за одобрение, И. Калчев", "Изпратено за одобрение, И.", []string{"Изпратено за одобрение,", "И. Калчев"}},
		{"Празник, Велика събота (чл. 154 КТ)", "Празник, Велика събота (чл.", []string{"Празник, Велика събота", "(чл. 154 КТ)"}},
		{"Решение от 19.11.2025 г. на съвета", "Решение от 19.11.2025 г.", []string{"Решение от 19.11.2025 г.", "на съвета"}},
		{"ул. „Александър Стамболийски“", "ул. „Алекс", []string{"ул.", "„Алекса", "ндър", "Стамбо", "лийски“"}},
	} {
		if got := wrap(c.words, Body, Body.Width(c.before)+1); !slices.Equal(got, c.want) {
			t.Errorf("%q breaks into %q, want %q", c.words, got, c.want)
		}
	}
}
