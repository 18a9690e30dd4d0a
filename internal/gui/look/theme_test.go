package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// contrast is the ratio of WCAG between two colours.
func contrast(a, b color.Color) float64 {
	light := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		part := func(v uint32) float64 {
			x := float64(v) / 0xFFFF
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTheWordsOfAMenuAreReadWhereItIsChosen(t *testing.T) {
	for v, name := range Themes() {
		th := Theme{Variant: Variant(v)}
		for _, ground := range []fyne.ThemeColorName{theme.ColorNameFocus, theme.ColorNameHover, theme.ColorNameMenuBackground} {
			if got := contrast(th.Color(ground, 0), th.Color(theme.ColorNameForeground, 0)); got < 4.5 {
				t.Errorf("%s: words on %s have %.1f : 1", name, ground, got)
			}
		}
	}
}
