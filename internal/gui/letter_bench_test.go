//go:build !race

package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// paperWide is how wide a page of a letter is drawn in a window of 1366.
const paperWide = 440

// BenchmarkLivePreview makes the paper of a letter from what is typed: the PDF and the pictures of its pages. In the
// window, the rest that is waited for before and the frame come to it.
func BenchmarkLivePreview(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.Theme{})
	g := demoGallery(b, fyne.NewSize(1366, 768))
	all := shots()
	w, err := g.show(all[slices.IndexFunc(all, func(s shot) bool { return s.name == "06-letter" })])
	if err != nil {
		b.Fatal(err)
	}
	s, ok := w.screen.(*letterScreen)
	if !ok {
		b.Fatal("another screen")
	}
	blocks := s.model.Blocks()
	i := slices.IndexFunc(blocks, func(l present.LetterBlock) bool { return l.Field == "Findings" })
	for _, letter := range []struct {
		name  string
		words int
	}{{"one page", 20}, {"20000 characters", 20_000 / 23}} {
		s.model.Edit(blocks[i].ID, strings.Repeat("На гише 3 чаках дълго. ", letter.words))
		wide := paperWide
		b.Run(letter.name, func(b *testing.B) {
			for b.Loop() {
				wide ^= 1 // so that it is drawn anew
				s.model.Look(wide)
			}
			_, count := s.model.Paper()
			b.ReportMetric(float64(count), "pages")
		})
	}
}
