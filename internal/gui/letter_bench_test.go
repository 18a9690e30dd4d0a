//go:build !race

package gui

import (
	"image"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// paperWide is how wide a page of a letter is drawn in a window of 1366.
const paperWide = 440

// BenchmarkLivePreview makes the paper of a letter anew after something was typed into it: as it is made, „new“, and as
// it once was, „old“, every page drawn before any was shown. „seen“ is until the page with what was typed is there. In
// the window, the rest that is waited for before and the frame come to it.
func BenchmarkLivePreview(b *testing.B) {
	s, i := demoLetter(b)
	id := s.model.Blocks()[i].ID
	s.model.After = func(d time.Duration, f func()) func() {
		if d < time.Second { // the paper, and not what keeps the text
			f()
		}
		return func() {}
	}
	for _, letter := range []struct {
		name  string
		words int
	}{{"one page", 20}, {"20000 characters", 20_000/23 - 1}} {
		text := strings.Repeat("На гише 3 чаках дълго. ", letter.words)
		mark := 0
		write := func() {
			mark++
			s.model.Edit(id, text+strconv.Itoa(mark))
		}
		write()
		s.model.Look(paperWide)
		before, count := s.model.Paper()
		write()
		after, _ := s.model.Paper()
		at := slices.IndexFunc(after, func(page image.Image) bool { return !slices.Contains(before, page) })
		s.model.LookAt(at)
		b.Run(letter.name+"/old", func(b *testing.B) {
			for b.Loop() {
				mark++
				oldPaper(b, s, text+strconv.Itoa(mark), count)
			}
			b.ReportMetric(float64(count), "pages")
		})
		b.Run(letter.name+"/new", func(b *testing.B) {
			var seen time.Duration
			for b.Loop() {
				before, _ := s.model.Paper()
				begin, first := time.Now(), true
				s.model.Changed = func() {
					if now, _ := s.model.Paper(); first && now[at] != before[at] {
						seen, first = seen+time.Since(begin), false
					}
				}
				write()
			}
			s.model.Changed = s.redraw
			b.ReportMetric(float64(count), "pages")
			b.ReportMetric(float64(seen.Milliseconds())/float64(b.N), "seen-ms")
		})
	}
}

// oldPaper draws so many pages of a letter of the same office as it was done once.
func oldPaper(b *testing.B, s *letterScreen, findings string, pages int) {
	b.Helper()
	o := s.window.program
	file, err := o.Case(o.List(func(e domain.Entry) bool { return e.State == domain.InWork })[0].Case, office.Again)
	if err != nil {
		b.Fatal(err)
	}
	t, _ := o.Acting().Office.Template(domain.TUpheld)
	pdf, err := o.DraftPDF(o.Compose(file.Case, t, map[string]string{"Findings": findings}))
	if err != nil {
		b.Fatal(err)
	}
	have, err := o.Pages(pdf)
	for page := range pages {
		if err == nil {
			_, err = o.Page(pdf, min(page, have-1), paperWide)
		}
	}
	if err != nil {
		b.Fatal(err)
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
