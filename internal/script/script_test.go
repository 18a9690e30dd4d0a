package script_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"harta/internal/script"
)

func TestAPersonIsFoundByWhatIsTyped(t *testing.T) {
	person := func(name, represents, phone, mail string) script.Key {
		return script.Fold(strings.Join([]string{name, represents, mail}, " ")).WithPhone(phone)
	}
	ivan := person("Иван Стоянов Петров", "", "+359 888 12-34-56", "")
	for typed, c := range map[string]struct {
		key  script.Key
		rank int
	}{
		"иван":              {ivan, 1},
		"ИВАН петр":         {ivan, 2},
		"петров иван":       {ivan, 2},
		"ivan":              {ivan, 1},
		"Ivan Stoyanov":     {ivan, 2},
		"ван":               {ivan, 0},
		"иван георгиев":     {ivan, 1},
		"0888":              {ivan, 1},
		"0888 123":          {ivan, 1},
		"+359 888 123456":   {ivan, 1},
		"123456":            {ivan, 1},
		"0888 123 457":      {ivan, 0},
		"":                  {ivan, 0},
		" - ":               {ivan, 0},
		"dimitar":           {person("Димитър Примеров", "", "", ""), 1},
		"димитъ":            {person("Димитър Примеров", "", "", ""), 1},
		"mariya":            {person("Мария Примерова", "", "", ""), 1},
		"maria":             {person("Мария Примерова", "", "", ""), 1},
		"мария":             {person("МАРИЯ ПРИМЕРОВА", "", "", ""), 1},
		"sh":                {person("Щерев", "", "", ""), 1},
		"shterev":           {person("Щерев", "", "", ""), 1},
		"tsvetan":           {person("Цветан", "", "", ""), 1},
		"cvetan":            {person("Цветан", "", "", ""), 1},
		"bratska":           {person("Братска", "", "", ""), 1},
		"kolyo":             {person("Кольо", "", "", ""), 1},
		"vivko":             {person("Живко", "", "", ""), 0},
		"vikow":             {person("Жиков", "", "", ""), 1}, // the phonetic keyboard
		"[ishkov":           {person("Шишков", "", "", ""), 0},
		"[i[kow":            {person("Шишков", "", "", ""), 1},
		"qnkow":             {person("Янков", "", "", ""), 1},
		"Петьр":             {person("Петър", "", "", ""), 0},
		"артем":             {person("Артём", "", "", ""), 1},
		"добрева":           {person("Янева-Добрева", "", "", ""), 1},
		"smith":             {person("John Smith", "", "", ""), 1},
		"елена":             {person("Сдружение „Река“", "Елена Стоева", "", ""), 1},
		"река":              {person("Сдружение „Река“", "Елена Стоева", "", ""), 1},
		"office@example":    {person("", "", "", "office@example.org"), 2},
		"Müller":            {person("Müller", "", "", ""), 1},
		"по-добра ivan 088": {ivan, 2},
	} {
		if got := script.Ask(typed).Rank(c.key); got != c.rank {
			t.Errorf("%q: rank %d, want %d", typed, got, c.rank)
		}
	}
	if key := person("", "", "", ""); key != "" {
		t.Errorf("nobody has the key %q", key)
	}
}

func TestHitsAreTheLettersThatWereTyped(t *testing.T) {
	for typed, c := range map[string]struct {
		text string
		hits []string
	}{
		"кръст":    {"Елена Кръстева", []string{"Кръст"}},
		"krast":    {"на кръстовището", []string{"кръст"}},
		"ел кр":    {"Елена Кръстева", []string{"Ел", "Кр"}},
		"ма мария": {"МАРИЯ Манова", []string{"МАРИЯ", "Ма"}},
		"рила":     {"Кирила", nil},
		"":         {"Елена", nil},
		"😀":        {"😀 Елена", nil},
	} {
		var got []string
		for _, h := range script.Ask(typed).Hits(c.text) {
			got = append(got, c.text[h[0]:h[1]])
		}
		if !slices.Equal(got, c.hits) {
			t.Errorf("%q in %q: %q, want %q", typed, c.text, got, c.hits)
		}
	}
}

// BenchmarkFindPerson looks through 100,000 persons for what one key adds.
func BenchmarkFindPerson(b *testing.B) {
	keys := make([]script.Key, 100_000)
	for i := range keys {
		keys[i] = script.Fold(fmt.Sprintf("Стоян Илиев Примеров-%d p%d@example.org", i, i)).WithPhone(fmt.Sprintf("0888 %06d", i))
	}
	for _, typed := range []string{"и", "stoyan primerov-99", "няма такъв"} {
		b.Run(typed, func(b *testing.B) {
			for b.Loop() {
				q := script.Ask(typed)
				for _, k := range keys {
					q.Rank(k)
				}
			}
		})
	}
}

func TestATextBeginsWithWhatIsTyped(t *testing.T) {
	for typed, c := range map[string]struct {
		text string
		want bool
	}{
		"ivan":    {"Иван Петров", true},
		"ив":      {"Иван Петров", true},
		"ivan pe": {"Иван Петров", true},
		"petrov":  {"Иван Петров", false},
		"иван г":  {"Иван Петров", false},
		"":        {"Иван Петров", false},
		"зжи":     {"Иван Петров", false},
	} {
		if got := script.Ask(typed).Begins(c.text); got != c.want {
			t.Errorf("%q begins with %q: %t", c.text, typed, got)
		}
	}
}
