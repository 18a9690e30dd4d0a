//go:build !race

package gui

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

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
	s, i := demoLetter(b)
	blocks := s.model.Blocks()
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

// demoLetter opens the letter of the gallery, and gives which of its blocks are the findings.
func demoLetter(b *testing.B) (s *letterScreen, findings int) {
	b.Helper()
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
	return s, slices.IndexFunc(s.model.Blocks(), func(l present.LetterBlock) bool { return l.Field == "Findings" })
}

// BenchmarkTypeIntoLetter types a letter into a paragraph and takes it back. The paper is drawn when typing rests, which
// is not in it.
func BenchmarkTypeIntoLetter(b *testing.B) {
	s, i := demoLetter(b)
	s.window.env.After = func(time.Duration, func()) func() { return func() {} }
	v := s.blocks[s.model.Blocks()[i].ID]
	for _, size := range []int{100, 5000, 15_000, 19_990} {
		retype(v.area.Editor, string([]rune(strings.Repeat("На гише 3 чаках дълго.\n", size))[:size]))
		b.Run(strconv.Itoa(size), func(b *testing.B) {
			for b.Loop() {
				v.area.Editor.TypedRune('а')
				v.area.Editor.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
			report(b)
		})
	}
}
