package letter_test

import (
	"errors"
	"strings"
	"testing"

	"harta/internal/letter"
)

func TestADrawingBecomesOperators(t *testing.T) {
	const open, end = `<svg viewBox="0 0 10 10">`, `</svg>`
	const black = "0 0 0 rg 0 0 0 RG 1 w 0 J 0 j\n"
	for _, c := range []struct{ name, in, want string }{
		{"lines", `<path d="M1,2 3 4h1v-1H0V9z"/>`, black + "1 2 m\n3 4 l\n4 4 l\n4 3 l\n0 3 l\n0 9 l\nh\nf\n"},
		{"numbers that touch", `<path d="m1.5.5-1-1e0"/>`, black + "1.5 0.5 m\n0.5 -0.5 l\nf\n"},
		{"curves", `<path d="M0 0C0 1 1 2 2 2s2-1 2-2"/>`, black + "0 0 m\n0 1 1 2 2 2 c\n3 2 4 1 4 0 c\nf\n"},
		{"quadratics", `<path d="M0 0Q3 3 6 0T12 0"/>`, black + "0 0 m\n2 2 4 2 6 0 c\n8 -2 10 -2 12 0 c\nf\n"},
		{"an arc with flags that touch", `<path d="M1 0A1 1 0 01 0 1"/>`, black + "1 0 m\n1 0.552285 0.552285 1 0 1 c\nf\n"},
		{"an arc the other way", `<path d="M1 0A1 1 0 0 0 0 1"/>`, black + "1 0 m\n0.447715 0 0 0.447715 0 1 c\nf\n"},
		{"an arc too small for its ends", `<path d="M0 0a1 1 0 0 1 4 0"/>`, black + "0 0 m\n0 -1.104569 0.895431 -2 2 -2 c\n3.104569 -2 4 -1.104569 4 0 c\nf\n"},
		{"paint", `<polygon points="0,0 1,1 2,0" fill="#f00" stroke="rgb(0, 0, 255)" style="stroke-width: 2px; fill-rule:evenodd"/>`, "1 0 0 rg 0 0 1 RG 2 w 0 J 0 j\n0 0 m\n1 1 l\n2 0 l\nh\nB*\n"},
		{"a line", `<line x1="1" y1="2" x2="3" y2="4" fill="none" stroke="white" stroke-linecap="round"/>`, "0 0 0 rg 1 1 1 RG 1 w 1 J 0 j\n1 2 m\n3 4 l\nS\n"},
		{"nothing to paint", `<path d="M0 0H1" fill="none"/><path d=" "/><g display="none"><path d="?"/></g><defs><x/></defs>`, "q\nQ\nq\nQ\n"},
		{"inherited paint and transforms", `<g fill="white" transform="translate(1,2) scale(2)"><rect width="1" height="1"/></g>`, "1 0 0 1 1 2 cm\n2 0 0 2 0 0 cm\nq\n1 1 1 rg"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := letter.SVG(open + c.in + end)
			if err != nil || !strings.Contains(got, c.want) {
				t.Errorf("operators = %v\n%s\nwant\n%s", err, got, c.want)
			}
			if strings.Count(got, "q\n") != strings.Count(got, "Q\n") {
				t.Error("states opened and not closed")
			}
		})
	}
}

func TestACrestThatPDFACanNotShowIsNamed(t *testing.T) {
	deep := strings.Repeat("<g>", 40) + strings.Repeat("</g>", 40)
	for in, want := range map[string]string{
		`<svg viewBox="0 0 1 1"><image/></svg>`:                              "<image>",
		`<svg viewBox="0 0 1 1"><path d="M0 0" fill="url(#a)"/></svg>`:       "url(#a)",
		`<svg viewBox="0 0 1 1"><path d="M0 0" opacity="0.5"/></svg>`:        "opacity",
		`<svg viewBox="0 0 1 1"><path d="M0 0" class="a"/></svg>`:            "class",
		`<svg viewBox="0 0 1 1"><path d="M0 0" transform="skewX(1)"/></svg>`: "skewX",
		`<svg viewBox="0 0 1 1"><path d="L0 0"/></svg>`:                      "no start",
		`<svg viewBox="0 0 1 1"><path d="M0 0 1e9 0"/></svg>`:                "bad path",
		`<svg viewBox="0 0 1 1"><path d="M0 0ZZ 4"/></svg>`:                  "bad path",
		`<svg viewBox="0 0 1 1">` + deep + `</svg>`:                          "too deep",
		`<svg></svg>`:           "without a size",
		`<svg viewBox="0 0 1 1`: "read svg",
		"\x89PNG\r\n":           "",
	} {
		if err := letter.CheckCrest([]byte(in)); !errors.Is(err, letter.ErrCrest) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", in, err, want)
		}
	}
	if err := letter.CheckCrest([]byte(shield)); err != nil {
		t.Error(err)
	}
	if err := letter.CheckCrest(pngCrest(t)); err != nil {
		t.Error(err)
	}
}

func FuzzCrest(f *testing.F) {
	f.Add([]byte(shield))
	f.Add([]byte(`<svg viewBox="0 0 9 9"><g transform="rotate(45 1 1)"><circle r="3"/><path d="M0 0a1,2 30 01.5.5S1 1 2 2t3 3"/></g></svg>`))
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"))
	f.Fuzz(func(t *testing.T, source []byte) {
		if err := letter.CheckCrest(source); err != nil && !errors.Is(err, letter.ErrCrest) {
			t.Error(err)
		}
	})
}
