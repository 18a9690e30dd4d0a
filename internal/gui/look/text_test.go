package look

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

func TestWhatWasOutOfSightForAMinuteIsSeenAgain(t *testing.T) {
	startApp(t, Light)
	head := newTableHead(1, func(width float32) []span { return []span{{0, width - cellGap}} })
	for name, w := range map[string]fyne.Widget{
		"box": NewBox(Accent), "text": NewText("Записано", Body, Ink), "prose": NewProse("Записано", Body, Ink), "head": head,
		"button": NewButton("Печат", nil, Plain, nil).WithKey("F9"), "glyph": NewGlyph(IconClock, Ink, 16), "icon": NewFieldIcon(IconClock, nil),
		"tick": NewTick("да", nil), "progress": NewProgress("Записва се", "", nil), "avatar": NewAvatar("ЕС", false),
	} {
		w.Resize(fyne.NewSize(200, 40))
		for _, o := range w.CreateRenderer().Objects() { // as it is made once more, when the first one has expired
			if o.Visible() && o.Size().IsZero() {
				t.Errorf("%s: %T has no size", name, o)
			}
		}
	}
}

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
