package letter_test

import (
	"errors"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/letter"
)

func TestALetterThatCanNotBeIssuedIsRefused(t *testing.T) {
	p := newPress(t)
	for _, c := range []struct {
		name   string
		change func(*domain.Letter)
		want   domain.Reason
		field  string
		args   map[string]any
	}{
		{"a field left", func(l *domain.Letter) { l.Paragraphs[2].Text = "Мерки: { Measures }." }, domain.UnfilledField, "paragraphs.3", map[string]any{"field": "Measures"}},
		{"a field in the subject", func(l *domain.Letter) { l.Subject = "{Subject}" }, domain.UnfilledField, "subject", map[string]any{"field": "Subject"}},
		{"a brace before a field", func(l *domain.Letter) { l.Notice = "{ {Reasons}" }, domain.UnfilledField, "notice", map[string]any{"field": "Reasons"}},
		{"a sign the font lacks", func(l *domain.Letter) {
			l.Paragraphs[0].Text = "Отбележете ☐ да или не, според това как е било."
		}, domain.UnprintableRune, "paragraphs.1", map[string]any{"rune": "☐", "position": 12, "place": "Отбележете ☐ да или не, сп…"}},
		{"a picture in an enclosure", func(l *domain.Letter) { l.Enclosures = []string{"опис", "снимка 🙂"} }, domain.UnprintableRune, "enclosures.2", map[string]any{"rune": "🙂", "position": 8}},
		{"a control character", func(l *domain.Letter) { l.To.Lines[1] = "София\x07" }, domain.UnprintableRune, "to.lines.2", map[string]any{"rune": "\x07", "position": 6}},
		{"bytes that are no text", func(l *domain.Letter) { l.Signer.Name = "И\xff" }, domain.UnprintableRune, "signer.name", map[string]any{"position": 2}},
		{"the place counts what was typed", func(l *domain.Letter) { l.Author = "неи\u0300 ☐" }, domain.UnprintableRune, "author", map[string]any{"position": 6}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := reply()
			c.change(&l)
			_, err := p.Letter(l, issue())
			var refusal *domain.Refusal
			if !errors.As(err, &refusal) || refusal.Reason != c.want || refusal.Field != c.field {
				t.Fatalf("refusal = %+v (%v), want %s on %s", refusal, err, c.want, c.field)
			}
			for name, want := range c.args {
				if got := arg(refusal, name); got != want {
					t.Errorf("%s = %v, want %v", name, got, want)
				}
			}
			i := issue()
			i.Draft = true
			if _, err := p.Letter(l, i); err != nil {
				t.Errorf("a draft of it: %v", err)
			}
		})
	}
}

func TestWhatIsOnlyNormalisedIsNotRefused(t *testing.T) {
	l := reply()
	l.Paragraphs = []domain.Paragraph{{Text: "таб\tи\r\nред\u2028ред, а\u200bб\u00adв\u2011г\u00a0д\u202f{}, { }, ѝЍ, {без край"}}
	if err := newPress(t).Check(l); err != nil {
		t.Error(err)
	}
}

func TestASheetWithASignTheFontLacksIsRefused(t *testing.T) {
	p := newPress(t)
	for field, s := range map[string]letter.Sheet{
		"title":   {Title: "☐"},
		"parts.2": {Parts: []letter.Part{letter.Text("да"), letter.Rows{{"име", "☐"}}}},
		"parts.1": {Parts: []letter.Part{letter.Steps{"да", "☐"}}},
		"foot":    {Foot: "☐"},
	} {
		_, err := p.Sheet(s)
		var refusal *domain.Refusal
		if !errors.As(err, &refusal) || refusal.Reason != domain.UnprintableRune || refusal.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := p.Sheet(letter.Sheet{Parts: []letter.Part{letter.Code(strings.Repeat("Я-", 129))}}); !errors.Is(err, domain.Refuse("", domain.TooLong)) {
		t.Errorf("a code of 129 letters: %v", err)
	}
}

func arg(r *domain.Refusal, name string) any {
	for _, a := range r.Args {
		if a.Name == name {
			return a.Value
		}
	}
	return nil
}
